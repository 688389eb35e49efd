"""Make statements of words of the article, and let them begin and end elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from factcheck.domain.anchors import trim
from factcheck.domain.ids import StatementId
from factcheck.domain.words import (
    block_at,
    next_word,
    previous_word,
    sentence_at,
    snap,
    word_at,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.domain.model import Span
    from factcheck.store.transaction import Changes
    from factcheck.ui.article_page import ArticlePage
    from factcheck.ui.choice import Choice
    from factcheck.ui.session import Session


class Marking(QObject):
    """Marks what is selected, or stands at the caret, and resizes the chosen statement."""

    def __init__(self, session: Session, choice: Choice, page: ArticlePage) -> None:
        super().__init__(page)
        self._session = session
        self._choice = choice
        self._page = page
        # The words of which was said that they are marked already, and as which statement.
        self._told: tuple[tuple[int, int], StatementId] | None = None
        choice.statement_changed.connect(self._forget_unless_chosen)
        session.changed.connect(lambda _changes: self._forget())
        page.view.resized.connect(self._move)

    def mark(self) -> None:
        """Mark the selection, widened to whole words, or the word at the caret."""
        span = self._selection() or self._told_at_caret() or self._word()
        self._mark(snap(self._page.text, *span) if span else None)

    def mark_exactly(self) -> None:
        """Mark the selection as it is."""
        self._mark(self._selection() or self._told_at_caret())

    def mark_sentence(self) -> None:
        """Mark the sentence at the caret."""
        text, caret = self._page.text, self._page.view.caret
        self._mark(sentence_at(text, caret, *block_at(text, self._page.blocks, caret)))

    def mark_paragraph(self) -> None:
        """Mark the paragraph, heading or item at the caret."""
        self._mark(block_at(self._page.text, self._page.blocks, self._page.view.caret))

    def mark_all(self) -> None:
        """Make one statement of all places of the selected words, or of the word at the caret."""
        from factcheck.actions.statements import mark_all

        span = self._selection() or self._word()
        if span is None:
            self._refuse_nothing()
            return
        start, end = snap(self._page.text, *span)
        self._do_mark(mark_all, start, end)

    def add_to_statement(self) -> None:
        """Add the selected words, or the word at the caret, to the chosen statement."""
        from factcheck.actions.statements import add_span

        span = self._selection() or self._word()
        if span is None:
            self._refuse_nothing()
            return
        start, end = snap(self._page.text, *span)
        done = self._session.do(add_span, statement=self._choice.statement, start=start, end=end)
        if done is not None:
            self._page.view.clear_selection()

    def remove_words(self) -> None:
        """Take the words at the caret away from the chosen statement, which has others."""
        from factcheck.actions.statements import remove_span

        span = self._chosen_span()
        if span is not None:
            self._session.do(remove_span, span=span.id)

    def resize(self, *, by: int, ends: bool) -> None:
        """Move the end (or the beginning) of the chosen words by a word, on (1) or back (-1)."""
        span = self._chosen_span()
        if span is None:
            return
        edge = span.end if ends else span.start
        edge = (next_word if by > 0 else previous_word)(self._page.text, edge, ends=ends)
        start, end = (span.start, edge) if ends else (edge, span.end)
        if start < end:
            self._do_move(span, start, end)

    # Marking

    def _mark(self, span: tuple[int, int] | None) -> None:
        from factcheck.actions.statements import mark

        if span is None:
            self._refuse_nothing()
            return
        start, end = trim(self._page.text, *span)
        marked = self._page.statement_of(start, end)
        if marked is None or (self._told and self._told[0] == (start, end)):
            self._do_mark(mark, start, end)
        else:
            self._tell_marked(marked, start, end)

    def _do_mark(self, verb: Callable[..., Changes], start: int, end: int) -> None:
        done = self._session.do(verb, article=self._choice.article, start=start, end=end)
        if done is not None:
            self._page.view.clear_selection()
            self._choice.show_statement(StatementId(done.new("statement")))

    def _tell_marked(self, statement: StatementId, start: int, end: int) -> None:
        self._choice.show_statement(statement)
        self._told = ((start, end), statement)
        words = self.tr("These words are marked already as statement {0}.")
        self._session.refuse(
            words.format(self._page.number_of(statement)),
            self.tr("Mark them again to have them twice."),
        )

    def _told_at_caret(self) -> tuple[int, int] | None:
        """Return the words that were told to be marked already, if the caret is in them."""
        if self._told is None:
            return None
        start, end = self._told[0]
        return self._told[0] if start <= self._page.view.caret <= end else None

    def _forget_unless_chosen(self) -> None:
        if self._told is not None and self._told[1] != self._choice.statement:
            self._forget()

    def _forget(self) -> None:
        self._told = None

    def _selection(self) -> tuple[int, int] | None:
        return self._page.view.selected_span()

    def _word(self) -> tuple[int, int] | None:
        return word_at(self._page.text, self._page.view.caret)

    def _refuse_nothing(self) -> None:
        self._session.refuse(
            self.tr("No words are selected."),
            self.tr("Select words in the article, or put the caret into one, first."),
        )

    # Resizing

    def _move(self, old: tuple[int, int], new: tuple[int, int]) -> None:
        """Let the chosen statement's span that stood at ``old`` stand at ``new``."""
        for span in self._chosen_spans():
            if (span.start, span.end) == old:
                self._do_move(span, *new)
                return

    def _do_move(self, span: Span, start: int, end: int) -> None:
        from factcheck.actions.statements import move_span

        self._session.do(move_span, span=span.id, start=start, end=end)

    def _chosen_span(self) -> Span | None:
        """Return the chosen statement's span nearest to the caret."""
        caret = self._page.view.caret

        def distance(span: Span) -> int:
            return max(span.start - caret, caret - span.end, 0)

        return min(self._chosen_spans(), key=distance, default=None)

    def _chosen_spans(self) -> list[Span]:
        from factcheck.store import reads

        statement = self._choice.statement
        return reads.spans(self._session.open_desk(), statement) if statement else []
