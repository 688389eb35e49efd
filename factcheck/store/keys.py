"""Filters of lines that cells don't know, and the local keys that they leave.

A byte a key says whether it is left: SQLite looks that up in half the time of a list of keys.
"""

from __future__ import annotations

import json
from collections import deque
from dataclasses import dataclass
from functools import partial
from itertools import chain, repeat
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factcheck.store.desk import Desk

_PIECE = 200_000  # characters of a long list, read in 2 ms: meanwhile no other thread goes on
_TURNED = bytes.maketrans(b"\0\1", b"\1\0")


@dataclass(frozen=True, slots=True)
class Filter:
    """What a line must have: ``condition`` is asked of one line, ``keys`` are those of all.

    The latter goes on behind SELECT, and calls each ``chosen``; the values are those of either.
    ``index`` is that in which the lines stand together, if any. ``lacking``: the keys are those of
    the lines without it.
    """

    condition: str
    keys: str
    values: tuple[str, ...]
    index: str = ""
    lacking: bool = False


def mask(pieces: Iterable[Sequence[int]]) -> bytes:
    """Return a byte for each number from 1 on: 1 where it is among the keys."""
    found = bytearray(1)
    for piece in pieces:
        found.extend(bytes(max(0, max(piece, default=0) + 1 - len(found))))
        deque(map(found.__setitem__, piece, repeat(1)), maxlen=0)
    return bytes(found[1:])


def mask_of(desk: Desk, filters: Sequence[Filter]) -> bytes:
    """Return a byte for each local key: 1 where all these filters leave it, if it is a line's."""
    whole, *others = (desk.masks.get(each, partial(_read, desk, each)) for each in filters)
    for other in others:
        both = int.from_bytes(whole, "little") & int.from_bytes(other, "little")
        whole = both.to_bytes(len(whole), "little")
    return whole


def _read(desk: Desk, one: Filter) -> bytes:
    if not one.lacking:
        return mask(pieces(desk, one.keys, one.values))
    last = desk.db.execute("SELECT coalesce(max(pk), 0) FROM line").fetchone()[0]
    return mask([lacking(desk, one)]).translate(_TURNED).ljust(last, b"\1")


def lacking(desk: Desk, one: Filter) -> list[int]:
    """Return the keys that a filter leaves out, if its keys are those."""
    return desk.masks.get((one, "left out"), lambda: [*numbers(desk, one.keys, one.values)])


def numbers(desk: Desk, sql: str, values: Iterable[object]) -> Iterator[int]:
    """Yield the numbers that follow SELECT."""
    return chain.from_iterable(pieces(desk, sql, values))


def pieces(desk: Desk, sql: str, values: Iterable[object]) -> Iterator[list[int]]:
    """Yield them many at a time: as one text they come sooner than row by row."""
    name, _, rest = sql.partition(" ")
    text = desk.db.execute(f"SELECT json_group_array({name}) {rest}", list(values)).fetchone()[0]
    start, end = 1, len(text) - 1
    while start < end:
        stop = text.find(",", min(start + _PIECE, end))
        stop = end if stop < 0 else stop
        yield json.loads(f"[{text[start:stop]}]")
        start = stop + 1
