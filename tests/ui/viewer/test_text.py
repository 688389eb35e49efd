"""A text as a source: its paragraphs are places, its words are found."""

from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from factcheck.domain.locators import LocatorKind
from factcheck.ui.viewer.window import ViewerWindow
from tests.ui.driving import click, press, type_text

TEXT = "Opening 🌉 words.\r\n\r\nStorage is fourteen\r\nmillion.\r\n\r\nStorage grew."
SHOWN = TEXT.replace("\r", "")


def select(viewer: ViewerWindow, quote: str) -> None:
    viewer.text.setTextCursor(viewer.text.document().find(quote))


def tinted(viewer: ViewerWindow, colour: str) -> list[str]:
    chosen = [
        each.cursor.selectedText()
        for each in viewer.text.extraSelections()
        if each.format.background().color().name() == colour
    ]
    return [text.replace("\u2029", "\n") for text in chosen]


def test_the_place_of_an_excerpt_is_its_paragraph(qtbot: QtBot, look, citation) -> None:
    viewer = look(TEXT.encode(), "note.txt", locator="p. 3")
    select(viewer, "fourteen")
    click(qtbot, viewer.take)
    kept = citation()
    assert (kept.excerpt, kept.locator_kind, kept.locator) == (
        "fourteen",
        LocatorKind.PARAGRAPH,
        "2",
    )
    assert viewer.remark.text() == "Kept as the excerpt, ¶ 2."
    assert tinted(viewer, "#fbeacb") == ["fourteen"]
    assert not viewer.take.isEnabled()


def test_a_text_of_one_paragraph_leaves_the_place_alone(qtbot: QtBot, look, citation) -> None:
    viewer = look(b"Storage grew.", "note.txt", locator="p. 3")
    select(viewer, "grew")
    click(qtbot, viewer.take)
    assert (citation().excerpt, citation().locator) == ("grew", "3")


def test_the_excerpt_is_tinted_where_it_stands(look) -> None:
    viewer = look(TEXT.encode(), "note.txt", excerpt="storage  is fourteen million")
    assert tinted(viewer, "#fbeacb") == ["Storage is fourteen\nmillion"]


def test_words_are_found(qtbot: QtBot, look) -> None:
    viewer = look(TEXT.encode(), "note.txt")
    press(qtbot, "Ctrl+F")
    type_text(qtbot, "storage")
    assert viewer.searching.bar.said() == "1 of 2"
    assert tinted(viewer, "#ffe08a") == ["Storage", "Storage"]
    press(qtbot, "Return")
    assert viewer.searching.bar.said() == "2 of 2"
    last = SHOWN.rindex("Storage")
    assert viewer.text.place() == (last, last + len("Storage"))
    press(qtbot, "Escape")
    assert viewer.text.hasFocus()
    assert tinted(viewer, "#ffe08a") == []
    assert viewer.text.textCursor().selectedText() == "Storage"


def test_only_what_is_on_show_is_tinted(qtbot: QtBot, look) -> None:
    viewer = look(b"storage\n" * 5000, "long.txt")
    press(qtbot, "Ctrl+F")
    type_text(qtbot, "storage")
    assert viewer.searching.bar.said() == "1 of 5,000"
    assert 10 < len(tinted(viewer, "#ffe08a")) < 100
    press(qtbot, "Shift+Return")
    assert viewer.searching.bar.said() == "5,000 of 5,000"
    assert 10 < len(tinted(viewer, "#ffe08a")) < 100


def test_places_count_code_points(look) -> None:
    viewer = look(TEXT.encode(), "note.txt")
    viewer.text.moveCursor(QTextCursor.MoveOperation.End)
    assert viewer.text.place() == (len(SHOWN), len(SHOWN))
