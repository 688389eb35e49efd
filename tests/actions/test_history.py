"""What an event changed is told by its parts, with names for ids, also of what is gone."""

import pytest

from factcheck.actions import notes, statements, verdicts
from factcheck.actions.details import describe
from factcheck.actions.evidence import Source, attach, edit_citation
from factcheck.actions.history import part_changes
from factcheck.actions.undoing import undo
from factcheck.domain.history import Part
from factcheck.domain.ids import NoteId
from factcheck.domain.model import ScaleStep, Stance, StatementKind
from factcheck.domain.workflow import State
from factcheck.store import lists, reads
from factcheck.store.history import history
from tests.making import START
from tests.working import worked_on


def plain(value):
    return value.word if isinstance(value, ScaleStep) else value


@pytest.fixture
def last(desk, statement):
    """Return what the last event on the statement changed: part to (before, after)."""

    def last():
        [entry] = history(desk, statement, newest=1)
        changes = part_changes(desk, entry, statement)
        assert len({change.part for change in changes}) == len(changes)
        return {change.part: (plain(change.before), plain(change.after)) for change in changes}

    return last


def judge(desk, who, statement, outcome, reason="", **more):
    verdicts.judge(desk, actor=who, statement=statement, outcome=outcome, reasoning=reason, **more)


def test_a_new_statement_is_told_by_its_words(last):
    assert last() == {Part.WORDS: (None, "Harbour bridge")}


def test_a_first_verdict_and_the_next(desk, ada, statement, last):
    judge(desk, ada, statement, "fix", "Two, not one.", correction="Harbour bridges")
    assert last() == {
        Part.VERDICT: (None, "Fix"),
        Part.REASONING: (None, "Two, not one."),
        Part.CORRECTION: (None, "Harbour bridges"),
        Part.CHECKER: ("", "Ada Reed"),
        Part.STATE: (State.TO_CHECK, State.IN_CHECKING),
    }
    judge(desk, ada, statement, "false", "Two, not one.")
    assert last() == {
        Part.VERDICT: ("Fix", "False"),
        Part.CORRECTION: ("Harbour bridges", ""),
    }


def test_a_verdict_that_is_undone_leads_back_to_the_one_before(desk, ada, statement, last):
    judge(desk, ada, statement, "fix", "One.")
    judge(desk, ada, statement, "false", "Two.")
    undo(desk, actor=ada)
    assert last() == {Part.VERDICT: ("False", "Fix"), Part.REASONING: ("Two.", "One.")}
    undo(desk, actor=ada)
    assert last()[Part.VERDICT] == ("Fix", None)
    # Nothing of both is left in the desk, yet what they were is told.
    told = [part_changes(desk, entry, statement) for entry in history(desk, statement)]
    steps = [(plain(c.before), plain(c.after)) for t in told for c in t if c.part is Part.VERDICT]
    assert steps == [(None, "Fix"), ("Fix", "False"), ("False", "Fix"), ("Fix", None)]


def test_details_are_told_with_the_checker_s_name(desk, ada, statement, last):
    given = {"claimant": "the council", "checker": "Mia Torres", "due_at": START}
    describe(desk, actor=ada, statement=statement, **given)
    assert last() == {
        Part.CLAIMANT: ("", "the council"),
        Part.CHECKER: ("", "Mia Torres"),
        Part.DUE: (None, START),
    }
    describe(desk, actor=ada, statement=statement, checker="", due_at=None)
    assert last() == {Part.CHECKER: ("Mia Torres", ""), Part.DUE: (START, None)}


def test_words_kind_and_review(desk, ada, jon, statement, last):
    [span] = reads.spans(desk, statement)
    statements.move_span(desk, actor=ada, span=span.id, start=0, end=7)
    assert last() == {Part.WORDS: ("Harbour bridge", "Harbour")}
    statements.set_kind(desk, actor=ada, statement=statement, kind=StatementKind.NAME)
    assert last()[Part.KIND][1] is StatementKind.NAME
    judge(desk, ada, statement, "verified")
    statements.submit(desk, actor=ada, statement=statement)
    assert last() == {Part.STATE: (State.IN_CHECKING, State.AWAITING_REVIEW)}
    verdicts.send_back(desk, actor=jon, statement=statement, reason="Show it.")
    assert last() == {
        Part.REVIEWER: ("", "Jon Park"),
        Part.STATE: (State.AWAITING_REVIEW, State.SENT_BACK),
    }


def test_evidence_is_told_by_its_title_also_when_it_is_gone(desk, ada, statement, last):
    done = attach(
        desk,
        actor=ada,
        statement=statement,
        source=Source(note="Saw it.", title="Own visit"),
        stance=Stance.SUPPORTS,
        locator="p. 7",
    )
    told = {Part.EVIDENCE: "Own visit", Part.STANCE: Stance.SUPPORTS, Part.LOCATOR: "p. 7"}
    first = last()
    assert first.items() >= {part: (None, value) for part, value in told.items()}.items()
    edit_citation(desk, actor=ada, citation=done.new("citation"), excerpt="yes")
    assert last() == {Part.EXCERPT: ("", "yes")}
    undo(desk, actor=ada)
    undo(desk, actor=ada)
    assert last()[Part.EVIDENCE] == ("Own visit", None)


def test_notes_are_told(desk, ada, statement, last):
    done = notes.write_note(desk, actor=ada, statement=statement, text="Ask.")
    assert last() == {Part.NOTE: (None, "Ask.")}
    notes.edit_note(desk, actor=ada, note=NoteId(done.new("note")), text="Asked.")
    assert last() == {Part.NOTE: ("Ask.", "Asked.")}


def test_another_statement_s_part_of_an_event_is_not_told(desk, ada, article, statement):
    other = statements.mark(desk, actor=ada, article=article, start=8, end=14).new("statement")
    [entry] = history(desk, other)
    assert part_changes(desk, entry, statement) == ()


def test_the_newest_are_the_last_of_all(desk, ada, statement):
    judge(desk, ada, statement, "verified")
    undo(desk, actor=ada)
    whole = history(desk, statement)
    assert history(desk, statement, newest=2) == whole[-2:]
    assert history(desk, statement, newest=99) == whole


@pytest.mark.parametrize("seed", [3, 4])
def test_any_work_can_be_told(desk, seed):
    worked_on(desk, seed)
    for row in lists.statement_rows(desk):
        for entry in history(desk, row.id):
            for change in part_changes(desk, entry, row.id):
                assert (change.before or None) != (change.after or None)
