"""Commands about a whole desk."""

from __future__ import annotations

from pathlib import Path
from typing import TextIO

import click

from factcheck.actions import desks, stamps, undoing
from factcheck.actions.demo import make_demo
from factcheck.cli.common import DESK, PERSON, actor, opened, working
from factcheck.errors import FactcheckError


@click.command()
@DESK
def new(desk: Path) -> None:
    """Make an empty desk."""
    desks.create_desk(desk)


@click.command()
@DESK
@PERSON
def undo(desk: Path) -> None:
    """Take the last action back; say which it was."""
    with working(desk) as open_one:
        what = undoing.next_undo(open_one)
        undoing.undo(open_one, actor=actor(open_one))
    click.echo(f"Undone: {what}")


@click.command()
@DESK
@PERSON
def redo(desk: Path) -> None:
    """Do again what was undone last; say which it was."""
    with working(desk) as open_one:
        what = undoing.next_redo(open_one)
        undoing.redo(open_one, actor=actor(open_one))
    click.echo(f"Done again: {what}")


@click.command()
@DESK
@click.option(
    "--root",
    type=click.File(encoding="utf-8", errors="replace"),
    help="Certificates (PEM) of time-stamping authorities: proves who signed the time stamps.",
)
def verify(desk: Path, root: TextIO | None) -> None:
    """Prove a desk: the file, each hash and span, every row against the log, and time stamps."""
    roots = root.read() if root else ""
    with opened(desk) as open_one:
        found = desks.verify(open_one)
        stamped = stamps.Proof() if found else stamps.prove(open_one, roots)
    for sentence in found:
        click.echo(sentence)
    if found:
        raise FactcheckError(
            f"The desk is not sound: {len(found)} findings, the first: {found[0]}",
            "Keep the file as it is and go on with the newest backup.",
        )
    click.echo("The desk is sound.")
    for sentence in filter(None, (*stamped.findings, stamped.told)):
        click.echo(sentence)
    if stamped.findings:
        raise FactcheckError(
            f"Not every time stamp is proved, the first: {stamped.findings[0]}",
            "The desk itself is sound; such a time stamp proves nothing.",
        )


@click.command()
@DESK
@click.argument("out", type=click.Path(path_type=Path))
def backup(desk: Path, out: Path) -> None:
    """Write a proved copy of a desk."""
    opened_once = desks.open_desk(desk)
    opened_once.close()
    desks.back_up(desk, out)


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
def demo(folder: Path) -> None:
    """Make the sample desk and both of its reports in a folder."""
    for path in make_demo(folder):
        click.echo(path)
