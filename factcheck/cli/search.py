"""The command that searches a desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from factcheck.cli.common import DESK, JSON, opened, print_json
from factcheck.cli.shapes import hit_shape
from factcheck.domain.searching import parse
from factcheck.store.search import MOST_COUNTED
from factcheck.store.search import search as search_desk

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.domain.search_hits import Hit, Lit

_LIMIT = 20


@click.command()
@DESK
@click.argument("query", nargs=-1, required=True)
@click.option(
    "--limit",
    type=click.IntRange(1, MOST_COUNTED),
    default=_LIMIT,
    show_default=True,
    help="How many hits of each kind.",
)
@JSON
def search(desk: Path, query: tuple[str, ...], limit: int, *, as_json: bool) -> None:
    """Search statements, articles and evidence.

    A QUERY with a minus in front stands behind two dashes: search DESK -- ferry -night
    """
    asked = parse(" ".join(query))
    with opened(desk) as open_one:
        found = search_desk(open_one, asked, limit)
    hits = [hit for section in found.values() for hit in section.hits]
    if as_json:
        print_json([hit_shape(hit) for hit in hits])
        return
    for hit in hits:
        click.echo(_line(hit))
    for kind, section in found.items():
        if section.count > len(section.hits):
            click.echo(f"{kind}: {_more(section.count)} in all")


def _line(hit: Hit) -> str:
    where = f"  {hit.number}, {hit.article_title}" if hit.number else ""
    said = f"  [{hit.place}: {_marked(hit.said)}]" if hit.said else ""
    return f"{hit.kind}  {hit.id}{where}  {_marked(hit.shown)}{said}"


def _marked(lit: Lit) -> str:
    """Return a text on one line, with asterisks around what was found."""
    shown, at = "", 0
    for start, end in lit.places:
        shown += f"{lit.text[at:start]}*{lit.text[start:end]}*"
        at = end
    return " ".join((shown + lit.text[at:]).split())


def _more(count: int) -> str:
    return f"more than {MOST_COUNTED}" if count > MOST_COUNTED else str(count)
