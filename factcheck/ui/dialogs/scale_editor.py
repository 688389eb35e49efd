"""Asks for the steps of a scale, new or in its next version, and shows them as they will look."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from itertools import zip_longest
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QWidget

from factcheck.domain.defining import LEAST_STEPS, LONGEST_NAME, MOST_STEPS, StepError, defined
from factcheck.domain.ids import ScaleId
from factcheck.domain.model import Scale
from factcheck.domain.scales import NEWSROOM, scale_called
from factcheck.errors import FactcheckError
from factcheck.ui.dialogs.frame import (
    SCROLLING_MARGIN,
    Question,
    add_row,
    new_form,
    room_for,
)
from factcheck.ui.dialogs.step_row import MEANING_COLUMN, NEW_STEP, StepRow
from factcheck.ui.statement.meaning import Meaning
from factcheck.ui.statement.verdict_button import Lit
from factcheck.ui.statement.verdict_grid import VerdictGrid
from factcheck.ui.widgets import SectionHeading, button, label, set_tip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.domain.model import ScaleStep

_WIDTH = 860


class ScaleEditor(Question):
    """A new scale, or the next version of ``edited``; ``definition()`` is what was said.

    ``known`` are the desk's scales: a new one can't have the name of one of them.
    """

    def __init__(
        self,
        known: Sequence[Scale],
        edited: Scale | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", "", parent)
        self._known = known
        self._edited = edited
        self._current = 0
        self.name = QLineEdit(edited.name if edited else "")
        self.name.setMaxLength(LONGEST_NAME)
        self.name.setEnabled(edited is None)
        self.rows = tuple(StepRow(place) for place in range(1, MOST_STEPS + 1))
        self.add, self.remove = button(self.tr("&Add step")), button(self.tr("&Remove"))
        self.up, self.down = button(self.tr("Move &up")), button(self.tr("Move &down"))
        self._which = label()
        self.preview, self.meaning = _preview(), Meaning()
        self._count = 0
        self._area = self.scrolls(self._table())
        self._say_what_for()
        self._lay_out()
        self._connect()
        self._show_steps(list(edited.steps) if edited else [NEW_STEP] * LEAST_STEPS)
        self.finish()
        self.resize(_WIDTH, 0)
        self._grow()
        (self.rows[0].word if edited else self.name).setFocus()

    def definition(self) -> tuple[str, tuple[ScaleStep, ...]]:
        """Return name and steps; raises FactcheckError where they are no scale."""
        return defined(self.name.text(), self._steps())

    def problem(self) -> str:
        """Say what is missing or clashes, and in which step."""
        error = self._refusal()
        return str(error) if error else ""

    def check(self) -> None:
        """Allow the scale, or say what it needs and mark the step at fault."""
        super().check()
        error = self._refusal()
        at_fault = error.place if isinstance(error, StepError) else 0
        for place, row in enumerate(self.rows, start=1):
            row.mark(str(error) if place == at_fault else "")

    def _refusal(self) -> FactcheckError | None:
        taken = None if self._edited else scale_called(self._known, self.name.text())
        if taken:
            told = self.tr("There is a scale “{0}” already.").format(taken.name)
            return FactcheckError(told, self.tr("Edit that one."))
        for place, row in enumerate(self.rows[: self._count], start=1):
            if row.is_number_unfinished():
                told = self.tr("The number of step {0} is none yet.")
                return StepError(place, told.format(place))
        try:
            _, steps = self.definition()
        except FactcheckError as error:
            return error
        same = self._edited is not None and steps == self._edited.steps
        return FactcheckError(self.tr("Nothing is changed yet.")) if same else None

    def _say_what_for(self) -> None:
        if self._edited is None:
            self.setWindowTitle(self.tr("New scale"))
            self.ok.setText(self.tr("Define scale"))
            told = self.tr("A verdict on a scale of your own always needs a reason.")
        else:
            version = self._edited.version + 1
            self.setWindowTitle(self.tr("Edit scale"))
            self.ok.setText(self.tr("Save version {0}").format(version))
            told = self.tr(
                "This makes version {0}. Verdicts given so far keep the version they were given on."
            ).format(version)
        self.body.addWidget(label(told, "muted", wrap=True))
        if self._edited and self._edited.name == NEWSROOM:
            told = self.tr(
                "“Verified” needs no reason and “Cut” ends the statement, also under another word."
            )
            self.body.addWidget(label(told, "muted", wrap=True))

    def _lay_out(self) -> None:
        form = new_form()
        form.setContentsMargins(0, 0, SCROLLING_MARGIN, 0)
        self.preview.setContentsMargins(0, 0, SCROLLING_MARGIN, 0)
        add_row(form, self.tr("&Name"), self.name)
        self.body.addLayout(form)
        self.body.addWidget(self._area, 1)
        self.body.addLayout(self._tools())
        self.body.addWidget(SectionHeading(self.tr("As it will look")))
        self.body.addWidget(self.preview)
        self.body.addWidget(self.meaning)

    def _table(self) -> QWidget:
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(MEANING_COLUMN - 1, 3)
        grid.setColumnStretch(MEANING_COLUMN, 6)
        heads = (
            *(self.tr("Key"), self.tr("Colour"), self.tr("Symbol"), self.tr("Word")),
            *(self.tr("Meaning"), self.tr("Number")),
        )
        for column, head in enumerate(heads):
            grid.addWidget(label(head, "small"), 0, column)
        for place, row in enumerate(self.rows, start=1):
            row.add_to(grid, place)
        grid.setRowStretch(len(self.rows) + 1, 1)
        return table

    def _tools(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, SCROLLING_MARGIN, 0)
        row.addWidget(self.add)
        row.addStretch(1)
        row.addWidget(self._which)
        for each in (self.up, self.down, self.remove):
            row.addWidget(each)
        return row

    def _connect(self) -> None:
        self.name.textChanged.connect(self.check)
        for place, row in enumerate(self.rows):
            row.changed.connect(self._follow)
            row.entered.connect(lambda place=place: self._enter(place))
        self.add.clicked.connect(self._add)
        self.remove.clicked.connect(self._remove)
        for each, keys, by in ((self.up, "Alt+Up", -1), (self.down, "Alt+Down", 1)):
            each.clicked.connect(lambda _checked=False, by=by: self._move(by))
            QShortcut(QKeySequence(keys), self, lambda by=by: self._move(by))
            set_tip(each, QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText))

    def _steps(self) -> list[ScaleStep]:
        return [row.step() for row in self.rows[: self._count]]

    def _show_steps(self, steps: list[ScaleStep]) -> None:
        self._count = len(steps)
        for row, step in zip_longest(self.rows, steps):
            row.set_visible(step is not None)
            row.show_step(step or NEW_STEP)
        self._follow()

    def _follow(self) -> None:
        """Show what the fields say now, and what can be done with the step that has the focus."""
        number = self._current + 1
        self._which.setText(self.tr("Step {0}:").format(number))
        self.add.setEnabled(self._count < MOST_STEPS)
        self.remove.setEnabled(self._count > LEAST_STEPS)
        self.up.setEnabled(self._current > 0)
        self.down.setEnabled(number < self._count)
        self.up.setAccessibleName(self.tr("Move step {0} up").format(number))
        self.down.setAccessibleName(self.tr("Move step {0} down").format(number))
        self.remove.setAccessibleName(self.tr("Remove step {0}").format(number))
        self._show_preview()
        self.check()

    def _show_preview(self) -> None:
        shown = tuple(
            replace(step, code=str(place)) for place, step in enumerate(self._steps(), start=1)
        )
        scale = Scale(ScaleId(""), "", 1, shown, datetime.min.replace(tzinfo=UTC))
        self.preview.set_scale(scale)
        self.preview.light(str(self._current + 1), Lit.GIVEN)
        for each in self.preview.buttons:
            each.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            each.setAccessibleName(self.tr("Step {0} as it will look").format(each.step.code))
        self.meaning.set_scale(scale)
        self.meaning.tell(shown[self._current])

    def _enter(self, place: int) -> None:
        self._current = place
        self._area.ensureWidgetVisible(self.rows[place].word)
        self._follow()

    def _add(self) -> None:
        if self._count < MOST_STEPS:
            self._show_steps([*self._steps(), NEW_STEP])
            self._grow()
            self.rows[self._count - 1].word.setFocus()

    def _grow(self) -> None:
        """Make room for one row more, as far as the screen has it."""
        before = self.height()
        self.fit(self.width())
        self.resize(self.width(), max(before, min(self.height(), room_for(self))))

    def _remove(self) -> None:
        if self._count > LEAST_STEPS:
            steps = self._steps()
            del steps[self._current]
            self._current = min(self._current, len(steps) - 1)
            self._show_steps(steps)
            self.rows[self._current].word.setFocus()

    def _move(self, by: int) -> None:
        """Move the step, and the focus with it."""
        steps, place, goal = self._steps(), self._current, self._current + by
        if 0 <= goal < self._count:
            column = self._focused_field()
            steps[place], steps[goal] = steps[goal], steps[place]
            self._show_steps(steps)
            self._enter(goal)
            if column is not None:
                self.rows[goal].fields[column].setFocus()

    def _focused_field(self) -> int | None:
        fields = self.rows[self._current].fields
        return next((n for n, field in enumerate(fields) if field.hasFocus()), None)


def _preview() -> VerdictGrid:
    made = VerdictGrid()
    made.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return made
