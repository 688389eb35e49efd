"""Measure a thing beside its floor, in turn, and tell the ratio: ratios travel, times don't.

A benchmark is a script with one question: .venv/bin/python benchmarks/commit.py
"""

from __future__ import annotations

from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    Measured = Callable[[], float]


def timed(work: Callable[[], object]) -> Measured:
    """Return a function that does the work and says how many seconds it took."""

    def seconds() -> float:
        began = perf_counter()
        work()
        return perf_counter() - began

    return seconds


def paired(
    name: str, floor: Measured, ours: Measured, limit: float | None, *, runs: int = 11
) -> bool:
    """Run floor and ours in turn, each warmed up once; print the medians and their ratio.

    Both return the seconds that they took. Returns whether the ratio keeps to its limit.
    """
    floor()
    ours()
    pairs = [(floor(), ours()) for _ in range(runs)]
    low, high = (1000 * median(column) for column in zip(*pairs, strict=True))
    kept = limit is None or high / low <= limit
    print(
        f"{name:<40} floor {low:8.2f} ms   ours {high:8.2f} ms   ratio {high / low:6.2f}   "
        f"limit {'none' if limit is None else f'{limit:.2f}'}{'' if kept else '   TOO SLOW'}",
        flush=True,
    )
    return kept
