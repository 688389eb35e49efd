"""Statements judged before that say nearly the same, each on a card; what differs comes first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from factcheck.ui.key_labels import KeyLabel
from factcheck.ui.later import later
from factcheck.ui.statement.when import full_day
from factcheck.ui.widgets import (
    ElidedLabel,
    Pill,
    SectionHeading,
    ToneLabel,
    breakable,
    label,
    rule,
)

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtGui import QKeyEvent, QMouseEvent

    from factcheck.domain.likeness import Differences
    from factcheck.store.similar import SeenBefore

# The name by which lupdate finds the texts.
translate = QCoreApplication.translate

MOST = 5
_LATER_MS = 1  # with 0 the same turn of the event loop might go on
_OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_QUOTE = 240


def difference_lines(differences: Differences) -> tuple[str, ...]:
    """Say which numbers and negations only one of both statements has; a line for each kind."""
    numbers = differences.numbers_here, differences.numbers_there
    negations = differences.negations_here, differences.negations_there
    return tuple(_apart(*pair) for pair in (numbers, negations) if any(pair))


def same_line() -> str:
    """Say that neither numbers nor negations differ, which is no proof either."""
    return translate("seen", "= The same numbers and negations")


def _apart(here: tuple[str, ...], there: tuple[str, ...]) -> str:
    there_words, here_words = _listed(there), _listed(here)
    if here and there:
        return translate("seen", "≠ {0} there, {1} here").format(there_words, here_words)
    if here:
        return translate("seen", "≠ {0} only here").format(here_words)
    return translate("seen", "≠ {0} only there").format(there_words)


def other_words(differences: Differences) -> str:
    """Say in short which other words differ, "" if none do."""
    here, there = differences.words_here, differences.words_there
    said = (
        translate("seen", "there: {0}").format(", ".join(there)) if there else "",
        translate("seen", "here: {0}").format(", ".join(here)) if here else "",
    )
    return " · ".join(filter(None, said))


def _listed(written: tuple[str, ...]) -> str:
    return ", ".join(f"“{each}”" for each in written)


class SeenCard(QFrame):
    """One earlier statement: what differs, its words, what was found out, when and where."""

    clicked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.id = ""
        self.setProperty("role", "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.differs = (ToneLabel("red"), ToneLabel("red"))
        self.same = label(same_line(), "small", wrap=True)
        self.quote = label("", "excerpt", wrap=True)
        self.other = label("", "small", wrap=True)
        self._pill = Pill("", "grey")
        self._told = ElidedLabel("", "small")
        self._title = ElidedLabel("", "small")
        self._sources = label("", "small")
        column = QVBoxLayout(self)
        column.setContentsMargins(11, 9, 11, 9)
        column.setSpacing(5)
        for part in (*self.differs, self.same, self.quote, self.other):
            column.addWidget(part)
        column.addLayout(_row(self._pill, self._told))
        column.addLayout(_row(self._title, self._sources, wide=0))

    def show_seen(self, seen: SeenBefore, now: datetime) -> None:
        """Show this statement in place of the one before."""
        self.id = seen.id
        lines = difference_lines(seen.differences)
        for place, differs in enumerate(self.differs):
            differs.say(lines[place] if place < len(lines) else "")
        self.same.setVisible(not lines)
        self.quote.setText(breakable(seen.quote, _QUOTE))
        words = other_words(seen.differences)
        self.other.setText(breakable(self.tr("Other words {0}").format(words), _QUOTE))
        self.other.setVisible(bool(words))
        if seen.step is not None:
            self._pill.show_word(f"{seen.step.symbol} {seen.step.word}", seen.step.tone)
        self._told.set_whole(f"{full_day(seen.judged_at, now)} · {seen.checker}")
        self._title.set_whole(seen.article_title)
        self._sources.setText(self.tr("sources: {0}").format(seen.sources))
        self._describe(seen, lines)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Show all of it on a click that ends on the card."""
        super().mouseReleaseEvent(event)
        inside = self.rect().contains(event.position().toPoint())
        if inside and event.button() is Qt.MouseButton.LeftButton:
            self.clicked.emit(self.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Show all of it on Return or Space."""
        if event.key() in _OPENING and not event.modifiers():
            self.clicked.emit(self.id)
        else:
            super().keyPressEvent(event)

    def _describe(self, seen: SeenBefore, lines: tuple[str, ...]) -> None:
        word = seen.step.word if seen.step else ""
        self.setAccessibleName(" · ".join((*(lines or (same_line(),)), word)))
        told = (seen.quote, self._told.whole(), seen.article_title)
        self.setAccessibleDescription(" · ".join(told))


def _row(*parts: QWidget, wide: int = 1) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(7)
    for place, part in enumerate(parts):
        row.addWidget(part, int(place == wide))
    return row


class SeenSection(QWidget):
    """At most five cards under a heading that counts them; hidden while there are none.

    ``opened`` carries the id of the statement that somebody wants to see; ``shown``: others are
    on show now.
    """

    opened = Signal(str)
    shown = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.heading = SectionHeading("", KeyLabel("statement.seen"))
        self.caution = label(
            self.tr("Similar words are no proof: look at what differs."), "small", wrap=True
        )
        self.cards: list[SeenCard] = []
        self._shown: tuple[SeenBefore, ...] = ()
        self._soon = later(self, self._come, _LATER_MS)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(rule())
        column.addWidget(self._make_list())
        # Made once: that takes longer than a frame.
        self._made = [self._make_card() for _ in range(MOST)]
        self.hide()

    def show_seen(self, found: tuple[SeenBefore, ...], now: datetime) -> None:
        """Show these statements, in this order."""
        if found == self._shown:
            return
        self._shown = found
        # Shown once it is complete, or each card would cost a layout of the whole panel; and in a
        # turn of its own, for filling and painting together take as long as a frame.
        self.hide()
        self._soon.stop()
        self.cards = self._made[: len(found)]
        for card, seen in zip(self.cards, found, strict=True):
            card.show_seen(seen, now)
        for card in self._made:
            card.setVisible(card in self.cards)
        self.heading.set_text(self.tr("Seen before · {}").format(len(found)))
        if found:
            self._soon.start()

    def _come(self) -> None:
        self._soon.stop()
        self.show()
        self.shown.emit()

    def focus_first(self) -> bool:
        """Give the focus to the first card; False where there is none."""
        if self._soon.isActive():
            self._come()
        if self.cards:
            self.cards[0].setFocus()
        return bool(self.cards)

    def _make_list(self) -> QWidget:
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(16, 11, 16, 13)
        self._column.setSpacing(7)
        self._column.addWidget(self.heading)
        self._column.addWidget(self.caution)
        return inner

    def _make_card(self) -> SeenCard:
        card = SeenCard()
        card.clicked.connect(self.opened)
        self._column.addWidget(card)
        return card
