from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter

from factcheck.domain.workflow import State
from factcheck.store.overview import (
    Awaiting,
    PersonWork,
    Progress,
    SentBack,
    Standing,
    Week,
    week_starts,
)
from factcheck.ui.overview.drawing import draw, height_of
from factcheck.ui.overview.picture import picture
from factcheck.ui.overview.plots import Bars, Columns, hours_words, plots
from factcheck.ui.overview.text import as_markdown, spoken
from factcheck.ui.palette import DARK, LIGHT

NOW = datetime(2026, 3, 18, 12, tzinfo=UTC)
EMPTY = Standing((), (), (), ())
STANDING = Standing(
    people=(
        PersonWork("", {State.TO_CHECK: 1200}),
        PersonWork("Ada | Reed", {State.IN_CHECKING: 3, State.SENT_BACK: 1}),
    ),
    awaiting=(Awaiting("Ada Reed", 5, NOW - timedelta(days=15)), Awaiting("Jon Park", 1, None)),
    sent_back=(SentBack("Ada Reed", "Jon Park", 1),),
    articles=(Progress("article", "Night ferry", 15, 9),),
)


def weeks(*marked, hours=None):
    starts = week_starts(NOW, len(marked))
    return [
        Week(start, count, 0, 0, 0, hours, None)
        for start, count in zip(starts, marked, strict=True)
    ]


def shown(plot, palette=LIGHT, width=400, *, mirrored=False):
    image = QImage(width, round(height_of(plot)), QImage.Format.Format_RGB32)
    image.fill(QColor(palette.paper))
    painter = QPainter(image)
    draw(painter, plot, width, palette, mirrored=mirrored)
    painter.end()
    return image


def inked(image, colour):
    """Return where the columns of pixels with exactly this colour are."""
    wanted = QColor(colour).rgb()
    return [
        x
        for x in range(image.width())
        if any(image.pixel(x, y) == wanted for y in range(image.height()))
    ]


@pytest.mark.parametrize(
    ("hours", "words"),
    [(None, "–"), (0.5, "30 min"), (1, "1 h"), (47.6, "48 h"), (49, "2 d"), (240, "10 d")],
)
def test_times_are_told_as_they_are_said(hours, words):
    assert hours_words(hours) == words


def test_each_week_is_a_column_with_its_number():
    marked, *_, to_verdict, to_review = plots(weeks(12, 1040, hours=3), EMPTY, NOW)[:6]
    assert [(one.name, one.value, one.words) for one in marked.columns] == [
        ("9 Mar", 12, "12"),
        ("16 Mar", 1040, "1,040"),
    ]
    assert [one.words for one in to_verdict.columns] == ["3 h", "3 h"]
    assert [one.value for one in to_review.columns] == [None, None]


def test_what_is_open_has_a_bar_for_each_person():
    people, awaiting, sent_back, articles = plots([], STANDING, NOW)[6:]
    assert [bar.name for bar in people.bars] == ["Nobody yet", "Ada | Reed"]
    assert spoken(people) == "Nobody yet: To check 1,200; Ada | Reed: Sent back 1, In checking 3"
    assert spoken(awaiting) == (
        "Ada Reed: Awaiting review 5, the oldest since 3 Mar; Jon Park: Awaiting review 1"
    )
    assert spoken(sent_back) == "Ada Reed: Sent back 1, by Jon Park"
    assert spoken(articles) == "Night ferry: Done 9, Open 6, 9 of 15 done"


def test_nothing_is_said_too():
    assert spoken(plots([], EMPTY, NOW)[6]) == "Nothing."


def test_as_text_it_is_a_table_for_each_plot():
    text = as_markdown("Overview of news", plots(weeks(12), STANDING, NOW))
    assert text.startswith("# Overview of news\n\n## Marked a week\n\n| Week of | Marked a week |")
    assert "| 16 Mar | 12 |" in text
    assert "| Ada \\| Reed | Sent back 1, In checking 3 |" in text
    assert text.count("\n## ") == 10


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_a_higher_value_is_a_higher_column(palette):
    plot = plots(weeks(10, 0, 5), EMPTY, NOW)[0]
    ink = palette.tone(plot.tone).ink
    image = shown(plot, palette, 300)
    tall = [
        sum(image.pixel(x, y) == QColor(ink).rgb() for y in range(image.height()))
        for x in (50, 150, 250)
    ]
    assert tall[1] == 0
    assert tall[0] == pytest.approx(2 * tall[2], abs=3)


def test_it_is_mirrored_where_reading_begins_at_the_right():
    plot = plots([], STANDING, NOW)[7]
    ink = LIGHT.tone("violet").ink
    there, mirrored = (inked(shown(plot, mirrored=way), ink) for way in (False, True))
    assert there
    assert mirrored == [399 - x for x in reversed(there)]


@pytest.mark.parametrize("width", [40, 240, 3000])
def test_any_width_can_be_drawn(width):
    for plot in plots(weeks(*range(26)), STANDING, NOW):
        shown(plot, width=width)
        shown(plot, width=width, mirrored=True)


def test_the_picture_is_light_and_has_all_plots(qapp):
    found = plots(weeks(3, 4), STANDING, NOW)
    image = picture("Overview of news", found)
    assert image.pixelColor(0, 0) == QColor(Qt.GlobalColor.white)
    assert image.height() > 2 * sum(map(height_of, found))
    assert {type(plot) for plot in found} == {Columns, Bars}
