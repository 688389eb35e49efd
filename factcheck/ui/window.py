"""The window: rail, pages, statement panel, and the lines above and below.

It is on the screen before the libraries behind it are loaded: the shell is painted first, then
the rest is built and the desk opened.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from factcheck.ui.rail import Rail
from factcheck.ui.status_bar import StatusBar
from factcheck.ui.title_bar import TitleBar
from factcheck.ui.widgets import MessageBar

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent

    from factcheck.ui.appearance import Appearance
    from factcheck.ui.session import Session
    from factcheck.ui.workplace import Workplace

_DEFAULT_SIZE = QSize(1440, 900)
_FRAME = QSize(16, 48)


class Window(QWidget):
    """The shell of everything on the screen; ``work`` fills it once it was painted.

    ``painted``: the shell is on the screen. ``files_dropped``: as paths, wherever nobody else took
    them. ``settled``: all is built and the desk, if one was
    named, is open.
    """

    painted = Signal()
    settled = Signal()
    files_dropped = Signal(list)
    work: Workplace

    def __init__(
        self, session: Session, appearance: Appearance, first_desk: Path | None = None
    ) -> None:
        super().__init__()
        self.session = session
        self.appearance = appearance
        self.title_bar = TitleBar()
        self.message = MessageBar()
        self.rail = Rail()
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.pages = QStackedWidget()
        self.status = StatusBar()
        self.menu = QMenu(self)
        self._first_desk = first_desk
        self._was_painted = False
        self._lay_out()

    def _lay_out(self) -> None:
        self.setWindowTitle("Factcheck")
        self.setAcceptDrops(True)
        self.resize(_DEFAULT_SIZE)
        kept = self.session.settings.layout_of("window")
        if kept is not None:
            self.restoreGeometry(kept)
        self.split.setChildrenCollapsible(False)
        self.split.addWidget(self.pages)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.rail)
        middle.addWidget(self.split, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.title_bar)
        column.addWidget(self.message)
        column.addLayout(middle, 1)
        column.addWidget(self.status)

    def fit_screen(self) -> None:
        """Be no larger than the screen has room for, with the frame that the system adds."""
        self.resize(self.size().boundedTo(self.screen().availableSize() - _FRAME))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint; after the first time, build the rest."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self._settle)

    def _settle(self) -> None:
        """Build what the first paint did not need, then open the desk."""
        self.painted.emit()
        from factcheck.ui import fonts
        from factcheck.ui.workplace import Workplace

        fonts.load_for_reading()

        self.work = Workplace(self)
        if self._first_desk is not None:
            self.session.open(self._first_desk)
        self.settled.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files anywhere."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell which files were dropped."""
        from factcheck.ui.dialogs.drops import dropped_files

        event.acceptProposedAction()
        self.files_dropped.emit(dropped_files(event.mimeData()))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember size and place, and close the desk with the window."""
        self.session.settings.keep_layout("window", self.saveGeometry())
        self.session.settings.keep_layout("split", self.split.saveState())
        self.session.close()
        super().closeEvent(event)
