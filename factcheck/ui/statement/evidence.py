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
    from PySide6.QtWidgets import QLabel, QPushButton

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

    def __init__(self) -> None:
        super().__init__()
        self.id = ""
        self._can = (False, False, False)
        self.setProperty("role", "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._stance = Pill("", "grey")
        self._title = ElidedLabel("", "strong")
        self._confidential = Pill(self.tr("confidential"), "amber")
        self._sourcing = label("", "small")
        self._menu = self._menu_button()
        self._excerpt = label("", "excerpt", wrap=True)
        self._facts = _Facts()
        self._warning = ToneLabel("red")
        self._unread = ElidedLabel("", "small")
        self._note = ElidedLabel("", "small")
        self._lay_out()

    def show_cited(self, cited: ReportCitation, now: datetime) -> None:
        """Show this source in place of the one before."""
        self.id = cited.citation.id
        self._can = (bool(cited.evidence.url), bool(cited.captures), len(cited.captures) > 1)
        self._show_top(cited)
        excerpt = cited.citation.excerpt or cited.evidence.note
        note = cited.citation.note
        self._excerpt.setText(breakable(excerpt))
        self._excerpt.setVisible(bool(excerpt))
        facts = self._facts_of(cited, now)
        self._facts.show_facts(facts)
        self._warning.say(self._lost(cited))
        self._unread.set_whole(cited.unread)
        self._unread.setVisible(bool(cited.unread))
        self._note.set_whole(self.tr("Note: {0}").format(note))
        self._note.setVisible(bool(note))
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
        # While the menu is open another source may come to stand on the card.
        name, menu = self.id, QMenu(self)
        menu.addAction(self.tr("&Show the source"), lambda: self.clicked.emit(name))
        menu.addAction(self.tr("&Edit…"), lambda: self.edit_requested.emit(name))
        has_address, has_copy, has_copies = self._can
        if has_address:
            words = self.tr("&Check the page again") if has_copy else self.tr("&Capture the page")
            menu.addAction(words, lambda: self.capture_requested.emit(name))
        if has_copies:
            compare = self.tr("C&ompare copies…")
            menu.addAction(compare, lambda: self.compare_requested.emit(name))
        if has_copy:
            stamp = self.tr("&Time-stamp this copy…")
            menu.addAction(stamp, lambda: self.stamp_requested.emit(name))
        remove = self.tr("&Remove from the statement")
        menu.addAction(remove, lambda: self.remove_requested.emit(name))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def _menu_button(self) -> QPushButton:
        made = button("⋯", flat=True)
        # The card has the menu's keys itself: one stop for the Tab key is enough.
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.clicked.connect(lambda: self._open_menu(made.mapToGlobal(made.rect().bottomLeft())))
        return made

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(7)
        for part in (self._stance, self._title, self._confidential, self._sourcing, self._menu):
            top.addWidget(part, int(part is self._title))
        column = QVBoxLayout(self)
        column.setContentsMargins(11, 9, 11, 9)
        column.setSpacing(6)
        column.addLayout(top)
        for below in (self._excerpt, self._facts, self._warning, self._unread, self._note):
            column.addWidget(below)

    def _show_top(self, cited: ReportCitation) -> None:
        look, title = stance_look(cited.citation.stance), cited.evidence.title
        self._stance.show_word(f"{look.symbol} {look.word}", look.tone)
        self._title.set_whole(title or cited.evidence.url)
        self._confidential.setVisible(cited.evidence.confidential)
        sourcing = sourcing_word(cited.evidence.sourcing)
        self._sourcing.setText(sourcing)
        self._sourcing.setVisible(bool(sourcing))
        self._menu.setAccessibleName(self.tr("What can be done with {0}").format(title))

    def _facts_of(self, cited: ReportCitation, now: datetime) -> list[str]:
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
        newest = cited.captures[-1] if cited.captures else None
        copy = self.tr("{}, sha256 {}").format(newest.name, newest.sha256) if newest else ""
        set_tip(self, copy)
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
        self._made: list[EvidenceCard] = []
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
        focused = self.focused_card()
        at = self.cards.index(focused) if focused else None
        while len(self._made) < len(citations):
            self.make_card()
        self.cards = self._made[: len(citations)]
        for card, cited in zip(self.cards, citations, strict=True):
            card.show_cited(cited, now)
            card.show()
        if at is not None:
            self._focus(at)
        for card in self._made[len(citations) :]:
            card.hide()

    def made(self) -> tuple[EvidenceCard, ...]:
        """Return all cards that there are, also those that are hidden at the moment."""
        return tuple(self._made)

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
        """Keep the focus where it was although another source may stand there."""
        nearest = self.cards[min(at, len(self.cards) - 1)] if self.cards else self.attach
        nearest.show()  # A hidden one takes no focus, and the layout shows new ones later.
        nearest.setFocus()

    def make_card(self) -> None:
        """Make one more card, hidden until a source is shown on it."""
        card = EvidenceCard()
        card.clicked.connect(self.citation_clicked)
        card.edit_requested.connect(self.edit_requested)
        card.remove_requested.connect(self.remove_requested)
        card.capture_requested.connect(self.capture_requested)
        card.compare_requested.connect(self.compare_requested)
        card.stamp_requested.connect(self.stamp_requested)
        self._column.addWidget(card)
        card.hide()
        self._made.append(card)


class _Facts(QWidget):
    """What is to be said of a source in a few words each, wrapped like them."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(row_policy())
        self._flow = FlowLayout(self, spacing=12)
        self._labels: list[QLabel] = []

    def show_facts(self, facts: list[str]) -> None:
        while len(self._labels) < len(facts):
            self._labels.append(label("", "small"))
            self._flow.addWidget(self._labels[-1])
        for place, each in enumerate(self._labels):
            each.setText(breakable(facts[place]) if place < len(facts) else "")
            each.setVisible(place < len(facts))


def _media(capture: Capture | None) -> str:
    """Return in a word of what kind a copy is, "" where its media type says that to nobody."""
    if capture is None:
        return ""
    family, _, kind = capture.media_type.partition("/")
    return _MEDIA.get(capture.media_type, kind if family in _TELLING else "")
