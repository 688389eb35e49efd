"""Time stamps of copies, from an authority that the command line names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from factcheck.actions import stamps
from factcheck.cli.common import DESK, PERSON, actor, opened, working

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@DESK
@click.argument("capture")
@click.option("--authority", metavar="URL", required=True, help="Who gives time stamps (RFC 3161).")
@PERSON
def stamp(desk: Path, capture: str, authority: str) -> None:
    """Have an authority say when a copy was there; CAPTURE is its id or SHA-256.

    Only the SHA-256 is sent, to the address given.
    """
    with opened(desk) as open_one:
        copy = stamps.copy_to_stamp(open_one, capture)
    stamped = stamps.ask(copy.sha256, authority, post=stamps.post)
    with working(desk) as open_one:
        stamps.record_stamp(open_one, actor=actor(open_one), copy=copy.id, stamped=stamped)
    click.echo(f"time-stamped {stamped.at:%Y-%m-%d %H:%M:%S} UTC")
