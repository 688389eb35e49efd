"""Make statements of the words selected in the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from factcheck.domain.ids import StatementId

if TYPE_CHECKING:
    from factcheck.ui.article_page import ArticlePage
    from factcheck.ui.choice import Choice
    from factcheck.ui.session import Session


class Marking(QObject):
    """Marks the selection as a statement, or adds it to the chosen one."""

    def __init__(self, session: Session, choice: Choice, page: ArticlePage) -> None:
        super().__init__(page)
        self._session = session
        self._choice = choice
        self._page = page

    def mark(self) -> None:
        """Make a statement of the selected words and choose it."""
        from factcheck.actions.statements import mark

        span = self._selection()
        if span is None:
            return
        done = self._session.do(mark, article=self._choice.article, start=span[0], end=span[1])
        if done is not None:
            self._page.view.clear_selection()
            self._choice.show_statement(StatementId(done.new("statement")))

    def add_to_statement(self) -> None:
        """Add the selected words to the chosen statement."""
        from factcheck.actions.statements import add_span

        span = self._selection()
        if span is None:
            return
        done = self._session.do(
            add_span, statement=self._choice.statement, start=span[0], end=span[1]
        )
        if done is not None:
            self._page.view.clear_selection()

    def _selection(self) -> tuple[int, int] | None:
        span = self._page.view.selected_span()
        if span is None:
            self._session.refuse(
                self.tr("No words are selected."), self.tr("Select words in the article first.")
            )
        return span
