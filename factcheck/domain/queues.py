"""What of a desk is looked at: a queue, filters, an order. Its address is text to keep or share."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import datetime
from enum import StrEnum
from typing import Any
from urllib.parse import parse_qsl, urlencode

from factcheck.domain.ids import ArticleId, SavedViewId
from factcheck.domain.model import Priority, StatementKind
from factcheck.domain.workflow import State
from factcheck.errors import FactcheckError

# Days after which the newest copy of a source is called old.
STALE_DAYS = 180


class Backing(StrEnum):
    """What sources a statement has."""

    NONE = "none"
    SINGLE = "single"
    SECONDARY = "secondary"


class Due(StrEnum):
    """On which days, of those around the moment at which it is asked; weeks begin on Monday."""

    TODAY = "today"
    WEEK = "this week"


class Order(StrEnum):
    """By what statements are sorted; where that is equal, by due date and age."""

    READING = "article"
    AGE = "age"
    WORDS = "words"
    DUE = "due"
    OUTCOME = "verdict"
    CHECKER = "checker"
    PRIORITY = "priority"
    EVIDENCE = "evidence"


class Group(StrEnum):
    """By what statements are gathered under headings."""

    NONE = ""
    ARTICLE = "article"
    CHECKER = "person"
    DUE = "due"


@dataclass(frozen=True, slots=True)
class View:
    """What is shown of a desk; what is None or "" does not matter.

    ``checker`` and ``not_checker`` are names; ``outcome`` is a step's code. ``overdue``,
    ``stale`` and ``due`` are those of the moment at which it is asked.
    """

    state: State | None = None
    outcome: str = ""
    kind: StatementKind | None = None
    priority: Priority | None = None
    checker: str = ""
    not_checker: str = ""
    backing: Backing | None = None
    article: ArticleId | None = None
    tag: str = ""
    text: str = ""
    overdue: bool = False
    stale: bool = False
    due: Due | None = None
    order: Order = Order.DUE
    descending: bool = False
    group: Group = Group.NONE

    def sorted_by(self) -> Order:
        """Return the order in which the lines come: a group's own comes first.

        Those of an article come as they are read, or by when they are due.
        """
        by_due = self.order is Order.DUE
        grouped = {
            Group.ARTICLE: Order.DUE if by_due else Order.READING,
            Group.CHECKER: Order.CHECKER,
            Group.DUE: Order.DUE,
        }
        return grouped.get(self.group, self.order)


@dataclass(frozen=True, slots=True)
class SavedView:
    """A view of the desk's statements under a name; ``address`` tells what it shows."""

    id: SavedViewId
    name: str
    address: str
    created_at: datetime


_NONE = View()
_KINDS: dict[str, type[StrEnum]] = {
    "state": State,
    "kind": StatementKind,
    "priority": Priority,
    "backing": Backing,
    "due": Due,
    "order": Order,
    "group": Group,
}


def address_of(view: View) -> str:
    """Return a view as text, "state=awaiting+review&order=due": what is usual is left out."""
    given = [
        (field.name, getattr(view, field.name))
        for field in fields(view)
        if getattr(view, field.name) != getattr(_NONE, field.name)
    ]
    return urlencode([(name, 1 if value is True else str(value)) for name, value in given])


def view_at(address: str) -> View:
    """Return the view that an address tells. Raises FactcheckError where it tells none."""
    known = {field.name for field in fields(View)}
    values: dict[str, Any] = {}
    for name, text in parse_qsl(address.strip(), keep_blank_values=True):
        if name not in known:
            raise _unreadable(f"It has nothing called “{name}”.")
        values[name] = _value(name, text)
    if address.strip() and not values:
        raise _unreadable("It should look like state=awaiting+review&order=due.")
    return replace(_NONE, **values)


def _value(name: str, text: str) -> object:
    if name in {"overdue", "stale", "descending"}:
        return text not in {"", "0"}
    if name in _KINDS:
        try:
            return _KINDS[name](text)
        except ValueError:
            known = ", ".join(f"“{kind}”" for kind in _KINDS[name] if kind)
            raise _unreadable(f"{name} is one of {known}.") from None
    return text


def _unreadable(hint: str) -> FactcheckError:
    return FactcheckError("This is not the address of a view.", hint)
