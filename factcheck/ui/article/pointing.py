"""The mouse on the article: a click chooses a statement, a drag moves an end of the framed one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent

    from factcheck.ui.article.handles import Handle
    from factcheck.ui.article.view import ArticleView


class Pointing:
    """Follows what the view is told of the mouse."""

    def __init__(self, view: ArticleView) -> None:
        self._view = view
        self._pressed_at = QPointF()
        self._dragged: Handle | None = None

    @property
    def drags(self) -> bool:
        """Whether an end is being dragged."""
        return self._dragged is not None

    def press(self, event: QMouseEvent) -> None:
        """Remember where a click begins, to tell it from a drag, and which end it takes."""
        self._pressed_at = event.position()
        if event.button() is Qt.MouseButton.LeftButton:
            self._dragged = self._view.handle_at(event.position())

    def release(self, event: QMouseEvent) -> None:
        """Take a click on highlighted words as one on their statement; end a drag."""
        dragged, self._dragged = self._dragged, None
        moved = (event.position() - self._pressed_at).manhattanLength()
        is_click = moved < QApplication.startDragDistance() and self._view.selected_span() is None
        if dragged is not None and moved >= QApplication.startDragDistance():
            self._resize(dragged, event)
        elif event.button() is Qt.MouseButton.LeftButton and is_click:
            self._view.choose_of(self._view.highlights_at(event.position()))

    def drag(self, event: QMouseEvent) -> None:
        """Show how far an end is dragged."""
        if self._dragged is not None:
            start, end = self._dragged_to(self._dragged, event)
            self._view.put_selection(*((end, start) if self._dragged.at_start else (start, end)))

    def leave(self) -> None:
        """Let go of the end that is being dragged; it stays where it was."""
        self._dragged = None
        self._view.clear_selection()

    def shape_at(self, at: QPointF) -> Qt.CursorShape:
        """Return the pointer that says what a press would do here."""
        if self._view.handle_at(at) is not None:
            return Qt.CursorShape.SizeHorCursor
        over = self._view.highlights_at(at)
        return Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.IBeamCursor

    def _resize(self, dragged: Handle, event: QMouseEvent) -> None:
        mark = dragged.highlight
        old, new = (mark.start, mark.end), self._dragged_to(dragged, event)
        self._view.clear_selection()
        if new != old:
            self._view.resized.emit(old, new)

    def _dragged_to(self, dragged: Handle, event: QMouseEvent) -> tuple[int, int]:
        exactly = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        at = self._view.offset_at(event.position())
        return dragged.moved_to(self._view.text, at, exactly=exactly)
