import re
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from factcheck.ui import fonts, theme
from factcheck.ui.article.highlights import Highlight, HighlightIndex
from factcheck.ui.article.view import ArticleView
from factcheck.ui.palette import LIGHT

TEXT = (
    "A 👩‍👩‍👧‍👦 family and a 😀 face come first.\n\n"
    "The harbour earned 40.5 million crowns in the third quarter of the year.\n\n"
    "Nothing is claimed here."
)


@pytest.fixture
def view(qtbot: QtBot, qapp: QApplication) -> ArticleView:
    fonts.load_for_shell()
    fonts.load_for_reading()
    theme.apply(qapp, LIGHT)
    view = ArticleView(lambda statement: int(re.sub(r"\D", "", statement) or 1))
    qtbot.addWidget(view)
    view.resize(800, 600)
    view.set_article(TEXT, (), HighlightIndex())
    view.show()
    qtbot.waitExposed(view)
    return view


@pytest.fixture
def at(view: ArticleView) -> Callable[[int], QPoint]:
    """Where the left edge of a character of the first screen is, by its code point."""

    def find(point: int) -> QPoint:
        cursor = QTextCursor(view.document())
        # The tests' texts have no line that is split, so a line adds nothing.
        cursor.setPosition(len(TEXT[:point].encode("utf-16-le")) // 2)
        return view.cursorRect(cursor).center()

    return find


@pytest.fixture
def marked() -> Callable[..., Highlight]:
    def make(words: str, number: int = 1, tone: str = "green", symbol: str = "✓") -> Highlight:
        start = TEXT.index(words)
        return Highlight(f"s{number}", start, start + len(words), tone, symbol)

    return make
