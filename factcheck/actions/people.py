"""Who acts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.domain.ids import PersonId
from factcheck.domain.model import Person
from factcheck.errors import FactcheckError
from factcheck.store import reads

if TYPE_CHECKING:
    from factcheck.store.desk import Desk


def person_called(desk: Desk, *, name: str) -> PersonId:
    """Return the person of this name, adding one who is new to the desk.

    Raises FactcheckError for an empty name.
    """
    name = " ".join(name.split())
    if not name:
        raise FactcheckError("It is not said who acts.", "Give a name: --as “Ada Lovelace”.")
    known = reads.person_named(desk, name)
    if known is not None:
        return known.id
    new = PersonId(desk.new_id())
    with desk.change("add person", new, undoable=False) as change:
        # Another program may have added the same name since.
        known = reads.person_named(desk, name)
        if known is None:
            change.insert(Person(new, name, change.now))
    return known.id if known else new
