"""An article is read by keys: a sentence at a time, from its end, or only the facts of a kind."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from factcheck.actions import articles
from factcheck.domain.ids import ArticleId
from factcheck.domain.imported import ImportedArticle
from factcheck.domain.model import Block, BlockKind
from factcheck.store import reads
from factcheck.ui.app import make_window
from factcheck.ui.article.view import COLUMN
from factcheck.ui.settings import Settings
from factcheck.ui.window import Window
from tests.ui.driving import click, press, settled
from tests.ui.ink import ink

PARAGRAPHS = [
    "The ferry cost 40 million. It came in May 2021.",
    "“We are proud,” said Ilse Maran. Nobody else was.",
    "A trip costs $14 now.",
]
TEXT = "\n\n".join(PARAGRAPHS)
FULL, FAINT = 150, 110


def add(window: Window, text: str) -> ArticleId:
    block = Block(BlockKind.PARAGRAPH, 0, len(text))
    article = ImportedArticle(
        text=text, blocks=(block,), title="A", source=b"", source_name="a", media_type="text/plain"
    )
    done = window.session.do(articles.add_article, imported=article)
    assert done is not None
    return ArticleId(done.new("article"))


def show(window: Window, article: ArticleId) -> None:
    window.work.choice.show_article(article)
    window.work.show_article()
    window.work.page.view.setFocus()


@pytest.fixture
def ferry(sample: Window) -> Window:
    show(sample, add(sample, TEXT))
    return sample


def key(qtbot: QtBot, window: Window, keys: str) -> None:
    press(qtbot, keys, window.work.page.view)


def from_caret(window: Window, length: int) -> str:
    caret = window.work.page.view.caret
    return window.work.page.text[caret : caret + length]


def selected(window: Window) -> str:
    start, end = window.work.page.view.selected_span() or (0, 0)
    return window.work.page.text[start:end]


def lit(window: Window, words: str) -> bool:
    """Say whether words have their full ink; if they don't, they must be faint."""
    start = window.work.page.text.index(words)
    found = ink(window.work.page.view, start, start + len(words))
    assert found > FULL or found < FAINT
    return found > FULL


def marked(window: Window) -> list[str]:
    statement = window.work.choice.statement
    assert statement is not None
    return [span.quote for span in reads.spans(window.session.open_desk(), statement)]


def test_sentence_by_sentence_there_and_back(qtbot: QtBot, ferry: Window) -> None:
    key(qtbot, ferry, "Alt+1")
    bar = ferry.work.page.reading.bar
    assert bar.isVisible()
    assert bar.accessibleName() == "Sentence by sentence"
    assert lit(ferry, "The ferry cost")
    assert not lit(ferry, "It came")
    seen = []
    for _ in range(4):
        key(qtbot, ferry, "Space")
        seen.append(from_caret(ferry, 8))
    assert seen == ["It came ", "“We are ", "Nobody e", "A trip c"]
    assert bar.said() == ""
    key(qtbot, ferry, "Space")
    assert bar.said() == bar.accessibleDescription() == "That was the last."
    assert lit(ferry, "$14 now")
    key(qtbot, ferry, "Shift+Space")
    assert bar.said() == ""
    assert lit(ferry, "Nobody")
    assert not lit(ferry, "“We are")
    assert not lit(ferry, "$14 now")


def test_from_the_end_space_goes_back(qtbot: QtBot, ferry: Window) -> None:
    key(qtbot, ferry, "Alt+2")
    assert lit(ferry, "A trip")
    seen = []
    for _ in range(5):
        seen.append(from_caret(ferry, 6))
        key(qtbot, ferry, "Space")
    assert seen == ["A trip", "Nobody", "“We ar", "It cam", "The fe"]
    assert ferry.work.page.reading.bar.said() == "That was the first."
    key(qtbot, ferry, "Shift+Space")
    assert from_caret(ferry, 6) == "It cam"


@pytest.mark.parametrize(
    ("keys", "places", "quiet"),
    [
        ("Alt+3", ["40 million", "May 2021", "$14"], "Ilse"),
        ("Alt+4", ["Ilse Maran"], "40 million"),
        ("Alt+5", ["“We are proud,”"], "Ilse"),
    ],
)
def test_only_facts_of_a_kind(
    qtbot: QtBot, ferry: Window, keys: str, places: list[str], quiet: str
) -> None:
    key(qtbot, ferry, keys)
    assert all(lit(ferry, words) for words in places)
    assert not lit(ferry, quiet)
    for words in places:
        key(qtbot, ferry, "Space")
        assert selected(ferry) == words
    key(qtbot, ferry, "Space")
    assert ferry.work.page.reading.bar.said() == "That was the last."
    assert selected(ferry) == places[-1]
    for words in places[-2::-1]:
        key(qtbot, ferry, "Shift+Space")
        assert selected(ferry) == words


