"""The top of the panel: which statement, how far it is, its exact words, and its chips."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from factcheck.domain.model import StatementKind
from factcheck.domain.workflow import State
from factcheck.ui import fonts
from factcheck.ui.statement.flow import FlowLayout, row_policy
from factcheck.ui.statement.when import day_words
from factcheck.ui.statement.words import kind_word, state_look
from factcheck.ui.widgets import (
    ElidedLabel,
    Pill,
    ToneLabel,
    breakable,
    draw_pill,
    label,
    pill_size,
    pill_tone,
)

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtGui import QPaintEvent

    from factcheck.domain.report_data import ReportStatement


def exact_words(detail: ReportStatement) -> str:
    """Return the words of the statement, its spans joined by an ellipsis."""
    return " … ".join(span.quote for span in detail.spans)


class Head(QWidget):
    """Shows a statement's standing and words; a press on its kind offers the other kinds."""

    kind_changed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.number = label("", "muted")
        self.standing = ElidedLabel("", "muted")
        self.standing.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.quote = label("", "quote", wrap=True)
        self.sent_back = ToneLabel("amber")
        self.kind = KindButton()
        self.kind.chosen.connect(self.kind_changed)
        self._chips = QWidget()
        self._chips.setSizePolicy(row_policy())
        self._flow = FlowLayout(self._chips)
        self._flow.addWidget(self.kind)
        self._pills: list[Pill] = []
        self._lay_out()

    def show_statement(self, detail: ReportStatement, total: int, now: datetime) -> None:
        """Show this statement."""
        self.number.setText(self.tr("Statement {} of {}").format(detail.number, total))
        self.standing.set_whole(self._standing(detail))
        words = exact_words(detail)
        self.quote.setText(breakable(f"“{words}”"))
        self.quote.setAccessibleName(words)
        self.sent_back.say(self._why_sent_back(detail))
        self.kind.set_kind(detail.statement.kind)
        self._set_chips(self._chip_texts(detail, now))

    def chips(self) -> list[str]:
        """Return the words of the chips behind the kind."""
        return [pill.text() for pill in self._pills]

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self.number)
        line.addWidget(self.standing, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(7)
        column.addLayout(line)
        column.addWidget(self.quote)
        column.addWidget(self._chips)
        column.addWidget(self.sent_back)

    def _standing(self, detail: ReportStatement) -> str:
        state = detail.statement.state
        words = state_look(state).word
        if detail.reviewer and state in {State.APPROVED, State.SENT_BACK}:
            words = self.tr("{} by {}").format(words, detail.reviewer)
        if detail.checker:
            words += " · " + self.tr("checked by {}").format(detail.checker)
        return words

    def _why_sent_back(self, detail: ReportStatement) -> str:
        if detail.statement.state is not State.SENT_BACK or detail.review is None:
            return ""
        return self.tr("↩ Sent back: {}").format(detail.review.reason)

    def _chip_texts(self, detail: ReportStatement, now: datetime) -> list[str]:
        statement = detail.statement
        texts = []
        if statement.claimant:
            texts.append(self.tr("said by: {}").format(statement.claimant))
        if statement.as_of:
            texts.append(self.tr("as of {}").format(statement.as_of))
        if statement.due_at is not None:
            texts.append(self.tr("due {}").format(day_words(statement.due_at, now)))
        return texts

    def _set_chips(self, texts: list[str]) -> None:
        if texts == self.chips():
            return
        for pill in self._pills:
            self._flow.removeWidget(pill)
            pill.hide()
            pill.deleteLater()
        self._pills = [Pill(text) for text in texts]
        for pill in self._pills:
            self._flow.addWidget(pill)
            pill.show()
        self._chips.updateGeometry()


class KindButton(QPushButton):
    """The kind of a statement as a chip that opens a menu of all kinds."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setFont(fonts.sans(11))
        self.setFlat(True)
        menu = QMenu(self)
        for kind in StatementKind:
            menu.addAction(kind_word(kind)).setData(kind.value)
        menu.triggered.connect(lambda action: self.chosen.emit(action.data()))
        self.setMenu(menu)

    def set_kind(self, kind: StatementKind) -> None:
        """Show this kind."""
        self.setText(f"{kind_word(kind)} ▾")
        self.setAccessibleName(self.tr("Kind: {}").format(kind_word(kind)))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the room of a chip."""
        return pill_size(self.fontMetrics(), self.text())

    def minimumSizeHint(self) -> QSize:
        """Return the same: a kind is short."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a chip; one with the focus is underlined."""
        del event
        painter = QPainter(self)
        font = self.font()
        font.setUnderline(self.hasFocus())
        painter.setFont(font)
        draw_pill(painter, QRectF(self.rect()), self.text(), pill_tone("blue"))
