"""The page of one article: coverage above, the text with its highlights, the overview beside it."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from factcheck.domain.ids import StatementId
from factcheck.domain.workflow import State
from factcheck.ui.article.coverage import CoverageBar
from factcheck.ui.article.highlights import HighlightIndex
from factcheck.ui.article.overview import Overview
from factcheck.ui.article.scrolling import most_on_show
from factcheck.ui.article.tips import Tips
from factcheck.ui.article.view import ArticleView
from factcheck.ui.article_marks import ArticleMarks
from factcheck.ui.finding import Finding
from factcheck.ui.reading import Reading
from factcheck.ui.rows import highlight

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from factcheck.domain.model import Article, Block, Revision
    from factcheck.store.transaction import Changes
    from factcheck.ui.choice import Choice
    from factcheck.ui.session import Session

_OPEN = frozenset({State.TO_CHECK, State.IN_CHECKING, State.SENT_BACK, State.CHANGED})
_DRAWN = frozenset({"statement", "span", "verdict"})


class ArticlePage(QWidget):
    """Shows the chosen article and follows what is done to its statements.

    It knows the article at once, but lays it out only where it can be seen: who works through a
    queue meets an article a key. ``laid_out`` tells that the view shows another one, or none;
    ``marks_shown`` that some time later all its marks are there.
    """

    laid_out = Signal()
    marks_shown = Signal()

    def __init__(self, session: Session, choice: Choice) -> None:
        super().__init__()
        self._session = session
        self._choice = choice
        self.article: Article | None = None
        self.revision: Revision | None = None
        self.text = ""
        self._marks = ArticleMarks(session, self)
        self._is_laid_out = False
        self.coverage = CoverageBar()
        self.view = ArticleView(lambda statement: self.number_of(StatementId(statement)) or 0)
        self.overview = Overview(self.view)
        self.finding = Finding(self)
        self.reading = Reading(self)
        Tips(self.view, self._line_of)
        self._lay_out()
        self.view.statement_clicked.connect(self._choose)
        self.overview.statement_clicked.connect(self._choose)
        self._marks.completed.connect(self._show_all_marks)
        self.view.verticalScrollBar().valueChanged.connect(self._have_what_is_seen)
        choice.article_changed.connect(self._show_article)
        choice.statement_changed.connect(self._show_statement)
        session.changed.connect(self._follow)

    @property
    def total(self) -> int:
        """How many statements the article has."""
        return self._marks.total

    def number_of(self, statement: StatementId | None) -> int | None:
        """Return a statement's number, None if it is not in this article."""
        return self._marks.number_of(statement)

    @property
    def blocks(self) -> tuple[Block, ...]:
        """How the text is set."""
        return self.revision.blocks if self.revision else ()

    def statement_of(self, start: int, end: int) -> StatementId | None:
        """Return the statement that consists of exactly these words, None if there is none."""
        for found in self.view.index.touching(start, end):
            if (found.start, found.end) == (start, end):
                return StatementId(found.statement_id)
        return None

    def go(self, by: int) -> None:
        """Choose the next statement (1) or the one before (-1), in reading order."""
        here = self.number_of(self._choice.statement)
        to = (1 if by > 0 else self.total) if here is None else here + by
        mark = self._marks.all().at(to)
        if mark is not None:
            self._choice.show_statement(mark.statement_id)

    def go_to_open(self) -> bool:
        """Choose the next statement that is still to be checked; False if there is none."""
        for mark in self._marks.all().after(self.number_of(self._choice.statement) or 0):
            if mark.state in _OPEN:
                self._choice.show_statement(mark.statement_id)
                return True
        return False

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
        column.addWidget(self.reading.bar)
        column.addWidget(self.finding.bar)
        column.addLayout(reading, 1)

    def _choose(self, statement: str) -> None:
        self._choice.show_statement(StatementId(statement))

    def _show_article(self) -> None:
        from factcheck.store import reads

        self._keep_place()
        self._is_laid_out = False
        self.finding.forget()
        self.reading.forget()
        if self._choice.article is None:
            self.article = self.revision = None
            self.text = ""
            self._marks.open(None)
            self.view.set_article("", (), HighlightIndex())
            self.laid_out.emit()
            return
        desk = self._session.open_desk()
        self.article = reads.article(desk, self._choice.article)
        self.revision = reads.revision(desk, self._choice.article)
        self._marks.open(self.revision)
        self.text = reads.text(desk, self.revision)
        if self.isVisible():
            self._lay_out_article(self.article)

    def showEvent(self, event: QShowEvent) -> None:
        """Lay out an article that was chosen meanwhile."""
        super().showEvent(event)
        if self.article is not None and not self._is_laid_out:
            self._lay_out_article(self.article)

    def _lay_out_article(self, article: Article) -> None:
        self._is_laid_out = True
        place = self._session.settings.place_of(article.id)
        self._marks.begin(place[1] if place else 0, most_on_show(self.view))
        self.view.set_article(self.text, self.blocks, self._marks.highlights())
        self.view.select_statement(self._choice.statement)
        if place is not None and self._choice.statement is None:
            self.view.go_to_place(*place)
        self._show_counts()
        # An article's many rows stay: looking through them for cycles would take a tenth of a
        # second, at any key.
        gc.freeze()
        self.laid_out.emit()
        self._marks.complete_soon()

    def _line_of(self, statement: str) -> str:
        """Say what a statement is in a line: its number, its verdict or state, and its checker."""
        from factcheck.store import reads

        desk, number = self._session.open_desk(), self.number_of(StatementId(statement))
        mark = self._marks.all().at(number or 0)
        if mark is None:
            return ""
        checker = reads.statement(desk, mark.statement_id).checker_id
        who = reads.people(desk)[checker].name if checker else ""
        what = mark.step.word if mark.step else mark.state
        return " · ".join(filter(None, (str(number), what, who)))

    def _keep_place(self) -> None:
        if self.article is not None and self._is_laid_out:
            self._session.settings.keep_place(self.article.id, *self.view.place())

    def _have_what_is_seen(self) -> None:
        if self._is_laid_out and not self._marks.are_complete:
            shown = self.view.shown()
            self._marks.need(shown.start, shown.end)

    def _show_all_marks(self, highlights: HighlightIndex | None) -> None:
        if self._is_laid_out:
            if highlights is not None:
                self.view.set_index(highlights)
            self.view.dress_rest()
            self._show_counts()
            self.marks_shown.emit()

    def _show_statement(self) -> None:
        if self._is_laid_out:
            self.number_of(self._choice.statement)  # so that its mark is known
            self.view.select_statement(self._choice.statement)

    def _follow(self, changes: Changes | None) -> None:
        tables = None if changes is None else {table for table, _ in changes.touched}
        if self.revision is None or ((tables is None or "article" in tables) and self._gone()):
            return
        if tables is None or tables & _DRAWN:
            if self._marks.were_read:
                self._read_marks(self.revision, changes)
                self._show_counts()
            self._leave_what_is_gone(self.revision)

    def _leave_what_is_gone(self, revision: Revision) -> None:
        """Choose no longer what was taken back."""
        from factcheck.store import lists

        desk, chosen = self._session.open_desk(), self._choice.statement
        if chosen and lists.number_of(desk, revision.article_id, chosen) is None:
            self._choice.show_statement(None)

    def _gone(self) -> bool:
        """Leave an article whose import was undone."""
        from factcheck.store import reads

        article = self._choice.article
        if article is not None and reads.has_article(self._session.open_desk(), article):
            return False
        self._choice.show_article(None)
        return True

    def _read_marks(self, revision: Revision, changes: Changes | None) -> None:
        """Read all marks anew, or those of the statements that were changed."""
        from factcheck.store import lists

        desk = self._session.open_desk()
        if changes is None:
            self._marks.read_anew()
            if self._is_laid_out:
                self.view.set_index(self._marks.highlights())
            return
        touched = [StatementId(name) for name in changes.statements]
        marks = self._marks.all()
        others = marks.replace(touched, lists.marks(desk, revision.id, touched))
        if self._is_laid_out:
            self.view.change_highlights(others, [highlight(one) for one in marks.of(others)])

    def _show_counts(self) -> None:
        self.coverage.show_counts(self.total, self._marks.judged, self._marks.shares())
