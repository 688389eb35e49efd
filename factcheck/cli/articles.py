"""Commands about articles."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.actions import web
from factcheck.actions.articles import add_article
from factcheck.actions.importing import as_chosen, read_article
from factcheck.actions.lookup import article_called
from factcheck.actions.visits import require_web
from factcheck.cli.common import DESK, JSON, PERSON, actor, opened, print_json
from factcheck.cli.shapes import Shape, article_shape, import_report_shape, imported_shape
from factcheck.domain.ids import ArticleId
from factcheck.domain.imported import Wording
from factcheck.domain.workflow import State
from factcheck.store import reads

if TYPE_CHECKING:
    from factcheck.domain.imported import ImportedArticle
    from factcheck.store.desk import Desk


@click.command("import")
@DESK
@click.argument("files", nargs=-1, required=True)
@click.option("--title", default="", help="The article’s title; by default the file’s own.")
@click.option(
    "--changes",
    type=click.Choice([*map(str, Wording)]),
    default=str(Wording.ACCEPTED),
    help="How tracked changes are read: “both” makes two revisions.",
)
@click.option("--encoding", default="", help="How the letters of text files are stored.")
@click.option(
    "--notes/--no-notes",
    default=None,
    help="Take the writer’s notes and links over as evidence; by default those of a draft.",
)
@JSON
@PERSON
def import_(
    desk: Path,
    files: tuple[str, ...],
    title: str,
    changes: str,
    encoding: str,
    *,
    notes: bool | None,
    as_json: bool,
) -> None:
    """Bring articles in from files of many formats, or from web addresses; print their ids."""
    with opened(desk) as open_one:
        # All files are read before the first is added, so that others need not wait meanwhile.
        read = [_read(open_one, name, encoding) for name in files]
        found = [
            as_chosen(one, wording=Wording(changes), notes=one.is_draft if notes is None else notes)
            for one in read
        ]
        with open_one.together():
            shapes = [_add(open_one, replace(one, title=title or one.title)) for one in found]
    if as_json:
        print_json(shapes)
        return
    for shape in shapes:
        click.echo(shape["id"])
        for remark in shape["remarks"]:
            click.echo(f"factcheck: {remark}", err=True)


def _read(desk: Desk, name: str, encoding: str) -> ImportedArticle:
    if not web.is_address(name):
        return read_article(Path(name), desk_path=desk.path, encoding=encoding)
    require_web(desk)
    return web.read_article(name, fetch=web.fetch)


def _add(desk: Desk, imported: ImportedArticle) -> Shape:
    done = add_article(desk, actor=actor(desk), imported=imported)
    article = ArticleId(done.new("article"))
    return imported_shape(reads.article(desk, article), reads.revision(desk, article))


@click.command("import-report")
@DESK
@click.argument("article")
@click.option("--revision", type=int, help="Its number; by default the newest.")
@JSON
def import_report(desk: Path, article: str, revision: int | None, *, as_json: bool) -> None:
    """Print what was told when an article was brought in."""
    with opened(desk) as open_one:
        of = reads.revision(open_one, article_called(open_one, article), revision)
    if as_json:
        print_json(import_report_shape(of))
        return
    for remark in of.remarks:
        click.echo(remark)


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
        approved = row.states.get(State.APPROVED, 0)
        counts = f"{row.statements} statements, {row.judged} judged, {approved} approved"
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
