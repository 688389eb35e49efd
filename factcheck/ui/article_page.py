"""The page of one article: coverage above, the text with its highlights, the overview beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from factcheck.domain.ids import StatementId
from factcheck.domain.workflow import State
from factcheck.ui.article.coverage import CoverageBar
from factcheck.ui.article.overview import Overview
from factcheck.ui.article.view import ArticleView
from factcheck.ui.rows import coverage, highlight, in_reading_order

if TYPE_CHECKING:
    from factcheck.domain.model import Article, Revision
    from factcheck.store.lists import MarkRow
    from factcheck.store.transaction import Changes
    from factcheck.ui.choice import Choice
    from factcheck.ui.session import Session

_OPEN = frozenset({State.TO_CHECK, State.IN_CHECKING, State.SENT_BACK, State.CHANGED})
_DRAWN = frozenset({"statement", "span", "verdict"})


class ArticlePage(QWidget):
    """Shows the chosen article and follows what is done to its statements."""

    def __init__(self, session: Session, choice: Choice) -> None:
        super().__init__()
        self._session = session
        self._choice = choice
        self.article: Article | None = None
        self.revision: Revision | None = None
        self._marks: list[MarkRow] = []
        self._in_order: list[MarkRow] = []
        self.coverage = CoverageBar()
        self.view = ArticleView()
        self.overview = Overview(self.view)
        self._lay_out()
        self.view.statement_clicked.connect(self._choose)
        self.overview.statement_clicked.connect(self._choose)
        choice.article_changed.connect(self._show_article)
        choice.statement_changed.connect(self._show_statement)
        session.changed.connect(self._follow)

    @property
    def total(self) -> int:
        """How many statements the article has."""
        return len(self._in_order)

    def number_of(self, statement: StatementId | None) -> int | None:
        """Return a statement's number, None if it is not in this article."""
        for mark in self._in_order:
            if mark.statement_id == statement:
                return mark.number
        return None

    def go(self, by: int) -> None:
        """Choose the next statement (1) or the one before (-1), in reading order."""
        here = self._place()
        to = (0 if by > 0 else self.total - 1) if here is None else here + by
        if 0 <= to < self.total:
            self._choice.show_statement(self._in_order[to].statement_id)

    def go_to_open(self) -> bool:
        """Choose the next statement that is still to be checked; False if there is none."""
        here = self._place()
        start = 0 if here is None else here + 1
        for mark in self._in_order[start:] + self._in_order[:start]:
            if mark.state in _OPEN:
                self._choice.show_statement(mark.statement_id)
                return True
        return False

    def _place(self) -> int | None:
        number = self.number_of(self._choice.statement)
        return None if number is None else number - 1

    def _lay_out(self) -> None:
        reading = QHBoxLayout()
        reading.setContentsMargins(0, 0, 0, 0)
        reading.setSpacing(0)
        reading.addWidget(self.view, 1)
        reading.addWidget(self.overview)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.coverage)
        column.addLayout(reading, 1)

    def _choose(self, statement: str) -> None:
        self._choice.show_statement(StatementId(statement))

    def _show_article(self) -> None:
        from factcheck.store import reads

        if self._choice.article is None:
            self.article = self.revision = None
            return
        desk = self._session.open_desk()
        self.article = reads.article(desk, self._choice.article)
        self.revision = reads.revision(desk, self._choice.article)
        self._read_marks()
        text = reads.text(desk, self.revision)
        self.view.set_article(text, self.revision.blocks, [highlight(m) for m in self._marks])
        self._show_counts()

    def _show_statement(self) -> None:
        self.view.select_statement(self._choice.statement)

    def _follow(self, changes: Changes | None) -> None:
        if self.revision is None or self._gone():
            return
        if changes is None or any(table in _DRAWN for table, _ in changes.touched):
            self._read_marks()
            self.view.set_highlights([highlight(mark) for mark in self._marks])
            self._show_counts()
            if self.number_of(self._choice.statement) is None:
                self._choice.show_statement(None)

    def _gone(self) -> bool:
        """Leave an article whose import was undone."""
        from factcheck.store import reads

        known = [row.article.id for row in reads.articles(self._session.open_desk())]
        if self._choice.article in known:
            return False
        self._choice.show_article(None)
        return True

    def _read_marks(self) -> None:
        from factcheck.store import lists

        if self.article is not None and self.revision is not None:
            desk = self._session.open_desk()
            self._marks = lists.marks(desk, self.article.id, self.revision.id)
            self._in_order = in_reading_order(self._marks)

    def _show_counts(self) -> None:
        total, done, tones = coverage(self._marks)
        self.coverage.show_counts(total, done, tones)
