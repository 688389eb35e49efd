"""Keep views of the desk's statements under names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.domain.ids import PersonId, SavedViewId
from factcheck.domain.queues import SavedView, View, address_of
from factcheck.errors import FactcheckError
from factcheck.store import views

if TYPE_CHECKING:
    from factcheck.store.desk import Desk
    from factcheck.store.transaction import Changes


def save_view(desk: Desk, *, actor: PersonId, name: str, view: View) -> Changes:
    """Keep a view under a name; another view of that name is replaced. FactcheckError if empty."""
    clean = " ".join(name.split())
    if not clean:
        raise FactcheckError("The view has no name.", "Give it one.")
    known = {saved.name.casefold(): saved for saved in views.saved(desk)}
    with desk.change(f"save view: {clean}", actor) as change:
        if clean.casefold() in known:
            change.update(SavedView, known[clean.casefold()].id, address=address_of(view))
        else:
            made = SavedViewId(change.new_id())
            change.insert(SavedView(made, clean, address_of(view), change.now))
    return change.done


def rename_view(desk: Desk, *, actor: PersonId, saved: SavedViewId, name: str) -> Changes:
    """Give a saved view another name. FactcheckError if that is empty or another view's."""
    clean = " ".join(name.split())
    if not clean:
        raise FactcheckError("The view has no name.", "Give it one.")
    others = {other.name.casefold() for other in views.saved(desk) if other.id != saved}
    if clean.casefold() in others:
        raise FactcheckError(f"There is another view called “{clean}”.", "Choose another name.")
    with desk.change(f"rename view: {clean}", actor) as change:
        change.update(SavedView, saved, name=clean)
    return change.done


def forget_view(desk: Desk, *, actor: PersonId, saved: SavedViewId) -> Changes:
    """Take a saved view away; what is gone already is no error."""
    with desk.change("forget a view", actor) as change:
        change.remove(SavedView, saved)
    return change.done
