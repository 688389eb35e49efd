"""The bar above the article: how many statements there are, and how far the checking has come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from factcheck.ui.key_labels import CommandButton, KeyLabel
from factcheck.ui.widgets import current_palette, set_tip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from factcheck.domain.coverage import Counts

_BAR = QSize(240, 8)
_NARROWEST_BAR = 60


class CoverageBar(QWidget):
    """Shows counts that it is given, and the keys that help with what is left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "coverage-bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Coverage"))
        self._total = _label("strong")
        self._statements = _label("muted")
        self._judged = _label("strong")
        self._of_total = _label("muted")
        self._done = _label("strong")
        self._sentences = _label("muted")
        self._said = ["", ""]
        self._bar = _StackedBar()
        self._hints = QWidget()
        self._lay_out()
        self.show_counts(0, 0, [])
        self.show_sentences(None)

    def show_counts(self, total: int, judged: int, by_tone: Sequence[tuple[str, int]]) -> None:
        """Show how many of ``total`` statements are judged, and how many of these in each tone."""
        self._total.setText(f"{total:,}")
        self._statements.setText(self.tr("statement") if total == 1 else self.tr("statements"))
        self._judged.setText(f"{judged:,}")
        self._of_total.setText(self.tr("of {0} judged").format(f"{total:,}"))
        self._bar.show_shares(total, by_tone)
        self._say(0, self.tr("{0} of {1} statements judged").format(judged, total))

    def show_sentences(self, counts: Counts | None) -> None:
        """Show how many sentences are covered; None as long as nobody knows."""
        for part in (self._done, self._sentences):
            part.setVisible(counts is not None and counts.total > 0)
        if counts is None:
            self._say(1, "")
            return
        total, left = f"{counts.total:,}", counts.total - counts.covered
        if left:
            self._done.setText(f"{counts.covered:,}")
            self._sentences.setText(self.tr("of {0} sentences").format(total))
        else:
            self._done.setText("✓")
            self._sentences.setText(self.tr("all {0} sentences covered").format(total))
        said = self.tr("{0} sentences with statements, {1} without facts, {2} left")
        self._say(1, said.format(f"{counts.marked:,}", f"{counts.ticked:,}", f"{left:,}"))

    def _say(self, place: int, words: str) -> None:
        """Say in words what is shown, to who points at it and to who does not see it."""
        self._said[place] = words
        for part in (self._done, self._sentences):
            set_tip(part, self._said[1])
        self.setAccessibleDescription(". ".join(filter(None, self._said)))

    def _lay_out(self) -> None:
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(28, 0, 28, 0)
        row.setSpacing(14)
        row.addLayout(_pair(self._total, self._statements))
        row.addWidget(self._bar, 1)
        row.addLayout(_pair(self._judged, self._of_total))
        row.addLayout(_pair(self._done, self._sentences))
        row.addStretch(1)
        row.addWidget(self._hints)
        hints = QHBoxLayout(self._hints)
        hints.setContentsMargins(0, 0, 0, 0)
        hints.setSpacing(14)
        hints.addLayout(_hint(self.tr("Next open"), "statement.open"))
        hints.addLayout(_hint(self.tr("Mark selection"), "statement.mark"))
        self.setFixedHeight(max(36, self.sizeHint().height() + 12))

    def minimumSizeHint(self) -> QSize:
        """Return the room that the counts need: the hints give way."""
        return QSize(self._counts_width(), super().minimumSizeHint().height())

    def event(self, event: QEvent) -> bool:
        """Show the hints where there is room for them, whenever words or room change."""
        done = super().event(event)
        if event.type() in {QEvent.Type.Resize, QEvent.Type.LayoutRequest}:
            hints = self._hints.minimumSizeHint().width() + self._row.spacing()
            self._hints.setVisible(self.width() >= self._counts_width() + hints)
        return done

    def _counts_width(self) -> int:
        width = self._row.minimumSize().width()
        if self._hints.isHidden():
            return width
        return width - self._hints.minimumSizeHint().width() - self._row.spacing()


class _StackedBar(QWidget):
    """A rounded bar with a share in each tone; what is left stays the groove's colour."""

    def __init__(self) -> None:
        super().__init__()
        self._total = 0
        self._shares: Sequence[tuple[str, int]] = ()
        self.setFixedHeight(_BAR.height())
        self.setMinimumWidth(_NARROWEST_BAR)
        self.setMaximumWidth(_BAR.width())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_shares(self, total: int, shares: Sequence[tuple[str, int]]) -> None:
        self._total, self._shares = total, shares
        self.update()

    def sizeHint(self) -> QSize:
        return _BAR

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        palette = current_palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect())
        rounded = QPainterPath()
        rounded.addRoundedRect(whole, whole.height() / 2, whole.height() / 2)
        painter.setClipPath(rounded)
        painter.fillRect(whole, QColor(palette.groove))
        left = 0.0
        for tone, count in self._shares:
            width = whole.width() * count / max(1, self._total)
            ink = QColor(palette.tone(tone).ink)
            painter.fillRect(QRectF(left, 0, width, whole.height()), ink)
            left += width


def _label(role: str, text: str = "") -> QLabel:
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("role", role)
    return made


def _hint(words: str, command: str) -> QHBoxLayout:
    """Make words that do what the command does, and its key if it has one."""
    return _pair(CommandButton(command, words), KeyLabel(command))


def _pair(first: QWidget, second: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(5)
    for part in (first, second):
        row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
    return row
