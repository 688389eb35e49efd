"""Commands about articles."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from factcheck.actions.articles import add_article
from factcheck.actions.importing import read_article
from factcheck.actions.lookup import article_called
from factcheck.cli.common import DESK, JSON, PERSON, actor, opened, print_json
from factcheck.cli.shapes import Shape, article_shape, imported_shape
from factcheck.domain.ids import ArticleId
from factcheck.store import reads


@click.command("import")
@DESK
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--title", default="", help="The article’s title; by default the file’s own.")
@JSON
@PERSON
def import_(desk: Path, files: tuple[Path, ...], title: str, *, as_json: bool) -> None:
    """Bring articles in from text, Markdown or HTML files; print their ids."""
    with opened(desk) as open_one:
        # All files are read before the first is added: a bad one leaves nothing half done.
        found = [read_article(path) for path in files]
        shapes: list[Shape] = []
        for article in found:
            named = replace(article, title=title or article.title)
            done = add_article(open_one, actor=actor(open_one), imported=named)
            article_id = ArticleId(done.new("article"))
            shapes.append(
                imported_shape(
                    reads.article(open_one, article_id), reads.revision(open_one, article_id)
                )
            )
    if as_json:
        print_json(shapes)
        return
    for shape in shapes:
        click.echo(shape["id"])
        for remark in shape["remarks"]:
            click.echo(f"factcheck: {remark}", err=True)


@click.command()
@DESK
@JSON
def articles(desk: Path, *, as_json: bool) -> None:
    """List the articles of a desk."""
    with opened(desk) as open_one:
        rows = reads.articles(open_one)
    if as_json:
        print_json([article_shape(number, row) for number, row in enumerate(rows, start=1)])
        return
    for number, row in enumerate(rows, start=1):
        counts = f"{row.statements} statements, {row.judged} judged, {row.approved} approved"
        click.echo(f"{number}  {row.article.id}  {row.article.title}  ({counts})")


@click.command()
@DESK
@click.argument("article")
@click.option("--revision", type=int, help="Its number; by default the newest.")
def text(desk: Path, article: str, revision: int | None) -> None:
    """Print the canonical text of an article, byte for byte."""
    with opened(desk) as open_one:
        of = reads.revision(open_one, article_called(open_one, article), revision)
        content = reads.text(open_one, of).encode()
    click.echo(content, nl=False)
