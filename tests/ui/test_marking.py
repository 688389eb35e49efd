"""Words are marked and resized by keys, in the window."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from factcheck.actions import articles
from factcheck.domain.ids import ArticleId
from factcheck.domain.imported import ImportedArticle
from factcheck.domain.model import Block, BlockKind
from factcheck.store import lists, log
from factcheck.ui.window import Window
from tests.ui.driving import press

HEAD = "Ferry sold"
BODY = "The ferry cost 40 million. Dr. Reed said 40 was fair. It carried 1,940 people in 1940."
TEXT = f"{HEAD}\n\n{BODY}\n\nThe end."


@pytest.fixture
def ferry(sample: Window) -> Window:
    """The window on a short article without statements."""
    blocks = (
        Block(BlockKind.HEADING, 0, len(HEAD), 1),
        Block(BlockKind.PARAGRAPH, TEXT.index(BODY), TEXT.index(BODY) + len(BODY)),
    )
    article = ImportedArticle(
        text=TEXT,
        blocks=blocks,
        title=HEAD,
        source=b"",
        source_name="a.txt",
        media_type="text/plain",
    )
    done = sample.session.do(articles.add_article, imported=article)
    assert done is not None
    sample.work.choice.show_article(ArticleId(done.new("article")))
    sample.work.show_article()
    return sample


@pytest.fixture
def words(ferry: Window) -> Callable[[], list[str]]:
    """The words of each statement."""

    def quotes() -> list[str]:
        article = ferry.work.choice.article
        return [
            row.quote for row in lists.statement_rows(ferry.session.open_desk(), article=article)
        ]

    return quotes


def put_caret(window: Window, start: int, end: int | None = None) -> None:
    """Put the caret at a place, or select up to another."""
    view = window.work.page.view
    cursor = QTextCursor(view.document())
    cursor.setPosition(start)
    cursor.setPosition(start if end is None else end, QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)
    view.setFocus()


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("M", "Reed"),
        ("S", "Dr. Reed said 40 was fair."),
        ("P", BODY),
        ("Ctrl+Shift+M", "Reed"),
    ],
)
def test_one_key_marks_what_stands_at_the_caret(qtbot: QtBot, ferry, words, key, expected) -> None:
    put_caret(ferry, TEXT.index("Reed") + 2)
    press(qtbot, key, ferry.work.page.view)
    assert words() == [expected]
    assert ferry.work.panel.isVisible()
    press(qtbot, "Ctrl+Z", ferry.work.page.view)
    assert words() == []


@pytest.mark.parametrize(("key", "expected"), [("M", "cost 40 million"), ("Alt+M", "ost 40 mil")])
def test_a_selection_is_marked_in_whole_words_or_exactly(
    qtbot: QtBot, ferry, words, key, expected
) -> None:
    start = TEXT.index("ost 40")
    put_caret(ferry, start, start + len("ost 40 mil"))
    press(qtbot, key, ferry.work.page.view)
    assert words() == [expected]


def test_where_no_word_is_nothing_is_marked(qtbot: QtBot, ferry, words) -> None:
    put_caret(ferry, len(TEXT))
    press(qtbot, "M", ferry.work.page.view)
    assert "No words are selected." in ferry.message.text()
    assert words() == []


def test_all_places_of_a_number_become_one_statement(qtbot: QtBot, ferry, words) -> None:
    put_caret(ferry, TEXT.index("40"))
    press(qtbot, "Ctrl+Shift+M", ferry.work.page.view)
    assert words() == ["40 … 40"]


def test_the_same_words_are_marked_twice_only_when_asked_twice(qtbot: QtBot, ferry, words) -> None:
    view = ferry.work.page.view
    for at in (TEXT.index("Reed"), TEXT.index("ferry"), TEXT.index("people")):
        put_caret(ferry, at)
        press(qtbot, "M", view)
    start = TEXT.index("Reed")
    put_caret(ferry, start, start + 3)
    press(qtbot, "M", view)
    assert words() == ["ferry", "Reed", "people"]
    assert "marked already as statement 2." in ferry.message.text()
    assert ferry.work.page.number_of(ferry.work.choice.statement) == 2
    press(qtbot, "M", view)
    assert words() == ["ferry", "Reed", "Reed", "people"]


def test_the_warning_is_forgotten_with_the_next_deed(qtbot: QtBot, ferry, words) -> None:
    view = ferry.work.page.view
    put_caret(ferry, TEXT.index("Reed"))
    press(qtbot, "M", view)
    press(qtbot, "M", view)
    assert "marked already" in ferry.message.text()
    press(qtbot, "1", view)
    put_caret(ferry, TEXT.index("Reed"))
    press(qtbot, "M", view)
    assert words() == ["Reed"]


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        (("Alt+Right",), "Reed said"),
        (("Alt+Right", "Alt+Right", "Alt+Left"), "Reed said"),
        (("Alt+Shift+Left",), "Dr. Reed"),
        (("Alt+Shift+Left", "Alt+Shift+Right"), "Reed"),
        (("Alt+Left",), "Reed"),
        (("Alt+Shift+Right",), "Reed"),
        (("Alt+Shift+Left", "Alt+Right", "Alt+Shift+Left"), "million. Dr. Reed said"),
    ],
)
def test_a_statement_is_resized_by_words(qtbot: QtBot, ferry, words, keys, expected) -> None:
    put_caret(ferry, TEXT.index("Reed"))
    press(qtbot, "M", ferry.work.page.view)
    statement = ferry.work.choice.statement
    for key in keys:
        press(qtbot, key, ferry.work.page.view)
    assert words() == [expected]
    assert ferry.work.choice.statement == statement


def test_of_several_stretches_the_one_at_the_caret_is_resized_and_removed(
    qtbot: QtBot, ferry, words
) -> None:
    view = ferry.work.page.view
    put_caret(ferry, TEXT.index("40"))
    press(qtbot, "Ctrl+Shift+M", view)
    put_caret(ferry, TEXT.index("was"))
    press(qtbot, "Alt+Right", view)
    assert words() == ["40 … 40 was"]
    put_caret(ferry, TEXT.index("cost"))
    ferry.work.actions["statement.remove_words"].trigger()
    assert words() == ["40 was"]


def test_added_words_are_whole_too(qtbot: QtBot, ferry, words) -> None:
    view = ferry.work.page.view
    put_caret(ferry, TEXT.index("ferry"))
    press(qtbot, "M", view)
    put_caret(ferry, TEXT.index("illion"))
    press(qtbot, "Shift+M", view)
    assert words() == ["ferry … million"]


def test_nothing_is_marked_where_the_article_is_not_seen(qtbot: QtBot, ferry, words) -> None:
    put_caret(ferry, TEXT.index("Reed"))
    press(qtbot, "Ctrl+3")
    before = log.head(ferry.session.open_desk().db)
    for key in ("M", "S", "P", "Alt+M", "Ctrl+Shift+M"):
        press(qtbot, key, ferry)
    assert log.head(ferry.session.open_desk().db) == before


def test_an_end_of_the_chosen_statement_is_dragged(qtbot: QtBot, ferry, words) -> None:
    view = ferry.work.page.view
    put_caret(ferry, TEXT.index("Reed"))
    press(qtbot, "M", view)
    statement = ferry.work.choice.statement
    start, end = (point_at(ferry, TEXT.index(words)) for words in (" said", "air. It"))
    qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(view.viewport(), end)
    qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=end)
    assert words() == ["Reed said 40 was fair"]
    assert ferry.work.choice.statement == statement
    press(qtbot, "Ctrl+Z", view)
    assert words() == ["Reed"]


def point_at(window: Window, position: int) -> QPoint:
    cursor = QTextCursor(window.work.page.view.document())
    cursor.setPosition(position)
    return window.work.page.view.cursorRect(cursor).center()


def test_a_highlight_says_its_number_verdict_and_checker(
    qtbot: QtBot, ferry, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = []
    monkeypatch.setattr(QToolTip, "showText", lambda _at, text, _widget: shown.append(text))
    view = ferry.work.page.view
    put_caret(ferry, TEXT.index("Reed"))
    press(qtbot, "M", view)
    at = point_at(ferry, TEXT.index("eed"))
    asked = QHelpEvent(QEvent.Type.ToolTip, at, view.viewport().mapToGlobal(at))
    QApplication.sendEvent(view.viewport(), asked)
    press(qtbot, "1", view)
    QApplication.sendEvent(view.viewport(), asked)
    assert shown == ["<qt>1 · to check</qt>", "<qt>1 · Verified · Ada Reed</qt>"]
