"""What the commands share: the desk, the person, the choice of a statement, JSON."""

from __future__ import annotations

import getpass
import json
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from factcheck.actions.desks import open_desk
from factcheck.actions.lookup import article_called, statement_called
from factcheck.actions.people import person_called
from factcheck.domain.anchors import find_quote
from factcheck.errors import FactcheckError
from factcheck.store import reads
from factcheck.store.errors import known_errors

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from factcheck.domain.ids import ArticleId, PersonId, StatementId
    from factcheck.store.desk import Desk

F = TypeVar("F", bound="Callable[..., object]")

DESK = click.argument("desk", type=click.Path(path_type=Path))
JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON.")
REASON = click.option("--reason", default="", help="Why; it goes into the history.")


def _remember(context: click.Context, _option: click.Parameter, name: str | None) -> None:
    if name is not None:
        context.obj = name


PERSON = click.option(
    "--as", metavar="PERSON", expose_value=False, callback=_remember, help="Who acts."
)


def statement_choice(command: F) -> F:
    """Add DESK, STATEMENT (id or number), --article and --as to a command."""
    for part in (
        PERSON,
        click.option("--article", help="The article in which a statement’s number counts."),
        click.argument("statement"),
        DESK,
    ):
        command = part(command)
    return command


def words_choice(command: F) -> F:
    """Add --quote, --nth, --start and --end to a command; ``place_of`` finds the words."""
    for part in (
        click.option("--end", type=int, help="Where the words end, in code points."),
        click.option("--start", type=int, help="Where the words begin, in code points."),
        click.option("--nth", type=int, help="Which of several places with these words, from 1."),
        click.option("--quote", help="The exact words."),
    ):
        command = part(command)
    return command


def place_of(
    desk: Desk,
    article: ArticleId,
    quote: str | None,
    nth: int | None,
    *,
    start: int | None,
    end: int | None,
) -> tuple[int, int]:
    """Return start and end of the words that the command line names. Raises FactcheckError."""
    if quote is not None and start is None and end is None:
        text = reads.text(desk, reads.revision(desk, article))
        return find_quote(text, quote, nth)
    if quote is None and start is not None and end is not None:
        return start, end
    raise FactcheckError(
        "It is not clear which words are meant.", "Give --quote, or both --start and --end."
    )


@contextmanager
def opened(path: Path) -> Iterator[Desk]:
    """Open a desk and close it again."""
    desk = open_desk(path)
    try:
        with known_errors():
            yield desk
    finally:
        desk.close()


@contextmanager
def working(path: Path) -> Iterator[Desk]:
    """Open a desk for one command's work: all of it is done, or nothing, not even a new name."""
    with opened(path) as desk, desk.together():
        yield desk


def actor(desk: Desk) -> PersonId:
    """Return the person named by --as or FACTCHECK_PERSON, or else the user of this machine."""
    return person_called(desk, name=actor_name())


def actor_name() -> str:
    """Return who is named by --as or FACTCHECK_PERSON, or else the user of this machine."""
    name = click.get_current_context().obj
    return _user() if name is None else str(name)


def _user() -> str:
    """Return the user's name, "" on a machine that has no name for this user."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return ""


def chosen(desk: Desk, statement: str, article: str | None) -> StatementId:
    """Return the statement that the command line names."""
    return statement_called(desk, statement, article_called(desk, article) if article else None)


def print_json(value: Any) -> None:  # noqa: ANN401
    """Print a value as JSON in UTF-8, whatever the terminal's encoding, that people can read."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2).encode())


def text_or_none(value: object) -> str | None:
    """Return what JSON shows for a value that may be missing."""
    return None if value is None else str(value)
