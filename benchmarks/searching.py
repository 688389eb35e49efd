"""Does search as you type keep up with typing? Each key of some words, common and rare.

    .venv/bin/python benchmarks/searching.py [DESK]

DESK is one that newsroom.py made; without it one of 50,000 statements is made. The floor is the
question of the index alone for the word “council”, a thousand rows.
"""

from __future__ import annotations

import contextlib
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TYPE_CHECKING

from newsroom import make_newsroom

from factcheck.actions.desks import open_desk
from factcheck.domain.searching import Query, parse
from factcheck.errors import FactcheckError
from factcheck.store.search import search

if TYPE_CHECKING:
    from factcheck.store.desk import Desk

LIMIT_MS = 100
SHOWN = 6
TYPED = (
    "revenue",
    "the council said",
    "refinery",
    "conf",
    "98,7",
    '"port aldo" rents',
    "minutes 1234",
    "zzz",
    "the verdict:false person:reed",
    "rents verdict:opinion state:cut",
    "the before:2017",
    "the after:2024-06",
    "said has:note",
)
_FLOOR = """SELECT rowid FROM statement_words WHERE statement_words MATCH '"council"'
    ORDER BY rowid DESC LIMIT 1001"""


def keys(typed: str) -> list[tuple[str, Query]]:
    """Return what is looked for after each key that makes something to look for."""
    found = []
    for end in range(1, len(typed) + 1):
        try:
            found.append((typed[:end], parse(typed[:end], typing=True)))
        except FactcheckError:
            continue
    return found


def one(desk: Desk, query: Query) -> float:
    """Return how many milliseconds a search takes; a refusal counts like an answer."""
    began = perf_counter()
    with contextlib.suppress(FactcheckError):
        search(desk, query, SHOWN)
    return 1000 * (perf_counter() - began)


def floor(desk: Desk) -> float:
    began = perf_counter()
    desk.db.execute(_FLOOR).fetchall()
    return 1000 * (perf_counter() - began)


def measure(desk: Desk) -> bool:
    floor(desk)
    low = median(floor(desk) for _ in range(11))
    kept = True
    for typed in TYPED:
        times = [(one(desk, query), text) for text, query in keys(typed)]
        worst, at = max(times)
        again = min(one(desk, parse(at, typing=True)) for _ in range(3))
        kept = kept and again <= LIMIT_MS
        print(
            f"{typed:<34} worst key {again:7.1f} ms (cold {worst:7.1f}) at “{at}”   "
            f"median {median(ms for ms, _ in times):6.1f} ms   ratio {again / low:6.1f}   "
            f"limit {LIMIT_MS} ms{'' if again <= LIMIT_MS else '   TOO SLOW'}",
            flush=True,
        )
    return kept


def main() -> int:
    with TemporaryDirectory() as folder:
        path = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(folder, "newsroom.factcheck")
        if not path.exists():
            make_newsroom(path, 50_000)
        desk = open_desk(path, read_only="It is measured.")
        kept = measure(desk)
        desk.close()
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
