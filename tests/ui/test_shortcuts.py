"""A key does one thing: by the table, after any change, and at the next start."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from factcheck.errors import FactcheckError
from factcheck.ui.app import make_window
from factcheck.ui.commands import COMMANDS
from factcheck.ui.dialogs.about import AboutDialog
from factcheck.ui.dialogs.many import SureDialog
from factcheck.ui.dialogs.shortcuts import ShortcutsDialog
from factcheck.ui.settings import Settings
from factcheck.ui.shortcuts import RESERVED, Shortcuts, effective
from factcheck.ui.window import Window
from tests.ui.driving import click, dialog, press, settled, type_text

TABLE = {each.id: each.keys for each in COMMANDS}
NAMES = st.sampled_from(sorted(TABLE))
KEYS = st.sampled_from(
    ["", "Ctrl+Alt+F", "Tab", "F4", *(key for keys in TABLE.values() for key in keys)]
)


@pytest.fixture
def shortcuts(qapp: QApplication, settings: Settings) -> Shortcuts:
    return make(settings)


def make(settings: Settings) -> Shortcuts:
    actions = {each.id: QAction(each.text) for each in COMMANDS}
    return Shortcuts(COMMANDS, actions, settings)


def all_keys(current: dict[str, tuple[str, ...]]) -> list[str]:
    return [key for keys in current.values() for key in keys]


def test_without_a_choice_the_table_holds(shortcuts: Shortcuts) -> None:
    normal = {name: tuple(QKeySequence(k).toString() for k in keys) for name, keys in TABLE.items()}
    assert shortcuts.current() == normal


@given(st.dictionaries(NAMES, KEYS))
def test_no_two_clash_whatever_the_settings_say(chosen: dict[str, str]) -> None:
    keys = all_keys(effective(TABLE, chosen))
    assert len(keys) == len(set(keys))
    assert RESERVED.isdisjoint(keys)


@given(st.dictionaries(NAMES, KEYS, max_size=4))
def test_commands_that_no_choice_touches_keep_their_keys(chosen: dict[str, str]) -> None:
    current = effective(TABLE, chosen)
    assert list(current) == list(TABLE)
    for name in TABLE.keys() - chosen.keys():
        assert current[name] == tuple(key for key in TABLE[name] if key not in chosen.values())


@pytest.mark.parametrize("seed", range(8))
def test_no_two_clash_after_any_changes(shortcuts: Shortcuts, seed: int) -> None:
    import random

    chance = random.Random(seed)
    keys = ["Ctrl+Alt+F", "F4", "Tab", *all_keys(TABLE)]
    for _ in range(60):
        name = chance.choice(sorted(TABLE))
        before = shortcuts.current()
        try:
            change = chance.choice((shortcuts.choose, shortcuts.clear, shortcuts.reset))
            change(name, chance.choice(keys)) if change == shortcuts.choose else change(name)
        except FactcheckError:
            assert shortcuts.current() == before
        held = all_keys(shortcuts.current())
        assert len(held) == len(set(held))


def test_a_key_in_use_is_refused_by_the_name_of_its_command(shortcuts: Shortcuts) -> None:
    with pytest.raises(FactcheckError, match="“Export report”"):
        shortcuts.choose("desk.new", "Ctrl+E")
    assert shortcuts.current()["desk.new"] == ("Ctrl+N",)


def test_a_key_that_was_given_away_is_not_taken_back_silently(shortcuts: Shortcuts) -> None:
    shortcuts.clear("desk.new")
    shortcuts.choose("desk.open", "Ctrl+N")
    with pytest.raises(FactcheckError, match="“Open desk”"):
        shortcuts.reset("desk.new")
    shortcuts.reset_all()
    assert shortcuts.current()["desk.new"] == ("Ctrl+N",)
    assert not shortcuts.is_changed("desk.new")


@pytest.mark.parametrize("key", ["Tab", "Escape", "Return", "Ctrl+C"])
def test_keys_for_writing_and_moving_are_refused(shortcuts: Shortcuts, key: str) -> None:
    with pytest.raises(FactcheckError, match="needed for writing"):
        shortcuts.choose("desk.new", key)


def test_no_command_of_the_table_has_a_reserved_key(qapp: QApplication) -> None:
    assert RESERVED.isdisjoint(QKeySequence(key).toString() for key in all_keys(TABLE))
    readable = RESERVED - {"Shift+Backtab"}
    assert {QKeySequence(key).toString() for key in readable} == readable


def test_what_was_chosen_holds_at_the_next_start(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    path = tmp_path / "window.ini"
    first = make(Settings(path))
    first.choose("desk.new", "Ctrl+Alt+,")
    first.clear("statement.mark")
    del first
    window = make_window(qapp, Settings(path), None)
    qtbot.addWidget(window)
    settled(qtbot, window)
    actions = window.work.actions
    assert [key.toString() for key in actions["desk.new"].shortcuts()] == ["Ctrl+Alt+,"]
    assert actions["statement.mark"].shortcuts() == []


def test_the_status_line_leaves_out_what_has_no_key(sample: Window) -> None:
    sample.work.shortcuts.clear("statement.next")
    sample.work.shortcuts.choose("statement.previous", "F4")
    sample.work.situation.refresh()
    assert sample.status.hints.whole().startswith("F4 Previous · ")


# The dialog


@pytest.fixture
def asked(qtbot: QtBot, sample: Window) -> ShortcutsDialog:
    press(qtbot, "F1", sample)
    return dialog(qtbot, sample, ShortcutsDialog)


def shown(asked: ShortcutsDialog) -> dict[str, str]:
    rows = [asked.list.topLevelItem(row) for row in range(asked.list.topLevelItemCount())]
    return {row.text(0): row.text(1) for row in rows if not row.isHidden()}


def test_all_commands_are_listed_with_their_keys(asked: ShortcutsDialog) -> None:
    assert len(shown(asked)) == len(COMMANDS)
    assert shown(asked)["Next open"] == "N"
    assert shown(asked)["Verdict 7"] == "7"
    # Not what it would undo just now.
    assert shown(asked)["Undo"] == "Ctrl+Z"


def test_the_filter_looks_at_names_and_keys(qtbot: QtBot, asked: ShortcutsDialog) -> None:
    type_text(qtbot, "des ctrl o")
    assert shown(asked) == {
        "Open desk…": "Ctrl+O",
        "Close desk": "Ctrl+W",
        "Overview of the desk…": "Ctrl+Shift+O",
    }
    assert asked.list.currentItem().text(0) == "Open desk…"


def test_a_key_is_changed_by_pressing_it_and_works_at_once(
    qtbot: QtBot, sample: Window, asked: ShortcutsDialog
) -> None:
    type_text(qtbot, "next open")
    press(qtbot, "Alt+K")
    press(qtbot, "F4", asked.key)
    assert shown(asked)["Next open"] == "F4"
    click(qtbot, asked.clear)
    assert shown(asked)["Next open"] == ""
    press(qtbot, "F7", asked.key)
    asked.reject()
    assert sample.status.hints.whole().startswith("J Next")
    sample.activateWindow()
    qtbot.waitUntil(sample.isActiveWindow)
    press(qtbot, "F7", sample.work.page.view)
    assert sample.work.choice.statement is not None
    assert "F7" in sample.session.settings.shortcuts().values()


def test_a_clash_is_told_and_changes_nothing(qtbot: QtBot, asked: ShortcutsDialog) -> None:
    type_text(qtbot, "next open")
    press(qtbot, "Ctrl+E", asked.key)
    assert "“Export report”" in asked.refusal.text()
    assert shown(asked)["Next open"] == "N"
    assert asked.key.keySequence().toString() == "N"
    press(qtbot, "F4", asked.key)
    assert asked.refusal.text() == ""
    click(qtbot, asked.reset)
    assert shown(asked)["Next open"] == "N"
    assert not asked.reset.isEnabled()


def test_all_choices_are_taken_back_after_a_question(
    qtbot: QtBot, sample: Window, asked: ShortcutsDialog
) -> None:
    assert not asked.reset_all.isEnabled()
    type_text(qtbot, "next open")
    press(qtbot, "F4", asked.key)
    click(qtbot, asked.reset_all)
    press(qtbot, "Escape", dialog(qtbot, sample, SureDialog))
    assert shown(asked)["Next open"] == "F4"
    click(qtbot, asked.reset_all)
    click(qtbot, dialog(qtbot, sample, SureDialog).ok)
    assert shown(asked)["Next open"] == "N"
    assert not asked.reset_all.isEnabled()


def test_the_title_bar_shows_the_key_of_the_search(sample: Window) -> None:
    sample.work.shortcuts.choose("view.finder", "F8")
    keys = [child.text() for child in sample.title_bar.finder.children() if hasattr(child, "text")]
    assert keys == ["F8"]


def test_about_names_version_and_licences(qtbot: QtBot, sample: Window) -> None:
    sample.work.actions["help.about"].trigger()
    about = dialog(qtbot, sample, AboutDialog)
    said = " ".join(child.text() for child in about.children() if hasattr(child, "text"))
    for words in ("Factcheck 0.", "Apache License", "LGPL", "Open Font License"):
        assert words in said
