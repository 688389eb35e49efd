"""How large the article's letters are and how wide its column is; both are remembered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QWheelEvent

from factcheck.ui.article.view import COLUMN

if TYPE_CHECKING:
    from factcheck.ui.article.view import ArticleView
    from factcheck.ui.settings import Settings


class Zooming(QObject):
    """Changes both by commands, the letters also by the wheel with Ctrl."""

    def __init__(self, view: ArticleView, settings: Settings) -> None:
        super().__init__(view)
        self._view = view
        self._settings = settings
        view.set_zoom(settings.zoom)
        view.column = COLUMN + settings.widening
        view.viewport().installEventFilter(self)

    def zoom(self, steps: int) -> None:
        """Make the letters larger or smaller."""
        self._view.set_zoom(self._view.zoom() + steps)
        self._settings.zoom = self._view.zoom()

    def widen(self, ems: float) -> None:
        """Make the column wider or narrower."""
        self._view.column += ems
        self._settings.widening = self._view.column - COLUMN

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the wheel with Ctrl."""
        del watched
        if not isinstance(event, QWheelEvent):
            return False
        turned = event.angleDelta().y()
        if not turned or not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        self.zoom(1 if turned > 0 else -1)
        return True