def test_what_is_on_show_is_marked_and_reading_goes_on(qtbot: QtBot, ferry: Window) -> None:
    key(qtbot, ferry, "Alt+1")
    key(qtbot, ferry, "Space")
    key(qtbot, ferry, "S")
    assert marked(ferry) == ["It came in May 2021."]
    assert lit(ferry, "It came")
    assert not lit(ferry, "The ferry")
    key(qtbot, ferry, "Space")
    assert from_caret(ferry, 4) == "“We "
    key(qtbot, ferry, "Alt+3")
    key(qtbot, ferry, "Space")
    key(qtbot, ferry, "M")
    assert marked(ferry) == ["$14"]
    key(qtbot, ferry, "Shift+Space")
    assert selected(ferry) == "May 2021"


def test_the_light_follows_the_chosen_statement(qtbot: QtBot, ferry: Window) -> None:
    start = TEXT.index("Nobody else")
    ferry.work.page.view.select(start, start + 11)
    key(qtbot, ferry, "M")
    key(qtbot, ferry, "Ctrl+Home")
    ferry.work.choice.show_statement(None)
    key(qtbot, ferry, "Alt+1")
    assert lit(ferry, "The ferry")
    key(qtbot, ferry, "J")
    assert lit(ferry, "Nobody")
    assert not lit(ferry, "The ferry")


@pytest.mark.parametrize("end", ["Escape", "Alt+1", "Alt+0"])
def test_everything_is_read_again(qtbot: QtBot, ferry: Window, end: str) -> None:
    page = ferry.work.page
    key(qtbot, ferry, "Alt+1")
    assert page.view.accessibleDescription() == "Sentence by sentence"
    key(qtbot, ferry, end)
    assert lit(ferry, "A trip")
    assert not page.reading.bar.isVisible()
    assert page.coverage.isVisible()
    assert page.view.accessibleDescription() == ""
    key(qtbot, ferry, "Space")
    assert page.view.caret == 0


def test_one_mode_takes_the_place_of_another(qtbot: QtBot, ferry: Window) -> None:
    key(qtbot, ferry, "Alt+3")
    key(qtbot, ferry, "Alt+4")
    assert not lit(ferry, "40 million")
    assert lit(ferry, "Ilse Maran")
    key(qtbot, ferry, "Escape")
    assert lit(ferry, "Nobody else")


def test_the_mouse_does_the_same_and_nothing_moves(qtbot: QtBot, ferry: Window) -> None:
    view, bar = ferry.work.page.view, ferry.work.page.reading.bar
    before = view.mapTo(ferry, QPoint())
    ferry.work.actions["view.read_sentences"].trigger()
    QApplication.processEvents()
    assert view.mapTo(ferry, QPoint()) == before
    click(qtbot, bar.on)
    assert from_caret(ferry, 7) == "It came"
    click(qtbot, bar.back)
    assert from_caret(ferry, 9) == "The ferry"
    words = view.shown().parts(TEXT.index("$14"), len(TEXT))[0]
    at = QPoint(round(words.left) + 2, round(words.baseline) - 4)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert lit(ferry, "A trip")
    assert view.hasFocus()
    click(qtbot, bar.end)
    assert lit(ferry, "The ferry")


def test_the_bar_needs_no_more_room_than_the_one_it_stands_for(qtbot: QtBot, ferry: Window) -> None:
    page = ferry.work.page
    before = max(page.coverage.minimumSizeHint().width(), page.finding.bar.sizeHint().width())
    key(qtbot, ferry, "Alt+2")
    page.reading.bar.say("Something long that is to be said of the way that was gone.")
    QApplication.processEvents()
    assert page.reading.bar.minimumSizeHint().width() <= before
    assert page.reading.bar.height() == page.coverage.height()


