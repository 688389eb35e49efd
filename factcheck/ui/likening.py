"""Finds what was judged before and reads like the chosen statement, beside the window's thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from factcheck.domain.ids import PersonId, StatementId
from factcheck.domain.workflow import Step
from factcheck.ui.asking import ask
from factcheck.ui.later import later
from factcheck.ui.statement.seen import MOST

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from factcheck.store.desk import Desk
    from factcheck.store.similar import SeenBefore
    from factcheck.store.transaction import Changes
    from factcheck.ui.choice import Choice
    from factcheck.ui.dialogs.seen import SeenDialog
    from factcheck.ui.queue.reader import Reader
    from factcheck.ui.session import Session
    from factcheck.ui.statement.seen import SeenSection

# Held keys go on to the next statement before this is over.
_AFTER_THE_PAINT_MS = 120
_NOBODY = PersonId("")
_TELLING = frozenset({"statement", "span", "verdict", "citation"})


class Likening(QObject):
    """Keeps the panel's “Seen before” true; copies from there what somebody asks for."""

    def __init__(
        self,
        session: Session,
        choice: Choice,
        section: SeenSection,
        reader: Reader,
        now: Callable[[], datetime],
    ) -> None:
        super().__init__(section)
        self._session = session
        self._choice = choice
        self._section = section
        self._reader = reader
        self._now = now
        self._soon = later(self, self._look, _AFTER_THE_PAINT_MS)
        choice.statement_changed.connect(self._turn)
        session.changed.connect(self._follow)
        section.opened.connect(self.show)

    def _turn(self) -> None:
        self._section.show_seen((), self._now())
        self._reader.forget("seen")
        self._soon.start()

    def _follow(self, changes: Changes | None) -> None:
        if changes is None or any(table in _TELLING for table, _ in changes.touched):
            self._soon.start()

    def _look(self) -> None:
        from factcheck.store.similar import similar

        statement = self._choice.statement
        if self._session.desk is None or statement is None:
            return

        def find(desk: Desk) -> list[SeenBefore]:
            return similar(desk, statement, MOST)

        self._reader.ask("seen", find, self._take)

    def _take(self, found: list[SeenBefore]) -> None:
        self._section.show_seen(tuple(found), self._now())

    def show(self, earlier: str) -> None:
        """Show an earlier statement with all that was found out, and ask what to copy."""
        statement = self._choice.statement
        if statement is None:
            return
        dialog = self._dialog(statement, StatementId(earlier))
        ask(self._session, dialog, lambda: self._copy(statement, StatementId(earlier), dialog))

    def _dialog(self, statement: StatementId, name: StatementId) -> SeenDialog:
        from factcheck.actions.copying import origin
        from factcheck.actions.steps import ways
        from factcheck.domain.likeness import differences
        from factcheck.store import reads, reports
        from factcheck.ui.dialogs.seen import Earlier, SeenDialog

        desk = self._session.open_desk()
        detail = reports.detail(desk, name)
        here = " … ".join(span.quote for span in reads.spans(desk, statement))
        there = " … ".join(span.quote for span in detail.spans)
        title = reads.article(desk, detail.statement.article_id).title
        actor = self._session.known_actor() or _NOBODY
        return SeenDialog(
            Earlier(detail, title, origin(desk, detail), differences(here, there)),
            now=self._now(),
            refusal=ways(desk, statement=statement, actor=actor)[Step.JUDGE].refusal,
            read_only=desk.read_only,
            parent=self._section.window(),
        )

    def _copy(self, statement: StatementId, source: StatementId, dialog: SeenDialog) -> None:
        from factcheck.actions.copying import copy_from

        self._session.do(
            copy_from,
            statement=statement,
            source=source,
            evidence=dialog.evidence.isChecked(),
            verdict=dialog.verdict.isChecked(),
            correction=dialog.verdict.isChecked() and dialog.correction.isChecked(),
        )
