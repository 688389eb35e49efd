"""Take a report out: asked for beside the window's own work, which goes on."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from factcheck.ui.dialogs.export import ExportDialog
from factcheck.ui.dialogs.files import FileDialog

if TYPE_CHECKING:
    from factcheck.domain.report_data import Profile
    from factcheck.ui.article_page import ArticlePage
    from factcheck.ui.session import Session
    from factcheck.ui.widgets import Offer
    from factcheck.ui.window import Window

_UNFIT_FOR_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
_LONGEST_NAME = 80


class Exporting(QObject):
    """Asks for profile, format and file, and offers the report once it is written."""

    def __init__(self, session: Session, page: ArticlePage, window: Window) -> None:
        super().__init__(window)
        self._session = session
        self._page = page
        self._window = window

    def ask(self) -> None:
        """Ask what is wanted, then write it."""
        if self._page.article is None:
            return
        dialog = ExportDialog(self._window)
        dialog.accepted.connect(lambda: self._ask_for_file(dialog.profile(), dialog.suffix()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def export(self, path: Path, profile: Profile) -> None:
        """Write the report of the article on show, replacing a file that is there."""
        from factcheck.actions.reports import export_from

        if self._page.article is None:
            return
        desk, article = self._session.open_desk().path, self._page.article.id
        self._session.jobs.run(
            lambda job: export_from(
                desk, article=article, path=path, profile=profile, cancelled=job.cancelled
            ),
            title=self.tr("Writing {0}").format(path.name),
            done=lambda remarks: self._tell(path, remarks),
            failed=self._session.refused.emit,
        )

    def _ask_for_file(self, profile: Profile, suffix: str) -> None:
        title = self._page.article.title if self._page.article else ""
        start = self._session.open_desk().path.parent / f"{file_name(title)}{suffix}"
        dialog = FileDialog(self._window, self.tr("Export report"), start, save=True)
        dialog.setNameFilter(self.tr("Reports (*{0})").format(suffix))
        dialog.setDefaultSuffix(suffix[1:])
        dialog.fileSelected.connect(lambda path: self.export(Path(path), profile))
        dialog.open()

    def _tell(self, path: Path, remarks: tuple[str, ...]) -> None:
        told = self.tr("The report was written to {0}.").format(path)
        offer = to_open(path, self.tr("Open"))
        self._window.message.show_message(" ".join((told, *remarks)), offer=offer)


def to_open(path: Path, words: str) -> Offer:
    """Offer a file that was written here to the program that shows such files."""
    return words, lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def file_name(title: str) -> str:
    """Return a name that every file system takes."""
    name = _UNFIT_FOR_NAMES.sub(" ", title)[:_LONGEST_NAME]
    return " ".join(name.split()).rstrip(". ") or "report"
