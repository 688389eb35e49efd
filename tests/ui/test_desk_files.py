"""Desks are made and backed up under a new name; no file that is there is written over."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QFileSystemModel
from pytestqt.qtbot import QtBot

from factcheck.ui.settings import Settings
from factcheck.ui.window import Window
from tests.ui.driving import dialog, press
from tests.ui.hands import Keyboard


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The home folder, where the first desk is proposed."""
    folder = tmp_path / "home"
    folder.mkdir()
    monkeypatch.setattr(Path, "home", lambda: folder)
    return folder


def proposed(qtbot: QtBot, window: Window) -> str:
    """The name in the file dialog."""
    (path,) = dialog(qtbot, window, QFileDialog).selectedFiles()
    return Path(path).name


def test_a_new_desk_has_a_name_that_is_free(qtbot: QtBot, window: Window, home: Path) -> None:
    (home / "Fact-checks.factcheck").write_bytes(b"older")
    press(qtbot, "Ctrl+N", window)
    assert proposed(qtbot, window) == "Fact-checks 2.factcheck"
    dialog(qtbot, window, QFileDialog).accept()
    qtbot.waitUntil(lambda: window.session.desk is not None)
    assert (home / "Fact-checks 2.factcheck").is_file()


def test_a_new_desk_takes_no_other_file_s_place(qtbot: QtBot, window: Window, home: Path) -> None:
    there = home / "there.factcheck"
    there.write_bytes(b"older")
    press(qtbot, "Ctrl+N", window)
    Keyboard(qtbot, window).name_file(there)
    qtbot.waitUntil(lambda: "already a file" in window.message.text())
    assert there.read_bytes() == b"older"


def test_a_backup_bears_its_day_and_never_replaces_the_desk(qtbot: QtBot, sample: Window) -> None:
    path = sample.session.open_desk().path
    before = path.stat().st_ino
    sample.work.files.back_up()
    assert proposed(qtbot, sample).startswith(f"{path.stem} 20")
    Keyboard(qtbot, sample).name_file(path)
    qtbot.waitUntil(lambda: "already a file" in sample.message.text())
    assert path.stat().st_ino == before
    sample.work.files.back_up()
    copy = path.with_name("copy.factcheck")
    Keyboard(qtbot, sample).name_file(copy)
    qtbot.waitUntil(copy.is_file)


def locked(path: Path) -> bool:
    """Whether another program sees that the desk is open."""
    code = "import sqlite3, sys; sqlite3.connect(sys.argv[1], 0).execute('BEGIN EXCLUSIVE')"
    asked = subprocess.run([sys.executable, "-c", code, path], capture_output=True, check=False)
    assert asked.returncode == 0 or b"is locked" in asked.stderr
    return asked.returncode != 0


@pytest.mark.parametrize("keys", ["Ctrl+I", "Ctrl+O", "Ctrl+N"])
def test_to_show_the_desk_s_folder_leaves_the_desk_locked(
    qtbot: QtBot, sample: Window, settings: Settings, keys: str
) -> None:
    path = sample.session.open_desk().path
    settings.articles_folder = path.parent
    with sample.session.open_desk().db.conn:  # a transaction is on
        sample.session.open_desk().db.execute("BEGIN IMMEDIATE")
        assert locked(path)
        press(qtbot, keys, sample)
        asked = dialog(qtbot, sample, QFileDialog)
        asked.setNameFilter("All files (*)")
        files = asked.findChild(QFileSystemModel)
        assert files is not None
        qtbot.waitUntil(lambda: files.type(files.index(str(path))) != "")
        assert locked(path)
        asked.reject()
    Keyboard(qtbot, sample).back()


def test_the_desk_itself_is_no_article(qtbot: QtBot, sample: Window) -> None:
    press(qtbot, "Ctrl+I", sample)
    Keyboard(qtbot, sample).name_file(sample.session.open_desk().path)
    qtbot.waitUntil(lambda: "this desk itself" in sample.message.text())


def test_articles_are_looked_for_where_the_last_one_was(
    qtbot: QtBot, sample: Window, settings: Settings, tmp_path: Path
) -> None:
    article = tmp_path / "drafts" / "draft.txt"
    article.parent.mkdir()
    article.write_text("Two trams collided.", encoding="utf-8")
    press(qtbot, "Ctrl+I", sample)
    Keyboard(qtbot, sample).type_file(article)
    qtbot.waitUntil(lambda: settings.articles_folder == article.parent)
    article.unlink()
    article.parent.rmdir()
    assert settings.articles_folder == Path.home()
