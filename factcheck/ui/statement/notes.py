"""The notes on a statement, and the field in which the next one is written."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from factcheck.ui.key_labels import with_key
from factcheck.ui.statement.note_card import NoteCard, Writing
from factcheck.ui.widgets import SectionHeading, button, set_tip

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from factcheck.domain.ids import PersonId
    from factcheck.domain.report_data import ReportStatement


class NotesSection(QWidget):
    """Shows notes; those of the person who works can be edited and removed.

    ``written``: the text of a new note; ``edited``: a note's id and text; ``removed``: its id.
    What is typed stays, by the id of the statement or note that it is for, until ``forget`` is
    told. ``escaped``: the person is done here. ``typed_in``: what is in use should be seen.
    """

    written = Signal(str)
    edited = Signal(str, str)
    removed = Signal(str)
    escaped = Signal()
    typed_in = Signal()
    drafts_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.write = button(self.tr("Write"), flat=True)
        self.write.setAccessibleName(self.tr("Write a note"))
        self.write.clicked.connect(self.begin)
        self.heading = SectionHeading("", with_key(self.write, "statement.note"))
        self.cards: dict[str, NoteCard] = {}
        self.writing = Writing(self.tr("New note"))
        self._statement = ""
        self._drafts: dict[str, str] = {}
        self._list = QVBoxLayout()
        self._list.setSpacing(7)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 11, 16, 13)
        column.setSpacing(7)
        column.addWidget(self.heading)
        column.addLayout(self._list)
        column.addWidget(self.writing)
        self._connect()

    def show_notes(
        self, detail: ReportStatement, *, me: PersonId, refusal: str, now: datetime
    ) -> None:
        """Show a statement's notes to ``me``; ``refusal`` says why none may be written, if so."""
        if detail.statement.id != self._statement:
            self._statement = detail.statement.id
            self.writing.set_text(self._drafts.get(self._statement, ""))
        self.heading.set_text(self.tr("Notes · {}").format(len(detail.notes)))
        self.write.setEnabled(not refusal)
        set_tip(self.write, refusal)
        self.writing.setHidden(bool(refusal))
        shown = {given.note.id: given for given in detail.notes}
        self._keep_cards(list(shown))
        for name, given in shown.items():
            own = given.note.person_id == me and not refusal
            draft = self._drafts.get(name, "")
            self.cards[name].show_note(given, own=own, draft=draft, now=now)

    def begin(self) -> None:
        """Go to the field for a new note."""
        self.writing.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.typed_in.emit()

    def in_use(self) -> QWidget | None:
        """Return what is typed in at the moment, with all that belongs to it."""
        parts = (*self.cards.values(), self.writing)
        focus = QApplication.focusWidget()
        return next((part for part in parts if focus and part.isAncestorOf(focus)), None)

    def drafts(self) -> dict[str, str]:
        """Return what was typed and not yet written, by the statement or note that it is for."""
        return dict(self._drafts)

    def set_drafts(self, drafts: Mapping[str, str]) -> None:
        """Take over what was typed earlier; what is on show now is forgotten."""
        self._statement = ""
        self._drafts = dict(drafts)
        self._keep_cards([])
        self.writing.set_text("")

    def forget(self, name: str) -> None:
        """Forget what was typed for a statement or note: it is written, or not wanted."""
        self._keep(name, "")
        if name == self._statement:
            self.writing.set_text("")
        elif name in self.cards:
            self.cards[name].stop_editing()

    def _connect(self) -> None:
        self.writing.typed.connect(lambda text: self._keep(self._statement, text))
        self.writing.given.connect(self._give_new)
        self.writing.escaped.connect(self.escaped)
        self.writing.grown.connect(self.typed_in)

    def _keep(self, name: str, text: str) -> None:
        if name and text:
            self._drafts[name] = text
        else:
            self._drafts.pop(name, None)
        self.drafts_changed.emit()

    def _keep_cards(self, names: list[str]) -> None:
        """Have a card for each of these notes; one that is there stays as it is."""
        for name in self.cards.keys() - set(names):
            card = self.cards.pop(name)
            self._list.removeWidget(card)
            card.hide()
            card.deleteLater()
        new = [(place, name) for place, name in enumerate(names) if name not in self.cards]
        for place, name in new:
            card = self.cards[name] = self._make_card(name)
            self._list.insertWidget(place, card)
            card.show()
        if new:
            self._order_for_tab(names)

    def _order_for_tab(self, names: list[str]) -> None:
        inner = (each for name in names for each in self.cards[name].focus_order())
        for before, after in pairwise((self.write, *inner, self.writing.field)):
            QWidget.setTabOrder(before, after)

    def _make_card(self, name: str) -> NoteCard:
        card = NoteCard()
        card.remove.clicked.connect(lambda: self.removed.emit(name))
        card.typed.connect(lambda text: self._keep(name, text))
        card.given.connect(lambda text: self._give(name, text))
        card.cancelled.connect(lambda: self.forget(name))
        card.escaped.connect(self.escaped)
        card.grown.connect(self.typed_in)
        return card

    def _give_new(self, text: str) -> None:
        if text.strip():
            self.written.emit(text)

    def _give(self, name: str, text: str) -> None:
        """Give an edited note, if it says something else now; an empty one stays open."""
        if text.strip() == self.cards[name].text.text():
            self.forget(name)
        elif text.strip():
            self.edited.emit(name, text)
