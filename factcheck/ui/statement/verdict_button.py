"""One outcome of a scale as a button: symbol, word, and the key that gives it."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy

from factcheck.ui import fonts
from factcheck.ui.key_labels import first_key, follow_key
from factcheck.ui.palette import Tone
from factcheck.ui.widgets import Button, current_palette, set_tip, without_mnemonic

if TYPE_CHECKING:
    from PySide6.QtGui import QActionEvent, QPaintEvent, QShowEvent

    from factcheck.domain.model import ScaleStep

_RADIUS = 6
_INSET = 8
_KEY_WIDTH = 17
_KEY_PADDING = 5


class Lit(Enum):
    """Whether an outcome is the one that stands, or one that waits for its reason."""

    NO = auto()
    PENDING = auto()
    GIVEN = auto()


class VerdictButton(Button):
    """Shows a step. Given: filled in its tone; pending: a dashed outline in its tone."""

    def __init__(self, step: ScaleStep, command: str) -> None:
        super().__init__(without_mnemonic(f"{step.symbol} {step.word}"))
        self.step = step
        self.lit = Lit.NO
        self._command = command
        self._key = ""
        self._room: QSize | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._describe()
        self.set_refusal("")

    def set_lit(self, lit: Lit) -> None:
        """Show the step as given, pending or neither."""
        if lit is not self.lit:
            self.lit = lit
            self._describe()
            self.update()

    def set_refusal(self, why: str) -> None:
        """Disable the button and say why; "" allows it."""
        self.setEnabled(not why)
        set_tip(self, why or f"{self.step.word}: {self.step.meaning}")

    def showEvent(self, event: QShowEvent) -> None:
        """Look for the command that presses the button."""
        super().showEvent(event)
        follow_key(self, self._command)

    def actionEvent(self, event: QActionEvent) -> None:
        """Show the key that the command has now."""
        super().actionEvent(event)
        key = first_key(event.action())
        if key != self._key:
            self._key = key
            self._room = None
            self._describe()
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """Return the room for the text and the key; layouts ask for it again and again."""
        if self._room is None:
            self._room = self._measure()
        return self._room

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew in another font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._room = None

    def _measure(self) -> QSize:
        text = self.fontMetrics().horizontalAdvance(f"{self.step.symbol} {self.step.word}")
        height = round(self.fontMetrics().height() * 1.3) + 10
        return QSize(text + 2 * _INSET + self._key_width() + 6, height)

    def minimumSizeHint(self) -> QSize:
        """Return the room for a few letters; the rest is elided."""
        return QSize(72, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button in the colours of the moment."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tone = self._tone()
        rect = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(self._outline(tone))
        painter.setBrush(QColor(tone.tint))
        painter.drawRoundedRect(rect, _RADIUS, _RADIUS)
        inner = rect.adjusted(_INSET, 0, -_INSET, 0)
        self._draw_text(painter, inner, tone)
        if self._key:
            self._draw_key(painter, inner)

    def _describe(self) -> None:
        said = {
            Lit.NO: "",
            Lit.PENDING: self.tr("waits for its reason"),
            Lit.GIVEN: self.tr("given"),
        }[self.lit]
        self.setAccessibleName(f"{self.step.word}, {said}" if said else self.step.word)
        key = self.tr("Key {}.").format(self._key) if self._key else ""
        self.setAccessibleDescription(f"{self.step.meaning} {key}".strip())

    def _tone(self) -> Tone:
        palette = current_palette()
        if self.lit is Lit.GIVEN:
            return palette.tone(self.step.tone)
        ink = palette.ink if self.isEnabled() else palette.muted
        return Tone(ink, palette.accent_soft if self.underMouse() else palette.paper)

    def _outline(self, tone: Tone) -> QPen:
        palette = current_palette()
        if self.lit is Lit.PENDING:
            return QPen(QColor(palette.tone(self.step.tone).ink), 2, Qt.PenStyle.DashLine)
        if self.hasFocus():
            return QPen(QColor(palette.accent), 2)
        return QPen(QColor(tone.ink if self.lit is Lit.GIVEN else palette.line), 1)

    def _draw_text(self, painter: QPainter, inner: QRectF, tone: Tone) -> None:
        room = inner.adjusted(0, 0, -self._key_width() - 4, 0)
        text = f"{self.step.symbol} {self.step.word}"
        mode = Qt.TextElideMode.ElideRight
        shown = painter.fontMetrics().elidedText(text, mode, int(room.width() + 1))
        painter.setPen(QColor(tone.ink))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), shown)

    def _draw_key(self, painter: QPainter, inner: QRectF) -> None:
        palette = current_palette()
        painter.setFont(fonts.sans(11))
        height = painter.fontMetrics().height() + 2
        box = QRectF(0, 0, self._key_width(), height)
        box.moveCenter(inner.center())
        box.moveRight(inner.right())
        painter.setPen(QPen(QColor(palette.line), 1))
        painter.setBrush(QColor(palette.paper))
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(QColor(palette.muted))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), self._key)

    def _key_width(self) -> int:
        if not self._key:
            return 0
        words = QFontMetrics(fonts.sans(11)).horizontalAdvance(self._key)
        return max(_KEY_WIDTH, words + 2 * _KEY_PADDING)
