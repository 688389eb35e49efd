"""A line that a deed of one's own would move stays where it is until one leaves it.

Lists of mail do so, too: neither the place in the list is lost nor the statement in the panel, to
which the next key goes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.ui.queue.rows import QueueRow

if TYPE_CHECKING:
    from collections.abc import Collection

    from factcheck.store.queue import Listing
    from factcheck.ui.queue.model import QueueModel

_AROUND = 3  # a line, the one before and the one behind


@dataclass(frozen=True, slots=True)
class Held:
    """A line as it was, its place, and the local key of the one to stay above, None at the end."""

    row: QueueRow
    place: int
    below: int | None


class HeldListing:
    """A listing in which one statement stands at another place (``here``) than its own."""

    def __init__(self, listing: Listing, held: Held, here: int, own: int) -> None:
        self.held = held
        self.total = listing.total
        self._listing = listing
        self._here = here
        self._own = own

    def page(self, start: int, count: int) -> list[int]:
        """Return the local keys of the statements from place ``start`` on, at most ``count``."""
        pk, here, end = self.held.row.pk, self._here, min(start + count, self.total)
        # Places among the others.
        first, last = start - (start > here), end - (end > here)
        found = self._listing.page(first + (first >= self._own), last - first + 1)
        keys = [key for key in found if key != pk][: last - first]
        if start <= here < end:
            keys.insert(here - start, pk)
        return keys

    def place_of(self, pk: int) -> int | None:
        """Return the place of a statement by its local key, None where it does not fit."""
        if pk == self.held.row.pk:
            return self._here
        place = self._listing.place_of(pk)
        if place is None:
            return None
        among_others = place - (place > self._own)
        return among_others + (among_others >= self._here)


def with_held(listing: Listing, held: Held | None) -> Listing | HeldListing:
    """Return a listing with one statement held, where it would stand at another place."""
    if held is None:
        return listing
    # Far from the beginning to look around is much quicker than to count.
    start = max(0, held.place - 1)
    near = {pk: place for place, pk in enumerate(listing.page(start, _AROUND), start)}

    def place_of(pk: int) -> int | None:
        return near[pk] if pk in near else listing.place_of(pk)

    own = place_of(held.row.pk)
    below = listing.total if held.below is None else place_of(held.below)
    if own is None or below is None:
        return listing
    here = below - (own < below)
    return listing if here == own else HeldListing(listing, held, here, own)


def held_at(model: QueueModel, place: int, touched: Collection[str]) -> Held | None:
    """Return the line at a place, to be held above the next one that was not touched.

    None where that was not read yet.
    """
    row = model.row(place)
    for at in range(place + 1, model.total):
        below = model.row(at)
        if row is None or below is None:
            return None
        if below.statement_id not in touched:
            return Held(row, place, below.pk)
    return Held(row, place, None) if row is not None else None
