"""A field for a date as people write it, read back in full."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from factcheck.domain.dates import AmbiguousDateError, long_date, parse_date
from factcheck.errors import FactcheckError
from factcheck.ui.widgets import ToneLabel, button, label

if TYPE_CHECKING:
    from factcheck.domain.dates import PartialDate


class DateField(QWidget):
    """Reads its text when it is left; where that could be two dates it offers both."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.line = QLineEdit()
        self.setFocusProxy(self.line)
        self.read_back = label("", "muted")
        self.doubt = ToneLabel("amber")
        self.readings = (self._reading_button(), self._reading_button())
        self._value: PartialDate | None = None
        self._problem = ""
        self._read = ""
        self._lay_out()
        self.line.textEdited.connect(self._forget)
        self.line.editingFinished.connect(self.read)
        self._show(())

    def set_text(self, text: str) -> None:
        """Put this text into the field and read it."""
        self.line.setText(text)
        self.read()

    def text(self) -> str:
        """Return the text as it stands in the field."""
        return self.line.text().strip()

    def value(self) -> PartialDate | None:
        """Return the date that was read, or None where there is none."""
        self.read()
        return self._value

    def problem(self) -> str:
        """Say why the text is not a date, or ""; no text at all is no problem."""
        self.read()
        return self._problem

    def read(self) -> None:
        """Read the text, unless that very text has been read already."""
        text = self.text()
        if text == self._read:
            return
        self._read, self._value, self._problem = text, None, ""
        readings: tuple[PartialDate, ...] = ()
        try:
            self._value = parse_date(text) if text else None
        except AmbiguousDateError as error:
            self._problem, readings = error.message, error.readings
        except FactcheckError as error:
            self._problem = str(error)
        self._show(readings)
        self.changed.emit()

    def setAccessibleName(self, name: str) -> None:
        """Name the line in which the date is typed."""
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)

    def _lay_out(self) -> None:
        offers = QHBoxLayout()
        for each in self.readings:
            offers.addWidget(each)
        offers.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.line)
        column.addWidget(self.read_back)
        column.addWidget(self.doubt)
        column.addLayout(offers)

    def _reading_button(self) -> QPushButton:
        made = button("")
        made.clicked.connect(lambda: self.set_text(made.text()))
        return made

    def _forget(self) -> None:
        """Take back what was read of an earlier text."""
        self._read, self._value, self._problem = "", None, ""
        self._show(())

    def _show(self, readings: tuple[PartialDate, ...]) -> None:
        self.read_back.setText(long_date(self._value) if self._value else "")
        self.read_back.setVisible(self._value is not None)
        self.doubt.say(self._problem)
        for place, each in enumerate(self.readings):
            each.setText(long_date(readings[place]) if readings else "")
            each.setVisible(bool(readings))
