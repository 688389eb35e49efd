"""From a card of evidence to the web and back: a copy of the page, or the day it was not there."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from factcheck.domain.ids import EvidenceId
from factcheck.domain.visits import VisitOutcome
from factcheck.errors import FactcheckError
from factcheck.ui.attaching import takes_long
from factcheck.ui.dialogs.compare import CompareDialog
from factcheck.ui.keeping import Keeping
from factcheck.ui.statement.when import full_day

if TYPE_CHECKING:
    from factcheck.actions.web import Visited
    from factcheck.domain.diff import Piece
    from factcheck.domain.model import Capture
    from factcheck.ui.workplace import Workplace

_OLD_AND_NEW = 2


class Capturing(QObject):
    """Looks for pages when it is asked to, says what came of it, and shows how copies differ."""

    def __init__(self, work: Workplace) -> None:
        super().__init__(work)
        self._session = work.session
        self._citing = work.citing
        self._now = work.now
        self._window = work.window
        self._keeping = Keeping(self._session, self)
        work.panel.evidence.capture_requested.connect(self.capture)
        work.panel.evidence.compare_requested.connect(self.compare)
        work.attaching.page_wanted.connect(lambda evidence: self._look(EvidenceId(evidence)))

    def capture_chosen(self) -> None:
        """Look for the page of the source whose card has the focus, or of the only one."""
        if citation := self._citing.chosen():
            self.capture(citation)

    def compare_chosen(self) -> None:
        """Show how the copies of that source differ."""
        if citation := self._citing.chosen():
            self.compare(citation)

    def capture(self, citation: str) -> None:
        """Look for the page of a source: keep it if it is new, note it if it is not there."""
        if cited := self._citing.cited(citation):
            self._look(cited.evidence.id)

    def compare(self, citation: str) -> None:
        """Show how the copies of a source differ, if it has two with a text."""
        cited = self._citing.cited(citation)
        if cited is None:
            return
        if len(cited.captures) < _OLD_AND_NEW:
            self._session.refuse(
                self.tr("There is nothing to compare: the desk has no two copies of this source."),
                self.tr("Check the page again when it may have changed."),
            )
            return
        lost = (cited.citation.excerpt,) if cited.lost else ()
        dialog = CompareDialog(cited.captures, lost, self._now(), self._window)
        dialog.setWindowTitle(self.tr("Copies of {0}").format(cited.evidence.title))
        dialog.wanted.connect(lambda old, new: self._show_changes(dialog, old, new))
        dialog.finished.connect(dialog.deleteLater)
        self._session.closed.connect(dialog.reject)
        dialog.open()
        dialog.ask()

    def switch_web(self) -> None:
        """Let the desk go to the web, or keep it from there."""
        from factcheck.actions.visits import allow_web, may_go_to_web

        allowed = not may_go_to_web(self._session.open_desk())
        if self._session.do(allow_web, allowed=allowed) is not None:
            says = self.tr("This desk may go to the web: where you ask for a page, and only then.")
            away = self.tr("This desk stays away from the web.")
            self._window.message.show_message(says if allowed else away)

    def _tell(self, visited: Visited) -> None:
        """Say what came of looking for a page."""
        day = full_day(visited.at, self._now())
        match visited.outcome:
            case VisitOutcome.KEPT:
                said = self.tr("A copy of the page was kept.")
            case VisitOutcome.UNCHANGED:
                said = self.tr("The page says what the newest copy says.")
            case VisitOutcome.UNREACHABLE:
                said = self.tr("Unreachable on {0}: {1}").format(day, visited.error)
            case VisitOutcome.REFUSED:
                said = self.tr("Not fetched on {0}: {1}").format(day, visited.error)
        lost = [self.tr("It does not hold “{0}”.").format(words) for words in visited.lost]
        self._window.message.show_message(" ".join((said, *lost)))

    def _look(self, evidence: EvidenceId) -> None:
        from factcheck.actions.visits import asked_about

        desk = self._session.open_desk()
        if desk.read_only:
            self._session.refuse(desk.read_only)
            return
        try:
            sought = asked_about(desk, evidence)
        except FactcheckError as error:
            self._session.refused.emit(error)
            return
        self._keeping.keep_page(sought, partial(self._record, evidence))

    def _record(self, evidence: EvidenceId, visited: Visited) -> bool:
        """Note what came of a look; say whether that was done, or begun where it takes long."""
        from factcheck.actions.keeping import record_kept
        from factcheck.actions.visits import record_visit

        parts = {"evidence": evidence, "visited": visited}
        if not takes_long(visited.text):
            done = self._session.do(record_visit, **parts) is not None
            if done:
                self._tell(visited)
            return done
        return self._session.do_beside(
            record_kept,
            title=self.tr("Keeping the page"),
            done=lambda _changes: self._tell(visited),
            **parts,
        )

    def _show_changes(self, dialog: CompareDialog, old: Capture, new: Capture) -> None:
        from factcheck.actions.copies import compared

        path = self._session.open_desk().path
        gone: list[bool] = []
        dialog.destroyed.connect(lambda: gone.append(True))

        def show(pieces: tuple[Piece, ...], problem: str = "") -> None:
            if not gone:
                dialog.show_changes(old, new, pieces, problem)

        self._session.jobs.run(
            lambda _job: compared(path, old, new),
            title=self.tr("Comparing {0}").format(new.name),
            done=show,
            failed=lambda error: show((), str(error)),
        )
