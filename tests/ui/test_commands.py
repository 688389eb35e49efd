from collections import Counter
from itertools import pairwise

from PySide6.QtGui import QKeySequence
from pytestqt.qtbot import QtBot

from factcheck.ui.commands import BEGINNING_A_GROUP, COMMANDS
from factcheck.ui.window import Window
from tests.ui.driving import press


def test_no_two_commands_share_a_key() -> None:
    keys = Counter(QKeySequence(key).toString() for command in COMMANDS for key in command.keys)
    assert [key for key, count in keys.items() if count > 1] == []


def test_every_key_can_be_read() -> None:
    assert all(QKeySequence(key).toString() for command in COMMANDS for key in command.keys)


def test_no_two_commands_share_an_id() -> None:
    assert len({command.id for command in COMMANDS}) == len(COMMANDS)


def test_no_two_commands_of_a_menu_share_a_letter() -> None:
    letters = Counter(
        (command.menu, command.text[command.text.index("&") + 1].lower())
        for command in COMMANDS
        if "&" in command.text
    )
    assert [pair for pair, count in letters.items() if count > 1] == []


def test_without_a_desk_only_the_beginnings_are_offered(window: Window) -> None:
    enabled = {name for name, action in window.work.actions.items() if action.isEnabled()}
    assert enabled == {
        *("desk.new", "desk.open", "desk.sample", "desk.person", "desk.quit"),
        *("view.appearance", "view.system", "view.finder", "view.menu"),
        *("help.shortcuts", "help.about"),
    }


def test_undo_says_what_it_undoes(qtbot: QtBot, sample: Window) -> None:
    undo, redo = (sample.work.actions[name] for name in ("edit.undo", "edit.redo"))
    sample.work.go_to_open()
    # Twice: another verdict stands there, and its reasoning is kept.
    press(qtbot, "1, 1", sample.work.page.view)
    assert undo.text() == "&Undo: verdict “Verified”"
    assert not redo.isEnabled()
    press(qtbot, "Ctrl+Z", sample.work.page.view)
    assert undo.text() == "&Undo: dismissal"
    assert redo.text() == "&Redo: verdict “Verified”"
    press(qtbot, "Ctrl+Shift+Z", sample.work.page.view)
    assert undo.text() == "&Undo: verdict “Verified”"


def test_menus_have_their_lines_between_groups(sample: Window) -> None:
    shown = set()
    for menu in sample.work.menus.values():
        actions = menu.actions()
        assert not actions[0].isSeparator()
        pairs = list(pairwise(actions))
        assert not any(one.isSeparator() and other.isSeparator() for one, other in pairs)
        shown |= {other.objectName() for one, other in pairs if one.isSeparator()}
    assert shown == BEGINNING_A_GROUP
