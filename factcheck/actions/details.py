"""Say what is known about a statement: who said it, as of when, how urgent, whose, until when."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from factcheck.actions.people import person_called
from factcheck.actions.tags import set_tags
from factcheck.domain.model import Statement

if TYPE_CHECKING:
    from datetime import datetime
    from typing import Unpack

    from factcheck.domain.ids import PersonId, StatementId
    from factcheck.domain.model import Priority
    from factcheck.store.desk import Desk
    from factcheck.store.transaction import Changes


class Details(TypedDict, total=False):
    """What is said of a statement; what is missing stays as it is.

    ``checker`` is a name, "" for nobody; ``due_at`` is aware, None for no date; ``tags`` are all
    that it has from then on.
    """

    claimant: str
    as_of: str
    priority: Priority
    checker: str
    due_at: datetime | None
    tags: tuple[str, ...]


def describe(
    desk: Desk, *, actor: PersonId, statement: StatementId, **given: Unpack[Details]
) -> Changes:
    """Change what is given of a statement, in one event. A checker new to the desk is added."""
    with desk.together():
        values: dict[str, object] = {**given}
        for name in {"claimant", "as_of"} & given.keys():
            values[name] = " ".join(str(values[name]).split())
        if "checker" in given:
            name = str(values.pop("checker")).strip()
            values["checker_id"] = person_called(desk, name=name) if name else None
        values.pop("tags", None)
        with desk.change("describe", actor) as change:
            change.update(Statement, statement, **values)
            if "tags" in given:
                set_tags(desk, change, statement, given["tags"])
    return change.done
