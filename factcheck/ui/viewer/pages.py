"""The pages of one PDF for its view: drawn in a worker, one after the other, a few are kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from factcheck.actions import worker
from factcheck.importers import pdf_pages
from factcheck.importers.pdf_pages import PageSize

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.errors import FactcheckError
    from factcheck.importers.pdf_pages import Page
    from factcheck.ui.jobs import Job, Jobs

T = TypeVar("T")
# Seconds and megabytes that the pages which are asked for in one go may take.
_SECONDS, _MEGABYTES = 30, 1024
_TEXTS_AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class PdfFile:
    """A PDF that can be opened: its bytes, and label and size of each page."""

    content: bytes
    sizes: tuple[PageSize, ...]


def pdf_file(content: bytes, job: Job) -> PdfFile:
    """Read what is known of a PDF's pages, in the worker. Raises FactcheckError."""
    return PdfFile(content, _work(job, pdf_pages.page_sizes, content))


class Pages(QObject):
    """Draws the page that is wanted, then the ones beside it, so that turning to them is quick.

    ``drawn`` carries the index of a page that can be had now; ``failed`` that of one that can't,
    and the FactcheckError.
    """

    drawn = Signal(int)
    failed = Signal(int, object)

    def __init__(self, file: PdfFile, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = file
        self._jobs = jobs
        self._wanted, self._scale = 0, 0.0
        self._kept: dict[int, tuple[float, Page]] = {}
        self._failures: dict[int, FactcheckError] = {}
        self._under_way: tuple[int, float] | None = None
        self._job: Job | None = None
        self._is_left = False

    def page(self, index: int) -> Page | None:
        """Return the page if it was drawn, in whatever scale."""
        kept = self._kept.get(index)
        return kept[1] if kept else None

    def want(self, index: int, scale: float) -> None:
        """Ask for a page drawn at a scale, in pixels a point."""
        self._wanted, self._scale = index, scale
        self._kept = {at: page for at, page in self._kept.items() if abs(at - index) <= 1}
        if index in self._failures:
            self.failed.emit(index, self._failures[index])
        if self._under_way and self._job and self._under_way != self._next():
            self._job.cancel()
        self._go_on()

    def leave(self) -> None:
        """Stop drawing."""
        self._is_left = True
        if self._job is not None:
            self._job.cancel()

    def _next(self) -> tuple[int, float] | None:
        """Return what is to be drawn next: the page wanted, the one behind it, the one before."""
        for index in (self._wanted, self._wanted + 1, self._wanted - 1):
            known = self._kept.get(index)
            done = known is not None and known[0] == self._scale
            if 0 <= index < len(self._file.sizes) and not done and index not in self._failures:
                return index, self._scale
        return None

    def _go_on(self) -> None:
        wanted = self._next()
        if wanted is None or self._job is not None or self._is_left:
            return
        self._under_way = wanted
        self._job = self._jobs.run(
            lambda job: _work(job, pdf_pages.pages, self._file.content, (wanted,)),
            title=self.tr("Drawing page {0}").format(wanted[0] + 1),
            done=lambda pages: self._keep(wanted, *pages),
            failed=lambda error: self._fail(wanted, error),
        )

    def _keep(self, wanted: tuple[int, float], page: Page) -> None:
        self._job = None
        if self._is_left:
            return
        self._kept[page.index] = wanted[1], page
        self.drawn.emit(page.index)
        self._go_on()

    def _fail(self, wanted: tuple[int, float], error: FactcheckError) -> None:
        stopped = self._job is not None and self._job.cancelled()
        self._job = None
        if self._is_left:
            return
        if not stopped or self._next() == wanted:
            self._failures[wanted[0]] = error
            self.failed.emit(wanted[0], error)
        self._go_on()


class Texts(QObject):
    """Reads the words of all pages, for searching.

    ``read`` carries them, page by page, once all are there; ``reading`` how many are so far;
    ``failed`` the FactcheckError where they can't be had.
    """

    reading = Signal(int)
    read = Signal(object)
    failed = Signal(object)

    def __init__(self, file: PdfFile, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = file
        self._jobs = jobs
        self._texts: list[str] = []
        self._job: Job | None = None
        self._is_left = False

    def ask(self) -> None:
        """Ask for the texts; nothing happens if they are being read or were read."""
        if self._job is None:
            self._read_more()

    def leave(self) -> None:
        """Stop reading."""
        self._is_left = True
        if self._job is not None:
            self._job.cancel()

    def _read_more(self) -> None:
        first = len(self._texts)
        self._job = self._jobs.run(
            lambda job: _work(job, pdf_pages.texts, self._file.content, first, _TEXTS_AT_ONCE),
            title=self.tr("Reading page {0}").format(first + 1),
            done=self._take,
            failed=self._give_up,
        )

    def _take(self, texts: tuple[str, ...]) -> None:
        if self._is_left:
            return
        self._texts += texts
        if len(self._texts) < len(self._file.sizes):
            self.reading.emit(len(self._texts))
            self._read_more()
        else:
            self.read.emit(tuple(self._texts))

    def _give_up(self, error: FactcheckError) -> None:
        self._job = None
        if not self._is_left:
            self.failed.emit(error)


def _work(job: Job, function: Callable[..., T], *args: object) -> T:
    """Let the worker process do something; runs on another thread."""
    return worker.run(
        function, *args, seconds=_SECONDS, megabytes=_MEGABYTES, cancelled=job.cancelled
    )
