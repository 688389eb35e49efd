"""Commands about statements that were judged before."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from factcheck.actions import copying
from factcheck.cli.common import (
    DESK,
    JSON,
    actor,
    chosen,
    opened,
    print_json,
    statement_choice,
    working,
)
from factcheck.cli.shapes import seen_shape
from factcheck.store.similar import similar as similar_to

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@DESK
@click.argument("statement")
@click.option("--article", help="The article in which a statement’s number counts.")
@JSON
def similar(desk: Path, statement: str, article: str | None, *, as_json: bool) -> None:
    """List judged statements that say nearly the same, and first what differs."""
    with opened(desk) as open_one:
        found = similar_to(open_one, chosen(open_one, statement, article))
    shapes = [seen_shape(one) for one in found]
    if as_json:
        print_json(shapes)
        return
    for shape in shapes:
        differs = "; ".join(
            f"{where}: {', '.join(shape['differences'][what][where])}"
            for what in ("numbers", "negations")
            for where in ("here", "there")
            if shape["differences"][what][where]
        )
        words = " ".join(shape["quote"].split())
        click.echo(f"{'≠ ' + differs if differs else '='}  {shape['verdict']}  {words}")
        click.echo(f"    {shape['id']}  {shape['judged']}  {shape['checker']}")


@click.command()
@statement_choice
@click.argument("source")
@click.option("--only", type=click.Choice(["verdict", "evidence"]), help="Copy this alone.")
@click.option("--correction", is_flag=True, help="Copy the suggested words too.")
def copy(
    desk: Path,
    statement: str,
    article: str | None,
    source: str,
    only: str | None,
    *,
    correction: bool,
) -> None:
    """Copy verdict and evidence from SOURCE, the id of a statement, with where they are from."""
    with working(desk) as open_one:
        copying.copy_from(
            open_one,
            actor=actor(open_one),
            statement=chosen(open_one, statement, article),
            source=chosen(open_one, source, article),
            evidence=only != "verdict",
            verdict=only != "evidence",
            correction=correction,
        )
