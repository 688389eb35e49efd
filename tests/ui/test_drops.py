from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from factcheck.actions.desks import create_desk
from factcheck.ui.dialogs.import_article import ConfirmImportDialog
from factcheck.ui.window import Window
from tests.ui.driving import dialog


def drop(window: Window, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, buttons, keys))


@pytest.fixture
def note(tmp_path: Path) -> Path:
    path = tmp_path / "note.txt"
    path.write_text("A short note\n\nThe bridge cost 40 million.\n", "utf-8")
    return path


def test_an_article_dropped_anywhere_is_read_and_shown(
    qtbot: QtBot, sample: Window, note: Path, tmp_path: Path
) -> None:
    drop(sample, tmp_path, note)
    asked = dialog(qtbot, sample, ConfirmImportDialog)
    assert asked.form.title.text() == "A short note"
    asked.reject()


def test_a_desk_dropped_is_opened(window: Window, tmp_path: Path) -> None:
    path = tmp_path / "other.factcheck"
    create_desk(path)
    drop(window, path)
    assert window.session.open_desk().path == path


def test_without_a_desk_an_article_waits_and_the_bar_says_why(window: Window, note: Path) -> None:
    drop(window, note)
    assert "no desk yet" in window.message.text()
