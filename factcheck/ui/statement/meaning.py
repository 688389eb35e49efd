"""What an outcome means, in the words of its scale: nothing moves when another one is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy

from factcheck.ui.widgets import breakable

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from factcheck.domain.model import Scale, ScaleStep


class Meaning(QLabel):
    """Tells one step of a scale, with room for the longest from the first moment on."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setProperty("role", "muted")
        self.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._scale: Scale | None = None

    def set_scale(self, scale: Scale) -> None:
        """Make room for each step of this scale."""
        if scale != self._scale:
            self._scale = scale
            self._fit()

    def tell(self, step: ScaleStep | None) -> None:
        """Tell what a step means; without one, how to learn it."""
        hint = self.tr("Point at an outcome to read what it means.")
        self.setText(_sentence(step) if step else hint)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make room anew for lines that wrap elsewhere."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _fit(self) -> None:
        steps = self._scale.steps if self._scale else ()
        lines = self.fontMetrics().lineSpacing()
        self.setFixedHeight(max([lines, *(self._height(_sentence(step)) for step in steps)]))

    def _height(self, text: str) -> int:
        room = QRect(0, 0, max(1, self.width()), 1 << 16)
        return self.fontMetrics().boundingRect(room, int(Qt.TextFlag.TextWordWrap), text).height()


def _sentence(step: ScaleStep) -> str:
    return breakable(": ".join(filter(None, (step.word, step.meaning))))
