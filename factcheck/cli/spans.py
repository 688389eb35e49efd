"""Commands about the words of a statement."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from factcheck.actions.statements import move_span, remove_span
from factcheck.cli.common import actor, chosen, statement_choice, working
from factcheck.errors import FactcheckError
from factcheck.store import reads

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.domain.ids import SpanId, StatementId
    from factcheck.store.desk import Desk

SPAN = click.option(
    "--span", "number", type=int, help="Which of several stretches of words, from 1."
)


@click.command()
@statement_choice
@click.option("--start", type=int, required=True, help="Where the words begin, in code points.")
@click.option("--end", type=int, required=True, help="Where the words end, in code points.")
@SPAN
def resize(
    *, desk: Path, statement: str, article: str | None, start: int, end: int, number: int | None
) -> None:
    """Let a statement’s words begin and end elsewhere; all that hangs on it stays."""
    with working(desk) as open_one:
        span = _span(open_one, chosen(open_one, statement, article), number)
        move_span(open_one, actor=actor(open_one), span=span, start=start, end=end)


@click.command("remove-words")
@statement_choice
@SPAN
def remove_words(*, desk: Path, statement: str, article: str | None, number: int | None) -> None:
    """Take one of several stretches of words away from a statement."""
    with working(desk) as open_one:
        span = _span(open_one, chosen(open_one, statement, article), number)
        remove_span(open_one, actor=actor(open_one), span=span)


def _span(desk: Desk, statement: StatementId, number: int | None) -> SpanId:
    spans = reads.spans(desk, statement)
    if number is None and len(spans) == 1:
        return spans[0].id
    if number is None or not 1 <= number <= len(spans):
        raise FactcheckError(
            f"The statement has {len(spans)} stretches of words.",
            f"Say which with --span 1 to --span {len(spans)}.",
        )
    return spans[number - 1].id
