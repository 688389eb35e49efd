"""Puts into words what an event changed: "due: none → Fri 27 Nov 2026, 17:00"."""

from __future__ import annotations

import unicodedata
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from factcheck.domain.history import Part
from factcheck.domain.model import Priority, ScaleStep, Stance, StatementKind
from factcheck.domain.workflow import State
from factcheck.ui.deeds import deed_told
from factcheck.ui.statement.when import full_moment, near_moment
from factcheck.ui.statement.words import kind_word, priority_word, stance_look, state_look

if TYPE_CHECKING:
    from factcheck.domain.history import PartChange, Value
    from factcheck.store.history import HistoryEntry

# The name by which lupdate finds the texts.
translate = QCoreApplication.translate

_SHORT = 60
_FROM_THE_RIGHT = frozenset({"R", "AL"})
_QUOTED = frozenset(
    {
        *(Part.REASONING, Part.CORRECTION, Part.WORDS, Part.EVIDENCE),
        *(Part.EXCERPT, Part.CITATION_NOTE, Part.NOTE, Part.TAG),
    }
)
# These may be missing, not only empty, and that is told.
_NONE_AT_FIRST = frozenset({Part.VERDICT, Part.DUE})


class ShownEntry(NamedTuple):
    """An event in words: who, when in short and in full, what was done, what changed and why.

    ``short`` tells changes and reason with long texts cut.
    """

    who: str
    near: str
    full: str
    action: str
    changes: tuple[str, ...]
    short: tuple[str, ...]


def shown_entry(entry: HistoryEntry, changes: tuple[PartChange, ...], now: datetime) -> ShownEntry:
    """Put an event and what it changed into words, seen from ``now``."""
    event = entry.event
    action = deed_told(event.action, entry.about)
    told = [change_words(change, now) for change in changes]
    short = [change_words(_shortened(change), now) for change in changes]
    return ShownEntry(
        who=entry.actor,
        near=near_moment(event.at, now),
        full=full_moment(event.at, now),
        action=action,
        changes=(*told, *_why(event.reason)),
        short=(*short, *_why(_cut(event.reason))),
    )


def change_words(change: PartChange, now: datetime) -> str:
    """Say what was there before and what is there after."""
    part = change.part
    before, after = (_value_words(part, value, now) for value in (change.before, change.after))
    if part in _QUOTED and not change.before:
        return translate("history", "{0} added: {1}").format(_part_word(part), after)
    if part in _QUOTED and not change.after:
        return translate("history", "{0} removed: {1}").format(_part_word(part), before)
    if change.before is None and part not in _NONE_AT_FIRST:
        return translate("history", "{0}: {1}").format(_part_word(part), after)
    return translate("history", "{0}: {1} → {2}").format(_part_word(part), before, after)


def _why(reason: str) -> tuple[str, ...]:
    words = translate("history", "reason: {0}").format(_quoted(reason))
    return (words,) if reason else ()


def _part_word(part: Part) -> str:
    return {
        Part.VERDICT: translate("history", "verdict"),
        Part.REASONING: translate("history", "reasoning"),
        Part.CORRECTION: translate("history", "suggested words"),
        Part.WORDS: translate("history", "words"),
        Part.EVIDENCE: translate("history", "evidence"),
        Part.STANCE: translate("history", "stance"),
        Part.EXCERPT: translate("history", "excerpt"),
        Part.LOCATOR: translate("history", "place"),
        Part.CITATION_NOTE: translate("history", "remark on the evidence"),
        Part.NOTE: translate("history", "note"),
        Part.TAG: translate("history", "tag"),
        Part.KIND: translate("history", "kind"),
        Part.CLAIMANT: translate("history", "said by"),
        Part.AS_OF: translate("history", "as of"),
        Part.PRIORITY: translate("history", "priority"),
        Part.CHECKER: translate("history", "checker"),
        Part.REVIEWER: translate("history", "reviewer"),
        Part.DUE: translate("history", "due"),
        Part.STATE: translate("history", "state"),
    }[part]


def _value_words(part: Part, value: Value, now: datetime) -> str:
    match value:
        case None | "":
            people = part in {Part.CHECKER, Part.REVIEWER}
            words = translate("history", "nobody") if people else translate("history", "none")
        case datetime():
            words = full_moment(value, now)
        case ScaleStep():
            words = value.word
        case State():
            words = state_look(value).word
        case StatementKind():
            words = kind_word(value)
        case Priority():
            words = priority_word(value)
        case Stance():
            words = stance_look(value).word
        case str():
            words = _quoted(value) if part in _QUOTED else _isolated(value)
    return words


def _shortened(change: PartChange) -> PartChange:
    before, after = (
        _cut(value) if change.part in _QUOTED and isinstance(value, str) else value
        for value in (change.before, change.after)
    )
    return type(change)(change.part, before, after)


def _cut(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _SHORT else words[: _SHORT - 1].rstrip() + "…"


def _quoted(text: str) -> str:
    return _isolated(f"“{text}”")


def _isolated(text: str) -> str:
    """Keep words written from the right from turning round what stands before and after them."""
    if any(unicodedata.bidirectional(letter) in _FROM_THE_RIGHT for letter in text):
        return f"\N{FIRST STRONG ISOLATE}{text}\N{POP DIRECTIONAL ISOLATE}"
    return text
