"""Notes in the panel: written, edited and removed by their author, and never lost while typed."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from factcheck.actions.notes import write_note
from factcheck.actions.people import person_called
from factcheck.store.notes import notes
from factcheck.ui.dialogs.details import DetailsDialog
from factcheck.ui.statement.note_card import NoteCard
from factcheck.ui.window import Window
from tests.ui.driving import click, dialog, press, type_text

TEXT = "Ask the clerk again"


@pytest.fixture
def chosen(sample: Window) -> Window:
    """The sample desk with its first statement chosen."""
    sample.work.go(1)
    return sample


def written(window: Window) -> list[str]:
    statement = window.work.choice.statement
    return [note.text for note in notes(window.session.open_desk(), statement)]


def note(qtbot: QtBot, window: Window, text: str = TEXT) -> NoteCard:
    """Write a note by keyboard and return its card."""
    press(qtbot, "T", window.work.page.view)
    type_text(qtbot, text)
    press(qtbot, "Ctrl+Return")
    return list(window.work.panel.notes.cards.values())[-1]


def by_jon(window: Window, text: str = "From Jon") -> NoteCard:
    """Let somebody else write a note in another program, and return its card."""
    desk, statement = window.session.open_desk(), window.work.choice.statement
    write_note(desk, actor=person_called(desk, name="Jon Lund"), statement=statement, text=text)
    window.session.changed.emit(None)
    return list(window.work.panel.notes.cards.values())[-1]


def kept(window: Window) -> dict[str, str]:
    name = window.session.open_desk().row().id
    file = window.session.settings.folder / "drafts" / f"{name}.json"
    return json.loads(file.read_bytes())["notes"]


def test_t_writes_and_ctrl_return_saves(qtbot: QtBot, chosen: Window) -> None:
    section = chosen.work.panel.notes
    assert section.heading.text() == "Notes · 0"
    card = note(qtbot, chosen)
    assert written(chosen) == [TEXT]
    assert section.heading.text() == "Notes · 1"
    assert (card.who.whole(), card.text.text()) == ("Ada Reed", TEXT)
    assert card.when.text().startswith("today, ")
    assert card.text.accessibleName().startswith("Note by Ada Reed, today, ")
    assert section.writing.field.text() == ""
    assert section.drafts() == {}
    assert section.writing.field.hasFocus()


def test_the_mouse_does_it_too(qtbot: QtBot, chosen: Window) -> None:
    section = chosen.work.panel.notes
    click(qtbot, section.write)
    type_text(qtbot, TEXT)
    qtbot.waitUntil(section.writing.save.isVisible)
    click(qtbot, section.writing.save)
    assert written(chosen) == [TEXT]


def test_an_empty_note_is_not_written_nor_is_anything_submitted(
    qtbot: QtBot, chosen: Window
) -> None:
    chosen.work.go_to_open()
    press(qtbot, "T", chosen.work.page.view)
    type_text(qtbot, "  ")
    with qtbot.assertNotEmitted(chosen.session.changed):
        press(qtbot, "Ctrl+Return")
    assert written(chosen) == []
    assert not chosen.message.isVisible()


def test_escape_leaves_and_keeps_the_draft(qtbot: QtBot, chosen: Window) -> None:
    section = chosen.work.panel.notes
    press(qtbot, "T", chosen.work.page.view)
    type_text(qtbot, TEXT)
    press(qtbot, "Escape")
    assert chosen.work.page.view.hasFocus()
    press(qtbot, "J")
    assert section.writing.field.text() == ""
    assert not section.writing.save.isVisible()
    press(qtbot, "K")
    assert section.writing.field.text() == TEXT
    press(qtbot, "T")
    press(qtbot, "Ctrl+Return")
    assert written(chosen) == [TEXT]


def test_what_is_typed_is_there_after_the_desk_was_opened_anew(
    qtbot: QtBot, chosen: Window
) -> None:
    section, statement = chosen.work.panel.notes, chosen.work.choice.statement
    own = note(qtbot, chosen)
    with qtbot.waitSignal(chosen.work.drafts.kept):
        type_text(qtbot, "One more")
    name = next(iter(section.cards))
    click(qtbot, own.edit)
    with qtbot.waitSignal(chosen.work.drafts.kept):
        type_text(qtbot, "Changed")
    assert kept(chosen) == {statement: "One more", name: "Changed"}
    path = chosen.session.open_desk().path
    chosen.session.close()
    assert section.drafts() == {}
    assert chosen.session.open(path)
    chosen.work.go(1)
    assert section.writing.field.text() == "One more"
    assert section.cards[name].editing.field.text() == "Changed"
    click(qtbot, section.cards[name].editing.save)
    assert written(chosen) == ["Changed"]
    assert list(section.drafts()) == [statement]


def test_one_s_own_note_is_edited_by_mouse_and_by_keyboard(qtbot: QtBot, chosen: Window) -> None:
    card = note(qtbot, chosen)
    click(qtbot, card.edit)
    assert card.editing.field.hasFocus()
    type_text(qtbot, "By mouse")
    click(qtbot, card.editing.save)
    assert written(chosen) == ["By mouse"]
    assert card.editing is None
    card.edit.setFocus()
    press(qtbot, "Space")
    type_text(qtbot, "By keyboard")
    press(qtbot, "Ctrl+Return")
    assert written(chosen) == ["By keyboard"]
    assert card.edit.hasFocus()
    assert card.text.isVisible()


def test_an_editing_is_cancelled_or_ends_where_nothing_was_changed(
    qtbot: QtBot, chosen: Window
) -> None:
    section = chosen.work.panel.notes
    card = note(qtbot, chosen)
    click(qtbot, card.edit)
    type_text(qtbot, "Never mind")
    click(qtbot, card.editing.cancel)
    assert (card.editing, section.drafts()) == (None, {})
    click(qtbot, card.edit)
    with qtbot.assertNotEmitted(chosen.session.changed):
        press(qtbot, "Ctrl+Return")
    assert card.editing is None
    assert written(chosen) == [TEXT]


def test_one_s_own_note_is_removed_and_comes_back_by_undo(qtbot: QtBot, chosen: Window) -> None:
    section = chosen.work.panel.notes
    first, second = note(qtbot, chosen, "first"), note(qtbot, chosen, "second")
    first.remove.setFocus()
    press(qtbot, "Space")
    assert written(chosen) == ["second"]
    assert list(section.cards.values()) == [second]
    press(qtbot, "Ctrl+Z", chosen.work.page.view)
    places = sorted(section.cards.values(), key=section._list.indexOf)
    assert [card.text.text() for card in places] == ["first", "second"]


def test_somebody_else_s_note_can_be_read_only(qtbot: QtBot, chosen: Window) -> None:
    card = by_jon(chosen)
    assert not card.edit.isVisible()
    assert not card.remove.isVisible()
    assert card.text.isReadOnly()
    chosen.session.person = "Jon Lund"
    chosen.work.judging.refresh()
    assert card.edit.isVisible()


def test_what_is_typed_stays_while_somebody_else_writes(qtbot: QtBot, chosen: Window) -> None:
    section = chosen.work.panel.notes
    own = note(qtbot, chosen)
    click(qtbot, own.edit)
    type_text(qtbot, "half")
    by_jon(chosen)
    type_text(qtbot, " typed")
    assert own.editing.field.text() == "half typed"
    assert [card.who.whole() for card in section.cards.values()] == ["Ada Reed", "Jon Lund"]


def test_a_note_is_plain_text_and_all_of_it_can_be_seen(qtbot: QtBot, chosen: Window) -> None:
    long = "<b>bold</b> <img src='/x'>\n" + "line\n" * 40 + "https://a.example/" + "x" * 300
    card = by_jon(chosen, long)
    assert card.text.toPlainText() == long
    qtbot.waitUntil(lambda: not card.text.verticalScrollBar().maximum())
    lines = card.text.document().blockCount()
    assert card.text.height() >= lines * card.text.fontMetrics().lineSpacing()
    card.text.selectAll()
    card.text.copy()
    assert QApplication.clipboard().text() == long


def test_tab_goes_through_the_notes_as_the_eye_does(qtbot: QtBot, chosen: Window) -> None:
    section = chosen.work.panel.notes
    first, second = note(qtbot, chosen, "first"), by_jon(chosen)
    section.write.setFocus()
    for following in (first.edit, first.remove, first.text, second.text, section.writing.field):
        press(qtbot, "Tab")
        assert following.hasFocus()


def test_tab_leads_on_from_the_editing(qtbot: QtBot, chosen: Window) -> None:
    card, other = note(qtbot, chosen), by_jon(chosen)
    click(qtbot, card.edit)
    for following in (card.editing.cancel, card.editing.save, other.text):
        press(qtbot, "Tab")
        assert following.hasFocus()


def test_what_is_typed_is_scrolled_to(qtbot: QtBot, chosen: Window) -> None:
    chosen.resize(1100, 600)
    area = chosen.work.panel.findChild(QScrollArea)
    writing = chosen.work.panel.notes.writing

    def in_sight() -> bool:
        top = writing.mapTo(area.viewport(), writing.rect().topLeft()).y()
        return top >= 0 and top + writing.height() <= area.viewport().height()

    assert not in_sight()
    press(qtbot, "T", chosen.work.page.view)
    qtbot.waitUntil(in_sight)
    for _ in range(5):
        type_text(qtbot, "line")
        press(qtbot, "Return")
    qtbot.waitUntil(in_sight)


def test_a_desk_that_is_read_only_takes_no_notes(qtbot: QtBot, chosen: Window) -> None:
    card = note(qtbot, chosen)
    chosen.session.open_desk().read_only = "It is open elsewhere."
    chosen.work.judging.refresh()
    section = chosen.work.panel.notes
    assert not section.write.isEnabled()
    assert "open elsewhere" in section.write.toolTip()
    assert not section.writing.isVisible()
    assert not card.edit.isVisible()
    assert card.text.isVisible()


def hints(window: Window) -> list[str]:
    """What the panel and its notes say of the key that gives what was typed."""
    notes = window.work.panel.notes.findChildren(QLabel)
    told = [each.text() for each in notes if each.isVisible() and "saves it" in each.text()]
    return [*told, window.work.panel.verdict.prompt.text()]


def test_another_key_gives_what_is_typed_and_the_hints_say_so(qtbot: QtBot, chosen: Window) -> None:
    work = chosen.work
    work.go_to_open()
    press(qtbot, "1, 1", work.page.view)
    work.shortcuts.choose("statement.forward", "Alt+G")
    press(qtbot, "T", work.page.view)
    type_text(qtbot, TEXT)
    qtbot.keyClicks(work.panel.verdict.reasoning, "The file says so")
    assert hints(chosen)[0] == "Not saved yet: Alt G saves it."
    assert hints(chosen)[1].startswith("Not given yet: Alt G gives")
    work.shortcuts.choose("statement.forward", "F9")
    assert hints(chosen)[0] == "Not saved yet: F9 saves it."
    assert hints(chosen)[1].startswith("Not given yet: F9 gives")
    press(qtbot, "Ctrl+Return", work.panel.notes.writing.field)
    assert written(chosen) == []
    press(qtbot, "F9", work.panel.notes.writing.field)
    assert written(chosen) == [TEXT]


@pytest.mark.parametrize("key", ["Y", "Shift+Y", ""])
def test_a_key_that_types_gives_nothing_in_a_field(qtbot: QtBot, chosen: Window, key: str) -> None:
    work = chosen.work
    if key:
        work.shortcuts.choose("statement.forward", key)
    else:
        work.shortcuts.clear("statement.forward")
    press(qtbot, "T", work.page.view)
    type_text(qtbot, "Yes, yes")
    assert hints(chosen)[0] == "Not saved yet: Ctrl ↵ saves it."
    press(qtbot, "Ctrl+Return")
    assert written(chosen) == ["Yes, yes"]


@pytest.mark.parametrize(("key", "answers"), [("Alt+G", True), ("Ctrl+Return", False)])
def test_it_answers_questions_too(qtbot: QtBot, chosen: Window, key: str, answers: bool) -> None:
    chosen.work.shortcuts.choose("statement.forward", "Alt+G")
    chosen.work.judging.ask_details("tags")
    asked = dialog(qtbot, chosen, DetailsDialog)
    type_text(qtbot, "budget")
    press(qtbot, key)
    assert asked.isVisible() is not answers


def test_keypad_enter_gives_too(qtbot: QtBot, chosen: Window) -> None:
    press(qtbot, "T", chosen.work.page.view)
    type_text(qtbot, TEXT)
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.KeypadModifier
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Enter, held)
    assert written(chosen) == [TEXT]
