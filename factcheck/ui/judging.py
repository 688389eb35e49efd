"""Between the statement panel and the verbs: shows the chosen statement, does what is asked."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from factcheck.domain.ids import PersonId
from factcheck.domain.workflow import Step
from factcheck.ui.asking import ask
from factcheck.ui.dialogs.details import DetailsDialog
from factcheck.ui.dialogs.history import HistoryDialog
from factcheck.ui.dialogs.reason import ReasonDialog
from factcheck.ui.recalling import entries_of
from factcheck.ui.statement.words import step_word

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from factcheck.actions.details import Details
    from factcheck.actions.steps import Way
    from factcheck.domain.ids import StatementId
    from factcheck.domain.model import Statement
    from factcheck.domain.report_data import ReportStatement
    from factcheck.store.desk import Desk
    from factcheck.store.transaction import Changes
    from factcheck.ui.choice import Choice
    from factcheck.ui.session import Session
    from factcheck.ui.statement.panel import StatementPanel

_NOBODY = PersonId("")
# Their rows belong to one statement each.
_OWNED = frozenset({"statement", "span", "verdict", "review", "citation", "note", "tag"})


class Judging(QObject):
    """Feeds the panel with the chosen statement and carries out its wishes."""

    def __init__(
        self,
        session: Session,
        choice: Choice,
        panel: StatementPanel,
        now: Callable[[], datetime],
    ) -> None:
        super().__init__(panel)
        self._session = session
        self._choice = choice
        self._panel = panel
        self._now = now
        self._detail: ReportStatement | None = None
        self._ways: dict[Step, Way] = {}
        choice.statement_changed.connect(self.refresh)
        session.changed.connect(self._follow)
        panel.verdict_given.connect(self.judge)
        panel.step_requested.connect(self.take)
        panel.override_requested.connect(self.override)
        panel.kind_changed.connect(self.set_kind)
        panel.details_requested.connect(self.ask_details)
        panel.history_requested.connect(self.show_history)

    @property
    def shown(self) -> ReportStatement | None:
        """The statement that the panel shows."""
        return self._detail

    def refresh(self) -> None:
        """Show the chosen statement as it is now."""
        from factcheck.actions.steps import ways
        from factcheck.store import lists, reports
        from factcheck.store.scales import scales_for

        desk, statement = self._session.desk, self._choice.statement
        # While it can't be read, nothing is done to it in place of the one that is still on show.
        self._detail, self._ways = None, {}
        if desk is None or statement is None:
            self._panel.show_statement(None, total=0, scales=(), refusals={})
            return
        self._detail = reports.detail(desk, statement)
        actor = self._session.known_actor() or _NOBODY
        self._ways = ways(desk, statement=statement, actor=actor)
        refusals = {step: way.refusal for step, way in self._ways.items() if way.refusal}
        approval = self._ways[Step.APPROVE]
        if approval.overrides:
            refusals[Step.APPROVE] = approval.asks
        if desk.read_only:
            refusals = dict.fromkeys(Step, desk.read_only)
        self._panel.show_statement(
            self._detail,
            total=lists.counted(desk, self._detail.statement.article_id)[0],
            scales=scales_for(desk, self._detail.statement.article_id),
            refusals=refusals,
            assigned=_assigned(desk, self._detail.statement),
            me=actor,
            read_only=desk.read_only,
            own=approval.overrides and not desk.read_only,
        )

    def _follow(self, changes: Changes | None) -> None:
        """Show the statement anew, or only its number where other statements were changed."""
        if self._choice.moves:
            return
        if (
            changes is None
            or self._detail is None
            or self._detail.statement.id in changes.statements
            or not all(table in _OWNED for table, _row in changes.touched)
        ):
            self.refresh()
            return
        self._renumber(self._detail)

    def _renumber(self, detail: ReportStatement) -> None:
        """Show its number and how many there are, which others' coming and going changes."""
        from factcheck.store import lists

        desk, article = self._session.open_desk(), detail.statement.article_id
        number = lists.number_of(desk, article, detail.statement.id) or detail.number
        self._detail = replace(detail, number=number)
        self._panel.head.show_number(number, lists.counted(desk, article)[0])

    def judge(self, scale_id: str, code: str, reasoning: str, correction: str) -> None:
        """Give a verdict with what was typed, on the very scale that was on show."""
        from factcheck.actions.verdicts import judge
        from factcheck.domain.ids import ScaleId

        version = ScaleId(scale_id)
        if self._do(
            judge, outcome=code, reasoning=reasoning, correction=correction, version=version
        ):
            self._panel.verdict.take_down()

    def set_kind(self, kind: str) -> None:
        """Say what sort of claim the statement makes."""
        from factcheck.actions.statements import set_kind
        from factcheck.domain.model import StatementKind

        self._do(set_kind, kind=StatementKind(kind))

    def ask_details(self, first: str = "") -> None:
        """Ask what is known about the statement, beginning with one detail."""
        from factcheck.store import reads

        if self._detail is None:
            return
        desk, statement = self._session.open_desk(), self._detail.statement
        if desk.read_only:
            self._session.refuse(desk.read_only)
            return
        people = sorted(person.name for person in reads.people(desk).values())
        dialog = DetailsDialog(
            statement,
            checker=_assigned(desk, statement),
            people=people,
            now=self._now(),
            tags=self._detail.tags,
            first=first,
            parent=self._panel.window(),
        )
        ask(self._session, dialog, lambda: self._describe(statement.id, dialog.changed()))

    def _describe(self, statement: StatementId, given: Details) -> None:
        from factcheck.actions.details import describe

        if given:
            self._session.do(describe, statement=statement, **given)

    def take(self, step: Step) -> None:
        """Take a step; first ask for a reason where the rules want one."""
        way = self._ways.get(step)
        if self._detail is None or way is None:
            return
        if way.refusal or (way.overrides and step is Step.APPROVE):
            self._session.refuse(way.refusal or way.asks)
        elif way.asks:
            self._ask_reason(step, way.asks)
        else:
            self._take(step, "")

    def override(self) -> None:
        """Approve the own verdict all the same, with a reason."""
        way = self._ways.get(Step.APPROVE)
        if way is not None and way.overrides:
            self._ask_reason(Step.APPROVE, way.asks)
        elif way is not None:
            self.take(Step.APPROVE)

    def show_history(self) -> None:
        """Show what happened to the statement, newest first."""
        if self._detail is None:
            return
        desk, statement = self._session.open_desk(), self._detail.statement.id
        title = self.tr("History of statement {0}").format(self._detail.number)
        entries = entries_of(desk, statement, self._now())
        dialog = HistoryDialog(title, entries, self._panel.window())
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _ask_reason(self, step: Step, prompt: str) -> None:
        word = step_word(step)
        dialog = ReasonDialog(title=word, prompt=prompt, ok_text=word, parent=self._panel.window())
        ask(self._session, dialog, lambda: self._take(step, dialog.reason()))

    def _take(self, step: Step, reason: str) -> None:
        from factcheck.actions import statements, verdicts

        verbs: dict[Step, Callable[..., Changes]] = {
            Step.SUBMIT: statements.submit,
            Step.APPROVE: verdicts.approve,
            Step.SEND_BACK: verdicts.send_back,
            Step.DISMISS: statements.dismiss,
            Step.REOPEN: statements.reopen,
        }
        seen = self._detail.verdict.id if self._detail and self._detail.verdict else None
        parts = {"seen": seen} if step in {Step.APPROVE, Step.SEND_BACK} else {}
        self._do(verbs[step], reason=reason, **parts)

    def _do(self, verb: Callable[..., Changes], **parts: object) -> Changes | None:
        if self._detail is None:
            return None
        return self._session.do(verb, statement=self._detail.statement.id, **parts)


def _assigned(desk: Desk, statement: Statement) -> str:
    """Return the name of the person who is to check a statement, "" for nobody."""
    from factcheck.store import reads

    return reads.people(desk)[statement.checker_id].name if statement.checker_id else ""
