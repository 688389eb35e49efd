"""Make, open and keep desks: the questions for their files."""

from __future__ import annotations

from itertools import chain, count
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from factcheck.ui.dialogs.files import FileDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from factcheck.ui.session import Session

SUFFIX = ".factcheck"
SAMPLE = f"sample{SUFFIX}"


class DeskFiles(QObject):
    """Asks for the file of a desk and opens, makes or copies it."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window

    def new(self) -> None:
        """Ask for a place and make a desk there."""
        from factcheck.actions.desks import create_desk

        self._ask_to_save(
            self.tr("New desk"),
            self.tr("Fact-checks"),
            lambda path: self._session.create(path, create_desk),
        )

    def open(self) -> None:
        """Ask for a desk and open it."""
        dialog = FileDialog(self._window, self.tr("Open desk"), self._folder())
        dialog.setNameFilter(self._filter())
        dialog.setFileMode(FileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda path: self._session.open(Path(path)))
        dialog.open()

    def open_sample(self) -> None:
        """Open the sample desk, made in our own folder at the first time."""
        from factcheck.actions.demo import make_sample_desk

        path = self._session.settings.folder / SAMPLE
        if path.exists():
            self._session.open(path)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._session.create(path, make_sample_desk)

    def back_up(self) -> None:
        """Ask for a place and write a proved copy of the desk there."""
        from factcheck.actions.desks import back_up
        from factcheck.actions.system import now_in

        open_desk = self._session.open_desk()
        desk, day = open_desk.path, now_in(open_desk.row().time_zone).date()

        def copy(target: Path) -> None:
            self._session.jobs.run(
                lambda _job: back_up(desk, target),
                title=self.tr("Backing up"),
                done=lambda _none: None,
                failed=self._session.refused.emit,
            )

        self._ask_to_save(self.tr("Back up desk"), f"{desk.stem} {day}", copy)

    def _ask_to_save(self, title: str, stem: str, then: Callable[[Path], object]) -> None:
        """Ask for a new file, with a name proposed. One that is there is never written over."""
        dialog = FileDialog(self._window, title, _free(self._folder(), stem), save=True)
        dialog.setNameFilter(self._filter())
        dialog.setOption(FileDialog.Option.DontConfirmOverwrite)
        dialog.setDefaultSuffix(SUFFIX[1:])
        dialog.fileSelected.connect(lambda path: then(Path(path)))
        dialog.open()

    def _folder(self) -> Path:
        recent = self._session.settings.recent_desks()
        return recent[0].parent if recent else Path.home()

    def _filter(self) -> str:
        return self.tr("Desks (*{0})").format(SUFFIX)


def _free(folder: Path, stem: str) -> Path:
    """Return a path in the folder that no file has: of the stem, or with a number behind it."""
    names = chain([stem], (f"{stem} {number}" for number in count(2)))
    paths = (folder / f"{name}{SUFFIX}" for name in names)
    return next(path for path in paths if not path.exists())
