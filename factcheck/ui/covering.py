"""Go through what of the article is still open: its sentences, and the facts suggested in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from factcheck.domain.anchors import trim
from factcheck.domain.suggesting import Suggestions
from factcheck.domain.words import block_at, sentence_at
from factcheck.ui.article.hints import Suggested, Ticked
from factcheck.ui.counting import Counting

if TYPE_CHECKING:
    from factcheck.domain.coverage import Sentence
    from factcheck.domain.reading import Place
    from factcheck.ui.article.highlights import Highlight
    from factcheck.ui.article_page import ArticlePage
    from factcheck.ui.choice import Choice
    from factcheck.ui.session import Session

_FURTHEST = 50_000  # code points that one key looks for a suggestion


class Covering(QObject):
    """Ticks words in which there is nothing to check, and goes to what is left.

    ``told`` carries a sentence about what was not found.
    """

    told = Signal(str)

    def __init__(self, session: Session, choice: Choice, page: ArticlePage) -> None:
        super().__init__(page)
        self._session = session
        self._choice = choice
        self._page = page
        self._view = page.view
        self.counting = Counting(session, page)
        self._suggestions = Suggestions("", ())
        self._suggested = Suggested(self._open_suggestions, page.view.viewport())
        self._suggested.on = session.settings.suggestions
        self._view.under.append(self._suggested)
        self._view.over.append(Ticked(self._ticked))
        page.laid_out.connect(self._find_suggestions)
        self.counting.changed.connect(self._show)

    def tick(self) -> None:
        """Say that no facts are in the selected words, or in the sentence; or take that back."""
        from factcheck.actions import coverage

        start, end = trim(self._page.text, *(self._view.selected_span() or self._sentence()))
        ticked = self._ticks_over(start, end)
        if start == end:
            self._session.refuse(
                self.tr("There are no words here."),
                self.tr("Put the caret into a sentence, or select words, first."),
            )
        elif ticked:
            self._session.do(coverage.untick, ticks=[tick.statement_id for tick in ticked])
        else:
            article = self._choice.article
            self._session.do(coverage.tick, article=article, places=[(start, end)])

    def go_to_sentence(self) -> None:
        """Select the next sentence without a mark or a tick; the one at the caret if it is one."""
        coverage, selected = self.counting.coverage, self._view.selected_span()
        if coverage is None:
            self.told.emit(self.tr("The sentences are still being counted."))
            return
        sentence = coverage.next_open(selected[1] if selected else self._view.caret)
        if sentence is None:
            self.told.emit(self.tr("Every sentence of this article is covered."))
        else:
            self._view.select(*sentence)

    def go_to_suggestion(self, by: int) -> None:
        """Select the next suggestion that was neither taken nor turned down, or the one before."""
        caret = self._view.caret
        place = self._seek(self._view.selected_span() or (caret, caret), by)
        if place is None and by > 0:
            self.told.emit(self.tr("There is no further suggestion in this article."))
        elif place is None:
            self.told.emit(self.tr("There is no suggestion before this place."))
        elif place[0] == place[1]:
            self._view.put_selection(*place)
            self.told.emit(self.tr("No suggestion up to here; the same key looks further."))
        else:
            self._view.select(*place)

    def switch_suggestions(self) -> None:
        """Show the suggestions in the text, or hide them, and keep it so."""
        self._suggested.on = self._session.settings.suggestions = not self._suggested.on
        self._view.viewport().update()

    def _sentence(self) -> Place:
        text, caret = self._page.text, self._view.caret
        return sentence_at(text, caret, *block_at(text, self._page.blocks, caret))

    def _seek(self, here: Place, by: int) -> Place | None:
        """Return the next open suggestion; an empty place where the look ended, None at the end."""
        at = origin = here[1] if by > 0 else here[0]
        while abs(at - origin) <= _FURTHEST:
            place = self._suggestions.after(at) if by > 0 else self._suggestions.before(at)
            if place is None or place[0] == place[1] or self._is_open(place):
                return place
            at = place[0] + 1 if by > 0 else place[1]
        return at, at

    def _is_open(self, place: Place) -> bool:
        return not self._view.index.touching(*place) and not self._ticks_over(*place)

    def _open_suggestions(self, start: int, end: int) -> list[Place]:
        return [place for place in self._suggestions.lit(0, start, end) if self._is_open(place)]

    def _ticks_over(self, start: int, end: int) -> list[Highlight]:
        """Return the ticks that cover all of these words."""
        found = self.counting.ticks.touching(start, end)
        return [tick for tick in found if tick.start <= start and tick.end >= end]

    def _ticked(self, start: int, end: int) -> list[Sentence]:
        coverage = self.counting.coverage
        return coverage.ticked(start, end) if coverage else []

    def _find_suggestions(self) -> None:
        self._suggestions = Suggestions(self._page.text, self._page.blocks)
        self._suggested.later = True

    def _show(self) -> None:
        coverage = self.counting.coverage
        self._page.coverage.show_sentences(coverage.counts if coverage else None)
        self._view.viewport().update()
