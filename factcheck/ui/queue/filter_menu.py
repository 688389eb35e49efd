"""The menu of all that statements can be filtered by."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu

from factcheck.domain.model import Priority, StatementKind
from factcheck.domain.queues import Backing, Due, View
from factcheck.ui.queue.wording import backing_words, due_words
from factcheck.ui.statement.words import kind_word, priority_word
from factcheck.ui.widgets import without_mnemonic

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QWidget

    from factcheck.store.counts import Counts


class FilterMenu(QMenu):
    """Changes one field of ``view``; ``wanted`` carries the View that was asked for."""

    wanted = Signal(object)
    article_wanted = Signal()
    tag_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.view = View()
        self.verdicts = self.addMenu(self.tr("&Verdict"))
        self._offer(
            self.addMenu(self.tr("&Kind")),
            "kind",
            [(kind, kind_word(kind)) for kind in StatementKind],
        )
        self.people = self.addMenu(self.tr("&Person"))
        priorities = [(one, priority_word(one)) for one in Priority]
        self._offer(self.addMenu(self.tr("P&riority")), "priority", priorities)
        due = self.addMenu(self.tr("&Due"))
        self._offer(due, "overdue", [(True, self.tr("Overdue"))])
        self._offer(due, "due", [(one, due_words(one)) for one in Due])
        backing = self.addMenu(self.tr("&Evidence"))
        self._offer(backing, "backing", [(one, backing_words(one)) for one in Backing])
        self._offer(backing, "stale", [(True, self.tr("stale evidence"))])
        self.addAction(self.tr("&Tag…")).triggered.connect(self.tag_wanted)
        self.addAction(self.tr("&Article…")).triggered.connect(self.article_wanted)

    def show_choices(self, counts: Counts) -> None:
        """Offer the people and the verdicts that the desk has."""
        self.people.clear()
        self._offer(self.people, "checker", [(name, name) for name in counts.people])
        self.verdicts.clear()
        steps = [(step.code, f"{step.symbol} {step.word}") for step, _ in counts.outcomes]
        self._offer(self.verdicts, "outcome", steps)

    def _offer(self, menu: QMenu, field: str, choices: Iterable[tuple[Any, str]]) -> None:
        for value, words in choices:
            action = menu.addAction(without_mnemonic(words))
            action.triggered.connect(
                lambda _on=False, value=value: self.wanted.emit(
                    replace(self.view, **{field: value})
                )
            )
