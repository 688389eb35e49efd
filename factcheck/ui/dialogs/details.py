"""Asks what is known about a statement: who said it, as of when, whose it is, until when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from factcheck.domain.model import Priority
from factcheck.ui.dialogs.due_field import DueField
from factcheck.ui.dialogs.frame import Question, add_row, new_form
from factcheck.ui.statement.words import priority_word

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from factcheck.actions.details import Details
    from factcheck.domain.model import Statement


class DetailsDialog(Question):
    """The details of one statement; ``changed()`` are those that say something else now.

    ``checker`` is the name of the person who is to check it, ``people`` are offered for that;
    ``tags`` are those it has; ``first`` names the detail that gets the focus.
    """

    def __init__(
        self,
        statement: Statement,
        *,
        checker: str,
        people: Sequence[str],
        now: datetime,
        tags: Sequence[str] = (),
        first: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("Details of the statement"))
        self.ok.setText(self.tr("Save"))
        self.claimant, self.as_of = QLineEdit(statement.claimant), QLineEdit(statement.as_of)
        self.claimant.setPlaceholderText(self.tr("a person, an office, a report"))
        self.as_of.setPlaceholderText(self.tr("Q3 2024, end of May"))
        self.checker = QComboBox()
        self._offer(people, checker)
        self.due = DueField(now)
        self.due.set_value(statement.due_at)
        self.due.changed.connect(self._due_changed)
        self.priority = QComboBox()
        for priority in reversed(Priority):
            self.priority.addItem(priority_word(priority), priority.value)
        self.priority.setCurrentIndex(self.priority.findData(statement.priority.value))
        self.tags = QLineEdit(", ".join(tags))
        self.tags.setPlaceholderText(self.tr("words of your own, with commas between"))
        self._lay_out()
        self.finish()
        self.fit(480)
        self._before = self._details()
        self._field(first).setFocus()

    def changed(self) -> Details:
        """Return what was changed."""
        now = self._details()
        before: dict[str, object] = {**self._before}
        return {name: value for name, value in now.items() if value != before[name]}  # type: ignore[return-value]

    def problem(self) -> str:
        """Say that the due day can't be read."""
        return self.tr("Say when it is due, or leave that empty.") if self.due.problem() else ""

    def _details(self) -> Details:
        return {
            "claimant": " ".join(self.claimant.text().split()),
            "as_of": " ".join(self.as_of.text().split()),
            "checker": " ".join(self.checker.currentText().split()),
            "due_at": self.due.value(),
            "priority": Priority(self.priority.currentData()),
            "tags": tuple(sorted(_words(self.tags.text()))),
        }

    def _field(self, name: str) -> QWidget:
        fields: dict[str, QWidget] = {
            "as_of": self.as_of,
            "checker": self.checker,
            "due_at": self.due,
            "priority": self.priority,
            "tags": self.tags,
        }
        return fields.get(name, self.claimant)

    def _lay_out(self) -> None:
        form = new_form()
        add_row(form, self.tr("Said &by"), self.claimant)
        add_row(form, self.tr("&As of"), self.as_of)
        add_row(form, self.tr("&Checker"), self.checker)
        add_row(form, self.tr("&Due"), self.due)
        add_row(form, self.tr("&Priority"), self.priority)
        add_row(form, self.tr("&Tags"), self.tags)
        self.body.addLayout(form)
        self.body.addStretch(1)

    def _offer(self, people: Sequence[str], chosen: str) -> None:
        """Let a known person be chosen, or another name be typed."""
        field = QLineEdit()
        field.setAccessibleName(self.tr("Checker"))
        self.checker.setEditable(True)
        self.checker.setLineEdit(field)
        self.checker.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.checker.addItems(["", *people])
        self.checker.setCurrentText(chosen)

    def _due_changed(self) -> None:
        self.check()
        self.fit(self.width())


def _words(text: str) -> set[str]:
    """Return the tags in a text; what holds no word is passed over."""
    found = (" ".join(part.split()).lower().lstrip("# ") for part in text.split(","))
    return set(filter(None, found))
