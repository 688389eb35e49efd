"""Commands that say what is known about a statement, and about a citation."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from factcheck.actions import details, evidence, system
from factcheck.cli.common import DESK, PERSON, actor, chosen, statement_choice, working
from factcheck.domain.ids import CitationId
from factcheck.domain.model import Priority, Stance
from factcheck.domain.moments import long_moment, parse_due

if TYPE_CHECKING:
    from pathlib import Path

PRIORITIES = click.Choice([priority.value for priority in Priority])
STANCES = click.Choice([stance.value for stance in Stance])


@click.command()
@statement_choice
@click.option("--claimant", help="Who said it.")
@click.option("--as-of", help="The time it is about: “Q3 2024”.")
@click.option("--checker", help="Who is to check it; “” for nobody.")
@click.option("--due", help="Until when: “tomorrow”, “Fri 17:00”, “26 Nov 2026 9:00”; “” for none.")
@click.option("--priority", type=PRIORITIES)
def describe(
    desk: Path,
    statement: str,
    article: str | None,
    due: str | None,
    priority: str | None,
    **texts: str | None,
) -> None:
    """Say who said it, as of when, who checks it until when; print when it is due."""
    given = details.Details()
    for name, text in texts.items():
        if text is not None:
            given[name] = text  # type: ignore[literal-required]
    if priority is not None:
        given["priority"] = Priority(priority)
    with working(desk) as open_one:
        moment = parse_due(due, system.now_in(open_one.row().time_zone)) if due else None
        if due is not None:
            given["due_at"] = moment
        where = chosen(open_one, statement, article)
        details.describe(open_one, actor=actor(open_one), statement=where, **given)
    if moment is not None:
        click.echo(long_moment(moment))


@click.command()
@DESK
@click.argument("citation")
@click.option("--excerpt", help="The words of the source that matter.")
@click.option("--locator", help="Where they stand: “p. 12”, “1:02:05”, “B7”, “¶ 3”.")
@click.option("--stance", type=STANCES, help="What it says about the statement.")
@click.option("--note", help="For the desk only.")
@PERSON
def citation(desk: Path, citation: str, *, stance: str | None, **texts: str | None) -> None:
    """Change what is said of a citation, named by its id."""
    given = evidence.Link()
    for name, text in texts.items():
        if text is not None:
            given[name] = text  # type: ignore[literal-required]
    if stance is not None:
        given["stance"] = Stance(stance)
    with working(desk) as open_one:
        who = actor(open_one)
        evidence.edit_citation(open_one, actor=who, citation=CitationId(citation), **given)


@click.command("remove-evidence")
@DESK
@click.argument("citation")
@PERSON
def remove_evidence(desk: Path, citation: str) -> None:
    """Take a source from a statement, named by its citation’s id; it stays on the desk."""
    with working(desk) as open_one:
        evidence.remove_citation(open_one, actor=actor(open_one), citation=CitationId(citation))
