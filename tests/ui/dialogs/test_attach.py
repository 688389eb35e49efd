from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QDialog

from factcheck.domain.dates import PartialDate
from factcheck.domain.model import EvidenceKind, Sourcing, Stance
from factcheck.ui.dialogs.attach import AttachDialog

CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def dialog(qtbot):
    made = AttachDialog()
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    return made


def drop(widget, *urls):
    data = QMimeData()
    data.setUrls(list(urls))
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    widget.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, buttons, keys))


def test_it_starts_at_the_address_and_says_that_one_is_missing(dialog):
    assert dialog.url.hasFocus()
    assert not dialog.ok.isEnabled()
    assert "web address" in dialog.missing.text()


def test_a_web_address_with_all_that_is_known(dialog, qtbot):
    qtbot.keyClicks(dialog.url, "example.org/yearbook")
    qtbot.keyClicks(dialog.title, "Water yearbook")
    qtbot.keyClicks(dialog.excerpt, "Storage: 14.2")
    qtbot.keyClicks(dialog.locator, "p. 12")
    qtbot.keyClick(dialog.stance, Qt.Key.Key_Up)
    qtbot.keyClick(dialog.sourcing, Qt.Key.Key_Up)
    qtbot.keyClicks(dialog.author, "M. Olsen")
    qtbot.keyClicks(dialog.publisher, "Ministry")
    qtbot.keyClicks(dialog.published.line, "March 2024")
    qtbot.keyClick(dialog.confidential, Qt.Key.Key_Space)
    qtbot.keyClicks(dialog.note, "Call back")
    qtbot.keyClick(dialog.note, Qt.Key.Key_Return, CONTROL)
    assert dialog.result() == QDialog.DialogCode.Accepted
    made = dialog.attachment()
    assert made.kind is EvidenceKind.WEB_PAGE
    assert (made.url, made.path, made.observed) == ("https://example.org/yearbook", None, "")
    assert (made.title, made.excerpt, made.locator) == ("Water yearbook", "Storage: 14.2", "p. 12")
    assert (made.stance, made.sourcing) == (Stance.REFUTES, Sourcing.SECONDARY)
    assert (made.author, made.publisher, made.published) == (
        "M. Olsen",
        "Ministry",
        PartialDate(2024, 3),
    )
    assert (made.confidential, made.note) == (True, "Call back")


@pytest.mark.parametrize("text", ["", "yearbook", "ftp://example.org/x", "http://[", "a b.org"])
def test_what_is_no_web_address_is_refused(dialog, text):
    dialog.url.setText(text)
    assert not dialog.ok.isEnabled()
    dialog.accept()
    assert dialog.isVisible()


def test_an_own_observation_is_reached_by_its_key(dialog, qtbot):
    qtbot.keyClick(dialog, Qt.Key.Key_O, ALT)
    qtbot.waitUntil(dialog.observed.hasFocus)
    assert not dialog.ok.isEnabled()
    qtbot.keyClicks(dialog.observed, "The gate was open.")
    assert dialog.ok.isEnabled()
    made = dialog.attachment()
    assert (made.kind, made.observed) == (EvidenceKind.OBSERVATION, "The gate was open.")
    assert made.url == ""


def test_a_file_is_chosen_by_dropping_it(dialog, tmp_path):
    file = tmp_path / "book.pdf"
    file.write_bytes(b"%PDF")
    drop(dialog, QUrl.fromLocalFile(str(file)))
    made = dialog.attachment()
    assert (made.kind, made.path) == (EvidenceKind.DOCUMENT, Path(file))
    assert dialog.ok.isEnabled()
    assert dialog.file_name.whole() == f"book.pdf in {tmp_path}"


def test_an_address_is_chosen_by_dropping_it(dialog):
    drop(dialog, QUrl("https://example.org/page"))
    assert dialog.attachment().url == "https://example.org/page"


def test_only_what_is_chosen_is_handed_back(dialog, tmp_path):
    dialog.url.setText("https://example.org/")
    dialog.set_path(tmp_path / "book.pdf")
    assert dialog.attachment().url == ""
    dialog.set_address("https://example.org/")
    assert dialog.attachment().path is None


def test_tab_goes_through_the_fields_to_the_buttons(dialog, qtbot):
    order = (dialog.title, dialog.excerpt, dialog.locator, dialog.stance, dialog.sourcing)
    dialog.title.setFocus()
    for field in (*order, dialog.author, dialog.publisher, dialog.published.line):
        assert field.hasFocus()
        qtbot.keyClick(field, Qt.Key.Key_Tab)
    qtbot.keyClick(dialog.confidential, Qt.Key.Key_Tab)
    assert dialog.note.hasFocus()
    dialog.url.setText("https://example.org/")
    qtbot.keyClick(dialog.note, Qt.Key.Key_Tab)
    assert dialog.ok.hasFocus()


def test_escape_in_a_field_gives_up(dialog, qtbot):
    qtbot.keyClick(dialog.excerpt, Qt.Key.Key_Escape)
    assert dialog.result() == QDialog.DialogCode.Rejected
    assert not dialog.isVisible()


def test_every_field_has_a_name_for_a_screen_reader(dialog):
    fields = (dialog.url, dialog.title, dialog.locator, dialog.author, dialog.publisher)
    more = (dialog.published.line, dialog.excerpt, dialog.observed, dialog.note)
    choices = (dialog.stance, dialog.sourcing)
    names = [field.accessibleName() for field in (*fields, *more, *choices)]
    assert all(names)
    assert len(set(names)) == len(names)
