"""An article in each format comes in through the window, is marked and handed out."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from factcheck.importers.registry import READERS
from factcheck.ui.dialogs.import_article import ConfirmImportDialog
from factcheck.ui.window import Window
from tests.hostile import good
from tests.ui.driving import dialog, press
from tests.ui.hands import Keyboard

REAL = Path(__file__).parents[1] / "data" / "real"
MADE = {
    "txt": "Bridge\n\nThe council met on Tuesday.",
    "md": "# Bridge\n\nThe council met on Tuesday.",
    "eml": good.MAIL,
    "mhtml": good.SAVED_PAGE,
    "srt": good.SRT,
    "vtt": good.VTT,
}


@pytest.fixture
def hands(qtbot: QtBot, sample: Window) -> Keyboard:
    return Keyboard(qtbot, sample)


@pytest.mark.parametrize("suffix", ["docx", "odt", "rtf", "html", "epub", "pdf", *MADE])
def test_it_comes_in_is_marked_and_handed_out(hands: Keyboard, tmp_path: Path, suffix: str) -> None:
    path, quote = REAL / f"draft.{suffix}", "Ortega"
    if suffix in MADE:
        path, quote = tmp_path / f"draft.{suffix}", "council"
        path.write_text(MADE[suffix], encoding="utf-8")
    before = hands.work.choice.article
    press(hands.qtbot, "Ctrl+I", hands.window)
    hands.type_file(path)
    asked = dialog(hands.qtbot, hands.window, ConfirmImportDialog)
    hands.qtbot.keyClick(asked, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    hands.back()
    hands.qtbot.waitUntil(lambda: hands.work.choice.article != before)
    hands.mark(quote)
    report = tmp_path / "report.md"
    hands.export(report)
    assert f"{quote}</mark>" in report.read_text(encoding="utf-8")


def test_all_that_can_be_read_is_offered(hands: Keyboard) -> None:
    press(hands.qtbot, "Ctrl+I", hands.window)
    asked = dialog(hands.qtbot, hands.window, QFileDialog)
    assert all(f"*{suffix}" in asked.nameFilters()[0] for suffix in READERS)
    asked.reject()
