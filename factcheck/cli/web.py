"""Commands about copies of sources on the web."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import click

from factcheck.actions import system, visits
from factcheck.actions import web as web_actions
from factcheck.actions.copies import compared
from factcheck.actions.keeping import keep_content, unless_failed
from factcheck.cli.common import DESK, JSON, PERSON, actor, opened, print_json, working
from factcheck.cli.shapes import copy_shape, stamp_shape, visit_shape
from factcheck.domain.diff import PieceKind
from factcheck.domain.ids import EvidenceId
from factcheck.domain.visits import VisitOutcome
from factcheck.errors import FactcheckError
from factcheck.store import reads
from factcheck.store import visits as store
from factcheck.store.readings import reading_of
from factcheck.store.stamps import stamps

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from factcheck.domain.model import Capture
    from factcheck.domain.visits import Visit
    from factcheck.store.desk import Desk

EVIDENCE = click.argument("evidence")


@click.command()
@DESK
@EVIDENCE
@JSON
@PERSON
def capture(desk: Path, evidence: str, *, as_json: bool) -> None:
    """Look for a source on the web; keep its page if that is new, say so if it is not there."""
    source = EvidenceId(evidence)
    with opened(desk) as open_one:
        sought = visits.asked_about(open_one, source)
    visited = web_actions.visit(sought, fetch=web_actions.fetch, keep=partial(keep_content, desk))
    with unless_failed(desk, visited.content), working(desk) as open_one:
        visits.record_visit(open_one, actor=actor(open_one), evidence=source, visited=visited)
        found = store.visits(open_one, source)[-1]
        told = _told(open_one, found)
    if as_json:
        print_json(visit_shape(found))
        return
    click.echo(told)
    for excerpt in found.lost:
        click.echo(f"factcheck: The page does not hold the excerpt “{excerpt}”.", err=True)


@click.command()
@DESK
@EVIDENCE
@JSON
def captures(desk: Path, evidence: str, *, as_json: bool) -> None:
    """List the copies of a source, each look for it on the web, and the copies’ time stamps."""
    with opened(desk) as open_one:
        source = reads.evidence(open_one, EvidenceId(evidence)).id
        copies = enumerate(store.captures(open_one, source), start=1)
        shapes = [copy_shape(n, copy, reading_of(open_one, copy.id)) for n, copy in copies]
        looks = store.visits(open_one, source)
        given = stamps(open_one, source)
        told = [_told(open_one, each) for each in looks]
        told += [f"time-stamped on {_day(open_one, s.stamped_at)} by {s.host}" for s in given]
    if as_json:
        visited, stamped = [*map(visit_shape, looks)], [*map(stamp_shape, given)]
        print_json({"captures": shapes, "visits": visited, "stamps": stamped})
        return
    for shape in shapes:
        click.echo(f"{shape['number']}  {shape['at']}  {shape['sha256']}  {shape['name']}")
    for line in told:
        click.echo(f"    {line}")


@click.command()
@DESK
@EVIDENCE
@click.option("--old", type=int, help="Its number in “captures”; by default the last but one.")
@click.option("--new", type=int, help="Its number in “captures”; by default the last.")
@JSON
def compare(desk: Path, evidence: str, old: int | None, new: int | None, *, as_json: bool) -> None:
    """Show what changed from one copy of a source to another: [-gone-] and {+come+}."""
    with opened(desk) as open_one:
        copies = store.captures(open_one, reads.evidence(open_one, EvidenceId(evidence)).id)
    pieces = compared(desk, _nth(copies, old, -2), _nth(copies, new, -1))
    if as_json:
        print_json([{"kind": piece.kind, "text": piece.text} for piece in pieces])
        return
    marks = {PieceKind.SAME: "{}", PieceKind.REMOVED: "[-{}-]", PieceKind.ADDED: "{{+{}+}}"}
    click.echo("".join(marks[piece.kind].format(piece.text) for piece in pieces))


@click.command()
@DESK
@click.argument("allowed", type=click.Choice(["on", "off"]))
@PERSON
def web(desk: Path, allowed: str) -> None:
    """Say whether a desk may go to the web at all; it does so only when it is asked."""
    with working(desk) as open_one:
        visits.allow_web(open_one, actor=actor(open_one), allowed=allowed == "on")


def _nth(copies: list[Capture], number: int | None, default: int) -> Capture:
    at = default + len(copies) if number is None else number - 1
    if not 0 <= at < len(copies):
        raise FactcheckError(
            f"The source has {len(copies)} copies.", "List them with: factcheck captures."
        )
    return copies[at]


def _told(desk: Desk, visit: Visit) -> str:
    day = _day(desk, visit.at)
    match visit.outcome:
        case VisitOutcome.KEPT:
            return f"kept on {day}"
        case VisitOutcome.UNCHANGED:
            return f"unchanged on {day}"
        case _:
            return f"{visit.outcome} on {day}: {visit.error}"


def _day(desk: Desk, moment: datetime) -> str:
    return moment.astimezone(system.zone_called(desk.row().time_zone)).date().isoformat()
