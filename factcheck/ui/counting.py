"""Keeps count of the sentences of the article on show: which are done, which are still open."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from factcheck.domain.coverage import SentenceCoverage, sentences_of
from factcheck.domain.ids import TickId
from factcheck.ui.article.highlights import Highlight, HighlightIndex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factcheck.domain.coverage import Sentence
    from factcheck.domain.model import Block, Revision, Tick
    from factcheck.store.transaction import Changes
    from factcheck.ui.article_page import ArticlePage
    from factcheck.ui.jobs import Job
    from factcheck.ui.session import Session


class _Stretch(NamedTuple):
    """Words that were marked or ticked, or (``by`` -1) are so no more."""

    start: int
    end: int
    is_tick: bool
    by: int = 1


class Counting(QObject):
    """Counts off the GUI thread when an article is chosen, then follows each change.

    ``coverage`` is None while the sentences are counted, ``ticks`` are all ticks of the revision.
    ``changed`` tells that either is another now.
    """

    changed = Signal()

    def __init__(self, session: Session, page: ArticlePage) -> None:
        super().__init__(page)
        self._session = session
        self._page = page
        self.coverage: SentenceCoverage | None = None
        self.ticks = HighlightIndex()
        self._marks: dict[str, list[Highlight]] = {}
        self._job: Job | None = None
        self._missed: list[_Stretch] = []  # while the sentences were counted
        page.laid_out.connect(self._forget)
        page.marks_shown.connect(self._begin)
        session.changed.connect(self._follow)

    def _forget(self) -> None:
        """Know nothing of another article yet."""
        if self._job is not None:
            self._job.cancel()
        self.coverage = self._job = None
        self._missed = []
        self._marks = {}
        self.ticks = HighlightIndex()
        self.changed.emit()

    def _begin(self) -> None:
        """Count the sentences of the article that is laid out."""
        self._forget()
        if self._page.revision is not None:
            self._read(self._page.revision)
            self._count(self._page.text, self._page.blocks)
            self.changed.emit()

    def _read(self, revision: Revision) -> None:
        from factcheck.store.coverage import ticks

        self.ticks = HighlightIndex(map(_highlight, ticks(self._session.open_desk(), revision.id)))
        for mark in self._page.view.index.highlights:
            self._marks.setdefault(mark.statement_id, []).append(mark)

    def _count(self, text: str, blocks: Sequence[Block]) -> None:
        marks = _stretches(self._page.view.index.highlights, is_tick=False)
        ticks = _stretches(self.ticks.highlights, is_tick=True)
        known = [*marks, *ticks]

        def count(job: Job) -> tuple[Job, SentenceCoverage]:
            return job, _counted(job, text, blocks, known)

        self._job = self._session.jobs.run(
            count, title="", done=self._take, failed=self._session.refused.emit
        )

    def _take(self, counted: tuple[Job, SentenceCoverage]) -> None:
        """Take what was counted, unless another article is on show by now."""
        job, coverage = counted
        if job is self._job:
            self._job, self.coverage = None, coverage
            _count_in(coverage, self._missed)
            self.changed.emit()

    def _follow(self, changes: Changes | None) -> None:
        revision = self._page.revision
        if revision is None:
            return
        if changes is None:
            self._begin()
            return
        stretches = [*self._changed_marks(changes), *self._changed_ticks(revision, changes)]
        if self.coverage is None:
            self._missed += stretches
        else:
            _count_in(self.coverage, stretches)
        if stretches:
            self.changed.emit()

    def _changed_marks(self, changes: Changes) -> Iterator[_Stretch]:
        for statement in changes.statements:
            old = self._marks.pop(statement, [])
            new = list(self._page.view.index.of(statement))
            if new:
                self._marks[statement] = new
            if old != new:
                yield from _stretches(old, is_tick=False, by=-1)
                yield from _stretches(new, is_tick=False)

    def _changed_ticks(self, revision: Revision, changes: Changes) -> Iterator[_Stretch]:
        from factcheck.store.coverage import ticks

        touched = [TickId(name) for table, name in changes.touched if table == "tick"]
        if not touched:
            return
        for name in touched:
            yield from _stretches(self.ticks.of(name), is_tick=True, by=-1)
        found = ticks(self._session.open_desk(), revision.id, touched)
        self.ticks.replace(touched, map(_highlight, found))
        for name in touched:
            yield from _stretches(self.ticks.of(name), is_tick=True)


def _highlight(tick: Tick) -> Highlight:
    return Highlight(tick.id, tick.start, tick.end, "", "")


def _stretches(
    highlights: Iterable[Highlight], *, is_tick: bool, by: int = 1
) -> Iterator[_Stretch]:
    return (_Stretch(found.start, found.end, is_tick, by) for found in highlights)


def _counted(
    job: Job, text: str, blocks: Sequence[Block], known: Iterable[_Stretch]
) -> SentenceCoverage:
    """Cut a text into sentences and count in what is marked and ticked; safe on any thread."""
    found: list[Sentence] = []
    for block in blocks:
        if job.cancelled():
            break
        found.extend(sentences_of(text, block))
    coverage = SentenceCoverage(found)
    _count_in(coverage, known)
    return coverage


def _count_in(coverage: SentenceCoverage, stretches: Iterable[_Stretch]) -> None:
    for start, end, is_tick, by in stretches:
        (coverage.tick if is_tick else coverage.mark)(start, end, by)
