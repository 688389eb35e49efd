"""Every control says to a screen reader what it is, on every page and in every dialog."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QDialog,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from factcheck.ui.dialogs.scale_editor import ScaleEditor
from factcheck.ui.dialogs.scales import ScalesDialog
from factcheck.ui.window import Window
from tests.ui.driving import dialog

CONTROLS = (QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QPlainTextEdit)


def nameless(root: QWidget) -> list[str]:
    found = []
    for control in root.findChildren(QWidget):
        if not isinstance(control, CONTROLS) or isinstance(control, QHeaderView | QScrollBar):
            continue
        text = control.text() if isinstance(control, QAbstractButton) else ""
        if control.isVisibleTo(root) and not (control.accessibleName() or text.strip("✕ ")):
            found.append(f"{type(control).__name__} in {type(control.parent()).__name__}")
    return found


@pytest.mark.parametrize("page", ["show_welcome", "show_articles", "show_article", "show_queue"])
def test_pages(qtbot: QtBot, sample: Window, page: str) -> None:
    sample.work.go(1)
    getattr(sample.work, page)()
    qtbot.waitUntil(lambda: nameless(sample) == [])


@pytest.mark.parametrize(
    "ask",
    [
        lambda work: work.attaching.ask(),
        lambda work: work.exporting.ask(),
        lambda work: work.importing.paste(),
        lambda work: work.ask_person(),
        lambda work: work.judging.show_history(),
        lambda work: work.helping.show_shortcuts(),
        lambda work: work.helping.show_about(),
        lambda work: work.judging.ask_details(),
        lambda work: work.scaling.ask(),
        lambda work: work.overviewing.show(),
    ],
)
def test_dialogs(qtbot: QtBot, sample: Window, ask) -> None:
    sample.work.go(1)
    ask(sample.work)
    asked = dialog(qtbot, sample, QDialog)
    assert nameless(asked) == []
    asked.reject()


def test_the_editor_of_scales(qtbot: QtBot, sample: Window) -> None:
    sample.work.scaling.ask()
    scales = dialog(qtbot, sample, ScalesDialog)
    scales.new.click()
    editor = dialog(qtbot, sample, ScaleEditor)
    assert nameless(editor) == []
    editor.reject()
    scales.reject()


def test_the_import_dialog(qtbot: QtBot, sample: Window, tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_text("A short note\n\nThe bridge cost 40 million.\n", "utf-8")
    sample.work.take_files([path])
    asked = dialog(qtbot, sample, QDialog)
    assert nameless(asked) == []
    asked.reject()
