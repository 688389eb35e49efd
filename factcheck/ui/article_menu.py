"""The menu of the article: what can be done with the words under the pointer, or at the caret."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from factcheck.ui.workplace import Workplace

_GROUPS = (
    (
        *("statement.mark", "statement.mark_exactly", "statement.mark_sentence"),
        *("statement.mark_paragraph", "statement.mark_all", "sentence.tick"),
    ),
    ("statement.add", "statement.remove_words"),
    ("statement.evidence", "statement.note", "statement.details", "statement.dismiss"),
)


class ArticleMenu(QObject):
    """Opens by the right button or the menu key; its commands are those of the window."""

    def __init__(self, work: Workplace) -> None:
        super().__init__(work)
        self._view = work.page.view
        self._menu = QMenu(self._view)
        self._menu.setAccessibleName(self.tr("Article"))
        for group in _GROUPS:
            for command in group:
                self._menu.addAction(work.actions[command])
            self._menu.addSeparator()
        self._copy = self._menu.addAction(self.tr("&Copy"))
        self._copy.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
        self._copy.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)  # the view has the key
        self._copy.triggered.connect(self._view.copy)
        self._view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._view.customContextMenuRequested.connect(self._open)

    def _open(self, at: QPoint) -> None:
        """Take what is pointed at, unless words are selected, and offer what can be done."""
        if self._view.selected_span() is None:
            self._point_at(QPointF(at))
        self._copy.setEnabled(self._view.selected_span() is not None)
        self._menu.popup(self._view.viewport().mapToGlobal(at))

    def _point_at(self, at: QPointF) -> None:
        offset = self._view.offset_at(at)
        self._view.put_selection(offset, offset)
        hits = self._view.highlights_at(at)
        if hits and self._view.chosen not in {hit.statement_id for hit in hits}:
            self._view.choose_of(hits)
