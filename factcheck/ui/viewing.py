"""Between the evidence cards and the windows that show a source."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from factcheck.domain.imported import CapturedText
from factcheck.importers.pictures import Picture
from factcheck.ui.dialogs.files import FileDialog
from factcheck.ui.viewer.content import MOST_BYTES, ShownText, shown_of, shown_text
from factcheck.ui.viewer.window import ViewerWindow

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from factcheck.actions.evidence import Link
    from factcheck.domain.ids import CitationId
    from factcheck.domain.model import Capture, Citation
    from factcheck.domain.report_data import ReportCitation
    from factcheck.ui.citing import Citing
    from factcheck.ui.session import Session
    from factcheck.ui.viewer.content import Shown

_LAYOUT = "viewer"


class Viewing(QObject):
    """Opens a window on a source, reads its newest copy off this thread, does its wishes."""

    def __init__(self, session: Session, citing: Citing, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._citing = citing
        self._window = window

    def show(self, citation: str, words: str = "") -> None:
        """Show the source of a citation, at its excerpt or where some words stand in it."""
        if cited := self._citing.cited(citation):
            self._open(cited, words)

    def _open(self, cited: ReportCitation, words: str) -> None:
        viewer = self._viewer(cited)
        viewer.show()
        if words:
            viewer.look_for(words)
        if not cited.captures:
            self._show_note(viewer, cited)
            return
        copy = cited.captures[-1]
        viewer.copy_wanted.connect(lambda: self._save(copy))
        if copy.size > MOST_BYTES:
            viewer.show_content(None, self.tr("It is too large to be shown here. Save a copy."))
        else:
            self._read(viewer, copy, cited.citation)

    def _show_note(self, viewer: ViewerWindow, cited: ReportCitation) -> None:
        """Show what was seen, said or worked out where there is no copy."""
        if note := cited.evidence.note:
            viewer.show_content(shown_text(CapturedText(note, (), (), ""), cited.citation))
        else:
            viewer.show_content(None, self.tr("The desk has no copy of this source."))

    def _viewer(self, cited: ReportCitation) -> ViewerWindow:
        viewer = ViewerWindow(cited, self._session.jobs, self._window)
        viewer.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if kept := self._session.settings.layout_of(_LAYOUT):
            viewer.restoreGeometry(kept)
        keep = self._session.settings.keep_layout
        viewer.finished.connect(lambda _result: keep(_LAYOUT, viewer.saveGeometry()))
        self._session.closed.connect(viewer.close)
        self._session.refused.connect(viewer.show_error)
        citation = cited.citation.id
        viewer.excerpt_chosen.connect(lambda link: self._take_excerpt(viewer, citation, link))
        viewer.edit_wanted.connect(lambda: self._citing.edit(citation, viewer))
        return viewer

    def _read(self, viewer: ViewerWindow, copy: Capture, citation: Citation) -> None:
        path = self._session.open_desk().path
        gone: list[bool] = []
        viewer.destroyed.connect(lambda: gone.append(True))

        def show(shown: Shown | None, remark: str) -> None:
            if not gone:
                viewer.show_content(shown, remark)

        job = self._session.jobs.run(
            lambda job: shown_of(path, copy, citation, job),
            title=self.tr("Reading {0}").format(copy.name),
            done=lambda shown: show(shown, self._remark(shown)),
            failed=lambda error: show(None, f"{error.message} {self._way_out()}"),
        )
        viewer.finished.connect(lambda _result: job.cancel())

    def _remark(self, shown: Shown | None) -> str:
        if shown is None:
            return " ".join((self.tr("This can’t be shown here."), self._way_out()))
        if isinstance(shown, ShownText):
            cut = self.tr("This is the beginning. Save a copy to see all of it.")
            return " ".join((*shown.read.remarks, *[cut] * shown.is_cut))
        if isinstance(shown, Picture) and shown.of_many:
            return self.tr("This is the first of several pictures. Save a copy to see all of them.")
        return ""

    def _way_out(self) -> str:
        return self.tr("Save a copy and open it where you trust it.")

    def _take_excerpt(self, viewer: ViewerWindow, citation: CitationId, link: Link) -> None:
        if self._citing.change(citation, link):
            viewer.show_kept(link)

    def _save(self, copy: Capture) -> None:
        """Ask for a place and write the copy's bytes there."""
        # Of a name from outside only the last part counts.
        start = self._session.open_desk().path.with_name(Path(copy.name).name)
        dialog = FileDialog(self._window, self.tr("Save a copy"), start, save=True)
        dialog.fileSelected.connect(lambda path: self._write(copy, path))
        dialog.open()

    def _write(self, copy: Capture, target: str) -> None:
        from factcheck.actions.keeping import save_copy

        desk, place = self._session.open_desk().path, Path(target)
        self._session.jobs.run(
            lambda job: save_copy(
                desk, copy, place, progress=job.progress, cancelled=job.cancelled
            ),
            title=self.tr("Saving {0}").format(copy.name),
            done=lambda _none: None,
            failed=self._session.refused.emit,
        )
