"""Run one command: exit code 0 on success, 2 with one line for what the user can mend."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from factcheck.actions import faults
from factcheck.cli.articles import articles, import_, import_report, text
from factcheck.cli.bulk import bulk, tag, untag
from factcheck.cli.copies import read_copies
from factcheck.cli.coverage import coverage, tick, untick
from factcheck.cli.desks import backup, demo, new, redo, undo, verify
from factcheck.cli.details import citation, describe, remove_evidence
from factcheck.cli.notes import edit_note, note, notes, remove_note
from factcheck.cli.overview import overview
from factcheck.cli.reports import export, history, unsourced
from factcheck.cli.review import approve, dismiss, reopen, send_back, submit
from factcheck.cli.scales import scale
from factcheck.cli.search import search
from factcheck.cli.seen import copy, similar
from factcheck.cli.spans import remove_words, resize
from factcheck.cli.stamps import stamp
from factcheck.cli.statements import evidence, kind, mark, statements, verdict
from factcheck.cli.web import capture, captures, compare, web
from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path
    from types import TracebackType

USER_CAN_MEND = 2


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--as", "person", envvar="FACTCHECK_PERSON", help="Who acts.")
@click.version_option(package_name="factcheck")
@click.pass_context
def commands(context: click.Context, person: str | None) -> None:
    """Check an article statement by statement.

    Without a command the window opens: factcheck [DESK]
    """
    context.obj = person


for _command in (
    *(
        new,
        import_,
        import_report,
        articles,
        text,
        mark,
        statements,
        kind,
        describe,
        evidence,
        citation,
        verdict,
    ),
    *(resize, remove_words, remove_evidence, scale),
    *(coverage, tick, untick),
    *(note, edit_note, remove_note, notes, similar, copy, search, overview),
    *(submit, approve, send_back, dismiss, reopen, bulk, tag, untag),
    *(capture, captures, compare, stamp, read_copies, web),
    *(export, unsourced, history, undo, redo, verify, backup, demo),
):
    commands.add_command(_command)


def run(arguments: Sequence[str], *, open_window: Callable[[Path | None], int]) -> int:
    """Carry out a command line and return its exit code.

    ``open_window`` is called with the desk named where there is no command.
    """
    sys.excepthook = _tell_fault
    desk = _desk_for_window(arguments)
    try:
        if desk is not None:
            return open_window(*desk)
        commands.main(list(arguments), prog_name="factcheck", standalone_mode=False)
    except FactcheckError as error:
        return _refuse(str(error))
    except click.ClickException as error:
        return _refuse(_usage(error))
    except UnicodeEncodeError:
        return _refuse("A word of this command holds bytes that are no text. Write it in UTF-8.")
    except click.Abort:
        return _refuse("Stopped.")
    return 0


def _desk_for_window(arguments: Sequence[str]) -> tuple[Path | None] | None:
    """Return the desk to open the window on, in a tuple, or None where a command is meant."""
    from pathlib import Path

    if not arguments:
        return (None,)
    first = arguments[0]
    if len(arguments) == 1 and not first.startswith("-") and first not in commands.commands:
        return (Path(first),) if Path(first).suffix or Path(first).exists() else None
    return None


def _usage(error: click.ClickException) -> str:
    message = error.format_message()
    context = getattr(error, "ctx", None)
    return f"{message} See: {context.command_path} --help" if context else message


def _refuse(message: str) -> int:
    click.echo(f"factcheck: {' '.join(message.split())}", err=True)
    return USER_CAN_MEND


def _tell_fault(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """Say in one line that the program is at fault, and where the details are."""
    if issubclass(kind, KeyboardInterrupt):
        return
    faults.keep(kind, error, trace)
    click.echo(
        f"factcheck: this is a fault of the program ({kind.__name__}); nothing was changed. "
        f"The details are in {faults.log_path()}.",
        err=True,
    )
