"""The order in which Tab goes from control to control: that of the layouts, as the eye goes.

Qt goes in the order in which widgets were made or came into the window, which is another one.
"""

from __future__ import annotations

from itertools import pairwise
from operator import itemgetter
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QSplitter, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def order_focus(root: QWidget) -> None:
    """Let Tab go through all that is in ``root`` in the order in which it is laid out."""
    for before, after in pairwise((root, *_stops(root))):
        QWidget.setTabOrder(before, after)


def _stops(root: QWidget) -> Iterator[QWidget]:
    """Yield the controls below ``root``, but not what these are made of."""
    for part in _parts(root):
        if part.focusPolicy() is not Qt.FocusPolicy.NoFocus:
            yield part
        yield from _stops(part)


def _parts(widget: QWidget) -> Iterator[QWidget]:
    layout = widget.layout()
    if isinstance(widget, QSplitter):
        held = [widget.widget(place) for place in range(widget.count())]
        yield from (part for part in held if part is not None)
    elif isinstance(widget, QScrollArea):
        yield from (part for part in [widget.widget()] if part is not None)
    elif layout is not None:
        inside = widget.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        yield from _laid_out(layout, inside)


def _laid_out(layout: QLayout, widgets: Sequence[QWidget]) -> Iterator[QWidget]:
    """Yield widgets in their places. Items are asked for their place, never taken out to look at:

    what Python holds of an item after Qt deleted it crashes the program.
    """
    inner = [part for part in layout.children() if isinstance(part, QLayout)]
    placed: list[tuple[int, QWidget | QLayout]] = [
        *((layout.indexOf(widget), widget) for widget in widgets),
        *((layout.indexOf(part), part) for part in inner),
    ]
    for place, part in sorted(placed, key=itemgetter(0)):
        if isinstance(part, QLayout):
            yield from _laid_out(part, widgets)
        elif place >= 0:
            yield part
