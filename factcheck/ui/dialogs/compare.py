"""Shows what changed from one copy of a source to another, as plain text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QPlainTextEdit,
    QVBoxLayout,
)

from factcheck.domain.diff import Piece, PieceKind, around_changes
from factcheck.ui.statement.fields import write_pieces
from factcheck.ui.statement.when import full_moment
from factcheck.ui.widgets import ToneLabel, label

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtWidgets import QWidget

    from factcheck.domain.model import Capture

# Code points of unchanged words that are shown on each side of a change.
_AROUND = 300
_MOST_SHOWN = 200_000
_LONG_WORD = re.compile(r"(\S{500})(?=\S)")
_CHANGES = (PieceKind.REMOVED, PieceKind.ADDED)
_MOST_SAID = 20  # changes that are read out


class CompareDialog(QDialog):
    """Two copies to choose, an old and a new one, and what went and came between them.

    ``wanted`` carries the two that are chosen; ``show_changes`` answers it.
    """

    wanted = Signal(object, object)

    def __init__(
        self,
        copies: tuple[Capture, ...],
        lost: tuple[str, ...],
        now: datetime,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._copies = copies
        names = [
            f"{number} · {full_moment(each.captured_at, now)}"
            for number, each in enumerate(copies, start=1)
        ]
        self.old, self.new = QComboBox(), QComboBox()
        for chooser, name, at in (
            (self.old, self.tr("Old copy"), len(copies) - 2),
            (self.new, self.tr("New copy"), len(copies) - 1),
        ):
            chooser.setAccessibleName(name)
            chooser.addItems(names)
            chooser.setCurrentIndex(at)
            chooser.currentIndexChanged.connect(self.ask)
        self.remark = label("", "muted", wrap=True)
        self.lost = ToneLabel("red")
        self.lost.setWordWrap(True)
        self.lost.setText(
            "\n".join(self.tr("No longer in it: “{0}”").format(each) for each in lost)
        )
        self.changes = ChangesView(self.tr("What changed"))
        self._lay_out()
        self.lost.setVisible(bool(lost))

    def ask(self) -> None:
        """Ask for what changed between the two copies."""
        self.remark.setText(self.tr("They are compared…"))
        self.wanted.emit(*self._chosen())

    def show_changes(
        self, old: Capture, new: Capture, pieces: tuple[Piece, ...], problem: str = ""
    ) -> None:
        """Show these changes, or why there are none, unless two others were chosen meanwhile."""
        if (old, new) != self._chosen():
            return
        counts = [sum(piece.kind is kind for piece in pieces) for kind in _CHANGES]
        told = self.tr("{0} stretches went, {1} came; what stayed is shortened.").format(*counts)
        self.remark.setText(
            problem or (told if any(counts) else self.tr("Their words are the same."))
        )
        near = around_changes(pieces, _AROUND)
        self.changes.show_pieces(_fit(near))
        if sum(len(piece.text) for piece in near) > _MOST_SHOWN:
            self.remark.setText(f"{self.remark.text()} {self.tr('This is the beginning.')}")

    def _chosen(self) -> tuple[Capture, Capture]:
        return self._copies[self.old.currentIndex()], self._copies[self.new.currentIndex()]

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(8)
        for part in (self.old, label("→", "muted"), self.new):
            row.addWidget(part)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        column.addLayout(row)
        column.addWidget(self.remark)
        column.addWidget(self.lost)
        column.addWidget(self.changes, 1)
        column.addWidget(buttons)
        self.resize(760, 620)


def _fit(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Return so much of the pieces as can be shown; Qt would lay a long word out for minutes."""
    left, shown = _MOST_SHOWN, []
    for piece in pieces:
        text = _LONG_WORD.sub(r"\1\n", piece.text[: max(0, left)])
        shown.append(Piece(piece.kind, text))
        left -= len(piece.text)
    return tuple(piece for piece in shown if piece.text)


class ChangesView(QPlainTextEdit):
    """A text of any length with what went and came in it, to be read and scrolled by keyboard."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setAccessibleName(name)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._pieces: tuple[Piece, ...] = ()

    def show_pieces(self, pieces: tuple[Piece, ...]) -> None:
        """Show these pieces from the beginning."""
        self._pieces = pieces
        write_pieces(self, pieces)
        self.moveCursor(QTextCursor.MoveOperation.Start)
        out, come = self.tr("out: {}"), self.tr("in: {}")
        said = {PieceKind.REMOVED: out, PieceKind.ADDED: come}
        changes = [piece for piece in pieces if piece.kind in said][:_MOST_SAID]
        self.setAccessibleDescription(
            " · ".join(said[each.kind].format(each.text.strip()) for each in changes)
        )

    def changeEvent(self, event: QEvent) -> None:
        """Follow the appearance."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationPaletteChange:
            write_pieces(self, self._pieces)
