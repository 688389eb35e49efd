"""Text fields that are as high as their text, and one that shows a change of words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy

from factcheck.domain.diff import PieceKind
from factcheck.ui.key_labels import giving_keys
from factcheck.ui.widgets import current_palette

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QFocusEvent, QResizeEvent

    from factcheck.domain.diff import Piece
    from factcheck.ui.palette import Palette

_MOST_LINES = 6
_AWAY_FOR_A_MOMENT = (
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)


def raw_text(field: QPlainTextEdit) -> str:
    """Return a field's text as typed: toPlainText() would turn no-break spaces into spaces."""
    return field.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")


class GrowingEdit(QPlainTextEdit):
    """A field from ``least`` to six lines high. Tab leaves it, a key gives what it says."""

    given = Signal()
    escaped = Signal()
    left = Signal()

    def __init__(self, *, least: int = 1, most: int = _MOST_LINES) -> None:
        super().__init__()
        self._least, self._most = least, most
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)

    def text(self) -> str:
        """Return the text as typed."""
        return raw_text(self)

    def set_text(self, text: str) -> None:
        """Replace the text, unless it is there already: the caret stays where it was."""
        if text != self.text():
            self.setPlainText(text)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take words only: files and links that are dropped are for what is around the field."""
        return not source.hasUrls() and super().canInsertFromMimeData(source)

    def event(self, event: QEvent) -> bool:
        """Claim its own keys before a shortcut of the window takes them."""
        if event.type() == QEvent.Type.ShortcutOverride and self._own_key(event):  # type: ignore[arg-type]
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn its own keys into signals; the rest is typing."""
        if not self._own_key(event):
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            self.given.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell when the person goes on to something else, not when a menu or window pops up."""
        super().focusOutEvent(event)
        if event.reason() not in _AWAY_FOR_A_MOMENT:
            self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew, and be as high as that needs."""
        super().resizeEvent(event)
        self._fit()

    def _own_key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            return True
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return QKeySequence(event.key() | held.value) in giving_keys(self)

    def sizeHint(self) -> QSize:
        """Return the height that the text needs."""
        return QSize(super().sizeHint().width(), self._height())

    def _fit(self) -> None:
        self.setFixedHeight(self._height())

    def _height(self) -> int:
        self.ensurePolished()
        line, margin = self.fontMetrics().lineSpacing(), round(self.document().documentMargin())
        least, most = self._least * line + margin, self._most * line + margin
        chrome = self.contentsMargins().top() + self.contentsMargins().bottom()
        return min(max(self._text_height(most), least), most) + chrome + 2 * margin

    def _text_height(self, enough: int) -> int:
        """Add up the blocks, as far as the field can grow: fallback fonts make lines higher.

        The last block brings the document's lower margin with it.
        """
        height, block = 0.0, self.document().firstBlock()
        while block.isValid() and height < enough:
            height += self.blockBoundingRect(block).height()
            block = block.next()
        return round(height + 0.5)


class ReasonField(GrowingEdit):
    """Leaves ``window_keys`` to the window while all of its text is selected."""

    def __init__(self, *, least: int) -> None:
        super().__init__(least=least)
        self.window_keys: list[QKeySequence] = []

    def event(self, event: QEvent) -> bool:
        """Claim no key that is the window's just now."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            key = QKeySequence(event.keyCombination())
            if key in self.window_keys and self._all_selected():
                event.ignore()
                return True
        return super().event(event)

    def _all_selected(self) -> bool:
        cursor, end = self.textCursor(), self.document().characterCount() - 1
        return (cursor.selectionStart(), cursor.selectionEnd()) == (0, end)


class DiffView(GrowingEdit):
    """Shows what changes: struck through what goes, underlined what comes."""

    def __init__(self) -> None:
        super().__init__(most=12)
        self.setReadOnly(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self._pieces: tuple[Piece, ...] = ()

    def show_pieces(self, pieces: tuple[Piece, ...]) -> None:
        """Set the pieces in reading order."""
        self._pieces = pieces
        self._write()
        self.setAccessibleDescription(self._in_words())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the appearance."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationPaletteChange:
            self._write()

    def _write(self) -> None:
        write_pieces(self, self._pieces)
        self._fit()

    def _in_words(self) -> str:
        said = {
            PieceKind.SAME: "{}",
            PieceKind.REMOVED: self.tr("[out: {}]"),
            PieceKind.ADDED: self.tr("[in: {}]"),
        }
        return " ".join(said[piece.kind].format(piece.text.strip()) for piece in self._pieces)


def write_pieces(view: QPlainTextEdit, pieces: tuple[Piece, ...]) -> None:
    """Show the pieces in reading order: struck through what went, underlined what came."""
    view.clear()
    cursor = QTextCursor(view.document())
    palette = current_palette()
    before = PieceKind.SAME
    for piece in pieces:
        if before is PieceKind.REMOVED and piece.kind is PieceKind.ADDED:
            cursor.insertText(" ", QTextCharFormat())
        cursor.insertText(piece.text, _format(piece.kind, palette))
        before = piece.kind


def _format(kind: PieceKind, palette: Palette) -> QTextCharFormat:
    form = QTextCharFormat()
    if kind is PieceKind.SAME:
        return form
    tone = palette.tone("red" if kind is PieceKind.REMOVED else "green")
    form.setForeground(QColor(tone.ink))
    form.setBackground(QColor(tone.tint))
    form.setFontStrikeOut(kind is PieceKind.REMOVED)
    form.setFontUnderline(kind is PieceKind.ADDED)
    return form
