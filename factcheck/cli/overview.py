"""The command that tells how the work on a desk goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from factcheck.actions import system
from factcheck.cli.common import DESK, JSON, opened, print_json
from factcheck.store.overview import WEEKS, standing, week, week_starts
from factcheck.store.records import moment_text

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.cli.shapes import Shape
    from factcheck.store.overview import Standing, Week


@click.command()
@DESK
@click.option("--weeks", type=click.IntRange(1, 520), default=WEEKS, help="How many, to this one.")
@JSON
def overview(desk: Path, weeks: int, *, as_json: bool) -> None:
    """Count what was done week by week, what is open, and who waits for whom."""
    with opened(desk) as open_one:
        now = system.now_in(open_one.row().time_zone)
        found = [week(open_one, start) for start in week_starts(now, weeks)]
        today = standing(open_one)
    shape = _shape(found, today)
    if as_json:
        print_json(shape)
        return
    click.echo("week of     marked  judged  approved  sent back  h to verdict  h to review")
    for one in shape["weeks"]:
        counts = f"{one['marked']:>6}  {one['judged']:>6}  {one['approved']:>8}  "
        times = f"{_hours(one['hours_to_verdict']):>12}  {_hours(one['hours_to_review']):>11}"
        click.echo(f"{one['week']}  {counts}{one['sent_back']:>9}  {times}")
    for person in shape["people"]:
        states = ", ".join(f"{state} {count}" for state, count in person["states"].items())
        click.echo(f"{person['person'] or '(nobody)'}: {states}")
    for wait in shape["awaiting_review"]:
        click.echo(f"{wait['checker']} waits for a review of {wait['statements']}")
    for back in shape["sent_back"]:
        click.echo(
            f"{back['reviewer']} waits for {back['checker']}: {back['statements']} sent back"
        )
    for article in shape["articles"]:
        click.echo(f"{article['ended']} of {article['statements']} done  {article['title']}")


def _hours(value: float | None) -> str:
    return "-" if value is None else f"{value:.1f}"


def _shape(weeks: list[Week], today: Standing) -> Shape:
    return {
        "weeks": [
            {
                "week": one.start.date().isoformat(),
                "marked": one.marked,
                "judged": one.judged,
                "approved": one.approved,
                "sent_back": one.sent_back,
                "hours_to_verdict": one.to_verdict,
                "hours_to_review": one.to_review,
            }
            for one in weeks
        ],
        "people": [{"person": one.name, "states": one.states} for one in today.people],
        "awaiting_review": [
            {
                "checker": one.checker,
                "statements": one.count,
                "since": moment_text(one.since) if one.since else None,
            }
            for one in today.awaiting
        ],
        "sent_back": [
            {"checker": one.checker, "reviewer": one.reviewer, "statements": one.count}
            for one in today.sent_back
        ],
        "articles": [
            {"id": one.id, "title": one.title, "statements": one.total, "ended": one.ended}
            for one in today.articles
        ],
    }
