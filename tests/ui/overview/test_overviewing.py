"""The overview is counted beside the window, shown, copied as text and saved as a picture."""

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from factcheck.ui.overview.dialog import OverviewDialog
from factcheck.ui.window import Window
from tests.ui.driving import click, dialog, press


@pytest.fixture
def shown(qtbot: QtBot, sample: Window) -> OverviewDialog:
    press(qtbot, "Ctrl+Shift+O", sample)
    asked = dialog(qtbot, sample, OverviewDialog)
    qtbot.waitUntil(lambda: len(asked.views) == 10)
    return asked


def test_every_plot_can_be_read_aloud(shown: OverviewDialog) -> None:
    told = {view.accessibleName(): view.accessibleDescription() for view in shown.views}
    assert told["Marked a week"].endswith(": 15")
    assert told["Open work by person"] == (
        "Nobody yet: To check 2; Ada Reed: Sent back 1, In checking 1, Awaiting review 3"
    )
    assert (
        "Night ferry brings the outer islands an hour closer: Done"
        in (told["Articles with open statements"])
    )
    assert not shown.counting.isVisible()
    shown.reject()


def test_plots_are_reached_by_tab(qtbot: QtBot, shown: OverviewDialog) -> None:
    shown.views[0].setFocus()
    press(qtbot, "Tab")
    assert shown.views[1].hasFocus()
    shown.reject()


def test_it_is_copied_as_text(qtbot: QtBot, shown: OverviewDialog) -> None:
    click(qtbot, shown.copy)
    text = QGuiApplication.clipboard().text()
    assert text.startswith("# Overview of sample")
    assert "## Open work by person" in text
    shown.reject()


def test_it_is_saved_as_a_picture(qtbot: QtBot, shown: OverviewDialog, tmp_path: Path) -> None:
    click(qtbot, shown.save)
    asked = dialog(qtbot, shown, QFileDialog)
    field = asked.findChild(QLineEdit, "fileNameEdit")
    field.setCompleter(None)
    field.setText(str(tmp_path / "overview.png"))
    asked.accept()
    qtbot.waitUntil((tmp_path / "overview.png").exists)
    assert QImage(str(tmp_path / "overview.png")).width() == 1600
    shown.reject()


def test_closed_while_it_is_counted_it_is_over(qtbot: QtBot, sample: Window) -> None:
    sample.work.overviewing.show()
    asked = dialog(qtbot, sample, OverviewDialog)
    asked.reject()
    answered = []
    sample.work.queue.reader.ask("after", lambda _desk: True, answered.append)
    qtbot.waitUntil(lambda: answered == [True])
    assert asked.views == []


def test_a_picture_that_can_t_be_written_is_refused(
    qtbot: QtBot, sample: Window, shown: OverviewDialog, tmp_path: Path
) -> None:
    sample.work.overviewing._save(shown, tmp_path / "no folder" / "overview.png")
    assert "can’t be written" in sample.message.text()
    shown.reject()
