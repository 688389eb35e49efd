"""The page shown while no desk is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from factcheck.ui.focus_order import order_focus
from factcheck.ui.statement.flow import FlowLayout
from factcheck.ui.widgets import (
    ElidedLabel,
    SectionHeading,
    button,
    label,
    set_tip,
    without_mnemonic,
)

if TYPE_CHECKING:
    from pathlib import Path


_WIDTH = 460
_MOST_RECENT = 8


class WelcomePage(QWidget):
    """Offers a new desk, one that exists, the sample, and the desks opened last."""

    new_desk_requested = Signal()
    open_desk_requested = Signal()
    sample_requested = Signal()
    recent_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.recent: list[_Recent] = []
        self.new_desk = button(self.tr("&New desk…"), primary=True)
        self.open_desk = button(self.tr("&Open desk…"))
        self.sample = button(self.tr("Try the &sample"))
        self.new_desk.clicked.connect(self.new_desk_requested)
        self.open_desk.clicked.connect(self.open_desk_requested)
        self.sample.clicked.connect(self.sample_requested)
        self._recent_part = QWidget()
        self._recent_rows = QVBoxLayout()
        self._lay_out()
        self._lay_out_recent()
        self.show_recent(())

    def show_recent(self, paths: tuple[Path, ...]) -> None:
        """List these desks, the one opened last first."""
        for row in self.recent:
            self._recent_rows.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.recent = [_Recent(path) for path in paths[:_MOST_RECENT]]
        for row in self.recent:
            row.name.clicked.connect(lambda _=False, path=row.path: self.recent_chosen.emit(path))
            self._recent_rows.addWidget(row)
        self._recent_part.setVisible(bool(paths))
        order_focus(self)

    def _lay_out(self) -> None:
        inner = QWidget()
        inner.setFixedWidth(_WIDTH)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(label(self.tr("Check an article"), "title"))
        what = self.tr("A desk is one file that keeps articles and all work on them.")
        column.addWidget(label(what, "muted", wrap=True))
        column.addSpacing(10)
        column.addLayout(self._buttons())
        column.addSpacing(4)
        column.addWidget(label(self.tr("or drop an article here"), "muted"))
        column.addSpacing(20)
        column.addWidget(self._recent_part)
        whole = QVBoxLayout(self)
        whole.addStretch(2)
        whole.addLayout(_centred(inner))
        whole.addStretch(3)

    def _buttons(self) -> FlowLayout:
        row = FlowLayout(spacing=8)
        for each in (self.new_desk, self.open_desk, self.sample):
            row.addWidget(each)
        return row

    def _lay_out_recent(self) -> None:
        part = QVBoxLayout(self._recent_part)
        part.setContentsMargins(0, 0, 0, 0)
        part.addWidget(SectionHeading(self.tr("Recent desks")))
        part.addLayout(self._recent_rows)


def _centred(inner: QWidget) -> QHBoxLayout:
    """Put it into the middle; an alignment would not let its height follow its width."""
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(inner)
    row.addStretch(1)
    return row


class _Recent(QWidget):
    """A desk opened before: its name to press, and the folder that it lies in."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path
        self.name = button(without_mnemonic(path.stem), flat=True)
        self.name.setProperty("hangs", "true")
        self.name.setAccessibleName(self.tr("Open {}").format(path.stem))
        set_tip(self.name, str(path))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        line.addWidget(self.name)
        line.addWidget(ElidedLabel(str(path.parent), "muted"), 1)
