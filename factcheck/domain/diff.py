"""What changed from one wording to another, word by word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import takewhile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

# Scripts written without spaces: each character counts as a word.
_UNSPACED = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}"
_WORDS = rf"\s+|(?=[{_UNSPACED}])\X|(?:(?![{_UNSPACED}\s])\X)+"
_LINES = re.compile(r"[^\n]*\n+|[^\n]+")
_SPACED = re.compile(r"\s+|\S+\s*")

# Code points of a changed stretch that are compared word by word: of longer ones it takes long.
_MOST_COMPARED = 60_000
# Code points: less is not worth leaving out.
_LEFT_OUT_FROM = 80


class PieceKind(StrEnum):
    """Whether a piece stands in both wordings, only in the old one, or only in the new one."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of words that share one fate."""

    kind: PieceKind
    text: str


def word_diff(old: str, new: str) -> tuple[Piece, ...]:
    """Return the pieces in reading order, what is removed before what takes its place.

    Same and removed pieces joined give ``old``; same and added pieces joined give ``new``.
    """
    return _joined(_by_spaced_words(old, new))


def text_diff(old: str, new: str) -> tuple[Piece, ...]:
    """Return the pieces of two long texts as ``word_diff`` does, but only within changed lines."""
    return _joined(_by_lines(old, new))


def _joined(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Join neighbours of one kind, and leave out what is empty."""
    joined: list[Piece] = []
    for piece in pieces:
        if joined and joined[-1].kind is piece.kind:
            joined[-1] = Piece(piece.kind, joined[-1].text + piece.text)
        elif piece.text:
            joined.append(piece)
    return tuple(joined)


def _by_lines(old: str, new: str) -> Iterator[Piece]:
    for piece, other in _stretches(_LINES.findall(old), _LINES.findall(new)):
        if other and len(piece.text) + len(other.text) <= _MOST_COMPARED:
            yield from _by_spaced_words(piece.text, other.text)
        else:
            yield from (piece, other) if other else (piece,)


def _by_spaced_words(old: str, new: str) -> Iterator[Piece]:
    """Compare words with the space behind them: so those that stayed hang together in long runs."""
    for piece, other in _stretches(_SPACED.findall(old), _SPACED.findall(new), junk=False):
        yield from _of_few(piece.text, other.text) if other else (piece,)


def _of_few(old: str, new: str) -> Iterator[Piece]:
    """Compare a few words, the space behind both apart: that stayed."""
    gone, come = old.rstrip(), new.rstrip()
    space = old[len(gone) :]
    if space != new[len(come) :]:
        gone, come, space = old, new, ""
    before, after = _words(gone), _words(come)
    # White space alone never counts as common, so "a b" to "c d" is one change and not two.
    matcher = SequenceMatcher(str.isspace, before, after)
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag == "equal":
            yield Piece(PieceKind.SAME, "".join(before[i:j]))
        else:
            yield Piece(PieceKind.REMOVED, "".join(before[i:j]))
            yield Piece(PieceKind.ADDED, "".join(after[k:m]))
    yield Piece(PieceKind.SAME, space)


def _stretches(
    before: list[str], after: list[str], *, junk: bool = True
) -> Iterator[tuple[Piece, Piece | None]]:
    """Yield each stretch, with what takes its place if something does.

    ``junk``: what stands in very many places is no help to find what stayed.
    """
    start = _alike(before, after)
    end = _alike(before[start:][::-1], after[start:][::-1])
    yield Piece(PieceKind.SAME, "".join(before[:start])), None
    yield from _between(
        before[start : len(before) - end], after[start : len(after) - end], junk=junk
    )
    yield Piece(PieceKind.SAME, "".join(before[len(before) - end :])), None


def _alike(one: list[str], other: list[str]) -> int:
    """Count how many of them are the same from the beginning."""
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _between(
    before: list[str], after: list[str], *, junk: bool
) -> Iterator[tuple[Piece, Piece | None]]:
    for tag, i, j, k, m in SequenceMatcher(None, before, after, autojunk=junk).get_opcodes():
        gone, come = "".join(before[i:j]), "".join(after[k:m])
        if tag == "equal":
            yield Piece(PieceKind.SAME, gone), None
        elif gone:
            yield Piece(PieceKind.REMOVED, gone), Piece(PieceKind.ADDED, come) if come else None
        else:
            yield Piece(PieceKind.ADDED, come), None


def around_changes(pieces: Sequence[Piece], around: int) -> tuple[Piece, ...]:
    """Return the pieces for the eye: of a long one that stayed only what is near a change.

    ``around`` counts code points; "…" stands for what is left out, in a line of its own.
    """
    last = len(pieces) - 1
    return tuple(
        piece
        if piece.kind is not PieceKind.SAME
        else Piece(
            piece.kind,
            _near(piece.text, before=around if at else 0, after=around if at < last else 0),
        )
        for at, piece in enumerate(pieces)
    )


def _near(text: str, *, before: int, after: int) -> str:
    if len(text) <= before + after + _LEFT_OUT_FROM:
        return text
    start = text[:before].rpartition(" ")[0]
    end = text[len(text) - after :].partition(" ")[2]
    return "\n".join(
        [start, "…", end] if before and after else [start, "…"] if before else ["…", end]
    )


def _words(text: str) -> list[str]:
    import regex

    return regex.findall(_WORDS, text)
