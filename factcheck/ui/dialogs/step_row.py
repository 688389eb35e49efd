"""The fields in which one step of a scale is defined: a row of a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QIntValidator, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit

from factcheck.domain.defining import LARGEST_VALUE, LONGEST_MEANING, LONGEST_WORD
from factcheck.domain.model import ScaleStep
from factcheck.domain.scales import TONES
from factcheck.ui.statement.words import tone_word
from factcheck.ui.widgets import current_palette, label, set_tip

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

NEW_STEP = ScaleStep("", "", "", "grey", "", None)
MEANING_COLUMN = 4
_SWATCH = 16
_LONGEST_SYMBOL = 30  # code points: what a reader sees as one sign may be made of many
_NARROW = 56


class StepRow(QObject):
    """One step with its key. ``entered``: the focus came into the row."""

    changed = Signal()
    entered = Signal()

    def __init__(self, place: int) -> None:
        super().__init__()
        self._code = ""
        self._key = label(str(place), "key")
        self.tone = _tone_choice()
        self._lines = tuple(QLineEdit() for _ in range(4))
        self.symbol, self.word, self.meaning, self.value = self._lines
        self._limit()
        self._name(place)
        self.fields: tuple[QWidget, ...] = (self.tone, *self._lines)
        for field in self.fields:
            field.installEventFilter(self)
        for line in self._lines:
            line.textChanged.connect(self.changed)
        self.tone.currentIndexChanged.connect(self.changed)

    def add_to(self, grid: QGridLayout, row: int) -> None:
        """Put the fields into a row of a grid."""
        middle = Qt.AlignmentFlag.AlignVCenter
        grid.addWidget(self._key, row, 0, middle | Qt.AlignmentFlag.AlignLeft)
        for column, field in enumerate(self.fields, start=1):
            grid.addWidget(field, row, column, middle)

    def set_visible(self, visible: bool) -> None:  # noqa: FBT001 — as Qt has it
        """Show the row, or leave it out."""
        for part in (self._key, *self.fields):
            part.setVisible(visible)

    def show_step(self, step: ScaleStep) -> None:
        """Fill the fields, without a word about it."""
        self.blockSignals(True)  # noqa: FBT003 — Qt takes it by place only
        self._code = step.code
        self.tone.setCurrentIndex(TONES.index(step.tone))
        value = "" if step.value is None else str(step.value)
        texts = (step.symbol, step.word, step.meaning, value)
        for line, text in zip(self._lines, texts, strict=True):
            line.setText(text)
            line.setCursorPosition(0)
        self.blockSignals(False)  # noqa: FBT003

    def step(self) -> ScaleStep:
        """Return what the fields say, complete or not."""
        return ScaleStep(
            code=self._code,
            word=self.word.text(),
            meaning=self.meaning.text(),
            tone=self.tone.currentData(),
            symbol=self.symbol.text(),
            value=int(self.value.text()) if self.value.hasAcceptableInput() else None,
        )

    def mark(self, fault: str) -> None:
        """Mark the row as the one at fault, or with "" as one that is not."""
        if fault == self.word.accessibleDescription():
            return
        self.word.setAccessibleDescription(fault)
        set_tip(self._key, fault)
        self._key.setProperty("fault", bool(fault))
        self._key.style().unpolish(self._key)
        self._key.style().polish(self._key)

    def is_number_unfinished(self) -> bool:
        """Say whether something stands in the field of the number that is none."""
        return bool(self.value.text()) and not self.value.hasAcceptableInput()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell when one of the fields gets the focus."""
        if event.type() == QEvent.Type.FocusIn:
            self.entered.emit()
        return super().eventFilter(watched, event)

    def _limit(self) -> None:
        self.symbol.setMaxLength(_LONGEST_SYMBOL)
        self.word.setMaxLength(LONGEST_WORD)
        self.meaning.setMaxLength(LONGEST_MEANING)
        self.value.setValidator(QIntValidator(-LARGEST_VALUE, LARGEST_VALUE, self.value))
        for narrow in (self.symbol, self.value):
            narrow.setFixedWidth(_NARROW)
            narrow.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.word.setMinimumWidth(90)
        self.meaning.setMinimumWidth(120)

    def _name(self, place: int) -> None:
        names = {
            self.tone: self.tr("Colour of step {0}"),
            self.symbol: self.tr("Symbol of step {0}"),
            self.word: self.tr("Word of step {0}"),
            self.meaning: self.tr("Meaning of step {0}"),
            self.value: self.tr("Number of step {0}"),
        }
        for field, name in names.items():
            field.setAccessibleName(name.format(place))


def _tone_choice() -> QComboBox:
    made = QComboBox()
    for tone in TONES:
        made.addItem(_swatch(tone), tone_word(tone), tone)
    return made


def _swatch(name: str) -> QIcon:
    """Draw a tone as it stands behind words: its tint, framed in its ink."""
    tone = current_palette().tone(name)
    icon = QIcon()
    for ratio in (1, 2, 3):
        pixmap = QPixmap(_SWATCH * ratio, _SWATCH * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tone.ink), 2))
        painter.setBrush(QColor(tone.tint))
        painter.drawRoundedRect(QRectF(2, 2, _SWATCH - 4, _SWATCH - 4), 3, 3)
        painter.end()
        icon.addPixmap(pixmap)
    return icon
