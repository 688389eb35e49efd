"""The texts of all pages as one text, to be searched through."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

# Nobody types it, and a search takes it for nothing else: no words are found across pages.
PAGE_BREAK = "\f"


class Joined:
    """One text, and where in it each page begins; pages count from 0, offsets in code points."""

    def __init__(self, texts: tuple[str, ...]) -> None:
        self.text = PAGE_BREAK.join(texts)
        ends = accumulate((len(text) + 1 for text in texts), initial=0)
        self._starts = list(ends)[: len(texts)]

    def start(self, index: int) -> int:
        """Return where a page begins."""
        return self._starts[index]

    def page_at(self, offset: int) -> int:
        """Return the page that an offset is on."""
        return bisect_right(self._starts, offset) - 1
