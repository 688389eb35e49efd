"""Files brought in through the window: read again otherwise, reported, in two wordings."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from factcheck.store import reads
from factcheck.ui.dialogs.import_article import ConfirmImportDialog
from factcheck.ui.dialogs.import_report import ImportReportDialog
from factcheck.ui.window import Window
from tests.ui.driving import dialog, press
from tests.ui.hands import Keyboard
from tests.wordfiles import paragraph, run, word_file

CZECH = "Most\n\nStarosta řekl, že most bude stát čtyřicet milionů."


@pytest.fixture
def hands(qtbot: QtBot, sample: Window) -> Keyboard:
    return Keyboard(qtbot, sample)


def offered(hands: Keyboard, path: Path) -> ConfirmImportDialog:
    press(hands.qtbot, "Ctrl+I", hands.window)
    hands.type_file(path)
    return dialog(hands.qtbot, hands.window, ConfirmImportDialog)


def choose(hands: Keyboard, asked: ConfirmImportDialog, encoding: str) -> None:
    """Go to an encoding with the arrow keys: at each the file is read anew."""
    box = asked.encoding
    box.setFocus()
    by = 1 if box.findData(encoding) > box.currentIndex() else -1
    for _ in range(abs(box.findData(encoding) - box.currentIndex())):
        hands.qtbot.keyClick(box, Qt.Key.Key_Down if by > 0 else Qt.Key.Key_Up)
    hands.qtbot.waitUntil(lambda: not asked.problem())


def accept(hands: Keyboard, asked: ConfirmImportDialog) -> None:
    before = hands.work.choice.article
    hands.qtbot.keyClick(asked, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    hands.back()
    hands.qtbot.waitUntil(lambda: hands.work.choice.article != before)


def newest_text(hands: Keyboard) -> str:
    desk, article = hands.window.session.open_desk(), hands.work.choice.article
    assert article is not None
    return reads.text(desk, reads.revision(desk, article))


def words_on(asked: object) -> str:
    return "\n".join(label.text() for label in asked.findChildren(QLabel) if label.isVisible())


def test_a_wrong_guess_is_put_right_and_the_text_follows(hands: Keyboard, tmp_path: Path) -> None:
    path = tmp_path / "most.txt"
    path.write_bytes(CZECH.encode("cp1250"))
    asked = offered(hands, path)
    assert asked.encoding.currentText() == "Windows-1252 (Western), a guess"
    assert "øekl" in words_on(asked)
    choose(hands, asked, "cp1250")
    assert "čtyřicet" in words_on(asked)
    hands.qtbot.waitUntil(lambda: "as you chose" in words_on(asked))
    assert "was guessed" not in words_on(asked)
    accept(hands, asked)
    assert newest_text(hands) == CZECH


def test_an_encoding_that_does_not_fit_is_refused_and_nothing_changes(
    hands: Keyboard, tmp_path: Path
) -> None:
    path = tmp_path / "most.txt"
    path.write_bytes(CZECH.encode("cp1250"))
    asked = offered(hands, path)
    choose(hands, asked, "euc_jp")
    assert "can’t be EUC-JP (Japanese)" in words_on(asked)
    assert asked.encoding.currentData() == "cp1252"
    asked.reject()
    hands.back()


def test_what_is_surely_known_is_not_asked(hands: Keyboard, tmp_path: Path) -> None:
    path = tmp_path / "most.txt"
    path.write_text(CZECH, "utf-8")
    asked = offered(hands, path)
    assert not asked.encoding.isVisible()
    assert "read as UTF-8, all of it valid" in words_on(asked)
    assert "Nothing was left out or looked odd." in words_on(asked)
    asked.reject()
    hands.back()


def test_the_report_is_read_again_for_each_revision(hands: Keyboard, tmp_path: Path) -> None:
    deleted = "<w:del><w:r><w:delText> or so</w:delText></w:r></w:del>"
    path = tmp_path / "draft.docx"
    path.write_bytes(word_file(paragraph(run("It cost $40.5 million") + deleted + run("."))))
    asked = offered(hands, path)
    asked.both_wordings.click()
    accept(hands, asked)
    assert newest_text(hands) == "It cost $40.5 million."
    assert hands.work.page.view.document().toPlainText().strip() == "It cost $40.5 million."
    press(hands.qtbot, "Ctrl+Shift+I", hands.window)
    report = dialog(hands.qtbot, hands.window, ImportReportDialog)
    shown = words_on(report)
    assert shown.index("Revision 2") < shown.index("was accepted") < shown.index("Revision 1")
    assert "“draft.docx” has" in shown
    press(hands.qtbot, "Alt+X", report)
    told = "1 tracked deletion was not taken: its words are in the text."
    # A button that is pressed by its key stays down for a moment.
    hands.qtbot.waitUntil(lambda: told in QGuiApplication.clipboard().text())
    report.reject()
    hands.back()
