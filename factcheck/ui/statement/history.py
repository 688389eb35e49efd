"""The last that happened to a statement, newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from factcheck.ui.key_labels import with_key
from factcheck.ui.widgets import (
    ElidedLabel,
    SectionHeading,
    breakable,
    button,
    label,
    laid_out_once,
    set_tip,
)

if TYPE_CHECKING:
    from factcheck.ui.statement.telling import ShownEntry

MOST = 5
_MOST_LINES = 3


class HistorySection(QWidget):
    """Shows the last few events; ``all_requested`` asks for the others.

    ``shown``: others are on show now.
    """

    all_requested = Signal()
    shown = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.all = button(self.tr("All…"), flat=True)
        self.all.setAccessibleName(self.tr("All of the history"))
        self.all.clicked.connect(self.all_requested)
        self.lines = [_Line() for _ in range(MOST)]
        self._shown: tuple[ShownEntry, ...] | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 11, 16, 13)
        column.setSpacing(8)
        heading = SectionHeading(self.tr("History"), with_key(self.all, "statement.history"))
        column.addWidget(heading)
        column.addWidget(self._make_list())
        self.forget()

    def forget(self) -> None:
        """Show nothing until it is known what happened to another statement."""
        self.show_entries(())

    def show_entries(self, entries: tuple[ShownEntry, ...]) -> None:
        """Show these events, newest first; as many as there is room for."""
        if entries == self._shown:
            return
        self._shown = entries
        with laid_out_once(self.parentWidget() or self):
            for place, line in enumerate(self.lines):
                line.setVisible(place < len(entries))
                if place < len(entries):
                    line.show_entry(entries[place])
            self._list.setVisible(bool(entries))
        self.shown.emit()

    def _make_list(self) -> QWidget:
        self._list = QWidget()
        column = QVBoxLayout(self._list)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for line in self.lines:
            column.addWidget(line)
        return self._list


class _Line(QWidget):
    """Who did what, and when; below, what it changed."""

    def __init__(self) -> None:
        super().__init__()
        self.who, self.when = ElidedLabel("", "small"), label("", "small")
        self.what = label("", "event", wrap=True)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.who, 1)
        head.addWidget(self.when)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addLayout(head)
        column.addWidget(self.what)

    def show_entry(self, entry: ShownEntry) -> None:
        """Show this event; its moment in full is in the tooltip."""
        self.who.set_whole(f"{entry.who} {entry.action}")
        self.when.setText(entry.near)
        set_tip(self, f"{entry.who} {entry.action} · {entry.full}")
        self.what.setText(breakable("\n".join(_few(entry.short))))
        self.what.setVisible(bool(entry.short))


def _few(lines: tuple[str, ...]) -> tuple[str, ...]:
    """Leave out the last where there are too many, and say how many."""
    if len(lines) <= _MOST_LINES:
        return lines
    kept = lines[: _MOST_LINES - 1]
    more = QCoreApplication.translate("history", "and {0} more").format(len(lines) - len(kept))
    return (*kept, more)
