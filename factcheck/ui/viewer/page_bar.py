"""The bar above the pages: which page, how large, as printed or as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from factcheck.ui.key_labels import tip_with_key
from factcheck.ui.widgets import button, label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton

_FIELD_WIDTH = 64


class PageBar(QWidget):
    """``typed``: what was typed as a page. ``turned``: 1 for the next page, -1 for the one before.

    ``zoomed``: 1 larger, -1 smaller, 0 as wide as the window. ``as_text``: words instead of paper.
    """

    typed = Signal(str)
    turned = Signal(int)
    zoomed = Signal(int)
    as_text = Signal(bool)

    def __init__(self, *, smaller: QKeySequence, larger: QKeySequence) -> None:
        super().__init__()
        self.field = QLineEdit()
        self.field.setFixedWidth(_FIELD_WIDTH)
        self.field.setAccessibleName(self.tr("Page"))
        self.field.returnPressed.connect(lambda: self.typed.emit(self.field.text()))
        self.back = self._button("‹", self.tr("Previous page"), QKeySequence("PgUp"))
        self.back.clicked.connect(lambda: self.turned.emit(-1))
        self.on = self._button("›", self.tr("Next page"), QKeySequence("PgDown"))
        self.on.clicked.connect(lambda: self.turned.emit(1))
        self.smaller = self._button("−", self.tr("Smaller"), smaller)
        self.smaller.clicked.connect(lambda: self.zoomed.emit(-1))
        self.larger = self._button("+", self.tr("Larger"), larger)
        self.larger.clicked.connect(lambda: self.zoomed.emit(1))
        self.fit = button(self.tr("Fit &width"))
        tip_with_key(self.fit, self.tr("Fit width"), QKeySequence("Ctrl+0"))
        self.fit.clicked.connect(lambda: self.zoomed.emit(0))
        self.text = button(self.tr("As &text"))
        self.text.setCheckable(True)
        tip_with_key(self.text, self.tr("As text"), QKeySequence("Ctrl+T"))
        self.text.toggled.connect(self.as_text)
        self._count, self._zoom = label(role="muted"), label(role="muted")
        self._lay_out()

    def show_page(self, number: int, count: int, printed: str) -> None:
        """Say which page is on show, of how many, and what is printed on it if not its number."""
        self.field.setText(str(number))
        of = self.tr("of {0}").format(f"{count:,}")
        told = self.tr("{0}, printed “{1}”").format(of, printed[:20])
        self._count.setText(of if printed == str(number) else told)
        self.field.setAccessibleDescription(self._count.text())
        self.back.setEnabled(number > 1)
        self.on.setEnabled(number < count)

    def show_zoom(self, percent: int) -> None:
        """Say how large the page is, of its size in print."""
        self._zoom.setText(f"{percent}\u202f%")

    def said(self) -> str:
        """Return what stands beside the field."""
        return self._count.text()

    def _button(self, sign: str, name: str, key: QKeySequence) -> QPushButton:
        made = button(sign)
        made.setAccessibleName(name)
        tip_with_key(made, name, key)
        return made

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for part in (self.back, self.on, self.field, self._count):
            row.addWidget(part)
        row.addStretch(1)
        for part in (self.smaller, self._zoom, self.larger, self.fit, self.text):
            row.addWidget(part)
