"""A window of its own for one source of a statement."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QImage, QPixmap
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from factcheck.ui.widgets import ElidedLabel, button, label, without_mnemonic

if TYPE_CHECKING:
    from factcheck.domain.report_data import ReportCitation
    from factcheck.ui.viewer.content import Shown

_SIZE = (760, 640)


class ViewerWindow(QDialog):
    """Shows a source's text or picture; what else there is can be saved.

    ``excerpt_chosen``: the words that were selected. ``copy_wanted``: the bytes are to be saved.
    """

    excerpt_chosen = Signal(str)
    copy_wanted = Signal()

    def __init__(self, cited: ReportCitation, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(cited.evidence.title or self.tr("Source"))
        self.resize(*_SIZE)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setAccessibleName(self.tr("Text of the source"))
        keyboard = Qt.TextInteractionFlag.TextSelectableByKeyboard
        self.text.setTextInteractionFlags(self.text.textInteractionFlags() | keyboard)
        self.text.selectionChanged.connect(self._follow_selection)
        self.picture = QLabel()
        self.picture.setAccessibleName(self.tr("Picture of the source"))
        self._area = QScrollArea()
        self._area.setWidget(self.picture)
        self._area.setWidgetResizable(True)
        self.remark = label(self.tr("It is being read…"), "muted", wrap=True)
        self.take = button(self.tr("Use &selection as excerpt"), primary=True)
        self.take.clicked.connect(lambda: self.excerpt_chosen.emit(self.selection()))
        self.save = button(self.tr("Save a &copy…"))
        self.save.clicked.connect(self.copy_wanted)
        self.save.setVisible(bool(cited.captures))
        self.browse = button("")
        self._lay_out(cited)
        self._offer_address(cited.evidence.url)
        self._show_only(None)

    def show_content(self, shown: Shown, note: str = "") -> None:
        """Show the text or the picture, and a note about it; None says that neither is there."""
        if isinstance(shown, str):
            self.text.setPlainText(shown)
            self._show_only(self.text)
            self.text.setFocus()
        elif isinstance(shown, QImage):
            self.picture.setPixmap(QPixmap.fromImage(shown))
            self._show_only(self._area)
        else:
            self._show_only(None)
        self.remark.setText(note)
        self.remark.setVisible(bool(note))

    def selection(self) -> str:
        """Return the words that are selected in the text."""
        return self.text.textCursor().selectedText().replace("\u2029", "\n").strip()

    def _show_only(self, part: QWidget | None) -> None:
        for each in (self.text, self._area):
            each.setVisible(each is part)
        self.take.setVisible(part is self.text)
        self._follow_selection()

    def _follow_selection(self) -> None:
        self.take.setEnabled(bool(self.selection()))

    def _offer_address(self, url: str) -> None:
        """Offer the browser for a web address, and say which host that is."""
        try:
            parts = urlsplit(url)
        except ValueError:
            parts = urlsplit("")
        host = parts.hostname or ""
        self.browse.setVisible(parts.scheme in {"http", "https"} and bool(host))
        self.browse.setText(without_mnemonic(self.tr("Open {0} in the browser").format(host)))
        self.browse.clicked.connect(lambda: QDesktopServices.openUrl(QUrl(url)))

    def _lay_out(self, cited: ReportCitation) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(8)
        for each in (self.take, self.save, self.browse):
            foot.addWidget(each)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        column.addWidget(ElidedLabel(cited.evidence.title, "strong"))
        if cited.evidence.url:
            column.addWidget(ElidedLabel(cited.evidence.url, "muted"))
        column.addWidget(self.text, 1)
        column.addWidget(self._area, 1)
        column.addWidget(self.remark)
        column.addStretch(0)
        column.addLayout(foot)
