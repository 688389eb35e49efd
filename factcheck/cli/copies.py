"""The command that reads the copies of sources which nobody has read yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from factcheck.actions import readings
from factcheck.cli.common import DESK, PERSON, actor, opened

if TYPE_CHECKING:
    from pathlib import Path


@click.command("read-copies")
@DESK
@PERSON
def read_copies(desk: Path) -> None:
    """Read the text of copies that were kept without it, to be searched; print how many."""
    with opened(desk) as open_one:
        texts = list(readings.read_copies(open_one, actor=actor(open_one)))
    click.echo(sum(bool(text.text) for text in texts))
    for remark in (remark for text in texts for remark in text.remarks):
        click.echo(f"factcheck: {remark}", err=True)
