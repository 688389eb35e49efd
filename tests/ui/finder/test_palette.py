"""Everything by a few letters, from the keyboard, and back to where one was."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from factcheck.store import lists
from factcheck.ui.finder.entries import LIMIT
from factcheck.ui.finder.lines import ENTRY
from factcheck.ui.finder.palette import PaletteList
from factcheck.ui.window import Window
from tests.ui.driving import click, press, type_text


def popup(window: Window) -> PaletteList:
    return window.work.finder.popup


def lines(window: Window) -> list[str]:
    """What is on show, headings in brackets."""
    shown = popup(window).list
    items = [shown.item(row) for row in range(shown.count())]
    return [i.data(ENTRY).text if i.data(ENTRY) else f"[{i.text()}]" for i in items]


def chosen(window: Window) -> str:
    entry = popup(window).chosen()
    assert entry is not None
    return entry.text


def look_for(qtbot: QtBot, window: Window, text: str) -> None:
    press(qtbot, "Ctrl+K", QApplication.focusWidget() or window)
    assert popup(window).isVisible()
    type_text(qtbot, text)
    found(qtbot, window)


def found(qtbot: QtBot, window: Window) -> None:
    """Wait for what is looked for on the desk."""
    qtbot.waitUntil(lambda: not window.work.finder.waiting)


def test_a_command_is_done_and_the_focus_is_back(qtbot: QtBot, sample: Window) -> None:
    view = sample.work.page.view
    view.setFocus()
    look_for(qtbot, sample, "nextop")
    assert chosen(sample) == "Next open"
    press(qtbot, "Return")
    assert sample.work.choice.statement is not None
    assert not popup(sample).isVisible()
    assert view.hasFocus()
    assert sample.title_bar.finder.text() == ""


def test_a_command_shows_its_key_and_what_can_not_be_done_is_left_out(
    qtbot: QtBot, sample: Window
) -> None:
    sample.work.choice.show_statement(None)
    look_for(qtbot, sample, "")
    shown = popup(sample).list
    entries = [shown.item(row).data(ENTRY) for row in range(shown.count())]
    keys = {entry.text: entry.aside for entry in entries if entry}
    native = QKeySequence.SequenceFormat.NativeText
    assert keys["Open desk…"] == QKeySequence("Ctrl+O").toString(native)
    assert "Attach evidence…" not in keys
    assert "Search everything" not in keys


def test_verdicts_have_the_words_of_the_scale(qtbot: QtBot, sample: Window) -> None:
    sample.work.go(1)
    look_for(qtbot, sample, "verdict")
    verdicts = [line for line in lines(sample) if line.startswith("Verdict")]
    steps = [button.step.word for button in sample.work.panel.verdict.grid.buttons]
    assert sorted(verdicts) == sorted(f"Verdict: {word}" for word in steps)


def test_an_article_is_opened_by_its_title(qtbot: QtBot, sample: Window) -> None:
    sample.work.show_queue()
    look_for(qtbot, sample, "brings outer isl")
    assert lines(sample)[0] == "[Articles]"
    assert chosen(sample) == "Night ferry brings the outer islands an hour closer"
    press(qtbot, "Return")
    assert sample.pages.currentWidget() is sample.work.page


def test_a_statement_is_opened_from_any_page(qtbot: QtBot, sample: Window) -> None:
    sample.work.show_articles()
    row = lists.statement_rows(sample.session.open_desk())[4]
    look_for(qtbot, sample, f'"{row.quote[4:30].upper()}')
    assert lines(sample)[:2] == ["[Statements]", f"{row.number}  {row.quote}"]
    press(qtbot, "Return")
    assert sample.pages.currentWidget() is sample.work.page
    assert sample.work.choice.statement == row.id
    assert sample.work.page.view.hasFocus()


def test_keys_walk_over_headings_and_stop_at_the_ends(qtbot: QtBot, sample: Window) -> None:
    look_for(qtbot, sample, "o")
    entries = [line for line in lines(sample) if not line.startswith("[")]
    walked = [chosen(sample)]
    for _ in entries:
        press(qtbot, "Down")
        walked.append(chosen(sample))
    assert walked == [*entries, entries[-1]]
    press(qtbot, "PgUp")
    assert chosen(sample) not in entries[-3:]
    for _ in entries:
        press(qtbot, "PgUp")
    press(qtbot, "Up")
    assert chosen(sample) == entries[0]
    press(qtbot, "PgDown")
    assert chosen(sample) not in entries[:3]


def test_escape_gives_the_focus_back_and_does_nothing(qtbot: QtBot, sample: Window) -> None:
    view = sample.work.page.view
    view.setFocus()
    before = sample.work.choice.statement
    look_for(qtbot, sample, "next")
    press(qtbot, "Escape")
    assert view.hasFocus()
    assert not popup(sample).isVisible()
    assert sample.work.choice.statement == before


def test_nothing_found_is_said_and_return_does_nothing(qtbot: QtBot, sample: Window) -> None:
    look_for(qtbot, sample, "qqqqq")
    assert lines(sample) == []
    press(qtbot, "Down")
    press(qtbot, "Return")
    assert popup(sample).isVisible()


def test_with_the_mouse(qtbot: QtBot, sample: Window) -> None:
    click(qtbot, sample.title_bar.finder)
    type_text(qtbot, "queue")
    shown = popup(sample).list
    place = shown.visualItemRect(shown.item(1)).center()
    qtbot.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert sample.pages.currentWidget() is sample.work.queue.list
    assert not popup(sample).isVisible()


def test_going_elsewhere_closes_the_list(qtbot: QtBot, sample: Window) -> None:
    look_for(qtbot, sample, "queue")
    sample.work.page.view.setFocus()
    assert not popup(sample).isVisible()


@pytest.mark.parametrize("width", [1440, 940])
def test_the_list_hangs_under_the_field_inside_the_window(
    qtbot: QtBot, sample: Window, width: int
) -> None:
    look_for(qtbot, sample, "")
    sample.resize(width, 700)
    qtbot.waitUntil(lambda: sample.width() == width)
    field = sample.title_bar.finder
    below = field.mapTo(sample, QPoint(0, field.height())).y()
    area = popup(sample).geometry()
    assert area.width() == 640
    assert sample.rect().contains(area)
    assert 0 <= area.top() - below <= 10


def test_without_a_desk_there_are_only_commands(qtbot: QtBot, window: Window) -> None:
    look_for(qtbot, window, "")
    assert [line for line in lines(window) if line.startswith("[")] == ["[Commands]"]
    assert len(lines(window)) <= LIMIT + 1
