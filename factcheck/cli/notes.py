"""Commands about notes on statements."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from factcheck.actions import notes as note_actions
from factcheck.cli.common import (
    DESK,
    JSON,
    PERSON,
    actor,
    chosen,
    opened,
    print_json,
    statement_choice,
    working,
)
from factcheck.cli.shapes import note_shape
from factcheck.domain.ids import NoteId
from factcheck.store import reads
from factcheck.store.notes import notes as notes_on
from factcheck.store.records import moment_text

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@statement_choice
@click.argument("text")
def note(desk: Path, statement: str, article: str | None, text: str) -> None:
    """Write a note on a statement, for the desk alone; print the note’s id."""
    with working(desk) as open_one:
        where = chosen(open_one, statement, article)
        done = note_actions.write_note(open_one, actor=actor(open_one), statement=where, text=text)
    click.echo(done.new("note"))


@click.command("edit-note")
@DESK
@click.argument("note")
@click.argument("text")
@PERSON
def edit_note(desk: Path, note: str, text: str) -> None:
    """Change one’s own note, named by its id."""
    with working(desk) as open_one:
        note_actions.edit_note(open_one, actor=actor(open_one), note=NoteId(note), text=text)


@click.command("remove-note")
@DESK
@click.argument("note")
@PERSON
def remove_note(desk: Path, note: str) -> None:
    """Take one’s own note away, named by its id."""
    with working(desk) as open_one:
        note_actions.remove_note(open_one, actor=actor(open_one), note=NoteId(note))


@click.command()
@DESK
@click.argument("statement")
@click.option("--article", help="The article in which a statement’s number counts.")
@JSON
def notes(desk: Path, statement: str, article: str | None, *, as_json: bool) -> None:
    """List the notes on a statement, oldest first."""
    with opened(desk) as open_one:
        found = notes_on(open_one, chosen(open_one, statement, article))
        people = reads.people(open_one)
    if as_json:
        print_json([note_shape(each, people[each.person_id].name) for each in found])
        return
    for each in found:
        by = people[each.person_id].name
        click.echo(f"{moment_text(each.created_at)}  {by}  {' '.join(each.text.split())}")
