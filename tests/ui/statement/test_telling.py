"""What changed, in words that a checker understands."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from factcheck.domain.events import Event
from factcheck.domain.history import Part, PartChange
from factcheck.domain.ids import EventId
from factcheck.domain.model import Priority, Stance, StatementKind
from factcheck.domain.scales import NEWSROOM_STEPS
from factcheck.domain.workflow import State
from factcheck.store.history import HistoryEntry
from factcheck.ui.statement.telling import change_words, shown_entry

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=timezone(timedelta(hours=1)))
DUE = datetime(2026, 11, 27, 16, 0, tzinfo=UTC)
VERIFIED, FIX, *_ = NEWSROOM_STEPS


@pytest.mark.parametrize(
    ("part", "before", "after", "words"),
    [
        (Part.VERDICT, FIX, VERIFIED, "verdict: Fix → Verified"),
        (Part.VERDICT, None, FIX, "verdict: none → Fix"),
        (Part.VERDICT, FIX, None, "verdict: Fix → none"),
        (Part.DUE, None, DUE, "due: none → Fri 27 Nov 2026, 17:00"),
        (Part.DUE, DUE, None, "due: Fri 27 Nov 2026, 17:00 → none"),
        (Part.CHECKER, "", "Mia Torres", "checker: nobody → Mia Torres"),
        (Part.REVIEWER, "Jon Park", "", "reviewer: Jon Park → nobody"),
        (Part.WORDS, "40 million", "40.5 million", "words: “40 million” → “40.5 million”"),
        (Part.WORDS, None, "40 million", "words added: “40 million”"),
        (Part.EXCERPT, "", "40,589", "excerpt added: “40,589”"),
        (Part.NOTE, "Ask.", None, "note removed: “Ask.”"),
        (Part.STANCE, None, Stance.REFUTES, "stance: Refutes"),
        (Part.STANCE, Stance.CONTEXT, Stance.REFUTES, "stance: Context → Refutes"),
        (Part.CLAIMANT, "", "the council", "said by: none → the council"),
        (Part.KIND, StatementKind.OTHER, StatementKind.NAME, "kind: Other → Name"),
        (Part.PRIORITY, Priority.NORMAL, Priority.HIGH, "priority: Normal → High"),
        (Part.STATE, State.SENT_BACK, State.CHANGED, "state: Sent back → Changed since checked"),
    ],
)
def test_before_and_after(part, before, after, words):
    assert change_words(PartChange(part, before, after), NOW) == words


def test_every_part_has_its_word():
    words = {change_words(PartChange(part, "a", "b"), NOW).partition(":")[0] for part in Part}
    assert len(words) == len(Part)


def test_words_from_the_right_do_not_turn_before_and_after_round():
    words = change_words(PartChange(Part.WORDS, "ألف", "مليون"), NOW)
    assert words == "words: \u2068“ألف”\u2069 → \u2068“مليون”\u2069"


def entry(action, *, about="", reason=""):
    undoes = EventId("event-0") if about else None
    at = datetime(2026, 11, 23, 18, 4, tzinfo=UTC)
    event = Event(9, EventId("event-9"), "copy", action, "ada", at, reason, undoes, True, "", "")
    return HistoryEntry(event, "Ada Reed", about, ())


VERDICT = PartChange(Part.VERDICT, VERIFIED, FIX)


def test_who_and_when_in_the_desk_s_time_zone():
    told = shown_entry(entry("verdict: Fix"), (VERDICT,), NOW)
    assert (told.who, told.near, told.full, told.action) == (
        *("Ada Reed", "yesterday, 19:04", "Mon 23 Nov 2026, 19:04", "gave the verdict “Fix”"),
    )


def test_an_undo_says_what_it_took_back():
    undone = shown_entry(entry("undo", about="verdict: Verified"), (VERDICT,), NOW)
    assert undone.action == "took back: verdict “Verified”"
    assert undone.short == ("verdict: Verified → Fix",)
    assert shown_entry(entry("resize"), (), NOW).short == ()


def test_long_texts_are_cut_in_short_only_and_the_reason_comes_last():
    long = "Cut off\ninstead of rounded; " * 9
    change = PartChange(Part.REASONING, "", long)
    told = shown_entry(entry("send back", reason=long), (change,), NOW)
    assert told.changes == (f"reasoning added: “{long}”", f"reason: “{long}”")
    cut = "Cut off instead of rounded; Cut off instead of rounded; Cut…"
    assert told.short == (f"reasoning added: “{cut}”", f"reason: “{cut}”")
