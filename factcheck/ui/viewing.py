"""Between the evidence cards and the windows that show a source."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog

from factcheck.ui.viewer.content import MOST_TEXT, shown_of
from factcheck.ui.viewer.window import ViewerWindow

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from factcheck.domain.ids import CitationId
    from factcheck.domain.model import Capture
    from factcheck.domain.report_data import ReportCitation
    from factcheck.ui.choice import Choice
    from factcheck.ui.session import Session
    from factcheck.ui.viewer.content import Shown


class Viewing(QObject):
    """Opens a window on a source, reads its newest copy beside this thread, does its wishes."""

    def __init__(self, session: Session, choice: Choice, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._choice = choice
        self._window = window

    def show(self, citation: str) -> None:
        """Show the source of a citation of the chosen statement."""
        from factcheck.store import reports

        if self._choice.statement is None:
            return
        citations = reports.detail(self._session.open_desk(), self._choice.statement).citations
        for cited in citations:
            if cited.citation.id == citation:
                self._open(cited)

    def _open(self, cited: ReportCitation) -> None:
        viewer = ViewerWindow(cited, self._window)
        viewer.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session.closed.connect(viewer.close)
        viewer.excerpt_chosen.connect(lambda text: self._take_excerpt(cited.citation.id, text))
        viewer.show()
        if not cited.captures:
            nothing = self.tr("The desk has no copy of this source.")
            viewer.show_content(cited.evidence.note or None, "" if cited.evidence.note else nothing)
            return
        copy = cited.captures[-1]
        viewer.copy_wanted.connect(lambda: self._save(copy))
        self._read(viewer, copy)

    def _read(self, viewer: ViewerWindow, copy: Capture) -> None:
        from factcheck.actions.evidence import capture_content

        path = self._session.open_desk().path
        gone: list[bool] = []
        viewer.destroyed.connect(lambda: gone.append(True))

        def show(shown: Shown) -> None:
            if not gone:
                viewer.show_content(shown, self._remark(shown))

        self._session.jobs.run(
            lambda _job: shown_of(copy, capture_content(path, copy.sha256)),
            title=self.tr("Reading {0}").format(copy.name),
            done=show,
            failed=self._session.refused.emit,
        )

    def _remark(self, shown: Shown) -> str:
        if shown is None:
            return self.tr("This can’t be shown here. Save a copy and open it where you trust it.")
        if isinstance(shown, str) and len(shown) == MOST_TEXT:
            return self.tr("This is the beginning. Save a copy to see all of it.")
        return ""

    def _take_excerpt(self, citation: CitationId, text: str) -> None:
        from factcheck.actions.evidence import edit_citation

        self._session.do(edit_citation, citation=citation, excerpt=text)

    def _save(self, copy: Capture) -> None:
        """Ask for a place and write the copy's bytes there."""
        # Of a name from outside only the last part counts.
        dialog = QFileDialog(self._window, self.tr("Save a copy"), Path(copy.name).name)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.fileSelected.connect(lambda path: self._write(copy, path))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _write(self, copy: Capture, target: str) -> None:
        from factcheck.actions.evidence import capture_content
        from factcheck.actions.files import write_beside

        desk = self._session.open_desk().path
        self._session.jobs.run(
            lambda _job: write_beside(
                Path(target), capture_content(desk, copy.sha256), replace=True
            ),
            title=self.tr("Saving {0}").format(copy.name),
            done=lambda _none: None,
            failed=self._session.refused.emit,
        )
