"""A field for a due moment as people write it, read back in full."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from factcheck.domain.moments import long_moment, parse_due
from factcheck.errors import FactcheckError
from factcheck.ui.widgets import ToneLabel, label

if TYPE_CHECKING:
    from datetime import datetime


class DueField(QWidget):
    """Reads its text at each key, seen from ``now``; nothing written means not due."""

    changed = Signal()

    def __init__(self, now: datetime) -> None:
        super().__init__()
        self._now = now
        self._value: datetime | None = None
        self._problem = ""
        self.line = QLineEdit()
        self.line.setPlaceholderText(self.tr("tomorrow, Fri 17:00, 26 Nov"))
        self.setFocusProxy(self.line)
        self.read_back = label("", "muted", wrap=True)
        self.doubt = ToneLabel("amber")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (self.line, self.read_back, self.doubt):
            column.addWidget(part)
        self.line.textChanged.connect(self._read)
        self._show()

    def set_value(self, moment: datetime | None) -> None:
        """Show this moment, in the zone of now."""
        here = moment.astimezone(self._now.tzinfo) if moment else None
        self.line.setText(f"{here:%Y-%m-%d %H:%M}" if here else "")

    def value(self) -> datetime | None:
        """Return the moment that was read, or None."""
        return self._value

    def problem(self) -> str:
        """Say why the text is no moment, or ""."""
        return self._problem

    def setAccessibleName(self, name: str) -> None:
        """Name the line in which is typed."""
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)

    def _read(self) -> None:
        text = self.line.text().strip()
        self._value, self._problem = None, ""
        try:
            self._value = parse_due(text, self._now) if text else None
        except FactcheckError as error:
            self._problem = str(error)
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        read = long_moment(self._value) if self._value else ""
        self.read_back.setText(read)
        self.read_back.setVisible(bool(read))
        self.line.setAccessibleDescription(read or self._problem)
        self.doubt.say(self._problem)
