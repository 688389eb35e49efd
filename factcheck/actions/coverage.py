"""Tick words in which there is nothing to check, so that what is left can be known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.domain.anchors import describe
from factcheck.domain.coverage import SentenceCoverage, sentences_of
from factcheck.domain.ids import ArticleId, PersonId, TickId
from factcheck.domain.model import Tick
from factcheck.store import lists, reads
from factcheck.store.coverage import ticks

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.store.desk import Desk
    from factcheck.store.transaction import Changes


def tick(
    desk: Desk, *, actor: PersonId, article: ArticleId, places: Iterable[tuple[int, int]]
) -> Changes:
    """Say that there is nothing to check in these words of the newest revision.

    Each place is start and end in code points, cut free of outer white space. What is ticked
    already stays so. Raises FactcheckError where there are no words.
    """
    revision = reads.revision(desk, article)
    text = reads.text(desk, revision)
    anchors = [describe(text, *place) for place in places]
    with desk.change("no facts here", actor) as change:
        ticked = {(known.start, known.end) for known in ticks(desk, revision.id)}
        for anchor in anchors:
            if (anchor.start, anchor.end) not in ticked:
                ticked.add((anchor.start, anchor.end))
                change.insert(
                    Tick(
                        id=TickId(change.new_id()),
                        revision_id=revision.id,
                        start=anchor.start,
                        end=anchor.end,
                        quote=anchor.quote,
                        person_id=actor,
                        created_at=change.now,
                    )
                )
    return change.done


def coverage_of(desk: Desk, article: ArticleId) -> SentenceCoverage:
    """Count the sentences of an article's newest revision."""
    revision = reads.revision(desk, article)
    text = reads.text(desk, revision)
    coverage = SentenceCoverage(
        [sentence for block in revision.blocks for sentence in sentences_of(text, block)]
    )
    for mark in lists.marks(desk, revision.id):
        coverage.mark(mark.start, mark.end)
    for known in ticks(desk, revision.id):
        coverage.tick(known.start, known.end)
    return coverage


def untick(desk: Desk, *, actor: PersonId, ticks: Iterable[TickId]) -> Changes:
    """Take ticks away; what is gone already is no error."""
    with desk.change("take a tick away", actor) as change:
        for name in ticks:
            change.remove(Tick, name)
    return change.done
