"""Ask for a source and attach it to the chosen statement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from factcheck.ui.dialogs.attach import AttachDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from factcheck.actions.evidence import Source
    from factcheck.domain.ids import StatementId
    from factcheck.ui.choice import Choice
    from factcheck.ui.dialogs.attach import Attachment
    from factcheck.ui.session import Session


class Attaching(QObject):
    """The way from the question for a source to the evidence on the statement."""

    def __init__(self, session: Session, choice: Choice, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._choice = choice
        self._window = window

    def ask(self) -> None:
        """Ask for a source for the chosen statement."""
        statement = self._choice.statement
        if statement is None:
            return
        dialog = AttachDialog(self._window)
        dialog.accepted.connect(lambda: self._take(statement, dialog.attachment()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _take(self, statement: StatementId, given: Attachment) -> None:
        """Read the file, if it is one, beside the window; then attach."""
        from factcheck.actions.importing import file_content

        path = given.path
        if path is None:
            self._attach(statement, given, None)
            return
        self._session.jobs.run(
            lambda _job: file_content(path),
            title=self.tr("Reading {0}").format(path.name),
            done=lambda content: self._attach(statement, given, content),
            failed=self._session.refused.emit,
        )

    def _attach(self, statement: StatementId, given: Attachment, content: bytes | None) -> None:
        from factcheck.actions.evidence import attach

        self._session.do(
            attach,
            statement=statement,
            source=source_of(given, content),
            stance=given.stance,
            excerpt=given.excerpt,
            locator=given.locator,
            note=given.note,
        )


def source_of(given: Attachment, content: bytes | None) -> Source:
    """Return the source that was typed, with the bytes of its file."""
    from factcheck.actions.evidence import Source

    return Source(
        url=given.url,
        note=given.observed,
        file_name=given.path.name if given.path else "",
        content=content,
        title=given.title,
        author=given.author,
        publisher=given.publisher,
        published=given.published,
        sourcing=given.sourcing,
        confidential=given.confidential,
    )
