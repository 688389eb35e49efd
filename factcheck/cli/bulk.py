"""Commands for tags, and for all statements of a view at once."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import click

from factcheck.actions import bulk as many
from factcheck.actions import system, tags
from factcheck.cli.common import (
    DESK,
    JSON,
    PERSON,
    REASON,
    actor,
    chosen,
    print_json,
    statement_choice,
    working,
)
from factcheck.cli.details import PRIORITIES
from factcheck.domain.model import Priority
from factcheck.domain.moments import parse_due
from factcheck.domain.queues import view_at
from factcheck.errors import FactcheckError
from factcheck.store.many import log_position

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime
    from pathlib import Path

    from factcheck.domain.ids import StatementId, VerdictId
    from factcheck.store.desk import Desk

    Seen = Mapping[StatementId, VerdictId | None]
    Deed = Callable[..., many.Bulk]


@click.command()
@statement_choice
@click.argument("word")
def tag(desk: Path, statement: str, article: str | None, word: str) -> None:
    """Put a tag on a statement."""
    with working(desk) as open_one:
        where = chosen(open_one, statement, article)
        tags.add_tag(open_one, actor=actor(open_one), statement=where, word=word)


@click.command()
@statement_choice
@click.argument("word")
def untag(desk: Path, statement: str, article: str | None, word: str) -> None:
    """Take a tag off a statement."""
    with working(desk) as open_one:
        where = chosen(open_one, statement, article)
        tags.remove_tag(open_one, actor=actor(open_one), statement=where, word=word)


@click.command()
@DESK
@click.option("--view", required=True, help="The address of a view: “state=to+check&tag=bridge”.")
@click.option("--assign", help="Who is to check them; “” for nobody.")
@click.option("--due", help="Until when: “tomorrow”, “Fri 17:00”, “26 Nov 2026 9:00”; “” for none.")
@click.option("--priority", type=PRIORITIES)
@click.option("--tag", help="A tag to put on.")
@click.option("--untag", help="A tag to take off.")
@click.option("--submit", is_flag=True, help="Hand them to a second person.")
@click.option("--approve", is_flag=True, help="Approve them, as a second person.")
@click.option("--send-back", is_flag=True, help="Send them back, with a reason.")
@click.option("--dismiss", is_flag=True, help="Say that they are no statements of fact.")
@REASON
@PERSON
@JSON
def bulk(desk: Path, view: str, *, as_json: bool, **wanted: Any) -> None:  # noqa: ANN401
    """Do one thing to all statements of a view; print what was left out, and why."""
    with working(desk) as open_one:
        deed = _deed(open_one, wanted)
        now = system.now_in(open_one.row().time_zone)
        seen = many.seen_in(open_one, view_at(view), now, log_position(open_one))
        done = deed(open_one, actor=actor(open_one), seen=seen)
    left = [{"id": each.statement, "why": each.why} for each in done.left_out]
    if as_json:
        print_json({"done": done.done, "left_out": left})
        return
    so_already = done.done and done.changes.event_id is None
    remark = "; nothing changed, it was so already" if so_already else ""
    click.echo(f"{done.done} done, {len(left)} left out{remark}")
    for each in left:
        click.echo(f"{each['id']}  {each['why']}")


def _deed(desk: Desk, wanted: dict[str, Any]) -> Deed:
    """Return the one thing that is wanted. Raises FactcheckError where that is none, or several."""
    reason = wanted.pop("reason")
    given = {name: value for name, value in wanted.items() if value not in {None, False}}
    if len(given) != 1:
        raise FactcheckError(
            "It is not clear what to do." if not given else "Several things are wanted at once.",
            "Give one of --assign, --due, --priority, --tag, --untag, --submit, --approve, "
            "--send-back and --dismiss.",
        )
    [(name, value)] = given.items()
    deeds: dict[str, Callable[[], Deed]] = {
        "assign": lambda: partial(_to_statements, many.assign, checker=value),
        "due": lambda: partial(_to_statements, many.set_due, due_at=_moment(desk, value)),
        "priority": lambda: partial(_to_statements, many.set_priority, priority=Priority(value)),
        "tag": lambda: partial(_to_statements, many.add_tag, word=value),
        "untag": lambda: partial(_to_statements, many.remove_tag, word=value),
        "submit": lambda: partial(_to_statements, many.submit),
        "dismiss": lambda: partial(_to_statements, many.dismiss, reason=reason),
        "approve": lambda: partial(many.approve, reason=reason),
        "send_back": lambda: partial(many.send_back, reason=reason),
    }
    return deeds[name]()


def _moment(desk: Desk, text: str) -> datetime | None:
    return parse_due(text, system.now_in(desk.row().time_zone)) if text else None


def _to_statements(verb: Deed, desk: Desk, *, seen: Seen, **parts: Any) -> many.Bulk:  # noqa: ANN401
    return verb(desk, statements=seen, **parts)
