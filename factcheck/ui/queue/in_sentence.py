"""The words of a statement in their sentence, for those who don't have the article before them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QSize
from PySide6.QtGui import QColor, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QWidget

from factcheck.domain.offsets import OffsetMap
from factcheck.domain.words import block_at, sentence_at
from factcheck.ui import fonts
from factcheck.ui.statement.flow import row_policy
from factcheck.ui.widgets import current_palette

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from factcheck.domain.model import Block, Span

_AROUND = 240  # code points before and after the words, at most
_MOST = 600
_LEADING = 1.15


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, with the places of the statement's words in it (code points)."""

    text: str
    marks: tuple[tuple[int, int], ...]


def sentence_of(text: str, blocks: Sequence[Block], spans: Sequence[Span]) -> Sentence:
    """Return the sentence of a statement's first words, up to the last ones if they are near."""
    first = spans[0]
    near = [span for span in spans if span.end - first.start <= _MOST]
    begins = sentence_at(text, first.start, *block_at(text, blocks, first.start))[0]
    start = max(begins, first.start - _AROUND)
    last = max((span.end for span in near), default=min(first.end, first.start + _MOST))
    ends = sentence_at(text, last - 1, *block_at(text, blocks, last - 1))[1]
    end = min(max(ends, last), last + _AROUND)
    shown = text[start:end].rstrip()
    before = "…" if start > begins else ""
    after = "…" if end < ends else ""
    shift = len(before) - start
    marks = tuple((span.start + shift, min(span.end, end) + shift) for span in near or [first])
    return Sentence(before + " ".join(shown.split("\n")) + after, marks)


class InSentence(QWidget):
    """Draws a sentence in the reading face, the statement's words on the tint of their tone."""

    def __init__(self) -> None:
        super().__init__()
        self._sentence: Sentence | None = None
        self._tone = "blue"
        self._kept: dict[int, tuple[QTextLayout, int]] = {}
        self.setSizePolicy(row_policy())
        self.hide()

    def show_sentence(self, sentence: Sentence | None, tone: str = "blue") -> None:
        """Show this sentence, or nothing."""
        if (sentence, tone) == (self._sentence, self._tone):
            return
        self._sentence, self._tone = sentence, tone
        self._kept.clear()
        self.setAccessibleName(sentence.text if sentence else "")
        self.setVisible(sentence is not None)
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Say that a narrower sentence is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines."""
        return self._laid_out(width)[1]

    def sizeHint(self) -> QSize:
        """Return a few lines."""
        return QSize(200, self.heightForWidth(max(200, self.width())))

    def minimumSizeHint(self) -> QSize:
        """Leave the width to the panel."""
        return QSize(60, self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        """Set the words anew in the colours of another appearance: a new style is told to all."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._kept.clear()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw in the colours of the moment."""
        del event
        painter = QPainter(self)
        painter.setPen(QColor(current_palette().muted))
        layout, _height = self._laid_out(self.width())
        layout.draw(painter, QPointF(0, 0))

    def _laid_out(self, width: int) -> tuple[QTextLayout, int]:
        """Return the lines at a width, and their height; layouts ask for it again and again."""
        if width not in self._kept:
            self._kept[width] = self._lay_out(width)
        return self._kept[width]

    def _lay_out(self, width: int) -> tuple[QTextLayout, int]:
        text = self._sentence.text if self._sentence else ""
        layout = QTextLayout(text, fonts.serif(16), self)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(self._formats(text))
        height = 0.0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, height))
            height += line.height() * _LEADING
        layout.endLayout()
        return layout, round(height)

    def _formats(self, text: str) -> list[QTextLayout.FormatRange]:
        tone, offsets = current_palette().tone(self._tone), OffsetMap(text)
        look = QTextCharFormat()
        look.setBackground(QColor(tone.tint))
        look.setForeground(QColor(current_palette().ink))
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        look.setUnderlineColor(QColor(tone.ink))
        made = []
        for start, end in self._sentence.marks if self._sentence else ():
            one = QTextLayout.FormatRange()
            one.start = offsets.to_units(start)
            one.length = offsets.to_units(end) - offsets.to_units(start)
            one.format = look
            made.append(one)
        return made
