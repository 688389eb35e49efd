"""The small pieces that panels, lists and dialogs are put together from.

Texts come from outside: labels show plain text only, tooltips get theirs escaped, because Qt
reads local files from whatever looks like HTML.
"""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QGuiApplication, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from factcheck.ui import fonts
from factcheck.ui.palette import DARK, LIGHT, Palette, Tone

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent

    from factcheck.errors import FactcheckError

    Offer = tuple[str, Callable[[], object]]  # the words of a button, and what it does

_MIDDLE_LIGHTNESS = 128
_LONG_RUN = re.compile(r"(\S{30})(?=[!-~])")
_ZERO_WIDTH_SPACE = "\u200b"
_PILL_PADDING = 8


def current_palette() -> Palette:
    """Return our colours for the appearance that the application has at the moment."""
    window = QGuiApplication.palette().color(QPalette.ColorRole.Window)
    return DARK if window.lightness() < _MIDDLE_LIGHTNESS else LIGHT


def breakable(text: str, limit: int = 600) -> str:
    """Return the text for a label: at most ``limit`` code points, long runs allowed to wrap.

    A run without spaces (an address) would otherwise push the panel wide or be cut.
    """
    shown = text if len(text) <= limit else text[:limit].rstrip() + "…"
    return _LONG_RUN.sub(rf"\1{_ZERO_WIDTH_SPACE}", shown)


def set_tip(widget: QWidget, text: str) -> None:
    """Give the widget a tooltip that is shown as plain words whatever it says."""
    widget.setToolTip(plain_tip(text))


def plain_tip(text: str) -> str:
    """Return a tooltip's text, escaped so that Qt finds no markup in it."""
    if not text:
        return ""
    import html

    return f"<qt>{html.escape(text)}</qt>"


def without_mnemonic(text: str) -> str:
    """Return a button's or a menu's text in which "&" is an ampersand."""
    return text.replace("&", "&&")


def label(text: str = "", role: str = "", *, wrap: bool = False) -> QLabel:
    """Make a label for plain text, styled by the theme through its role."""
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if role:
        made.setProperty("role", role)
    made.setText(breakable(text) if wrap else text)
    return made


