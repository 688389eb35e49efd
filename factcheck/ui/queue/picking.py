"""How statements of the list are selected: by key, in ranges, with the mouse, all at once."""

from __future__ import annotations

from functools import partial
from itertools import takewhile
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent

from factcheck.ui.queue.drawing import GUTTER
from factcheck.ui.queue.ranging import Ends, Ranging
from factcheck.ui.queue.selection import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from factcheck.ui.queue.model import QueueModel
    from factcheck.ui.queue.reader import Reader
    from factcheck.ui.queue.reading import Question
    from factcheck.ui.queue.rows import QueueRow
    from factcheck.ui.queue.selection import Seen
    from factcheck.ui.queue.table import StatementTable

_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_STEPS = {int(Qt.Key.Key_Down): 1, int(Qt.Key.Key_Up): -1}


class Picking(QObject):
    """Turns keys and clicks on the table into what is selected in its model.

    ``question`` returns what the list shows at the moment. ``all_wanted``: all of it is to be
    selected.
    """

    all_wanted = Signal()

    def __init__(
        self,
        table: StatementTable,
        model: QueueModel,
        reader: Reader,
        question: Callable[[], Question],
    ) -> None:
        super().__init__(table)
        self._table = table
        self._model = model
        self._question = question
        # Where a range began, and where it ended last.
        self._anchor, self._end = -1, -1
        self._selection = model.selection
        self._ranging = Ranging(reader, model.selection)
        table.installEventFilter(self)
        table.viewport().installEventFilter(self)

    def switch(self) -> None:
        """Select the current line, or no longer."""
        self._switch(self._place())

    def is_on(self) -> bool:
        """Say whether anything is selected, or about to be."""
        return self._selection.is_on() or self._ranging.is_under_way()

    def then(self, deed: Callable[[], object]) -> None:
        """Do what concerns the selection, as soon as a range is whole."""
        self._ranging.then(deed)

    def extend(self, by: int) -> None:
        """Go to the next line (1) or the last one (-1) and let the range end there."""
        here, there = self._place(), self._place() + by
        if not 0 <= there < self._model.total:
            return
        if here != self._end:
            self._anchor = here
        back = abs(there - self._anchor) < abs(here - self._anchor)
        rows = [row for at in (here, there) if (row := self._model.row(at))]
        if back:
            self.then(partial(self._selection.leave_out, rows[:1]))
        else:
            self._selection.add(_seen(rows))
        self._table.go_to(there)
        self._end = there

    def take_all(self, position: int) -> None:
        """Select all of the view, at this place in the log."""
        question = self._question()
        if self._model.total:
            self._selection.select_all(Rule(question.view, question.now, position))

    def clear(self) -> None:
        """Select nothing, and go back to the list."""
        self._selection.clear()
        self._table.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the clicks and keys that select."""
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonPress:
            return watched is self._table.viewport() and self._take_click(event)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._take_key(event)
        return False

    def _take_key(self, event: QKeyEvent) -> bool:
        """Take the keys that every list has, and that no command may therefore have."""
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self.all_wanted.emit()
        elif event.modifiers() == _SHIFT and event.key() in _STEPS:
            self.extend(_STEPS[event.key()])
        else:
            return event.key() == Qt.Key.Key_Escape and self._give_up()
        return True

    def _give_up(self) -> bool:
        """Select nothing; False if that is so already."""
        was_on = self.is_on()
        self._selection.clear()
        return was_on

    def _take_click(self, event: QMouseEvent) -> bool:
        at = event.position().toPoint()
        place, held = self._table.rowAt(at.y()), event.modifiers()
        if place < 0 or event.button() is not Qt.MouseButton.LeftButton:
            return False
        in_gutter = self._selection.is_on() and at.x() < GUTTER
        if held & _SHIFT:
            self._select_range(self._place(), place)
        elif held & _CTRL or in_gutter:
            self._switch(place)
        else:
            return False
        self._table.go_to(place)
        return True

    def _switch(self, place: int) -> None:
        if row := self._model.row(place):
            self.then(partial(self._selection.switch, row))
        self._anchor = self._end = -1

    def _select_range(self, one: int, other: int) -> None:
        """Select what stands between two lines; what was not read yet is read first."""
        first, last = sorted((max(0, one), other))
        shown = (self._model.row(at) for at in range(first, last + 1))
        rows = [row for row in takewhile(bool, shown) if row]
        if len(rows) > last - first:
            self._selection.add(_seen(rows))
        elif last - first + 1 == self._model.total:
            self.all_wanted.emit()
        else:
            ends = Ends(first, last, (self._key(first), self._key(last)))
            self.then(partial(self._ranging.select, self._question(), ends))

    def _key(self, place: int) -> int | None:
        row = self._model.row(place)
        return row.pk if row else None

    def _place(self) -> int:
        return self._table.currentIndex().row()


def _seen(rows: Iterable[QueueRow]) -> Seen:
    return {row.statement_id: row.verdict_id for row in rows}
