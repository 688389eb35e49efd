"""The place in the text stays while its letters or its column change."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint

from factcheck.ui.article.scrolling import scroll_to

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.ui.article.view import ArticleView


# A point in the first line whatever its height; its upper edge may round to the line above.
_IN_FIRST_LINE = QPoint(0, 4)


@contextmanager
def first_line_held(view: ArticleView) -> Iterator[None]:
    """Keep the first words on show where they are while all words are set anew.

    The scroll bar alone would keep the number of their line, in which others stand then.
    """
    first = view.cursorForPosition(_IN_FIRST_LINE)
    yield
    scroll_to(view, first, view.blockBoundingRect, eye=0)
