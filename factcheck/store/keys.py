"""Filters of lines that cells don't know, and the local keys that they leave.

A byte a key says whether it is left: SQLite looks that up in half the time of a list of keys.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factcheck.store.desk import Desk

_PIECE = 200_000  # characters of a long list, read in 2 ms: meanwhile no other thread goes on
_TURNED = bytes.maketrans(b"\0\1", b"\1\0")


@dataclass(frozen=True, slots=True)
class Filter:
    """What a line must have: ``condition`` is asked of one line, ``keys`` are those of all.

    The latter goes on behind SELECT; the values are those of either. ``index`` is that in which
    the lines stand together, if any. ``lacking``: the keys are those of the lines without it.
    """

    condition: str
    keys: str
    values: tuple[str, ...]
    index: str = ""
    lacking: bool = False

    @property
    def quickly(self) -> str:
        """The condition where it is asked of many lines."""
        if self.index:
            return self.condition
        return f"pk {'NOT ' if self.lacking else ''}IN (SELECT {self.keys})"


def mask(keys: Iterable[int]) -> bytes:
    """Return a byte for each number from 1 on: 1 where it is among the keys."""
    found, size = bytearray(), 0
    for key in keys:
        if key > size:
            found.extend(bytes(key))
            size = len(found)
        found[key - 1] = 1
    return bytes(found)


def mask_of(desk: Desk, filters: Sequence[Filter]) -> bytes:
    """Return a byte for each local key: 1 where all these filters leave it, if it is a line's."""
    whole, *others = (desk.masks.get(each, partial(_read, desk, each)) for each in filters)
    for other in others:
        both = int.from_bytes(whole, "little") & int.from_bytes(other, "little")
        whole = both.to_bytes(len(whole), "little")
    return whole


def _read(desk: Desk, one: Filter) -> bytes:
    found = mask(numbers(desk, one.keys, one.values))
    if not one.lacking:
        return found
    last = desk.db.execute("SELECT coalesce(max(pk), 0) FROM line").fetchone()[0]
    return found.translate(_TURNED).ljust(last, b"\1")


def lacking(desk: Desk, one: Filter) -> list[int]:
    """Return the keys that a filter leaves out, if its keys are those."""
    return [found.end() for found in re.finditer(b"\0", mask_of(desk, [one]))]


def numbers(desk: Desk, sql: str, values: Iterable[object]) -> Iterator[int]:
    """Yield the numbers that follow SELECT: as one text they come sooner than row by row."""
    name, _, rest = sql.partition(" ")
    text = desk.db.execute(f"SELECT json_group_array({name}) {rest}", list(values)).fetchone()[0]
    start, end = 1, len(text) - 1
    while start < end:
        stop = text.find(",", min(start + _PIECE, end))
        stop = end if stop < 0 else stop
        yield from json.loads(f"[{text[start:stop]}]")
        start = stop + 1
