"""The article as it is read and marked: a reading column with highlights under the words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPalette, QTextCursor, QTextDocument
from PySide6.QtWidgets import QApplication, QFrame, QPlainTextDocumentLayout, QPlainTextEdit

from factcheck.domain.model import Block, BlockKind
from factcheck.ui import fonts
from factcheck.ui.article import painter as drawing
from factcheck.ui.article.display import Display
from factcheck.ui.article.geometry import parts
from factcheck.ui.article.highlights import Highlight, HighlightIndex
from factcheck.ui.article.rooms import Rooms
from factcheck.ui.article.typesetting import letters, typeset
from factcheck.ui.widgets import current_palette
