"""What a highlight says while the mouse rests on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip

from factcheck.ui.widgets import plain_tip

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.ui.article.view import ArticleView


class Tips(QObject):
    """Shows a line for each statement under the mouse; ``line_of`` gives it by the id."""

    def __init__(self, view: ArticleView, line_of: Callable[[str], str]) -> None:
        super().__init__(view)
        self._view = view
        self._line_of = line_of
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answer when Qt asks for a tip."""
        if not isinstance(event, QHelpEvent) or event.type() is not QEvent.Type.ToolTip:
            return super().eventFilter(watched, event)
        found = self._view.highlights_at(QPointF(event.pos()))
        statements = dict.fromkeys(highlight.statement_id for highlight in found)
        lines = "\n".join(self._line_of(statement) for statement in statements)
        QToolTip.showText(event.globalPos(), plain_tip(lines).replace("\n", "<br>"), self._view)
        return True
