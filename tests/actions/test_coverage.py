"""Ticks say where there is nothing to check; with the statements they make the coverage."""

import pytest

from factcheck.actions.coverage import coverage_of, tick, untick
from factcheck.actions.statements import mark
from factcheck.actions.undoing import redo, undo
from factcheck.domain.coverage import Counts
from factcheck.errors import FactcheckError
from factcheck.store import reads
from factcheck.store.coverage import ticks
from tests.making import TEXT

HEADING = (0, 35)
COST = (TEXT.index("The bridge"), TEXT.index("said.") + 5)


def ticked(desk, article):
    found = ticks(desk, reads.revision(desk, article).id)
    return [(one.start, one.end, one.quote) for one in found]


def test_words_are_ticked_without_the_space_around_them(desk, ada, article):
    done = tick(desk, actor=ada, article=article, places=[(0, 37), COST])
    assert done.action == "no facts here"
    assert ticked(desk, article) == [(0, 35, TEXT[:35]), (*COST, TEXT[slice(*COST)])]


def test_what_is_ticked_stays_so_and_is_no_event(desk, ada, article):
    tick(desk, actor=ada, article=article, places=[HEADING, HEADING])
    assert tick(desk, actor=ada, article=article, places=[HEADING]).event_id is None
    assert len(ticked(desk, article)) == 1


@pytest.mark.parametrize("place", [(35, 37), (5, 5), (0, 9999)])
def test_where_there_are_no_words_nothing_is_ticked(desk, ada, article, place):
    with pytest.raises(FactcheckError, match="no words"):
        tick(desk, actor=ada, article=article, places=[HEADING, place])
    assert ticked(desk, article) == []


def test_ticks_are_taken_away_and_all_is_undone_in_order(desk, ada, article):
    tick(desk, actor=ada, article=article, places=[HEADING, COST])
    before = ticked(desk, article)
    names = [one.id for one in ticks(desk, reads.revision(desk, article).id)]
    untick(desk, actor=ada, ticks=names)
    assert ticked(desk, article) == []
    assert untick(desk, actor=ada, ticks=names).event_id is None
    undo(desk, actor=ada)
    assert ticked(desk, article) == before
    undo(desk, actor=ada)
    assert ticked(desk, article) == []
    redo(desk, actor=ada)
    assert ticked(desk, article) == before


def test_some_ticks_can_be_read_alone(desk, ada, article):
    tick(desk, actor=ada, article=article, places=[HEADING, COST])
    revision = reads.revision(desk, article).id
    first, second = ticks(desk, revision)
    assert ticks(desk, revision, [second.id]) == [second]
    assert ticks(desk, revision, []) == []
    assert ticks(desk, revision, [first.id, "gone"]) == [first]


def test_statements_and_ticks_cover_sentences(desk, ada, article):
    assert coverage_of(desk, article).counts == Counts(4, 0, 0)
    mark(desk, actor=ada, article=article, start=COST[0] + 4, end=COST[0] + 10)
    tick(desk, actor=ada, article=article, places=[HEADING, (COST[0], COST[0] + 5)])
    coverage = coverage_of(desk, article)
    assert coverage.counts == Counts(4, 1, 1)
    assert [TEXT[slice(*one)] for one in coverage.open()] == [
        "“Nobody was hurt,” said Mayor Ines Ortega.",
        "🌉 It carries 3,290 cars a day.",
    ]
