"""The window in which the overview stands, and from which it is taken out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from factcheck.ui.dialogs.frame import room_for, scrolling
from factcheck.ui.overview.drawing import draw, height_of
from factcheck.ui.overview.plots import Columns
from factcheck.ui.overview.text import spoken
from factcheck.ui.widgets import button, current_palette, label

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QPaintEvent

    from factcheck.ui.overview.plots import Plot

_WIDTH = 940
_HEIGHT = 820
_LEAST = 240


class PlotView(QWidget):
    """One plot. It takes the focus, so that a screen reader reads its numbers aloud."""

    def __init__(self, plot: Plot) -> None:
        super().__init__()
        self.plot = plot
        self.setAccessibleName(plot.title)
        self.setAccessibleDescription(spoken(plot))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(_LEAST)

    def sizeHint(self) -> QSize:
        """Return the height of the plot."""
        return QSize(_LEAST, round(height_of(self.plot)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it in the colours of the moment."""
        del event
        palette = current_palette()
        painter = QPainter(self)
        if self.hasFocus():
            painter.setPen(palette.accent)
            painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 4, 4)
        painter.translate(8, 0)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        draw(painter, self.plot, self.width() - 16, palette, mirrored=mirrored)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that it has the focus."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that it has no focus."""
        super().focusOutEvent(event)
        self.update()


class OverviewDialog(QDialog):
    """All plots; those over time stand in pairs. ``copied`` and ``saved`` ask for them."""

    copied = Signal()
    saved = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.views: list[PlotView] = []
        self.counting = label(self.tr("Counting…"), "muted")
        self._page = QWidget()
        self._grid = QGridLayout(self._page)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(8)
        self._grid.addWidget(self.counting, 0, 0, Qt.AlignmentFlag.AlignCenter)
        self.copy = button(self.tr("&Copy as text"))
        self.save = button(self.tr("&Save as picture…"))
        self.copy.clicked.connect(self.copied)
        self.save.clicked.connect(self.saved)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(scrolling(self._page), 1)
        column.addLayout(self._make_foot())
        self._allow(ready=False)
        wide = self.screen().availableGeometry().width()
        self.resize(min(wide, _WIDTH), min(room_for(self), _HEIGHT))

    def show_plots(self, plots: tuple[Plot, ...]) -> None:
        """Show these plots, once they are counted."""
        self.counting.hide()
        row = column = 0
        for plot in plots:
            view = PlotView(plot)
            self.views.append(view)
            if isinstance(plot, Columns):
                self._grid.addWidget(view, row, column)
                row, column = row + column, 1 - column
            else:
                self._grid.addWidget(view, row, 0, 1, 2)
                row += 1
        self._grid.setRowStretch(row, 1)
        self._allow(ready=True)

    def plots(self) -> tuple[Plot, ...]:
        """Return what is on show."""
        return tuple(view.plot for view in self.views)

    def _allow(self, *, ready: bool) -> None:
        self.copy.setEnabled(ready)
        self.save.setEnabled(ready)

    def _make_foot(self) -> QHBoxLayout:
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.copy)
        row.addWidget(self.save)
        row.addStretch(1)
        row.addWidget(close)
        return row
