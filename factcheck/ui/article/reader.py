"""Makes a plain text widget one to read in: with a caret, without a way to change anything."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QPlainTextEdit


def make_reader(view: QPlainTextEdit, margin: float) -> None:
    """Let a widget show text with caret and selection; ``margin`` in pixels is around the words."""
    view.setProperty("role", "article")
    view.setReadOnly(True)
    view.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    view.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
    view.setAcceptDrops(False)
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setCursorWidth(2)
    view.setUndoRedoEnabled(False)
    view.document().setDocumentMargin(margin)
    view.viewport().setMouseTracking(True)


def set_side(view: QPlainTextEdit, *, right: bool) -> None:
    """Let lines begin at the left or at the right, as the article's script does."""
    option = view.document().defaultTextOption()
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
    view.document().setDefaultTextOption(option)
