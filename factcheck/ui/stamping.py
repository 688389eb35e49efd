"""From a card of evidence to a time-stamping authority and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from factcheck.errors import FactcheckError
from factcheck.ui.asking import ask
from factcheck.ui.dialogs.authority import AuthorityDialog
from factcheck.ui.keeping import Keeping

if TYPE_CHECKING:
    from factcheck.actions.stamps import Stamped
    from factcheck.domain.model import Capture
    from factcheck.ui.workplace import Workplace


class Stamping(QObject):
    """Asks which authority, asks that one, and keeps the time stamp that comes."""

    def __init__(self, work: Workplace) -> None:
        super().__init__(work)
        self._session = work.session
        self._citing = work.citing
        self._window = work.window
        self._keeping = Keeping(self._session, self)
        work.panel.evidence.stamp_requested.connect(self.stamp)

    def stamp_chosen(self) -> None:
        """Time-stamp the newest copy of the source whose card has the focus, or of the only one."""
        if citation := self._citing.chosen():
            self.stamp(citation)

    def stamp(self, citation: str) -> None:
        """Ask who is to time-stamp the newest copy of a source."""
        cited = self._citing.cited(citation)
        if cited is None:
            return
        if not cited.captures:
            self._session.refuse(
                self.tr("The desk has no copy of this source."),
                self.tr("Capture the page first, or attach the file."),
            )
            return
        if copy := self._stampable(cited.captures[-1]):
            self._ask(copy)

    def _stampable(self, copy: Capture) -> Capture | None:
        """Return the copy, if it may be time-stamped here; None, and a refusal, if not."""
        from factcheck.actions.stamps import copy_to_stamp

        desk = self._session.open_desk()
        if desk.read_only:
            self._session.refuse(desk.read_only)
            return None
        try:
            return copy_to_stamp(desk, copy.id)
        except FactcheckError as error:
            self._session.refused.emit(error)
            return None

    def _ask(self, copy: Capture) -> None:
        dialog = AuthorityDialog(copy.name, self._session.settings.authority, self._window)
        ask(self._session, dialog, lambda: self._send(copy, dialog.address()))
        self._session.closed.connect(dialog.reject)

    def _send(self, copy: Capture, authority: str) -> None:
        self._session.settings.authority = authority
        self._keeping.keep_stamp(
            copy.sha256, authority, lambda stamped: self._record(copy, stamped)
        )

    def _record(self, copy: Capture, stamped: Stamped) -> None:
        from factcheck.actions.stamps import record_stamp

        if self._session.do(record_stamp, copy=copy.id, stamped=stamped) is not None:
            self._window.message.show_message(
                self.tr("The copy was time-stamped. “factcheck verify --root” proves by whom.")
            )
