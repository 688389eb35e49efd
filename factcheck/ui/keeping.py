"""Bring files into the open desk beside the window."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import urlsplit

from PySide6.QtCore import QObject

from factcheck.ui.leave import Leave

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from factcheck.actions.stamps import Stamped
    from factcheck.actions.web import Sought, Visited
    from factcheck.domain.imported import CapturedText
    from factcheck.errors import FactcheckError
    from factcheck.store.desk import Desk
    from factcheck.store.pieces import Kept
    from factcheck.ui.jobs import Job
    from factcheck.ui.session import Session

    Content = bytes | Kept
    Then = Callable[[Content, CapturedText | None], bool]

T = TypeVar("T")


class Keeping(QObject):
    """Keeps files with progress; what is under way stops when the desk is closed."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._leave = Leave(self)
        self._under_way: list[Job] = []
        session.closed.connect(self._stop)

    def keep(self, path: Path, then: Then, lost: Callable[[], object]) -> None:
        """Read a small file, keep a big one, and hand it to ``then`` with the text in it.

        That says if it is wanted: nothing stays of a file that is not, nor of one that was
        stopped or that failed, which ``lost`` is told.
        """
        from factcheck.actions.importing import name_of
        from factcheck.actions.keeping import keep_file

        desk, name = self._session.open_desk(), name_of(path)

        def keep(job: Job) -> Content:
            return keep_file(
                desk.path,
                path,
                progress=job.progress,
                cancelled=job.cancelled,
                pause=self._leave.ask,
            )

        def leave(content: Content | None) -> None:
            self._discard(desk.path, content)
            lost()

        self._run(
            desk,
            keep,
            title=self.tr("Keeping {0}").format(name),
            done=lambda content: self._read(desk, name, content, then, leave),
            left=leave,
        )

    def keep_page(self, sought: Sought, then: Callable[[Visited], bool]) -> None:
        """Look for a page on the web, and hand to ``then`` what came of it, as ``keep`` does."""
        from factcheck.actions.keeping import keep_content
        from factcheck.actions.web import visit

        desk = self._session.open_desk()

        def look(job: Job) -> Visited:
            return visit(
                sought,
                fetch=self._session.fetch,
                keep=partial(keep_content, desk.path, pause=self._leave.ask),
                progress=job.progress,
                cancelled=job.cancelled,
            )

        def done(visited: Visited) -> None:
            if not then(visited):
                self._discard(desk.path, visited.content)

        self._run(
            desk,
            look,
            title=self.tr("Fetching {0}").format(urlsplit(sought.url).hostname or sought.url),
            done=done,
            left=lambda visited: self._discard(desk.path, visited.content if visited else None),
        )

    def keep_stamp(self, sha256: str, authority: str, then: Callable[[Stamped], object]) -> None:
        """Ask an authority for a time stamp of the bytes with this hash, and hand it over."""
        from factcheck.actions.stamps import ask
        from factcheck.domain.stamps import host_of

        self._run(
            self._session.open_desk(),
            lambda job: ask(sha256, authority, post=self._session.post, cancelled=job.cancelled),
            title=self.tr("Asking {0}").format(host_of(authority)),
            done=then,
            left=lambda _stamped: None,
        )

    def _read(
        self,
        desk: Desk,
        name: str,
        content: Content,
        then: Then,
        leave: Callable[[Content], object],
    ) -> None:
        from factcheck.actions.readings import read_text

        def done(text: CapturedText | None) -> None:
            if not then(content, text):
                leave(content)

        self._run(
            desk,
            lambda job: read_text(desk.path, content, name, cancelled=job.cancelled),
            title=self.tr("Reading {0}").format(name),
            done=done,
            left=lambda _text: leave(content),
        )

    def _run(
        self,
        desk: Desk,
        work: Callable[[Job], T],
        *,
        title: str,
        done: Callable[[T], object],
        left: Callable[[T | None], object],
    ) -> None:
        """Run work for a desk; what came of it is ``left`` if that was closed, or if it failed."""

        def end() -> bool:
            self._under_way.remove(job)
            return self._session.desk is desk

        def failed(error: FactcheckError) -> None:
            if end():
                self._session.refused.emit(error)
            left(None)

        job = self._session.jobs.run(
            work,
            title=title,
            done=lambda value: done(value) if end() else left(value),
            failed=failed,
        )
        self._under_way.append(job)

    def _discard(self, desk_path: Path, content: Content | None) -> None:
        from factcheck.actions.keeping import discard
        from factcheck.store.pieces import Kept

        if not isinstance(content, Kept):
            return
        self._session.jobs.run(
            lambda _job: discard(desk_path, content),
            title=self.tr("Tidying up"),
            done=lambda _none: None,
            failed=self._session.refused.emit,
        )

    def _stop(self) -> None:
        for job in self._under_way:
            job.cancel()
