"""What was typed and not given is there again: after a switch, a restart, a crash."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from factcheck.actions.demo import make_sample_desk
from factcheck.ui import drafts
from factcheck.ui.app import make_window
from factcheck.ui.settings import Settings
from factcheck.ui.statement.verdict_button import Lit
from factcheck.ui.window import Window
from tests.ui.driving import press, settled, type_text

TYPIST = Path(__file__).with_name("typist.py")
TEXT = "The yearbook says 14.2; ask Oslo"


def file_of(window: Window) -> Path:
    desk = window.session.open_desk().row().id
    return window.session.settings.folder / "drafts" / f"{desk}.json"


def kept(window: Window) -> dict:
    return json.loads(file_of(window).read_bytes())


def again(window: Window) -> None:
    """Close the desk and open it anew, at the same statement."""
    path = window.session.open_desk().path
    window.session.close()
    assert window.session.open(path)
    window.work.go_to_open()


def test_a_kill_loses_nothing_that_was_kept(
    qtbot: QtBot, qapp: QApplication, settings: Settings, tmp_path: Path
) -> None:
    desk = tmp_path / "sample.factcheck"
    make_sample_desk(desk)
    memory = tmp_path / "settings" / "window.ini"
    settings._store.sync()
    child = subprocess.Popen(
        [sys.executable, str(TYPIST), str(desk), str(memory), TEXT],
        stdout=subprocess.PIPE,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        text=True,
    )
    assert child.stdout.readline() == "kept\n"
    child.kill()
    child.communicate()
    window = make_window(qapp, Settings(memory), desk)
    qtbot.addWidget(window)
    settled(qtbot, window)
    window.work.go_to_open()
    assert window.work.panel.verdict.reasoning.text().startswith(TEXT)
    assert window.work.panel.notes.writing.field.text() == TEXT
    window.session.close()
    window.session.jobs.wait()


def test_it_is_written_soon_and_taken_out_when_given(qtbot: QtBot, sample: Window) -> None:
    assert drafts._WAIT_MS <= 2000
    verdict = sample.work.panel.verdict
    sample.work.go_to_open()
    press(qtbot, "Ctrl+A", verdict.reasoning)
    with qtbot.waitSignal(sample.work.drafts.kept):
        qtbot.keyClicks(verdict.reasoning, TEXT)
    assert list(kept(sample)["verdicts"]) == [sample.work.choice.statement]
    press(qtbot, "1", sample.work.page.view)
    qtbot.waitUntil(lambda: kept(sample) == {"verdicts": {}, "notes": {}})
    again(sample)
    assert not verdict.unsent()


def test_both_fields_and_the_waiting_outcome_come_back(qtbot: QtBot, sample: Window) -> None:
    verdict = sample.work.panel.verdict
    sample.work.go_to_open()
    press(qtbot, "Ctrl+A", verdict.correction)
    qtbot.keyClicks(verdict.correction, "a cheap ship")
    press(qtbot, "Ctrl+A", verdict.reasoning)
    press(qtbot, "Backspace", verdict.reasoning)
    press(qtbot, "2", sample.work.page.view)
    again(sample)
    assert (verdict.reasoning.text(), verdict.correction.text()) == (
        "",
        "a cheap ship",
    )
    assert [b.step.code for b in verdict.grid.buttons if b.lit == Lit.PENDING] == ["fix"]
    assert verdict.unsent()


def test_what_one_statement_was_told_stays_with_it(qtbot: QtBot, sample: Window) -> None:
    verdict = sample.work.panel.verdict
    sample.work.go_to_open()
    verdict.reasoning.setFocus()
    type_text(qtbot, TEXT)
    typed = verdict.reasoning.text()
    sample.work.go(1)
    assert TEXT not in verdict.reasoning.text()
    again(sample)
    assert verdict.reasoning.text() == typed


def test_nothing_of_a_desk_is_shown_on_another(
    qtbot: QtBot, sample: Window, tmp_path: Path
) -> None:
    sample.work.go_to_open()
    qtbot.keyClicks(sample.work.panel.verdict.reasoning, TEXT)
    other = tmp_path / "other.factcheck"
    make_sample_desk(other)
    assert sample.session.open(other)
    sample.work.go_to_open()
    assert TEXT not in sample.work.panel.verdict.reasoning.text()
    assert sample.work.panel.verdict.drafts() == {}


@pytest.mark.parametrize(
    "content",
    [
        *(b"", b"{", b"[]", b'"x"', b"\xff", b'{"a": 1}', b'{"verdicts": {}}'),
        b'{"verdicts": {"a": [1, 2, 3, 4]}, "notes": {}}',
        b'{"verdicts": {}, "notes": {"a": 1}}',
    ],
)
def test_a_file_that_holds_something_else_is_passed_over(sample: Window, content: bytes) -> None:
    path = file_of(sample)
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content)
    again(sample)
    assert sample.work.panel.verdict.drafts() == {}
    assert sample.work.panel.notes.drafts() == {}


def test_where_nothing_can_be_written_it_is_said(qtbot: QtBot, sample: Window) -> None:
    folder = sample.session.settings.folder
    folder.mkdir(exist_ok=True)
    (folder / "drafts").write_text("in the way")
    sample.work.go_to_open()
    qtbot.keyClicks(sample.work.panel.verdict.reasoning, TEXT)
    qtbot.waitUntil(lambda: "can’t be kept" in sample.message.text())
