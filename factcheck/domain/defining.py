"""What a scale must be so that its steps can be told apart, by eye, by ear and in a report.

A step is known by its code, which is made of its first word and stays when the word changes: what
was judged "half-true" is found as that, whatever the step is called by now.
"""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.domain.canonical import canonical
from factcheck.domain.graphemes import clusters
from factcheck.domain.scales import CUT, NEWSROOM, TONES, WITHOUT_REASON
from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factcheck.domain.model import ScaleStep

LEAST_STEPS = 2
MOST_STEPS = 9  # each has a key of its own
LONGEST_NAME = 60
LONGEST_WORD = 32
LONGEST_MEANING = 300
LONGEST_SYMBOL = 2  # in what a reader sees as characters
LARGEST_VALUE = 999
_OF_NEWSROOM = (WITHOUT_REASON, CUT)


class StepError(FactcheckError):
    """A step that can't be; ``place`` counts from 1."""

    def __init__(self, place: int, message: str, hint: str = "") -> None:
        super().__init__(message, hint)
        self.place = place


def defined(name: str, steps: Iterable[ScaleStep]) -> tuple[str, tuple[ScaleStep, ...]]:
    """Return name and steps as they are kept: white space in order, each step with its code.

    A step without a code gets it from its word. Raises FactcheckError for what can't be a scale,
    StepError where a step is at fault.
    """
    kept = tuple(map(_tidied, steps))
    called = one_line(name)
    _require_name(called)
    _require_number(len(kept))
    for place, step in enumerate(kept, start=1):
        _require_whole(place, step)
        if called.casefold() != NEWSROOM.casefold():
            _require_ordinary(place, step)
    _require_apart(kept)
    return called, kept


def one_line(text: str) -> str:
    """Return the text on one line, single spaces between its words, fit to be kept."""
    return " ".join(canonical(text).text.split())


def code_of(word: str) -> str:
    """Return the code of a word: small letters and digits of any script, parts joined by "-"."""
    plain = unicodedata.normalize("NFKC", word).casefold()
    folded = unicodedata.normalize("NFKC", plain).casefold()
    return "-".join("".join(c if _is_of_words(c) else " " for c in folded).split())


def _is_of_words(character: str) -> bool:
    return unicodedata.category(character)[0] in "LMN"


def _tidied(step: ScaleStep) -> ScaleStep:
    word = one_line(step.word)
    return replace(
        step,
        code=code_of(step.code) or code_of(word),
        word=word,
        meaning=one_line(step.meaning),
        symbol=one_line(step.symbol),
    )


def _require_name(name: str) -> None:
    if not code_of(name):
        raise FactcheckError("The scale has no name.", "Give it one.")
    if len(name) > LONGEST_NAME:
        raise FactcheckError(
            f"The scale’s name has {len(name)} characters.", f"Use at most {LONGEST_NAME}."
        )


def _require_number(count: int) -> None:
    if not LEAST_STEPS <= count <= MOST_STEPS:
        steps = "1 step" if count == 1 else f"{count} steps"
        raise FactcheckError(
            f"The scale has {steps}.", f"Give it {LEAST_STEPS} to {MOST_STEPS}, one for each key."
        )


def _require_whole(place: int, step: ScaleStep) -> None:
    """Refuse a step that lacks something, or has too much of it."""
    if not code_of(step.word):
        raise _at(place, "has no word", "Write what the verdict is called.")
    if len(step.word) > LONGEST_WORD:
        raise _at(place, "has too long a word", f"Use at most {LONGEST_WORD} characters.")
    if not code_of(step.meaning):
        raise _at(place, "has no meaning", "Say in a sentence what it stands for.")
    if len(step.meaning) > LONGEST_MEANING:
        raise _at(place, "has too long a meaning", f"Use at most {LONGEST_MEANING} characters.")
    if not any(unicodedata.category(c)[0] in "LNPS" for c in step.symbol):
        raise _at(place, "has no symbol", "Colour alone says nothing to many: add a sign.")
    if clusters(step.symbol) > LONGEST_SYMBOL:
        raise _at(place, "has too long a symbol", "Use one sign or two.")
    if step.tone not in TONES:
        raise _at(
            place, f"has an unknown colour, “{step.tone}”", f"Use one of: {', '.join(TONES)}."
        )
    if step.value is not None and abs(step.value) > LARGEST_VALUE:
        raise _at(place, "has too large a number", f"Stay within ±{LARGEST_VALUE}, or give none.")


def _require_ordinary(place: int, step: ScaleStep) -> None:
    """Refuse the two codes to which the program gives a meaning of its own.

    "verified" needs no reason, "cut" ends the statement. On the newsroom outcomes they may be
    reworded; elsewhere nobody would know what comes with the word.
    """
    if not {step.code, code_of(step.word)}.isdisjoint(_OF_NEWSROOM):
        raise _at(
            place,
            f"can’t be called “{step.word}” here",
            f"“Verified” (no reason needed) and “Cut” (ends the statement) belong to the scale "
            f"“{NEWSROOM}”. Use another word.",
        )


def _require_apart(steps: Sequence[ScaleStep]) -> None:
    """Refuse two steps that share a word, or of which one goes by the other's code, or a symbol."""
    names: dict[str, int] = {}
    symbols: dict[str, int] = {}
    for place, step in enumerate(steps, start=1):
        for name in sorted({step.code, code_of(step.word)}):
            other = names.setdefault(name, place)
            if other != place:
                raise _alike(place, other, f"both go by “{name}”", "Use another word.")
        other = symbols.setdefault(unicodedata.normalize("NFKC", step.symbol), place)
        if other != place:
            raise _alike(place, other, f"have the same symbol, “{step.symbol}”", "Change one.")


def _at(place: int, fault: str, hint: str) -> StepError:
    return StepError(place, f"Step {place} {fault}.", hint)


def _alike(place: int, other: int, fault: str, hint: str) -> StepError:
    return StepError(place, f"Steps {other} and {place} {fault}.", hint)
