"""The top of the panel: which statement, how far it is, its exact words, and its chips."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from factcheck.domain.model import Priority, StatementKind
from factcheck.domain.workflow import State
from factcheck.ui.queue.in_sentence import InSentence, Sentence
from factcheck.ui.statement.chip import Chip
from factcheck.ui.statement.flow import FlowLayout, row_policy
from factcheck.ui.statement.sent_back import SentBack
from factcheck.ui.statement.when import day_words
from factcheck.ui.statement.words import kind_word, priority_word, state_look
from factcheck.ui.widgets import ElidedLabel, breakable, label

if TYPE_CHECKING:
    from datetime import datetime

    from factcheck.domain.report_data import ReportStatement


def exact_words(detail: ReportStatement) -> str:
    """Return the words of the statement, its spans joined by an ellipsis."""
    return " … ".join(span.quote for span in detail.spans)


# Words that bring their quotation marks along.
_QUOTED = ("“", "„", "«", "‘", '"')
_DETAILS = ("claimant", "as_of", "checker", "due_at", "priority", "tags")


class Head(QWidget):
    """Shows a statement's standing and words; a press on its kind offers the other kinds.

    ``details_requested``: the name of the detail whose chip was pressed, "" for none of them.
    """

    kind_changed = Signal(str)
    details_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.number = label("", "muted")
        self.standing = ElidedLabel("", "muted")
        self.standing.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.quote = label("", "quote", wrap=True)
        self.sentence = InSentence()
        self.sent_back = SentBack()
        self.kind = KindButton()
        self.kind.chosen.connect(self.kind_changed)
        self._chips = QWidget()
        self._chips.setSizePolicy(row_policy())
        self._flow = FlowLayout(self._chips)
        self._flow.addWidget(self.kind)
        self._chip_of = {name: self._make_chip(name) for name in _DETAILS}
        self.more = Chip(self.tr("Details…"))
        self.more.setAccessibleName(self.tr("Edit the details"))
        self.more.clicked.connect(lambda: self.details_requested.emit(""))
        self._flow.addWidget(self.more)
        self._lay_out()

    def show_statement(
        self, detail: ReportStatement, total: int, now: datetime, assigned: str = ""
    ) -> None:
        """Show this statement; ``assigned`` is who is to check it now."""
        self.show_number(detail.number, total)
        self.standing.set_whole(self._standing(detail))
        words = exact_words(detail)
        self.quote.setText(breakable(words if words.startswith(_QUOTED) else f"“{words}”"))
        self.quote.setAccessibleName(words)
        self.sent_back.show_statement(detail, now)
        self.kind.set_kind(detail.statement.kind)
        self._set_chips(self._chip_texts(detail, now, assigned or detail.checker))

    def show_number(self, number: int, total: int) -> None:
        """Show which of how many statements it is."""
        self.number.setText(self.tr("Statement {} of {}").format(number, total))

    def show_sentence(self, sentence: Sentence | None, tone: str = "blue") -> None:
        """Show the words in their sentence instead of alone; None: alone again."""
        self.sentence.show_sentence(sentence, tone)
        self.quote.setVisible(sentence is None)

    def chips(self) -> list[str]:
        """Return the words of the chips between the kind and the way to all details."""
        return [chip.words() for chip in self._chip_of.values() if not chip.isHidden()]

    def chip(self, name: str) -> Chip:
        """Return the chip of a detail, which is hidden where there is nothing to say."""
        return self._chip_of[name]

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
        column.addWidget(self.sentence)
        column.addWidget(self._chips)
        column.addWidget(self.sent_back)

    def _standing(self, detail: ReportStatement) -> str:
        state = detail.statement.state
        words = state_look(state).word
        if detail.reviewer and state in {State.APPROVED, State.SENT_BACK}:
            words = self.tr("{} by {}").format(words, detail.reviewer)
        if detail.checker and detail.verdict is not None:
            words += " · " + self.tr("checked by {}").format(detail.checker)
        return words

    def _chip_texts(self, detail: ReportStatement, now: datetime, checker: str) -> dict[str, str]:
        """Return the words of the chips by the detail that they show."""
        statement = detail.statement
        texts = {}
        if statement.claimant:
            texts["claimant"] = self.tr("said by: {}").format(statement.claimant)
        if statement.as_of:
            texts["as_of"] = self.tr("as of {}").format(statement.as_of)
        if checker and (detail.verdict is None or checker != detail.checker):
            texts["checker"] = self.tr("checker: {}").format(checker)
        if statement.due_at is not None:
            texts["due_at"] = self.tr("due {}").format(day_words(statement.due_at, now))
        if statement.priority is not Priority.NORMAL:
            texts["priority"] = self.tr("priority: {}").format(priority_word(statement.priority))
        if detail.tags:
            texts["tags"] = " ".join(f"#{word}" for word in detail.tags)
        return texts

    def _set_chips(self, texts: dict[str, str]) -> None:
        for name, chip in self._chip_of.items():
            if name in texts:
                chip.set_words(texts[name])
            chip.setVisible(name in texts)

    def _make_chip(self, name: str) -> Chip:
        chip = Chip()
        chip.clicked.connect(lambda: self.details_requested.emit(name))
        self._flow.addWidget(chip)
        chip.hide()
        return chip


class KindButton(Chip):
    """The kind of a statement as a chip that opens a menu of all kinds."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__(tone="blue")
        menu = QMenu(self)
        for kind in StatementKind:
            menu.addAction(kind_word(kind)).setData(kind.value)
        menu.triggered.connect(lambda action: self.chosen.emit(action.data()))
        self.setMenu(menu)

    def set_kind(self, kind: StatementKind) -> None:
        """Show this kind."""
        self.set_words(f"{kind_word(kind)} ▾")
        self.setAccessibleName(self.tr("Kind: {}").format(kind_word(kind)))
