"""One note, and the field in which one is written."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from factcheck.ui.key_labels import follow_giving_key, giving_key
from factcheck.ui.statement.fields import GrowingEdit
from factcheck.ui.statement.when import full_moment, near_moment
from factcheck.ui.widgets import ElidedLabel, button, label, set_tip

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtGui import QActionEvent, QShowEvent

    from factcheck.domain.report_data import ReportNote

_ALL_LINES = 10_000


class Writing(QWidget):
    """A growing field; below it, once something is typed, the way to save that.

    ``typed`` and ``given`` carry the text; ``grown``: what is typed should be seen.
    """

    typed = Signal(str)
    given = Signal(str)
    cancelled = Signal()
    escaped = Signal()
    grown = Signal()

    def __init__(self, name: str, *, cancels: bool = False) -> None:
        super().__init__()
        self.field = GrowingEdit(most=12)
        self.field.setAccessibleName(name)
        self.field.setPlaceholderText(self.tr("For the desk alone; no reader sees it."))
        self.save = button(self.tr("Save"))
        self.save.setAccessibleName(self.tr("Save the note"))
        self.cancel = button(self.tr("Cancel"), flat=True)
        self._cancels = cancels
        self._foot = self._make_foot()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.field)
        column.addWidget(self._foot)
        self._connect()

    def set_text(self, text: str) -> None:
        """Replace what is typed."""
        self.field.set_text(text)

    def _make_foot(self) -> QWidget:
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(_Hint(), 1)
        row.addWidget(self.cancel)
        row.addWidget(self.save)
        self.cancel.setVisible(self._cancels)
        if not self._cancels:
            foot.hide()
        return foot

    def _connect(self) -> None:
        self.field.textChanged.connect(self._tell)
        self.field.given.connect(self._give)
        self.field.escaped.connect(self.escaped)
        self.save.clicked.connect(self._give)
        self.cancel.clicked.connect(self.cancelled)

    def _give(self) -> None:
        self.given.emit(self.field.text())

    def _tell(self) -> None:
        text = self.field.text()
        self._foot.setVisible(self._cancels or bool(text.strip()))
        self.typed.emit(text)
        if self.field.hasFocus():
            self.grown.emit()


class _Hint(QLabel):
    """Says that a note is not saved, and by which key it is."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", "small")
        self.setWordWrap(True)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        follow_giving_key(self)

    def actionEvent(self, event: QActionEvent) -> None:
        super().actionEvent(event)
        self.setText(self.tr("Not saved yet: {0} saves it.").format(giving_key(self)))


class NoteCard(QFrame):
    """A note with who wrote it and when; one's own can be edited in place and removed.

    ``typed`` carries what is typed in place of the note, "" where that is the note itself;
    ``given`` the text to be kept. ``cancelled``: the note may stay as it is.
    """

    typed = Signal(str)
    given = Signal(str)
    cancelled = Signal()
    escaped = Signal()
    grown = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.who = ElidedLabel("", "strong")
        self.when = label("", "small")
        self.edit = button(self.tr("Edit"), flat=True)
        self.edit.setAccessibleName(self.tr("Edit the note"))
        self.remove = button(self.tr("Remove"), flat=True)
        self.remove.setAccessibleName(self.tr("Remove the note"))
        self.text = GrowingEdit(most=_ALL_LINES)
        self.text.setReadOnly(True)
        self.text.setProperty("role", "note")
        self.text.document().setDocumentMargin(1)
        self.text.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.editing: Writing | None = None
        self._lay_out()
        self.text.escaped.connect(self.escaped)
        self.edit.clicked.connect(self._edit)

    def show_note(self, given: ReportNote, *, own: bool, draft: str, now: datetime) -> None:
        """Show this note; only one's ``own`` can be edited, and is while there is a ``draft``."""
        moment = near_moment(given.note.created_at, now)
        self.who.set_whole(given.author)
        self.when.setText(moment)
        set_tip(self.when, full_moment(given.note.created_at, now))
        self.text.set_text(given.note.text)
        self.text.setAccessibleName(self.tr("Note by {0}, {1}").format(given.author, moment))
        self.edit.setVisible(own)
        self.remove.setVisible(own)
        if not own:
            self.stop_editing()
        elif draft and self.editing is None:
            self._open(draft)

    def stop_editing(self) -> None:
        """Show the note itself again."""
        if self.editing is None:
            return
        inside = self.editing.isAncestorOf(self.focusWidget() or self)
        self.editing.hide()
        self.editing.deleteLater()
        self.editing = None
        self.text.show()
        self.edit.setEnabled(True)
        if inside:
            self.edit.setFocus()

    def focus_order(self) -> tuple[QWidget, ...]:
        """Return what can be gone to by Tab, as the eye meets it."""
        if self.editing is None:
            return (self.edit, self.remove, self.text)
        writing = self.editing
        return (self.edit, self.remove, writing.field, writing.cancel, writing.save)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(7)
        top.addWidget(self.who)
        top.addWidget(self.when)
        top.addStretch(1)
        top.addWidget(self.edit)
        top.addWidget(self.remove)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(11, 6, 8, 8)
        self._column.setSpacing(3)
        self._column.addLayout(top)
        self._column.addWidget(self.text)

    def _edit(self) -> None:
        writing = self._open(self.text.text())
        writing.field.setFocus()
        writing.field.selectAll()
        self.grown.emit()

    def _open(self, text: str) -> Writing:
        """Put a field in the place of the note."""
        writing = self.editing = Writing(self.tr("The note’s text"), cancels=True)
        writing.set_text(text)
        writing.typed.connect(self._tell)
        writing.given.connect(self.given)
        writing.cancelled.connect(self.cancelled)
        writing.escaped.connect(self.escaped)
        writing.grown.connect(self.grown)
        self._column.addWidget(writing)
        # The layout would show it later only, and what is hidden takes no focus.
        writing.show()
        for before, after in pairwise(self.focus_order()):
            QWidget.setTabOrder(before, after)
        self.text.hide()
        self.edit.setEnabled(False)
        return writing

    def _tell(self, text: str) -> None:
        self.typed.emit("" if text == self.text.text() else text)
