"""Reads a file that waits for confirmation in another encoding, beside the window."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.domain.imported import ImportedArticle
    from factcheck.ui.dialogs.import_article import ConfirmImportDialog
    from factcheck.ui.jobs import Job
    from factcheck.ui.session import Session

T = TypeVar("T")


class ReadingAgain(QObject):
    """Belongs to one dialog; only what was wanted last is shown, and nothing once it is closed."""

    def __init__(self, session: Session, dialog: ConfirmImportDialog) -> None:
        super().__init__(dialog)
        self._session = session
        self._dialog = dialog
        self._job: Job | None = None
        dialog.encoding_wanted.connect(self._read)
        dialog.finished.connect(self._stop)

    def _read(self, encoding: str) -> None:
        self._stop()
        dialog, imported = self._dialog, self._dialog.imported

        def give(answer: Callable[[T], None], value: T) -> None:
            if not job.cancelled():
                answer(value)

        job = self._job = self._session.jobs.run(
            partial(_again, imported, encoding),
            title=self.tr("Reading {0}").format(imported.source_name),
            done=lambda read: give(dialog.show_read, read),
            failed=lambda error: give(dialog.refuse, error),
        )

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()


def _again(imported: ImportedArticle, encoding: str, job: Job) -> ImportedArticle:
    from factcheck.actions.importing import read_again

    return read_again(imported, encoding, cancelled=job.cancelled)
