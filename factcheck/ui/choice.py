"""What is on show: which article, which of its statements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from factcheck.domain.ids import ArticleId, StatementId


class Choice(QObject):
    """The article and the statement that the views show; None where there is none.

    ``moves``: another statement is about to be shown, so this one need not be shown anew.
    """

    article_changed = Signal()
    statement_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.article: ArticleId | None = None
        self.statement: StatementId | None = None
        self.moves = False

    def show_article(self, article: ArticleId | None) -> None:
        """Show another article, and none of its statements yet."""
        if article == self.article:
            return
        self.article = article
        self.article_changed.emit()
        self.show_statement(None)

    def show(self, article: ArticleId, statement: StatementId) -> None:
        """Show a statement in its article, with no other statement in between."""
        if article == self.article:
            self.show_statement(statement)
            return
        self.article, self.statement = article, statement
        self.article_changed.emit()
        self.statement_changed.emit()

    def show_statement(self, statement: StatementId | None) -> None:
        """Show another statement of the article."""
        if statement != self.statement:
            self.statement = statement
            self.statement_changed.emit()
