"""Counts up how the work on the desk goes, beside the window's thread, and shows it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from factcheck.ui.dialogs.files import FileDialog
from factcheck.ui.exporting import file_name

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from PySide6.QtWidgets import QWidget

    from factcheck.store.overview import Standing, Week
    from factcheck.ui.overview.dialog import OverviewDialog
    from factcheck.ui.queue.reader import Reader
    from factcheck.ui.session import Session

_KEY = "overview"


class Overviewing(QObject):
    """Asks for one week after the other, each a short question, and for what is open now."""

    def __init__(
        self, session: Session, reader: Reader, now: Callable[[], datetime], window: QWidget
    ) -> None:
        super().__init__(window)
        self._session = session
        self._reader = reader
        self._now = now
        self._window = window

    def show(self) -> None:
        """Open the overview and begin to count."""
        from factcheck.store.overview import week_starts
        from factcheck.ui.overview.dialog import OverviewDialog

        name = self._session.open_desk().path.stem
        dialog = OverviewDialog(self.tr("Overview of {0}").format(name), self._window)
        dialog.copied.connect(lambda: self._copy(dialog))
        dialog.saved.connect(lambda: self._ask_for_file(dialog))
        dialog.finished.connect(lambda: self._reader.forget(_KEY))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        now = self._now()
        self._count(dialog, now, week_starts(now), [])

    def _count(
        self, dialog: OverviewDialog, now: datetime, left: list[datetime], found: list[Week]
    ) -> None:
        from factcheck.store.overview import standing, week

        if left:
            start, *others = left
            self._reader.ask(
                _KEY,
                lambda desk: week(desk, start),
                lambda one: self._count(dialog, now, others, [*found, one]),
            )
        else:
            self._reader.ask(_KEY, standing, lambda today: _show(dialog, found, today, now))

    def _copy(self, dialog: OverviewDialog) -> None:
        from factcheck.ui.overview.text import as_markdown

        text = as_markdown(dialog.windowTitle(), dialog.plots())
        QGuiApplication.clipboard().setText(text)

    def _ask_for_file(self, dialog: OverviewDialog) -> None:
        folder = self._session.open_desk().path.parent
        start = folder / f"{file_name(dialog.windowTitle())}.png"
        asked = FileDialog(dialog, self.tr("Save as picture"), start, save=True)
        asked.setDefaultSuffix("png")
        asked.fileSelected.connect(lambda path: self._save(dialog, Path(path)))
        asked.open()

    def _save(self, dialog: OverviewDialog, path: Path) -> None:
        from factcheck.ui.overview.picture import picture

        if not picture(dialog.windowTitle(), dialog.plots()).save(str(path)):
            self._session.refuse(
                self.tr("The picture can’t be written to {0}.").format(path),
                self.tr("Choose another folder."),
            )


def _show(dialog: OverviewDialog, weeks: list[Week], today: Standing, now: datetime) -> None:
    from factcheck.ui.overview.plots import plots

    dialog.show_plots(plots(weeks, today, now))