def test_another_article_is_read_whole(qtbot: QtBot, ferry: Window) -> None:
    first = ferry.work.choice.article
    key(qtbot, ferry, "Alt+1")
    show(ferry, add(ferry, "One million. Two million."))
    assert lit(ferry, "Two million")
    assert not ferry.work.page.reading.bar.isVisible()
    key(qtbot, ferry, "Alt+1")
    assert not lit(ferry, "Two million")
    show(ferry, first)
    assert lit(ferry, "It came")


def test_elsewhere_space_keeps_its_meaning(qtbot: QtBot, ferry: Window) -> None:
    key(qtbot, ferry, "Alt+1")
    press(qtbot, "Ctrl+F")
    field = ferry.work.page.finding.bar.field
    qtbot.keyClicks(field, "else was")
    assert field.text() == "else was"
    press(qtbot, "Escape")
    assert lit(ferry, "Nobody")
    assert not lit(ferry, "The ferry")


LONG = "\n\n".join(" ".join(f"Place {n} has sentence {s}." for s in range(9)) for n in range(300))


def test_reading_begins_with_what_is_on_show(qtbot: QtBot, ferry: Window) -> None:
    show(ferry, add(ferry, LONG))
    view = ferry.work.page.view
    view.go_to_place(0, LONG.index("Place 200"))
    top = view.place()[1]
    key(qtbot, ferry, "Alt+1")
    assert view.place() == (top, top)


def test_each_sentence_comes_to_the_height_of_the_eye(qtbot: QtBot, ferry: Window) -> None:
    show(ferry, add(ferry, LONG))
    view = ferry.work.page.view
    view.go_to_place(LONG.index("Place 200"), LONG.index("Place 198"))
    key(qtbot, ferry, "Alt+1")
    line = view.cursorRect().height()
    key(qtbot, ferry, "Space")
    eye = view.cursorRect().top()
    assert 0 < eye < view.viewport().height() / 2
    for _ in range(20):
        key(qtbot, ferry, "Space")
        assert abs(view.cursorRect().top() - eye) <= line


@pytest.mark.parametrize("unit", ["x", "word and ", ".", "12 "])
def test_a_line_of_a_megabyte_is_gone_through(qtbot: QtBot, ferry: Window, unit: str) -> None:
    show(ferry, add(ferry, (unit * 1_000_000)[:1_000_000]))
    for mode in ("Alt+1", "Alt+3", "Alt+5"):
        key(qtbot, ferry, "Ctrl+Home")
        key(qtbot, ferry, mode)
        before = ferry.work.page.view.caret
        for _ in range(3):
            key(qtbot, ferry, "Space")
            QApplication.processEvents()
        assert ferry.work.page.view.caret > before


# How wide the column is


def test_the_column_is_made_wider_and_narrower(qtbot: QtBot, ferry: Window) -> None:
    view = ferry.work.page.view
    width = view.viewport().width()
    key(qtbot, ferry, "Ctrl+[")
    assert abs(view.viewport().width() - (width - 2.5 * 18)) <= 1
    for _ in range(3):
        key(qtbot, ferry, "Ctrl+]")
    assert view.column == COLUMN + 5
    assert ferry.session.settings.widening == 5


def test_no_further_than_there_is_sense_in_it(qtbot: QtBot, ferry: Window) -> None:
    view, settings = ferry.work.page.view, ferry.session.settings
    for keys in ("Ctrl+[", "Ctrl+]"):
        for _ in range(30):
            key(qtbot, ferry, keys)
        width = view.column
        key(qtbot, ferry, keys)
        assert view.column == width == COLUMN + settings.widening


@pytest.mark.parametrize("keys", ["Ctrl+]", "Ctrl+[", "Ctrl++", "Ctrl+-"])
def test_the_first_words_on_show_stay_there(qtbot: QtBot, ferry: Window, keys: str) -> None:
    show(ferry, add(ferry, " ".join(LONG[:40_000].split())))
    view = ferry.work.page.view
    view.select(LONG.index("Place 100"), LONG.index("Place 100") + 9)
    selection, top = view.selected_span(), view.place()[1]
    for _ in range(6):
        key(qtbot, ferry, keys)
        assert abs(view.place()[1] - top) < 200
    assert view.selected_span() == selection


def test_the_width_is_there_at_the_next_start(
    qtbot: QtBot, qapp: QApplication, settings: Settings
) -> None:
    settings.widening = -5.0
    window = make_window(qapp, Settings(settings.folder / "window.ini"), None)
    qtbot.addWidget(window)
    settled(qtbot, window)
    assert window.work.page.view.column == COLUMN - 5