class Button(QPushButton):
    """A button that Return presses, as Space does, in the window and in dialogs alike.

    Left to Qt, Return would press it in dialogs only, and there also while a field has the focus.
    """

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setAutoDefault(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Return for a press."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)


def button(text: str, *, primary: bool = False, flat: bool = False) -> Button:
    """Make a button; a primary one is the page's main deed, a flat one looks like a link."""
    made = Button(text)
    if primary:
        made.setProperty("primary", "true")
    if flat:
        made.setFlat(True)
        made.setProperty("role", "link")
    return made


def rule() -> QFrame:
    """Make a hairline between two sections."""
    line = QFrame()
    line.setFixedHeight(1)
    line.setAutoFillBackground(True)
    line.setProperty("role", "rule")
    return line


def keep_room_for_scrolling(area: QAbstractScrollArea) -> None:
    """Keep what is in the area as wide when there is much as when there is little.

    Else all of it would be laid out and painted twice whenever the scroll bar comes or goes.
    """
    area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
    bar = area.verticalScrollBar()
    bar.rangeChanged.connect(lambda low, high: bar.setEnabled(high > low))


@contextmanager
def laid_out_once(widget: QWidget) -> Iterator[None]:
    """Lay a widget out after all that is changed in it, in the next turn of the event loop.

    Else each part that is shown meanwhile would have everything laid out at once; on a page that
    scrolls even in its old height, so that all others are squeezed, and painted anew.
    """
    if (layout := widget.layout()) is None:
        raise ValueError("nothing is laid out here")
    layout.setEnabled(False)
    try:
        yield
    finally:
        layout.setEnabled(True)


def pill_size(metrics: QFontMetrics, text: str) -> QSize:
    """Return the room that a pill with this text takes."""
    return QSize(metrics.horizontalAdvance(text) + 2 * _PILL_PADDING, metrics.height() + 4)


def draw_pill(painter: QPainter, rect: QRectF, text: str, tone: Tone) -> None:
    """Draw words on their tint, elided where the rectangle is too narrow for them."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tone.tint))
    radius = min(rect.height() / 2, 10.0)
    painter.drawRoundedRect(rect, radius, radius)
    painter.setPen(QColor(tone.ink))
    inner = rect.adjusted(_PILL_PADDING, 0, -_PILL_PADDING, 0)
    room = int(inner.width() + 1)
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)
    painter.drawText(inner, int(Qt.AlignmentFlag.AlignCenter), shown)


def pill_tone(name: str) -> Tone:
    """Return the tone of a pill in the appearance of the moment; "" is a quiet chip's."""
    palette = current_palette()
    return palette.tone(name) if name else Tone(palette.ink, palette.chip)


class Pill(QLabel):
    """A word on the tint of its tone; without a tone a quiet chip, elided where it must be."""

    def __init__(self, text: str, tone: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(fonts.sans(11))
        self.show_word(text, tone)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def show_word(self, text: str, tone: str = "") -> None:
        """Show another word on the tint of another tone."""
        self.tone = tone
        weight = QFont.Weight.DemiBold if tone else QFont.Weight.Normal
        if weight != self.font().weight():
            self.setFont(fonts.sans(11, weight))
        self.setText(" ".join(text.split())[:200])
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for the text and its padding."""
        return pill_size(self.fontMetrics(), self.text())

    def minimumSizeHint(self) -> QSize:
        """Return the room for a few characters."""
        return self.sizeHint().boundedTo(QSize(60, self.sizeHint().height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell the whole text in the tooltip where it is elided."""
        super().resizeEvent(event)
        set_tip(self, self.text() if self.width() < self.sizeHint().width() else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pill in the colours of the moment."""
        del event
        draw_pill(QPainter(self), QRectF(self.rect()), self.text(), pill_tone(self.tone))


class ToneLabel(QLabel):
    """A wrapped line of text in the ink of a tone: a prompt or a refusal."""

    def __init__(self, tone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self._tone = tone
        self._colour()

    def say(self, text: str) -> None:
        """Show the text; nothing is hidden away."""
        self.setText(breakable(text))
        self.setVisible(bool(text))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the appearance: a new palette is told to windows alone, a new style to all."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._colour()

    def _colour(self) -> None:
        sheet = f"color: {current_palette().tone(self._tone).ink}"
        if sheet != self.styleSheet():
            self.setStyleSheet(sheet)


class ElidedLabel(QLabel):
    """One line that ends in "…" where there is no room; its tooltip then holds it all."""

    def __init__(self, text: str = "", role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        if role:
            self.setProperty("role", role)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._whole = ""
        if text:
            self.set_whole(text)

    def whole(self) -> str:
        """Return the text without any ellipsis."""
        return self._whole

    def set_whole(self, text: str) -> None:
        """Show this text, as much of it as fits."""
        whole = " ".join(text.split())
        if whole == self._whole:
            return
        self._whole = whole
        self.setAccessibleName(self._whole)
        self._elide()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the room for the whole text."""
        width = self.fontMetrics().horizontalAdvance(self._whole[:600]) + 2
        return QSize(width, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Return the room for a few characters."""
        return QSize(min(40, self.sizeHint().width()), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Elide anew."""
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        mode = Qt.TextElideMode.ElideRight
        shown = self.fontMetrics().elidedText(self._whole[:600], mode, max(0, self.width()))
        self.setText(shown)
        set_tip(self, self._whole if shown != self._whole else "")


class SectionHeading(QWidget):
    """A small heading in capitals, with room for one widget at its right."""

    def __init__(self, text: str, aside: QWidget | None = None) -> None:
        super().__init__()
        self._label = label(text, "section")
        font = self._label.font()
        font.setCapitalization(QFont.Capitalization.AllUppercase)
        self._label.setFont(font)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._label)
        row.addStretch(1)
        if aside is not None:
            row.addWidget(aside)

    def set_text(self, text: str) -> None:
        """Change the heading's words."""
        self._label.setText(text)

    def text(self) -> str:
        """Return the heading's words as given, not in capitals."""
        return self._label.text()


class MessageBar(QFrame):
    """One line under the title bar: what went wrong and what to do, or news, until it is closed.

    ``told``: what it says from now on.
    """

    told = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "message")
        self._text = label(wrap=True)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._sign = ToneLabel("amber")
        self._sign.setProperty("role", "strong")
        self._sign.setWordWrap(False)
        self._sign.setText("!")
        self._action = button("")
        self._action.clicked.connect(self._act)
        self._deed: Callable[[], object] = lambda: None
        close = button("✕", flat=True)
        close.setAccessibleName(self.tr("Close the message"))
        close.clicked.connect(self._close)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 8, 6)
        row.addWidget(self._sign)
        row.addWidget(self._text, 1)
        row.addWidget(self._action)
        row.addWidget(close)
        self.hide()

    def text(self) -> str:
        """Return what the bar says at the moment."""
        return self._text.accessibleName()

    def show_error(self, error: FactcheckError) -> None:
        """Say what is wrong and what to do about it."""
        self.show_message(str(error), warning=True)

    def show_message(self, text: str, *, warning: bool = False, offer: Offer | None = None) -> None:
        """Say something, with a button for what is on offer.

        A ``warning`` wears its colour, and a sign that says the same.
        """
        self._sign.setVisible(warning)
        self.setProperty("warning", "true" if warning else "false")
        self.style().unpolish(self)
        self.style().polish(self)
        self._text.setText(breakable(text))
        self._text.setAccessibleName(text)
        words, self._deed = offer or ("", lambda: None)
        self._action.setText(without_mnemonic(words))
        self._action.setVisible(bool(words))
        self.show()
        self.told.emit(text)

    def _act(self) -> None:
        self._deed()

    def _close(self) -> None:
        self.hide()
        self.closed.emit()
