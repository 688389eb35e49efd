"""The dialog for files: it keeps its hands off those that it shows."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileInfo, QSize
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QFileDialog,
    QFileIconProvider,
    QHeaderView,
    QToolButton,
    QTreeView,
)

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

_SIZE = QSize(860, 560)
_ARROWS = {"backButton": "←", "forwardButton": "→", "toParentButton": "↑"}  # Qt's names


class FileDialog(QFileDialog):
    """Asks for a file; shown by ``open()``, it goes once it is closed.

    ``start`` is a folder, or to ``save`` the file that is proposed.

    On Linux it is Qt's own: to show a folder the desktop's may open each file in it within this
    process, and with a desk's file any other handle that is closed takes the locks away that
    SQLite has on it (https://www.sqlite.org/howtocorrupt.html, 2.2). Other systems bind locks to
    their handle, or show files in a process of their own.
    """

    def __init__(self, parent: QWidget, title: str, start: Path, *, save: bool = False) -> None:
        super().__init__(parent, title, str(start))
        self.finished.connect(self.deleteLater)
        if sys.platform == "linux":
            self._icons = _IconsByName()  # the dialog doesn't keep it
            self.setOption(QFileDialog.Option.DontUseNativeDialog)
            self.setIconProvider(self._icons)
            self._lay_out()
        if save:
            self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            self.selectFile(str(start))

    def _lay_out(self) -> None:
        """Show names, sizes and dates in full, and arrows that can be seen in the dark too."""
        self.resize(_SIZE)
        if table := self.findChild(QTreeView):
            header = table.header()
            header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
            header.setStretchLastSection(False)
            header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for name, arrow in _ARROWS.items():
            if pressed := self.findChild(QToolButton, name):
                pressed.setIcon(QIcon())
                pressed.setText(arrow)


class _IconsByName(QFileIconProvider):
    """Tells files by their names; Qt's own looks into those whose names it doesn't know.

    It is asked on a thread of the dialog.
    """

    def icon(self, what: QFileInfo | QFileIconProvider.IconType) -> QIcon:
        if not isinstance(what, QFileInfo):
            return super().icon(what)
        kinds = QFileIconProvider.IconType
        return super().icon(kinds.Folder if what.isDir() else kinds.File)

    def type(self, info: QFileInfo) -> str:
        return "" if info.isDir() else info.suffix()
