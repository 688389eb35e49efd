"""The sources of a statement, each on a card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from factcheck.domain.locators import show_locator
from factcheck.domain.visits import VisitOutcome
from factcheck.ui.key_labels import with_key
from factcheck.ui.statement.flow import FlowLayout, row_policy
from factcheck.ui.statement.when import full_day
from factcheck.ui.statement.words import sourcing_word, stance_look
from factcheck.ui.widgets import (
    ElidedLabel,
    Pill,
    SectionHeading,
    ToneLabel,
    breakable,
    button,
    label,
    set_tip,
)

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
    from PySide6.QtWidgets import QPushButton

    from factcheck.domain.model import Capture
    from factcheck.domain.report_data import ReportCitation
    from factcheck.domain.visits import Visit

_OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_ARCHIVED = {"application/warc", "application/wacz"}
_MEDIA = {
    "application/epub+zip": "EPUB",
    "application/msword": "Word",
    "application/pdf": "PDF",
    "application/rtf": "RTF",
    "application/vnd.oasis.opendocument.text": "OpenDocument",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "Word",
    "message/rfc822": "e-mail",
    "multipart/related": "web",
    "text/html": "web",
    "text/plain": "text",
    **dict.fromkeys(_ARCHIVED, "web"),
}
_TELLING = {"audio", "image", "text", "video"}


class EvidenceCard(QFrame):
    """One source: what it says, where it says it, and which copy was seen."""

    clicked = Signal(str)
    edit_requested = Signal(str)
    remove_requested = Signal(str)
    capture_requested = Signal(str)
    compare_requested = Signal(str)
    stamp_requested = Signal(str)

    def __init__(self, cited: ReportCitation, now: datetime) -> None:
        super().__init__()
        self.id = cited.citation.id
        self._can = (bool(cited.evidence.url), bool(cited.captures), len(cited.captures) > 1)
        self.setProperty("role", "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        column = QVBoxLayout(self)
        column.setContentsMargins(11, 9, 11, 9)
        column.setSpacing(6)
        column.addLayout(self._top(cited))
        excerpt = cited.citation.excerpt or cited.evidence.note
        if excerpt:
            column.addWidget(label(excerpt, "excerpt", wrap=True))
        facts = self._facts(cited, now)
        if facts:
            column.addWidget(_row_of_facts(facts))
        if told := self._lost(cited):
            warning = ToneLabel("red")
            warning.setWordWrap(True)
            warning.setText(told)
            column.addWidget(warning)
        if cited.unread:
            column.addWidget(ElidedLabel(cited.unread, "small"))
        if cited.citation.note:
            note = self.tr("Note: {0}").format(cited.citation.note)
            column.addWidget(ElidedLabel(note, "small"))
        self._describe(cited, excerpt, facts)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the source on a click that ends on the card."""
        super().mouseReleaseEvent(event)
        inside = self.rect().contains(event.position().toPoint())
        if inside and event.button() is Qt.MouseButton.LeftButton:
            self.clicked.emit(self.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the source on Return or Space, take it away on Delete."""
        if event.key() in _OPENING and not event.modifiers():
            self.clicked.emit(self.id)
        elif event.key() == Qt.Key.Key_Delete and not event.modifiers():
            self.remove_requested.emit(self.id)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the source."""
        self._open_menu(event.globalPos())

    def _open_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.addAction(self.tr("&Show the source"), lambda: self.clicked.emit(self.id))
        menu.addAction(self.tr("&Edit…"), lambda: self.edit_requested.emit(self.id))
        has_address, has_copy, has_copies = self._can
        if has_address:
            words = self.tr("&Check the page again") if has_copy else self.tr("&Capture the page")
            menu.addAction(words, lambda: self.capture_requested.emit(self.id))
        if has_copies:
            compare = self.tr("C&ompare copies…")
            menu.addAction(compare, lambda: self.compare_requested.emit(self.id))
        if has_copy:
            stamp = self.tr("&Time-stamp this copy…")
            menu.addAction(stamp, lambda: self.stamp_requested.emit(self.id))
        remove = self.tr("&Remove from the statement")
        menu.addAction(remove, lambda: self.remove_requested.emit(self.id))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def _menu_button(self, title: str) -> QPushButton:
        made = button("⋯", flat=True)
        made.setAccessibleName(self.tr("What can be done with {0}").format(title))
        # The card has the menu's keys itself: one stop for the Tab key is enough.
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.clicked.connect(lambda: self._open_menu(made.mapToGlobal(made.rect().bottomLeft())))
        return made

    def _top(self, cited: ReportCitation) -> QHBoxLayout:
        look = stance_look(cited.citation.stance)
        row = QHBoxLayout()
        row.setSpacing(7)
        row.addWidget(Pill(f"{look.symbol} {look.word}", look.tone))
        row.addWidget(ElidedLabel(cited.evidence.title or cited.evidence.url, "strong"), 1)
        if cited.evidence.confidential:
            row.addWidget(Pill(self.tr("confidential"), "amber"))
        if word := sourcing_word(cited.evidence.sourcing):
            row.addWidget(label(word, "small"))
        row.addWidget(self._menu_button(cited.evidence.title))
        return row

    def _facts(self, cited: ReportCitation, now: datetime) -> list[str]:
        newest = cited.captures[-1] if cited.captures else None
        place = show_locator(cited.citation.locator_kind, cited.citation.locator)
        kind = _media(newest) or cited.evidence.kind.value
        facts = [f"{kind}, {place}" if place else kind]
        if newest is not None:
            day = full_day(newest.captured_at, now)
            archived = newest.media_type in _ARCHIVED
            words = self.tr("archived copy of {}") if archived else self.tr("captured {}")
            facts.append(words.format(day))
            facts.append(f"sha256 {newest.sha256[:4]}…{newest.sha256[-2:]}")
            facts += self._stamped(cited, newest, now)
            set_tip(self, self.tr("{}, sha256 {}").format(newest.name, newest.sha256))
        if cited.visit is not None and (visited := self._visited(cited.visit, now)):
            facts.append(visited)
        return facts

    def _stamped(self, cited: ReportCitation, copy: Capture, now: datetime) -> list[str]:
        given = [stamp for stamp in cited.stamps if stamp.capture_id == copy.id]
        words = self.tr("time-stamped on {0} by {1}")
        return [words.format(full_day(stamp.stamped_at, now), stamp.host) for stamp in given[-1:]]

    def _visited(self, visit: Visit, now: datetime) -> str:
        """Say what came of the last look on the web; "" where the copy says it."""
        day = full_day(visit.at, now)
        match visit.outcome:
            case VisitOutcome.KEPT:
                return ""
            case VisitOutcome.UNCHANGED:
                return self.tr("unchanged on {}").format(day)
            case VisitOutcome.UNREACHABLE:
                return self.tr("unreachable on {}").format(day)
            case VisitOutcome.REFUSED:
                return self.tr("not fetched on {}").format(day)

    def _lost(self, cited: ReportCitation) -> str:
        return self.tr("The page did not hold these words.") if cited.lost else ""

    def _describe(self, cited: ReportCitation, excerpt: str, facts: list[str]) -> None:
        look, title = stance_look(cited.citation.stance), cited.evidence.title
        self.setAccessibleName(f"{look.word}: {title}")
        confidential = self.tr("confidential") if cited.evidence.confidential else ""
        said = [confidential, excerpt, *facts, self._lost(cited), cited.unread, cited.citation.note]
        self.setAccessibleDescription(" · ".join(filter(None, said)))


class EvidenceSection(QWidget):
    """All cards of a statement under a heading that counts them."""

    attach_requested = Signal()
    citation_clicked = Signal(str)
    edit_requested = Signal(str)
    remove_requested = Signal(str)
    capture_requested = Signal(str)
    compare_requested = Signal(str)
    stamp_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.attach = button(self.tr("Attach"), flat=True)
        self.attach.setAccessibleName(self.tr("Attach evidence"))
        self.attach.clicked.connect(self.attach_requested)
        self.heading = SectionHeading("", with_key(self.attach, "statement.evidence"))
        self.nothing = label(self.tr("No evidence yet."), "muted")
        self._shown: tuple[ReportCitation, ...] | None = None
        self.cards: list[EvidenceCard] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 11, 16, 13)
        self._column.setSpacing(7)
        self._column.addWidget(self.heading)
        self._column.addWidget(self.nothing)

    def show_citations(
        self, citations: tuple[ReportCitation, ...], refusal: str, now: datetime
    ) -> None:
        """Show these sources; ``refusal`` says why none may be added, if so."""
        self.attach.setEnabled(not refusal)
        set_tip(self.attach, refusal)
        if citations == self._shown:
            return
        self._shown = citations
        self.heading.set_text(self.tr("Evidence · {}").format(len(citations)))
        self.nothing.setVisible(not citations)
        focused = next((at for at, card in enumerate(self.cards) if card.hasFocus()), None)
        for card in self.cards:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = [self._add(cited, now) for cited in citations]
        if focused is not None:
            self._focus(focused)

    def chosen_card(self) -> EvidenceCard | None:
        """Return the card that has the focus, or the only one; None where that says nothing."""
        return self.cards[0] if len(self.cards) == 1 else self.focused_card()

    def focused_card(self) -> EvidenceCard | None:
        """Return the card that has the focus."""
        return next((card for card in self.cards if card.hasFocus()), None)

    def focus_card(self, citation: str) -> None:
        """Give the focus to the card of a citation, if it is here."""
        for at, card in enumerate(self.cards):
            if card.id == citation:
                self._focus(at)

    def _focus(self, at: int) -> None:
        """Keep the focus where it was although the cards are new ones."""
        nearest = self.cards[min(at, len(self.cards) - 1)] if self.cards else self.attach
        nearest.show()  # A hidden one takes no focus, and the layout shows new ones later.
        nearest.setFocus()

    def _add(self, cited: ReportCitation, now: datetime) -> EvidenceCard:
        card = EvidenceCard(cited, now)
        card.clicked.connect(self.citation_clicked)
        card.edit_requested.connect(self.edit_requested)
        card.remove_requested.connect(self.remove_requested)
        card.capture_requested.connect(self.capture_requested)
        card.compare_requested.connect(self.compare_requested)
        card.stamp_requested.connect(self.stamp_requested)
        self._column.addWidget(card)
        return card


def _row_of_facts(facts: list[str]) -> QWidget:
    row = QWidget()
    row.setSizePolicy(row_policy())
    flow = FlowLayout(row, spacing=12)
    for fact in facts:
        flow.addWidget(label(breakable(fact), "small"))
    return row


def _media(capture: Capture | None) -> str:
    """Return in a word of what kind a copy is, "" where its media type says that to nobody."""
    if capture is None:
        return ""
    family, _, kind = capture.media_type.partition("/")
    return _MEDIA.get(capture.media_type, kind if family in _TELLING else "")
