"""Commands about what of an article was looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from factcheck.actions import coverage as coverage_actions
from factcheck.actions.coverage import coverage_of
from factcheck.actions.lookup import article_called
from factcheck.cli.common import (
    DESK,
    JSON,
    PERSON,
    actor,
    opened,
    place_of,
    print_json,
    words_choice,
    working,
)
from factcheck.cli.shapes import coverage_shape
from factcheck.errors import FactcheckError
from factcheck.store import reads
from factcheck.store.coverage import ticks

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@DESK
@click.option("--article", help="Only this article (id or number).")
@JSON
def coverage(desk: Path, article: str | None, *, as_json: bool) -> None:
    """Count the sentences with a statement or a tick, and list those that are left."""
    with opened(desk) as open_one:
        chosen = [article_called(open_one, article)] if article else reads.article_ids(open_one)
        found = [
            coverage_shape(one, reads.text(open_one, reads.revision(open_one, one)), counted)
            for one in chosen
            for counted in [coverage_of(open_one, one)]
        ]
    if as_json:
        print_json(found)
        return
    for shape in found:
        click.echo(f"{shape['covered']} of {shape['sentences']} sentences covered")
        for sentence in shape["left"]:
            words = " ".join(sentence["text"].split())
            click.echo(f"  {sentence['start']}–{sentence['end']}  {words}")


@click.command()
@DESK
@click.argument("article")
@words_choice
@PERSON
def tick(
    *,
    desk: Path,
    article: str,
    quote: str | None,
    nth: int | None,
    start: int | None,
    end: int | None,
) -> None:
    """Say that there is nothing to check in these words of an article."""
    with working(desk) as open_one:
        where = article_called(open_one, article)
        place = place_of(open_one, where, quote, nth, start=start, end=end)
        coverage_actions.tick(open_one, actor=actor(open_one), article=where, places=[place])


@click.command()
@DESK
@click.argument("article")
@words_choice
@PERSON
def untick(
    *,
    desk: Path,
    article: str,
    quote: str | None,
    nth: int | None,
    start: int | None,
    end: int | None,
) -> None:
    """Take away the ticks that cover these words of an article."""
    with working(desk) as open_one:
        where = article_called(open_one, article)
        first, after = place_of(open_one, where, quote, nth, start=start, end=end)
        known = ticks(open_one, reads.revision(open_one, where).id)
        gone = [one.id for one in known if one.start <= first and one.end >= after]
        if not gone:
            raise FactcheckError(
                "These words are not ticked.", "See “factcheck coverage” for what is left."
            )
        coverage_actions.untick(open_one, actor=actor(open_one), ticks=gone)
