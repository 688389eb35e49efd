"""Bring files into the open desk beside the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from factcheck.ui.leave import Leave

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from factcheck.errors import FactcheckError
    from factcheck.store.pieces import Kept
    from factcheck.ui.jobs import Job
    from factcheck.ui.session import Session

    Content = bytes | Kept


class Keeping(QObject):
    """Keeps files with progress; what is under way stops when the desk is closed."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._under_way: list[Job] = []
        session.closed.connect(self._stop)

    def keep(self, path: Path, then: Callable[[Content], bool]) -> None:
        """Read a small file, keep a big one, and hand it to ``then``, which says if it is wanted.

        Nothing stays of a file that is not, nor of one that was stopped or that failed.
        """
        from factcheck.actions.keeping import keep_file

        desk, leave = self._session.open_desk(), Leave(self)

        def keep(job: Job) -> Content:
            return keep_file(
                desk.path,
                path,
                progress=job.progress,
                cancelled=job.cancelled,
                pause=leave.ask,
            )

        def end() -> bool:
            """Say whether the desk is still the one that the file was for."""
            leave.deleteLater()
            self._under_way.remove(job)
            return self._session.desk is desk

        def done(content: Content) -> None:
            if not (end() and then(content)):
                self._discard(desk.path, content)

        def failed(error: FactcheckError) -> None:
            if end():
                self._session.refused.emit(error)

        title = self.tr("Keeping {0}").format(path.name)
        job = self._session.jobs.run(keep, title=title, done=done, failed=failed)
        self._under_way.append(job)

    def _discard(self, desk_path: Path, content: Content) -> None:
        from factcheck.actions.keeping import discard

        self._session.jobs.run(
            lambda _job: discard(desk_path, content),
            title=self.tr("Tidying up"),
            done=lambda _none: None,
            failed=self._session.refused.emit,
        )

    def _stop(self) -> None:
        for job in self._under_way:
            job.cancel()
