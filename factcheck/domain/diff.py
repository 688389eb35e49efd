"""What changed from one wording to another, word by word."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

# Scripts written without spaces: each character counts as a word.
_UNSPACED = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}"
_WORDS = rf"\s+|(?=[{_UNSPACED}])\X|(?:(?![{_UNSPACED}\s])\X)+"

# Code points of a changed stretch that are compared word by word: of longer ones it takes minutes.
_MOST_COMPARED = 200_000
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
    before, after = _words(old), _words(new)
    # White space alone never counts as common, so "a b" to "c d" is one change and not two.
    matcher = SequenceMatcher(str.isspace, before, after)
    pieces: list[Piece] = []
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag == "equal":
            pieces.append(Piece(PieceKind.SAME, "".join(before[i:j])))
            continue
        if i < j:
            pieces.append(Piece(PieceKind.REMOVED, "".join(before[i:j])))
        if k < m:
            pieces.append(Piece(PieceKind.ADDED, "".join(after[k:m])))
    return tuple(pieces)


def text_diff(old: str, new: str) -> tuple[Piece, ...]:
    """Return the pieces of two long texts as ``word_diff`` does, but only within changed lines."""
    before, after = old.splitlines(keepends=True), new.splitlines(keepends=True)
    pieces: list[Piece] = []
    for tag, i, j, k, m in SequenceMatcher(None, before, after).get_opcodes():
        gone, come = "".join(before[i:j]), "".join(after[k:m])
        if tag == "equal":
            pieces.append(Piece(PieceKind.SAME, gone))
        elif len(gone) + len(come) <= _MOST_COMPARED:
            pieces.extend(word_diff(gone, come))
        else:
            pieces += [Piece(PieceKind.REMOVED, gone), Piece(PieceKind.ADDED, come)]
    return tuple(piece for piece in pieces if piece.text)


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
