"""The two dialogs of the menu Help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from factcheck.ui.commands import COMMANDS, words_of

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog

    from factcheck.ui.workplace import Workplace


class Helping(QObject):
    """Shows the list of keys, and what the program is."""

    def __init__(self, work: Workplace) -> None:
        super().__init__(work)
        self._work = work

    def show_shortcuts(self) -> None:
        """Show all commands with their keys."""
        from factcheck.ui.dialogs.shortcuts import ShortcutsDialog

        work = self._work
        words = {each.id: words_of(each).replace("&", "") for each in COMMANDS}
        dialog = ShortcutsDialog(work.shortcuts, words, work.window)
        dialog.finished.connect(work.situation.refresh)
        self._open(dialog)

    def show_about(self) -> None:
        """Show version and licences."""
        from factcheck.ui.dialogs.about import AboutDialog

        self._open(AboutDialog(self._work.window))

    def _open(self, dialog: QDialog) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
