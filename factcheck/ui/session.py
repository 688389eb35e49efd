"""The open desk as the window sees it: the one place from which verbs are done."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QCoreApplication, QLockFile, QObject, QTimer, Signal

from factcheck.errors import Cancelled, FactcheckError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from factcheck.actions.stamps import Post
    from factcheck.actions.web import Fetch
    from factcheck.domain.ids import PersonId
    from factcheck.domain.web import Fetched
    from factcheck.store.desk import Desk
    from factcheck.store.transaction import Changes
    from factcheck.ui.jobs import Job, Jobs
    from factcheck.ui.settings import Settings

T = TypeVar("T")
_LOOK_MS = 1500
_PAUSE_MS = 1000
_BACKUP_MS = 30 * 60 * 1000
_QUICKLY_BACKED_UP = 100_000_000  # bytes


class Session(QObject):
    """One desk, or none. Views read ``desk`` and follow the signals; only ``do`` writes.

    ``changed`` carries the Changes of an action here, None after somebody else's. ``refused``
    carries the FactcheckError of what could not be done. ``person`` is who acts. ``writing`` and
    ``written`` come before and after a verb: who reads beside stands back meanwhile. At
    ``closing`` whoever has the desk open too leaves it.
    """

    writing = Signal()
    written = Signal()
    opened = Signal()
    closing = Signal()
    closed = Signal()
    changed = Signal(object)
    refused = Signal(object)

    def __init__(self, settings: Settings, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.settings = settings
        self.jobs = jobs
        self.desk: Desk | None = None
        self._lock: QLockFile | None = None
        self._actor: PersonId | None = None
        self._seen_version = 0
        self._seen_head = ""
        self._large: Job | None = None
        self._renewing: tuple[Job, QLockFile] | None = None
        jobs.ended.connect(self._end_renewing)
        # Tests hand in those that ask their own server.
        self.fetch: Fetch = _fetch
        self.post: Post = _post
        self._looking = self._timer(_LOOK_MS, self._look_for_others)
        self._backing_up = self._timer(_BACKUP_MS, self._back_up_meanwhile)
        self._pausing = self._timer(_PAUSE_MS, self._empty_log)

    def _timer(self, milliseconds: int, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(milliseconds)
        timer.timeout.connect(slot)
        return timer

    # The desk

    def open(self, path: Path) -> bool:
        """Open a desk in place of the one that is open; say whether that one is open now.

        A large one of an older version is brought up to date first, off this thread.
        """
        from factcheck.actions.desks import is_long_to_open, open_desk

        if self.desk is not None and self.desk.path == path:
            return True
        if self._is_renewing():
            return False
        lock = _lock_for(path)
        read_only = _held_by(lock) if path.is_file() else ""
        try:
            if not read_only and is_long_to_open(path):
                self._bring_up_to_date(path, lock)
                return False
            desk = open_desk(path, read_only=read_only, lasting=True)
        except FactcheckError as error:
            lock.unlock()
            self.refused.emit(error)
            return False
        self.close()
        self.desk, self._lock = desk, lock
        self._seen_version, self._seen_head = desk.data_version(), desk.log_head()
        self.settings.remember_desk(path)
        self._looking.start()
        self._backing_up.start()
        self.opened.emit()
        return True

    def _bring_up_to_date(self, path: Path, lock: QLockFile) -> None:
        """Bring an older desk up to date, then open it, unless that was stopped."""
        from factcheck.actions.bulk import watched
        from factcheck.actions.desks import bring_up_to_date

        def succeeded(job: Job) -> None:
            if not job.cancelled():
                self.open(path)

        def work(job: Job) -> Job:
            bring_up_to_date(path, watched(job.progress, job.cancelled))
            return job

        title = self.tr("Bringing the desk “{}” up to date").format(path.stem)
        failed = self._tell_failed
        self._renewing = self.jobs.run(work, title=title, done=succeeded, failed=failed), lock

    def _end_renewing(self, job: Job) -> None:
        """Leave an older desk as it is now, whatever came of it."""
        if self._renewing is not None and self._renewing[0] is job:
            self._renewing[1].unlock()
            self._renewing = None

    def create(self, path: Path, make: Callable[[Path], None]) -> bool:
        """Make a desk with ``make`` and open it."""
        if self._is_renewing():
            return False
        try:
            make(path)
        except FactcheckError as error:
            self.refused.emit(error)
            return False
        return self.open(path)

    def close(self) -> None:
        """Close the desk, and back it up in the background if anything was changed."""
        if self._renewing is not None:
            self._renewing[0].cancel()
        if self.desk is None:
            return
        if self._large is not None:
            self._large.cancel()
        for timer in (self._looking, self._backing_up, self._pausing):
            timer.stop()
        self.closing.emit()
        self._back_up()
        self.desk.close()
        self.desk = self._actor = None
        if self._lock is not None:
            self._lock.unlock()
        self.closed.emit()

    # Who acts

    @property
    def person(self) -> str:
        """The name under which is worked, "" before it was said."""
        return self.settings.person

    @person.setter
    def person(self, name: str) -> None:
        self.settings.person = name
        self._actor = None

    def actor(self) -> PersonId:
        """Return the person who acts, as the desk knows them. Raises FactcheckError."""
        from factcheck.actions.people import person_called

        if self._actor is None:
            self._actor = person_called(self.open_desk(), name=self.person)
        return self._actor

    def known_actor(self) -> PersonId | None:
        """Return the person who acts if the desk knows them already; adds nobody."""
        from factcheck.store.reads import person_named

        found = person_named(self.open_desk(), self.person)
        return found.id if found else None

    def open_desk(self) -> Desk:
        """Return the desk; FactcheckError if none is open."""
        if self.desk is None:
            raise FactcheckError(self.tr("No desk is open."), self.tr("Open or make one first."))
        return self.desk

    # What is done

    def do(self, verb: Callable[..., Changes], **parts: object) -> Changes | None:
        """Do a verb as this person; None if it was refused, which is told by ``refused``."""
        if self._is_busy():
            return None
        self.writing.emit()
        try:
            changes = verb(self.open_desk(), actor=self.actor(), **parts)
        except FactcheckError as error:
            self.refused.emit(error)
            return None
        finally:
            self.written.emit()
        desk = self.open_desk()
        self._seen_version, self._seen_head = desk.data_version(), desk.log_head()
        self._await_pause(desk.path)
        self.changed.emit(changes)
        return changes

    def do_beside(
        self, verb: Callable[..., T], *, title: str, done: Callable[[T], object], **parts: object
    ) -> bool:
        """Do a verb that takes long on another thread; here nothing can be done until it ends.

        It gets a ``watch``, too, and nothing stays of it if it is stopped. Views are told after
        it as if somebody else had done it, then ``done`` gets what it returned. Returns whether
        it was begun.
        """
        from factcheck.actions.bulk import watched
        from factcheck.actions.desks import opened_beside

        if self._is_busy():
            return False
        try:
            desk, actor = self.open_desk(), self.actor()
        except FactcheckError as error:
            self.refused.emit(error)
            return False
        if desk.read_only:
            self.refuse(desk.read_only)
            return False

        def work(job: Job) -> T:
            watch = watched(job.progress, job.cancelled)
            with opened_beside(desk.path) as other:
                return verb(other, actor=actor, watch=watch, **parts)

        def succeeded(value: T) -> None:
            desk.changed = True
            if self._end_large(desk):
                done(value)

        def failed(error: FactcheckError) -> None:
            if self._end_large(desk):
                self._tell_failed(error)

        # A look at the desk in the moment in which all is written would wait for that.
        self._looking.stop()
        self._large = self.jobs.run(work, title=title, done=succeeded, failed=failed)
        return True

    def _end_large(self, desk: Desk) -> bool:
        """Take up what was left while a large deed was done; False if its desk was closed."""
        self._large = None
        if self.desk is not desk:
            return False
        self._looking.start()
        self._look_for_others()
        return True

    def _tell_failed(self, error: FactcheckError) -> None:
        if isinstance(error, Cancelled):
            self.refuse(self.tr("It was stopped, and nothing was changed."))
        else:
            self.refused.emit(error)

    def _is_busy(self) -> bool:
        """Refuse to do anything while something large is done."""
        if self._large is not None:
            self._refuse_until_done(self._large)
        return self._large is not None

    def _is_renewing(self) -> bool:
        """Refuse to open another desk while one is brought up to date."""
        if self._renewing is not None:
            self._refuse_until_done(self._renewing[0])
        return self._renewing is not None

    def _refuse_until_done(self, job: Job) -> None:
        """Say that something can't be done before the end of other work."""
        self.refuse(
            self.tr("This can’t be done yet: {0}.").format(job.title[:1].lower() + job.title[1:]),
            self.tr("Wait for its end, or stop it in the line at the bottom."),
        )

    def refuse(self, message: str, hint: str = "") -> None:
        """Tell the person that something can't be done."""
        self.refused.emit(FactcheckError(message, hint))

    def _look_for_others(self) -> None:
        """Tell the views if another program did something.

        The bytes of a file that is being kept are written to the desk and are no action.
        """
        try:
            desk = self.open_desk()
            desk.require_in_place()
            version = desk.data_version()
        except FactcheckError as error:
            self._looking.stop()
            self.refused.emit(error)
            return
        if version != self._seen_version:
            self._seen_version, head = version, desk.log_head()
            if head != self._seen_head:
                self._seen_head = head
                self.changed.emit(None)

    def _await_pause(self, path: Path) -> None:
        """Let the log be emptied when nothing was done for a while, or when it has become long."""
        from factcheck.actions.desks import has_long_log

        if not (self._pausing.isActive() and has_long_log(path)):
            self._pausing.start()

    def _empty_log(self) -> None:
        """Bring what was done into the file itself, which is what others copy, off this thread."""
        from factcheck.actions.desks import empty_log

        self._pausing.stop()
        path = self.open_desk().path
        ignore, refuse = (lambda _: None), self.refused.emit
        self.jobs.run(lambda _job: empty_log(path), title="", done=ignore, failed=refuse)

    def _back_up_meanwhile(self) -> None:
        """Back up while there is work, unless that would keep the work waiting.

        A backup reads the whole file, and until it has, nothing can be written.
        """
        if self.desk is not None and self.desk.size() <= _QUICKLY_BACKED_UP:
            self._back_up()

    def _back_up(self) -> None:
        """Back the desk up off this thread, if it was changed since the last time."""
        desk = self.desk
        if desk is None or not desk.changed:
            return
        from factcheck.actions import desks, system

        desk.changed = False
        path, name, folder = desk.path, desk.row().id, self.settings.folder / "backups"
        self.jobs.run(
            lambda _job: desks.back_up_by_itself(path, name, folder, system.now()),
            title=self.tr("Backing up"),
            done=lambda _path: None,
            failed=self.refused.emit,
        )


def _lock_for(path: Path) -> QLockFile:
    """Return the lock that says which window has the desk; a dead program's is void."""
    lock = QLockFile(str(path.with_name(f".{path.name}.lock")))
    lock.setStaleLockTime(0)
    return lock


def _held_by(lock: QLockFile) -> str:
    """Take the lock, or say in a sentence who holds it; "" if it is ours."""
    if lock.tryLock(0) or lock.error() is not QLockFile.LockError.LockFailedError:
        # A folder that takes no lock takes no journal either: the gate says so.
        return ""
    process, host, _program = lock.getLockInfo()
    text = QCoreApplication.translate(
        "Session", "It is open in another window: process {0} on {1}."
    )
    return text.format(process, host)


def _fetch(
    url: str, *, progress: Callable[[int, int], object], cancelled: Callable[[], bool]
) -> Fetched:
    from factcheck.actions.web import fetch

    return fetch(url, progress=progress, cancelled=cancelled)


def _post(url: str, body: bytes, *, kind: str, cancelled: Callable[[], bool]) -> bytes:
    from factcheck.actions.stamps import post

    return post(url, body, kind=kind, cancelled=cancelled)
