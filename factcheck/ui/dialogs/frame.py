"""What every question has in common: a body, a line that says what is missing, two buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from factcheck.ui.dialogs.discard import DiscardDialog
from factcheck.ui.dialogs.search_line import SearchLine
from factcheck.ui.key_labels import giving_keys
from factcheck.ui.statement.fields import GrowingEdit, raw_text
from factcheck.ui.widgets import ToneLabel, breakable

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

SCROLLING_MARGIN = 10  # pixels between what scrolls and its bar
_TITLE_BAR = 40
_SIDE = 20


class Question(QDialog):
    """A dialog that can be answered by one key, once ``problem()`` finds nothing missing.

    Fill ``body``, then call ``finish()``; call ``check()`` whenever something changes.
    """

    def __init__(self, title: str, ok_text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.body = QVBoxLayout()
        self.body.setSpacing(10)
        self.missing = ToneLabel("amber")
        self._buttons = QDialogButtonBox()
        self.ok = self._buttons.addButton(ok_text, QDialogButtonBox.ButtonRole.AcceptRole)
        self.ok.setProperty("primary", "true")
        self.ok.setDefault(True)
        self._buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(_SIDE, 18, _SIDE, 16)
        self._inset = 0
        self._column.setSpacing(12)
        self._column.addLayout(self.body, 1)
        self._texts_at_first: frozenset[str] | None = None
        for key in giving_keys(self):
            QShortcut(key, self, self.accept)

    def finish(self) -> None:
        """Put the buttons below the body: behind it also for the Tab key."""
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 0, self._inset, 0)
        foot.setSpacing(16)
        foot.addWidget(self.missing, 1)
        foot.addWidget(self._buttons, 0, Qt.AlignmentFlag.AlignRight)
        self._column.addLayout(foot)
        self.check()

    def scrolls(self, inner: QWidget) -> QScrollArea:
        """Return an area in which a part of the body scrolls, its bar in the dialog's margin.

        What else reaches to the right ends ``SCROLLING_MARGIN`` before that.
        """
        self._inset = SCROLLING_MARGIN
        self._column.setContentsMargins(_SIDE, 18, _SIDE - SCROLLING_MARGIN, 16)
        return scrolling(inner)

    def fit(self, width: int) -> None:
        """Be as high as the parts need at this width."""
        self.resize(width, self._column.totalHeightForWidth(width))

    def problem(self) -> str:
        """Say what is still missing, or "" if nothing is."""
        return ""

    def check(self) -> None:
        """Allow the answer, or say what it still needs."""
        problem = self.problem()
        self.ok.setEnabled(not problem)
        self.ok.setAccessibleDescription(problem)
        self.missing.setText(problem)

    def accept(self) -> None:
        """Close with an answer, unless something is missing."""
        self.check()
        if self.ok.isEnabled():
            super().accept()

    def reject(self) -> None:
        """Close without an answer; where that would lose what was typed, ask first."""
        if not self.holds_typing():
            super().reject()
            return
        sure = DiscardDialog(self)
        sure.accepted.connect(lambda: self.done(QDialog.DialogCode.Rejected))
        sure.finished.connect(sure.deleteLater)
        sure.open()

    def holds_typing(self) -> bool:
        """Say whether a field has words that it had not when the question was asked."""
        return any(text.strip() for text in self._texts() - (self._texts_at_first or set()))

    def count_as_typed(self) -> None:
        """Let what stands in the fields at first count as typed in this question."""
        self._texts_at_first = frozenset()

    def say(self, text: str) -> None:
        """Say why the answer was refused, until it is changed."""
        self.missing.setText(breakable(text))

    def showEvent(self, event: QShowEvent) -> None:
        """Keep in mind what stands in the fields at first."""
        super().showEvent(event)
        if self._texts_at_first is None:
            self._texts_at_first = self._texts()

    def _texts(self) -> frozenset[str]:
        lines = self.findChildren(QLineEdit)
        typed = [line.text() for line in lines if not isinstance(line, SearchLine)]
        return frozenset([*typed, *map(raw_text, self.findChildren(QPlainTextEdit))])

    def text_field(self, name: str, *, least: int, most: int) -> GrowingEdit:
        """Make a field of several lines in which a key answers and Escape gives up."""
        field = GrowingEdit(least=least, most=most)
        field.setAccessibleName(name)
        field.given.connect(self.accept)
        field.escaped.connect(self.reject)
        field.textChanged.connect(self.check)
        return field


def add_row(
    form: QFormLayout, name: str, field: QWidget, *, beside: QWidget | None = None
) -> QLabel:
    """Add a field with its name at the left; "&" in the name marks the key that leads there."""
    title = QLabel(name)
    title.setTextFormat(Qt.TextFormat.PlainText)
    title.setBuddy(field)
    if not field.accessibleName():
        field.setAccessibleName(name.replace("&", ""))
    if beside is None:
        form.addRow(title, field)
        return title
    row = QHBoxLayout()
    row.setSpacing(6)
    row.addWidget(field, 1)
    row.addWidget(beside, 0, Qt.AlignmentFlag.AlignTop)
    form.addRow(title, row)
    return title


def new_form() -> QFormLayout:
    """Make an empty form as all dialogs have it."""
    form = QFormLayout()
    form.setContentsMargins(0, 0, 0, 0)
    form.setHorizontalSpacing(14)
    form.setVerticalSpacing(9)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
    return form


def room_for(dialog: QWidget) -> int:
    """Return how high a dialog can be on its screen, below a title bar."""
    return dialog.screen().availableGeometry().height() - _TITLE_BAR


def scrolling(inner: QWidget) -> QScrollArea:
    """Put a page into an area that scrolls where the screen is small."""
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    inner.setContentsMargins(0, 0, SCROLLING_MARGIN, 0)
    area.setWidget(inner)
    return area
