import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot
from sqlite_utils.db import sqlite3

from factcheck.actions import faults
from factcheck.errors import FactcheckError
from factcheck.ui.app import tell_faults
from factcheck.ui.window import Window
from tests.ui.driving import click


@pytest.fixture
def log(window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the details of faults are kept, with the window's hook in place."""
    path = tmp_path / "log" / "faults.log"
    monkeypatch.setattr(faults, "log_path", lambda: path)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    tell_faults(window)
    return path


def meet(error: BaseException) -> None:
    sys.excepthook(type(error), error, None)


def test_what_the_user_can_mend_is_told_in_its_own_words(window: Window, log: Path) -> None:
    meet(FactcheckError("The statement is gone.", "Look again."))
    assert window.message.text() == "The statement is gone. Look again."
    assert not log.exists()


def test_a_trouble_of_the_file_met_while_reading_is_told_plainly(
    window: Window, log: Path, tmp_path: Path
) -> None:
    path = tmp_path / "text.db"
    path.write_text("no database at all " * 100)
    with pytest.raises(sqlite3.DatabaseError) as met:
        sqlite3.connect(path).execute("SELECT * FROM sqlite_master")
    meet(met.value)
    assert "not a desk" in window.message.text()
    assert not log.exists()


def test_a_bug_is_kept_told_once_and_can_be_copied(
    qtbot: QtBot, window: Window, log: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    meet(ZeroDivisionError("first"))
    assert str(log) in window.message.text()
    window.message.hide()
    meet(ValueError("second"))
    assert not window.message.isVisible()
    window.message.show()
    copy = next(b for b in window.message.findChildren(QPushButton) if b.text() == "Copy details")
    click(qtbot, copy)
    for kept in (QApplication.clipboard().text(), log.read_text("utf-8"), capsys.readouterr().err):
        assert "ZeroDivisionError: first" in kept
        assert "ValueError: second" in kept
