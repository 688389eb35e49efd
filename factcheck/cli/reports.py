"""Commands that tell what was found, and what was done."""

from __future__ import annotations

from pathlib import Path

import click

from factcheck.actions.lookup import article_called, statement_called
from factcheck.actions.reports import export_report
from factcheck.actions.system import now
from factcheck.actions.unsourced import ask_writer, unsourced_list, unsourced_numbers
from factcheck.cli.common import DESK, JSON, PERSON, actor_name, opened, print_json
from factcheck.cli.shapes import history_shape, statement_shape
from factcheck.domain.report_data import Profile
from factcheck.store import lists
from factcheck.store.history import history as read_history
from factcheck.store.records import moment_text


@click.command()
@DESK
@click.argument("article")
@click.argument("out", type=click.Path(path_type=Path))
@click.option(
    "--profile",
    type=click.Choice([profile.value for profile in Profile]),
    default=Profile.INTERNAL.value,
    help="For whom: the desk, the editor, or the public.",
)
@click.option("--force", is_flag=True, help="Replace a file that is there.")
def export(desk: Path, article: str, out: Path, profile: str, *, force: bool) -> None:
    """Write an article’s report to a .md or .pdf file."""
    with opened(desk) as open_one:
        remarks = export_report(
            open_one,
            article=article_called(open_one, article),
            path=out,
            profile=Profile(profile),
            replace=force,
        )
    for remark in remarks:
        click.echo(f"factcheck: {remark}", err=True)


@click.command()
@DESK
@click.argument("article")
@click.argument("out", required=False, type=click.Path(path_type=Path))
@click.option("--force", is_flag=True, help="Replace a file that is there.")
@JSON
@PERSON
def unsourced(desk: Path, article: str, out: Path | None, *, force: bool, as_json: bool) -> None:
    """List the statements without a source, or ask the writer for them in a .docx or .txt file."""
    with opened(desk) as open_one:
        of = article_called(open_one, article)
        if out is not None:
            ask_writer(open_one, article=of, path=out, author=actor_name(), at=now(), replace=force)
        elif as_json:
            numbers = unsourced_numbers(open_one, of)
            rows = lists.statement_rows(open_one, article=of)
            print_json([statement_shape(row) for row in rows if row.number in numbers])
        else:
            click.echo(unsourced_list(open_one, of), nl=False)


@click.command()
@DESK
@click.argument("statement", required=False)
@click.option("--article", help="The article in which a statement’s number counts.")
@JSON
def history(desk: Path, statement: str | None, article: str | None, *, as_json: bool) -> None:
    """List what was done on a desk, or to one statement, oldest first."""
    with opened(desk) as open_one:
        within = article_called(open_one, article) if article else None
        chosen = statement_called(open_one, statement, within) if statement else None
        entries = read_history(open_one, chosen)
    if as_json:
        print_json([history_shape(entry) for entry in entries])
        return
    for entry in entries:
        what = " ".join(filter(None, (entry.event.action, entry.about)))
        why = f" — {entry.event.reason}" if entry.event.reason else ""
        click.echo(f"{moment_text(entry.event.at)}  {entry.actor}  {what}{why}")
