"""Keeps what was typed and not yet given in a file, so that a crash loses two seconds at most.

The file holds a JSON object of two. "verdicts": by statement id a list of ``[reasoning,
correction]`` as typed, the same two as they were before, the outcome that waits, and the scale
that it is of. "notes": by the id of a statement, or of the note that is edited, what was typed.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QThreadPool, Signal

from factcheck.domain.ids import StatementId
from factcheck.errors import FactcheckError
from factcheck.ui.later import later
from factcheck.ui.statement.draft import Draft, Typed

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.ui.session import Session
    from factcheck.ui.statement.notes import NotesSection
    from factcheck.ui.statement.verdict import VerdictSection

_WAIT_MS = 1000


class _Kept(NamedTuple):
    """All that was typed, as the file holds it."""

    verdicts: dict[StatementId, Draft]
    notes: dict[str, str]


class Drafts(QObject):
    """Writes the drafts of the open desk beside the window's thread, and brings them back.

    ``kept``: what was typed up to the last wait is on the disk.
    """

    kept = Signal()
    _failed = Signal(object)

    def __init__(self, session: Session, verdict: VerdictSection, notes: NotesSection) -> None:
        super().__init__(verdict)
        self._session = session
        self._verdict, self._notes = verdict, notes
        self._path: Path | None = None
        self._written = ""
        # One thread, so that an older text never replaces a newer one.
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._waiting = later(self, self._write, _WAIT_MS)
        self._failed.connect(session.refused)
        session.opened.connect(self._open)
        session.closed.connect(self._close)
        verdict.drafts_changed.connect(self._wait)
        notes.drafts_changed.connect(self._wait)

    def _open(self) -> None:
        """Bring back what was typed; a desk that is read only has no drafts."""
        desk = self._session.open_desk()
        self._path = None
        kept = _Kept({}, {})
        if not desk.read_only:
            self._path = self._session.settings.folder / "drafts" / f"{desk.row().id}.json"
            kept = _read(self._path)
        self._written = _as_text(kept)
        self._show(kept)

    def _close(self) -> None:
        """Write what is still to be written, and forget what belongs to the desk."""
        self._waiting.stop()
        self._write()
        self._pool.waitForDone()
        self._path = None
        self._show(_Kept({}, {}))

    def _show(self, kept: _Kept) -> None:
        self._verdict.set_drafts(kept.verdicts)
        self._notes.set_drafts(kept.notes)

    def _wait(self) -> None:
        """Write soon: the first key of many begins the wait, so it never gets longer."""
        if self._path is not None and not self._waiting.isActive():
            self._waiting.start()

    def _write(self) -> None:
        typed = _Kept(self._verdict.drafts(), self._notes.drafts())
        path, text = self._path, _as_text(typed)
        if path is None or text == self._written:
            return
        self._written = text

        def work() -> None:
            try:
                _keep(path, text)
            except FactcheckError as error:
                self._failed.emit(error)
            else:
                self.kept.emit()

        self._pool.start(work)


def _keep(path: Path, text: str) -> None:
    from factcheck.actions.files import write_beside

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FactcheckError(
            f"What you type can’t be kept in “{path.parent}”: {error.strerror}.",
            "Give your verdicts soon, and see to that folder.",
        ) from error
    write_beside(path, text.encode(), replace=True)


def _as_text(kept: _Kept) -> str:
    # Lone surrogates can be typed; they are escaped like all that is not ASCII.
    return json.dumps(kept._asdict(), indent=1)


def _read(path: Path) -> _Kept:
    """Return the drafts in the file; none where it is missing or holds something else."""
    try:
        found = json.loads(path.read_bytes())
        verdicts = {StatementId(name): _draft(parts) for name, parts in found["verdicts"].items()}
        notes = {name: _text(typed) for name, typed in found["notes"].items()}
    except (OSError, ValueError, TypeError, AttributeError, KeyError):
        return _Kept({}, {})
    return _Kept(verdicts, notes)


def _text(typed: object) -> str:
    if isinstance(typed, str):
        return typed
    raise ValueError(typed)


def _draft(parts: list[object]) -> Draft:
    match parts:
        case [[str(reasoning), str(correction)], [str(old), str(words)], str(code), str(scale)]:
            return Draft(Typed(reasoning, correction), Typed(old, words), code, scale)
    raise ValueError(parts)
