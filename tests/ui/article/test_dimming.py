"""What is not read stays where it is, faintly; what is read keeps its ink and its highlights."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from factcheck.ui import theme
from factcheck.ui.article.dimming import Dimming
from factcheck.ui.article.highlights import HighlightIndex
from factcheck.ui.article.view import ArticleView
from factcheck.ui.palette import DARK, LIGHT, Palette
from tests.ui.article.conftest import TEXT
from tests.ui.ink import ink

READ = "40.5 million crowns"
FULL, FAINT, TRACE = 150, 110, 20


def place(words: str) -> tuple[int, int]:
    return TEXT.index(words), TEXT.index(words) + len(words)


def only(words: str):
    return lambda start, end: [place(words)] if place(words)[0] < end else []


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_what_is_read_keeps_its_ink_and_the_rest_is_faint(
    qtbot: QtBot, qapp: QApplication, view: ArticleView, palette: Palette
) -> None:
    theme.apply(qapp, palette)
    quiet = "third quarter"
    assert min(ink(view, *place(READ)), ink(view, *place(quiet))) > FULL
    view.over.append(Dimming(only(READ), view.cursorRect))
    assert ink(view, *place(READ)) > FULL
    assert TRACE < ink(view, *place(quiet)) < FAINT


def test_the_paper_beside_dimmed_words_is_the_papers_colour(
    qapp: QApplication, view: ArticleView
) -> None:
    for palette in (LIGHT, DARK):
        theme.apply(qapp, palette)
        view.over[:] = [Dimming(only(READ), view.cursorRect)]
        image = view.viewport().grab().toImage()
        assert image.pixelColor(4, image.height() - 4).name() == palette.paper


def test_a_highlight_is_dimmed_where_its_words_are(view: ArticleView, marked) -> None:
    view.set_index(HighlightIndex([marked("40.5 million crowns"), marked("claimed", 2)]))

    def tinted(words: str) -> bool:
        image = view.viewport().grab().toImage()
        part = view.shown().parts(*place(words))[0]
        tint = LIGHT.tone("green").tint
        return any(
            image.pixelColor(x, round(part.baseline) - 6).name() == tint
            for x in range(round(part.left) + 1, round(part.right))
        )

    assert tinted(READ)
    assert tinted("claimed")
    view.over.append(Dimming(only(READ), view.cursorRect))
    assert tinted(READ)
    assert not tinted("claimed")


def test_the_caret_is_seen_in_dimmed_words(qapp: QApplication, view: ArticleView) -> None:
    view.put_selection(place("claimed")[0], place("claimed")[0])
    caret = view.cursorRect()
    view.over.append(Dimming(only(READ), view.cursorRect))
    dimmed = view.viewport().grab().toImage()
    view.over.clear()
    whole = view.viewport().grab().toImage()
    for y in range(caret.top(), caret.bottom()):
        at = caret.center().x(), y
        assert dimmed.pixelColor(*at) == whole.pixelColor(*at)
