"""The side of the queue: the queues, whose work, the verdicts, the saved views; all with counts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QCheckBox, QFrame, QMenu, QScrollArea, QVBoxLayout, QWidget

from factcheck.domain.queues import View, address_of
from factcheck.domain.workflow import State
from factcheck.ui.queue.queues import Line, SideList
from factcheck.ui.statement.words import state_look
from factcheck.ui.widgets import SectionHeading

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint

    from factcheck.store.counts import Counts

_WIDTH = 228
_OVERDUE, _STALE, _ALL = "overdue", "stale", "all"
_QUEUES = (
    *(State.TO_CHECK, State.IN_CHECKING, State.AWAITING_REVIEW, State.SENT_BACK, State.CHANGED),
    *(_OVERDUE, _STALE, State.APPROVED, State.DISMISSED, _ALL),
)


class Side(QFrame):
    """Shows a view among the others; ``wanted`` carries the View that was asked for.

    ``forget_wanted`` and ``rename_wanted`` carry the id of a saved view.
    """

    wanted = Signal(object)
    rename_wanted = Signal(str)
    forget_wanted = Signal(str)
    saved_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._view = View()
        self._me = ""
        self._counts: Counts | None = None
        self.queues = SideList(self.tr("Queues"))
        self.verdicts = SideList(self.tr("Verdicts"))
        self.saved = _SavedList(self.tr("Saved views"))
        self.mine = QCheckBox(self.tr("Mine"))
        self.not_mine = QCheckBox(self.tr("Not checked by me"))
        self._verdict_heading = _heading(self.tr("Verdict"))
        self._saved_heading = _heading(self.tr("Saved"))
        self._lay_out()
        self.queues.pressed_on.connect(self._choose_queue)
        self.verdicts.pressed_on.connect(self._choose_verdict)
        self.saved.pressed_on.connect(self.saved_wanted)
        self.saved.rename_wanted.connect(self.rename_wanted)
        self.saved.forget_wanted.connect(self.forget_wanted)
        self.mine.clicked.connect(self._choose_mine)
        self.not_mine.clicked.connect(self._choose_not_mine)
        self.show_view(self._view, "")

    def show_view(self, view: View, me: str) -> None:
        """Light what is on show; ``me`` is the name of the person who looks."""
        self._view, self._me = view, me
        self.mine.setChecked(bool(me) and view.checker == me)
        self.not_mine.setChecked(bool(me) and view.not_checker == me)
        self._show()

    def show_counts(self, counts: Counts | None) -> None:
        """Show how many statements there are everywhere; None while that is not known."""
        self._counts = counts
        self._show()

    def _show(self) -> None:
        counts = self._counts
        lines = [Line(str(key), self._word(key), self._count(key)) for key in _QUEUES]
        self.queues.show_lines(lines, lit=queue_of(self._view))
        outcomes = counts.outcomes if counts else ()
        verdicts = [Line(s.code, f"{s.symbol} {s.word}", f"{n:,}") for s, n in outcomes]
        self.verdicts.show_lines(verdicts, lit=self._view.outcome)
        self._verdict_heading.setVisible(bool(verdicts))
        saved = counts.saved if counts else ()
        known = [Line(s.id, s.name, "?" if n is None else f"{n:,}") for s, n in saved]
        here = address_of(self._view)
        lit = next((s.id for s, _ in saved if s.address == here), "")
        self.saved.show_lines(known, lit=lit)
        self._saved_heading.setVisible(bool(known))

    def _word(self, key: str) -> str:
        words = {
            _OVERDUE: self.tr("Overdue"),
            _STALE: self.tr("Stale evidence"),
            _ALL: self.tr("All statements"),
        }
        return words.get(key) or state_look(State(key)).word

    def _count(self, key: str) -> str:
        if self._counts is None:
            return ""
        others = {
            _OVERDUE: self._counts.overdue,
            _STALE: self._counts.stale,
            _ALL: self._counts.total,
        }
        count = others[key] if key in others else self._counts.states.get(State(key), 0)
        return f"{count:,}"

    def _choose_queue(self, key: str) -> None:
        """Show a queue, whole but for whose it is; order and groups stay."""
        state = None if key in {_OVERDUE, _STALE, _ALL} else State(key)
        kept = {name: getattr(self._view, name) for name in _KEPT}
        self.wanted.emit(View(state=state, overdue=key == _OVERDUE, stale=key == _STALE, **kept))

    def _choose_verdict(self, code: str) -> None:
        """Show only what has this verdict; where that is so already, all verdicts again."""
        self.wanted.emit(replace(self._view, outcome="" if code == self._view.outcome else code))

    def _choose_mine(self) -> None:
        me = self._me if self.mine.isChecked() else ""
        self.wanted.emit(replace(self._view, checker=me, not_checker=""))

    def _choose_not_mine(self) -> None:
        me = self._me if self.not_mine.isChecked() else ""
        self.wanted.emit(replace(self._view, checker="", not_checker=me))

    def _lay_out(self) -> None:
        self.setFixedWidth(_WIDTH)
        self.setProperty("role", "queues")
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(10, 14, 10, 10)
        column.setSpacing(4)
        column.addWidget(_heading(self.tr("Queues")))
        column.addWidget(self.queues)
        boxes = QVBoxLayout()
        boxes.setContentsMargins(9, 4, 0, 0)
        boxes.setSpacing(6)
        for box in (self.mine, self.not_mine):
            boxes.addWidget(box, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(boxes)
        for heading, listed in (
            (self._verdict_heading, self.verdicts),
            (self._saved_heading, self.saved),
        ):
            column.addSpacing(8)
            column.addWidget(heading)
            column.addWidget(listed)
        column.addStretch(1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 1, 0)
        around.addWidget(area)


_KEPT = ("checker", "not_checker", "order", "descending", "group")


def queue_of(view: View) -> str:
    """Return the key of the queue that a view is of."""
    if view.state is not None:
        return str(view.state)
    if view.overdue or view.stale:
        return _OVERDUE if view.overdue else _STALE
    return _ALL


class _SavedList(SideList):
    """Saved views, with a menu for each: also by F2 and Delete."""

    rename_wanted = Signal(str)
    forget_wanted = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._open_menu)
        self.menu = QMenu(self)
        for words, key, signal in (
            (self.tr("Rename…"), "F2", self.rename_wanted),
            (self.tr("Forget"), "Delete", self.forget_wanted),
        ):
            action = self.menu.addAction(words)
            action.setShortcut(QKeySequence(key))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(lambda _on=False, signal=signal: self._ask(signal))
            self.addAction(action)

    def _open_menu(self, place: QPoint) -> None:
        if self.itemAt(place) is not None or self.currentItem() is not None:
            self.menu.popup(self.viewport().mapToGlobal(place))

    def _ask(self, signal: Signal) -> None:
        if self.here():
            signal.emit(self.here())  # type: ignore[attr-defined]


def _heading(words: str) -> SectionHeading:
    heading = SectionHeading(words)
    heading.setContentsMargins(9, 0, 0, 0)
    return heading
