"""Between the panel's notes and the verbs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from factcheck.domain.ids import NoteId

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.store.transaction import Changes
    from factcheck.ui.choice import Choice
    from factcheck.ui.session import Session
    from factcheck.ui.statement.notes import NotesSection


class Noting(QObject):
    """Writes, edits and removes notes; what was typed is forgotten once it is written."""

    def __init__(self, session: Session, choice: Choice, section: NotesSection) -> None:
        super().__init__(section)
        self._session = session
        self._choice = choice
        self._section = section
        section.written.connect(self.write)
        section.edited.connect(self.edit)
        section.removed.connect(self.remove)

    def write(self, text: str) -> None:
        """Put a note on the chosen statement."""
        from factcheck.actions.notes import write_note

        statement = self._choice.statement
        if statement is not None:
            self._do(statement, write_note, statement=statement, text=text)

    def edit(self, note: str, text: str) -> None:
        """Change a note."""
        from factcheck.actions.notes import edit_note

        self._do(note, edit_note, note=NoteId(note), text=text)

    def remove(self, note: str) -> None:
        """Take a note away."""
        from factcheck.actions.notes import remove_note

        self._do(note, remove_note, note=NoteId(note))

    def _do(self, draft: str, verb: Callable[..., Changes], **parts: object) -> None:
        if self._session.do(verb, **parts) is not None:
            self._section.forget(draft)
