"""Commands about the scales of a desk."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.actions.importing import file_content
from factcheck.actions.lookup import article_called, scale_named
from factcheck.actions.scales import choose_scale, define_scale
from factcheck.cli.common import DESK, JSON, PERSON, actor, opened, print_json, working
from factcheck.cli.shapes import scale_shape
from factcheck.importers.scale_file import read_scale
from factcheck.store import reads
from factcheck.store.scales import scales_for

if TYPE_CHECKING:
    from factcheck.domain.ids import ArticleId
    from factcheck.domain.model import Scale
    from factcheck.store.desk import Desk


@click.group()
def scale() -> None:
    """List, define and choose the scales on which verdicts are given."""


@scale.command("list")
@DESK
@JSON
def list_(desk: Path, *, as_json: bool) -> None:
    """List the scales of a desk in their newest versions, with what each step means."""
    with opened(desk) as open_one:
        scales = reads.scales(open_one)
        shapes = [scale_shape(one, _judged_with(open_one, one)) for one in scales]
    if as_json:
        print_json(shapes)
        return
    for one in scales:
        click.echo(f"{one.name}, version {one.version}")
        for step in one.steps:
            click.echo(f"  {step.code:<14}  {step.symbol} {step.word}: {step.meaning}")


@scale.command()
@DESK
@click.argument("file", type=click.Path(path_type=Path))
@JSON
@PERSON
def define(desk: Path, file: Path, *, as_json: bool) -> None:
    """Define a scale, or its next version, from a TOML or JSON file; print its id."""
    name, steps = read_scale(file.name, file_content(file))
    with working(desk) as open_one:
        define_scale(open_one, actor=actor(open_one), name=name, steps=steps)
        defined = scale_named(open_one, name)
        shape = scale_shape(defined, _judged_with(open_one, defined))
    if as_json:
        print_json(shape)
    else:
        click.echo(shape["id"])


@scale.command()
@DESK
@click.argument("article")
@click.argument("name", metavar="SCALE")
@PERSON
def choose(desk: Path, article: str, name: str) -> None:
    """Judge an article with a scale from now on, always with its newest version."""
    with working(desk) as open_one:
        choose_scale(
            open_one,
            actor=actor(open_one),
            article=article_called(open_one, article),
            scale=scale_named(open_one, name).id,
        )


def _judged_with(desk: Desk, one: Scale) -> list[ArticleId]:
    """Return the articles whose next verdict is given on this scale."""
    return [name for name in reads.article_ids(desk) if scales_for(desk, name)[0].id == one.id]
