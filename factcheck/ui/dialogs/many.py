"""Asks what to do to the selected statements: whose, until when, which tag."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QRadioButton, QWidget

from factcheck.ui.dialogs.due_field import DueField
from factcheck.ui.dialogs.frame import Question, add_row, new_form
from factcheck.ui.widgets import label

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime


class SureDialog(Question):
    """Asks whether so much is really meant."""

    def __init__(self, question: str, ok_text: str, parent: QWidget | None = None) -> None:
        super().__init__(ok_text, ok_text, parent)
        self.body.addWidget(label(question, wrap=True))
        self.finish()
        self.fit(440)


class AssignDialog(Question):
    """Who is to check them: somebody known, another name, or nobody."""

    def __init__(self, title: str, people: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(title, "", parent)
        self.ok.setText(self.tr("Assign"))
        self.checker = offering(people, self.tr("Checker"))
        form = new_form()
        add_row(form, self.tr("&Checker"), self.checker)
        self.body.addLayout(form)
        self.body.addWidget(label(self.tr("Leave it empty to assign them to nobody."), "muted"))
        self.finish()
        self.fit(440)
        self.checker.setFocus()

    def name(self) -> str:
        """Return the name, single spaces between its parts; "" for nobody."""
        return " ".join(self.checker.currentText().split())


class DueDialog(Question):
    """Until when, as one writes it; read back in full. ``now`` is in the zone of the desk."""

    def __init__(self, title: str, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(title, "", parent)
        self.ok.setText(self.tr("Save"))
        self.due = DueField(now)
        self.due.changed.connect(self._changed)
        form = new_form()
        add_row(form, self.tr("&Due"), self.due)
        self.body.addLayout(form)
        self.body.addWidget(label(self.tr("Leave it empty for no due date."), "muted"))
        self.body.addStretch(1)
        self.finish()
        self.fit(440)
        self.due.setFocus()

    def value(self) -> datetime | None:
        """Return the moment, None for no date."""
        return self.due.value()

    def problem(self) -> str:
        """Say that the due day can't be read."""
        return self.tr("Say when it is due, or leave that empty.") if self.due.problem() else ""

    def _changed(self) -> None:
        self.check()
        self.fit(self.width())


class TagDialog(Question):
    """Which tag to put on, or to take off."""

    def __init__(self, title: str, known: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(title, "", parent)
        self.ok.setText(self.tr("Save"))
        self.field = offering(known, self.tr("Tag"))
        self.put_on = QRadioButton(self.tr("Put &on"))
        self.take_off = QRadioButton(self.tr("Take o&ff"))
        self.put_on.setChecked(True)
        form = new_form()
        add_row(form, self.tr("&Tag"), self.field)
        way = QHBoxLayout()
        way.setSpacing(16)
        way.addWidget(self.put_on)
        way.addWidget(self.take_off)
        way.addStretch(1)
        form.addRow("", way)
        self.body.addLayout(form)
        self.field.currentTextChanged.connect(self.check)
        self.finish()
        self.fit(440)
        self.field.setFocus()

    def word(self) -> str:
        """Return the tag as typed, single spaces between its words."""
        return " ".join(self.field.currentText().split())

    def problem(self) -> str:
        """Say that the tag is missing."""
        return "" if self.word().strip("#") else self.tr("Write a tag.")


def offering(words: Sequence[str], name: str) -> QComboBox:
    """Return a field that completes what is known and takes anything else, too."""
    field, line = QComboBox(), QLineEdit()
    line.setAccessibleName(name)
    field.setEditable(True)
    field.setLineEdit(line)
    field.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    field.addItems(["", *words])
    return field
