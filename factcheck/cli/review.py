"""Commands that take a statement through review: one shape, five verbs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import click

from factcheck.actions import statements, verdicts
from factcheck.cli.common import REASON, actor, chosen, statement_choice, working

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.domain.ids import PersonId, StatementId
    from factcheck.store.desk import Desk
    from factcheck.store.transaction import Changes


class Verb(Protocol):
    """An action on one statement, with a reason."""

    def __call__(
        self, desk: Desk, *, actor: PersonId, statement: StatementId, reason: str
    ) -> Changes:
        """Do it."""


def _command(name: str, verb: Verb, help_text: str) -> click.Command:
    @click.command(name, help=help_text)
    @statement_choice
    @REASON
    def command(desk: Path, statement: str, article: str | None, reason: str) -> None:
        with working(desk) as open_one:
            verb(
                open_one,
                actor=actor(open_one),
                statement=chosen(open_one, statement, article),
                reason=reason,
            )

    return command


submit = _command("submit", statements.submit, "Hand a judged statement to a second person.")
approve = _command("approve", verdicts.approve, "Approve a verdict, as a second person.")
send_back = _command("send-back", verdicts.send_back, "Send a verdict back, with a reason.")
dismiss = _command("dismiss", statements.dismiss, "Say that it is no statement of fact.")
reopen = _command("reopen", statements.reopen, "Take up again what was done.")
