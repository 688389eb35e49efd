"""What has no source yet: shown in the queue, and asked for in a file that the writer gets."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from factcheck.domain.queues import Backing, Order, View
from factcheck.ui.dialogs.files import FileDialog
from factcheck.ui.exporting import file_name, to_open

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from factcheck.ui.article_page import ArticlePage
    from factcheck.ui.queue_page import QueuePage
    from factcheck.ui.session import Session
    from factcheck.ui.window import Window


class Sourcing(QObject):
    """Shows the statements without a source, and writes what asks for them."""

    def __init__(
        self,
        session: Session,
        page: ArticlePage,
        queue: QueuePage,
        now: Callable[[], datetime],
        window: Window,
    ) -> None:
        super().__init__(window)
        self._session = session
        self._page = page
        self._queue = queue
        self._now = now
        self._window = window

    def show(self) -> None:
        """Show the statements of the article on show that have no source."""
        if self._page.article is not None:
            view = View(backing=Backing.NONE, article=self._page.article.id, order=Order.READING)
            self._queue.go_to_view(view)

    def ask(self) -> None:
        """Ask for the file that the writer gets."""
        if self._page.article is None:
            return
        name = self.tr("{0}, sources wanted").format(file_name(self._page.article.title))
        start = self._session.open_desk().path.parent / f"{name}.docx"
        dialog = FileDialog(self._window, self.tr("Ask the writer for sources"), start, save=True)
        word, text = self.tr("Draft with questions (*.docx)"), self.tr("List (*.txt)")
        dialog.setNameFilters([word, text])
        dialog.setDefaultSuffix("docx")
        dialog.filterSelected.connect(
            lambda chosen: dialog.setDefaultSuffix("txt" if chosen == text else "docx")
        )
        dialog.fileSelected.connect(lambda path: self.write(Path(path)))
        dialog.open()

    def write(self, path: Path) -> None:
        """Write the questions about the article on show, replacing a file that is there."""
        from factcheck.actions.unsourced import ask_writer_from

        if self._page.article is None:
            return
        desk, article = self._session.open_desk().path, self._page.article.id
        author, at = self._session.person, self._now()
        self._session.jobs.run(
            lambda job: ask_writer_from(
                desk, article=article, path=path, author=author, at=at, cancelled=job.cancelled
            ),
            title=self.tr("Writing {0}").format(path.name),
            done=lambda count: self._tell(path, count),
            failed=self._session.refused.emit,
        )

    def _tell(self, path: Path, count: int) -> None:
        if count == 1:
            told = self.tr("{0} asks for the source of 1 statement.").format(path)
        else:
            told = self.tr("{0} asks for the sources of {1} statements.").format(path, count)
        self._window.message.show_message(told, offer=to_open(path, self.tr("Open")))
