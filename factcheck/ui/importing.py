"""Bring articles in: read beside the window, shown for confirmation, then added."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from PySide6.QtCore import QObject

from factcheck.domain.ids import ArticleId
from factcheck.errors import FactcheckError
from factcheck.ui.asking import ask
from factcheck.ui.dialogs.address import AddressDialog
from factcheck.ui.dialogs.files import FileDialog
from factcheck.ui.dialogs.import_article import ConfirmImportDialog
from factcheck.ui.dialogs.import_report import ImportReportDialog
from factcheck.ui.dialogs.paste import PasteDialog
from factcheck.ui.reading_again import ReadingAgain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime

    from PySide6.QtWidgets import QWidget

    from factcheck.actions.web import Fetch
    from factcheck.domain.imported import ImportedArticle
    from factcheck.ui.choice import Choice
    from factcheck.ui.dialogs.frame import Question
    from factcheck.ui.jobs import Job
    from factcheck.ui.session import Session


class Importing(QObject):
    """Takes files and pasted text one after the other through the same door."""

    def __init__(
        self, session: Session, choice: Choice, now: Callable[[], datetime], window: QWidget
    ) -> None:
        super().__init__(window)
        self._session = session
        self._choice = choice
        self._now = now
        self._window = window

    def ask_for_files(self) -> None:
        """Ask for files and bring them in."""
        from factcheck.actions.importing import suffixes

        known = " ".join(f"*{suffix}" for suffix in suffixes())
        kinds = self.tr("Articles ({0});;All files (*)").format(known)
        folder = self._session.settings.articles_folder
        dialog = FileDialog(self._window, self.tr("Import articles"), folder)
        dialog.setNameFilter(kinds)
        dialog.setFileMode(FileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(self._take_chosen)
        dialog.open()

    def _take_chosen(self, names: list[str]) -> None:
        paths = [Path(name) for name in names]
        self._session.settings.articles_folder = paths[0].parent
        self.take_files(paths)

    def take_files(self, paths: Iterable[Path]) -> None:
        """Read files beside the window; each is then shown for confirmation."""
        desk = self._session.desk.path if self._session.desk else None
        for path in paths:
            self._session.jobs.run(
                partial(_read, path, desk),
                title=self.tr("Reading {0}").format(path.name),
                done=self.confirm,
                failed=self._session.refused.emit,
            )

    def ask_for_address(self) -> None:
        """Ask for a web address, fetch its page once and show the article for confirmation."""
        from factcheck.actions.visits import require_web

        try:
            require_web(self._session.open_desk())
        except FactcheckError as error:
            self._session.refused.emit(error)
            return
        dialog = AddressDialog(self._window)
        ask(self._session, dialog, lambda: self.take_address(dialog.address()))

    def take_address(self, url: str) -> None:
        """Fetch a page beside the window; its article is then shown for confirmation."""
        self._session.jobs.run(
            partial(_fetch, url, self._session.fetch),
            title=self.tr("Fetching {0}").format(urlsplit(url).hostname or url),
            done=self.confirm,
            failed=self._session.refused.emit,
        )

    def paste(self) -> None:
        """Ask for the text itself, beginning with what is on the clipboard."""
        dialog = PasteDialog(self._window)
        ask(self._session, dialog, lambda: self._take_text(dialog.text()))

    def confirm(self, imported: ImportedArticle) -> Question:
        """Show what was read, and add the article as the person confirms it."""
        dialog = ConfirmImportDialog(imported, self._window)
        ReadingAgain(self._session, dialog)
        return ask(self._session, dialog, lambda: self._add(dialog))

    def show_report(self) -> None:
        """Show what was told when the article on show was brought in."""
        from factcheck.store import reads

        if self._choice.article is None:
            return
        desk = self._session.open_desk()
        newest = reads.revision(desk, self._choice.article)
        older = [
            reads.revision(desk, newest.article_id, number)
            for number in range(newest.number - 1, 0, -1)
        ]
        dialog = ImportReportDialog([newest, *older], self._now(), self._window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _take_text(self, text: str) -> Question | None:
        from factcheck.actions.importing import read_pasted

        try:
            return self.confirm(read_pasted(text))
        except FactcheckError as error:
            self._session.refused.emit(error)
            return None

    def _add(self, dialog: ConfirmImportDialog) -> None:
        from factcheck.actions.articles import add_article
        from factcheck.actions.importing import as_chosen

        facts = dialog.facts()
        confirmed = replace(
            as_chosen(dialog.imported, wording=dialog.wording(), notes=dialog.wants_notes()),
            title=facts.title,
            byline=facts.byline,
            publication=facts.publication,
            url=facts.url,
            published=str(facts.published or ""),
            language=facts.language,
        )
        done = self._session.do(add_article, imported=confirmed)
        if done is not None:
            self._choice.show_article(ArticleId(done.new("article")))


def _read(path: Path, desk_path: Path | None, job: Job) -> ImportedArticle:
    from factcheck.actions.importing import read_article

    return read_article(path, desk_path=desk_path, cancelled=job.cancelled)


def _fetch(url: str, fetch: Fetch, job: Job) -> ImportedArticle:
    from factcheck.actions.web import read_article

    return read_article(url, fetch=fetch, progress=job.progress, cancelled=job.cancelled)
