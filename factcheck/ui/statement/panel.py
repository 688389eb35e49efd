"""The panel beside the article: everything about one statement, and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from factcheck.domain.ids import PersonId
from factcheck.domain.workflow import State, Step
from factcheck.ui.dialogs.drops import dropped_address, dropped_paths
from factcheck.ui.focus_order import order_focus
from factcheck.ui.key_labels import KeyLabel
from factcheck.ui.later import later, painted_apart
from factcheck.ui.statement.evidence import EvidenceSection
from factcheck.ui.statement.head import Head
from factcheck.ui.statement.history import HistorySection
from factcheck.ui.statement.notes import NotesSection
from factcheck.ui.statement.seen import SeenSection
from factcheck.ui.statement.step_bar import StepBar
from factcheck.ui.statement.verdict import VerdictSection
from factcheck.ui.widgets import keep_room_for_scrolling, label, laid_out_once, rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from datetime import datetime

    from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent

    from factcheck.domain.model import Scale
    from factcheck.domain.report_data import ReportStatement
    from factcheck.ui.queue.in_sentence import Sentence

_NOBODY = PersonId("")
_NARROWEST = 300  # pixels, in which also long words of another language have room
_USUAL_CARDS = 2
_LATER_MS = 1  # with 0 the same turn of the event loop might go on


class StatementPanel(QWidget):
    """Shows one statement and tells what the person wants; it never decides nor writes.

    ``now`` gives an aware moment in the time zone in which days are counted.
    ``verdict_given``: scale id, code, reasoning, correction ("" where the words may stay).
    ``citation_clicked``: citation id. ``kind_changed``: a StatementKind's value.
    ``files_dropped``: paths; ``address_dropped``: of a web page.
    ``details_requested``: the name of the detail to begin with, or "". ``left``: the person goes
    back to the article.
    """

    verdict_given = Signal(str, str, str, str)
    attach_requested = Signal()
    step_requested = Signal(Step)
    override_requested = Signal()
    kind_changed = Signal(str)
    details_requested = Signal(str)
    files_dropped = Signal(list)
    address_dropped = Signal(str)
    citation_clicked = Signal(str)
    history_requested = Signal()
    left = Signal()

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._now = now
        self.setAcceptDrops(True)
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Statement"))
        self.head = Head()
        self.verdict = VerdictSection()
        self.evidence = EvidenceSection()
        self.seen = SeenSection()
        self.notes = NotesSection()
        self.history = HistorySection()
        self.steps = StepBar()
        self._stand: tuple[State, Mapping[Step, str], bool] = (State.TO_CHECK, {}, False)
        self._ready = False
        self._ordered: list[QWidget] = []
        self._order_soon = later(self, self._order_focus)
        self._turn_soon = later(self, self._come, _LATER_MS)
        self._paint_apart = painted_apart(self)
        self._has_one = False
        self._pages = QStackedWidget()
        self._pages.addWidget(self._empty_page())
        self._pages.addWidget(self._statement_page())
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)  # the line at the left stays free
        column.addWidget(self._pages)
        self._connect()

    def show_statement(
        self,
        detail: ReportStatement | None,
        *,
        total: int,
        scales: tuple[Scale, ...],
        refusals: Mapping[Step, str],
        assigned: str = "",
        me: PersonId = _NOBODY,
        read_only: str = "",
        own: bool = False,
    ) -> None:
        """Show this statement, or that none is chosen; ``assigned`` is who is to check it now.

        ``refusals`` says of each step why it can't be taken now; what isn't there may be. Notes
        are ``me``'s own or others'; ``read_only`` says why none can be written, if so. ``own``:
        the verdict is ``me``'s, so approving it is refused but can be overridden.
        """
        self._has_one = detail is not None
        if detail is None:
            self.settle()
            return
        now = self._now()
        # Known first: a button that is being pressed must not be disabled for a moment.
        self._stand = (detail.statement.state, refusals, own)
        with laid_out_once(self._inner):
            self.head.show_statement(detail, total, now, assigned)
            self.verdict.show_statement(detail, scales, refusals.get(Step.JUDGE, ""))
            self.evidence.show_citations(detail.citations, refusals.get(Step.GATHER, ""), now)
            self.notes.show_notes(detail, me=me, refusal=read_only, now=now)
        self._show_steps()
        # Filled before it is shown: else each part would lay out all the others. And shown in a
        # turn of its own: the first time both take as long as a frame.
        self._turn_soon.start()

    def come_apart(self) -> None:
        """Before the panel is shown again: its statement follows in a turn of its own."""
        if self._has_one:
            self._pages.setCurrentIndex(0)
            self._paint_apart()
            self._turn_soon.start()

    def _come(self) -> None:
        if self._pages.currentIndex() != int(self._has_one):
            self._paint_apart()
        self.settle()

    def settle(self) -> bool:
        """Show at once what waits for its turn; False if no statement is on show then."""
        self._turn_soon.stop()
        self._pages.setCurrentIndex(int(self._has_one))
        self._order_soon.start()
        return self._has_one

    def make_ready(self, scales: Sequence[Scale]) -> Iterator[None]:
        """Make, a little at each step, what the first statement will need."""
        for scale in scales:
            if not self._has_one:
                self.verdict.grid.set_scale(scale)
            yield
        for _ in range(_USUAL_CARDS):
            self.evidence.make_card()
            yield
        self._order_focus()

    def show_sentence(self, sentence: Sentence | None, tone: str = "blue") -> None:
        """Show the statement's words in their sentence instead of alone; None: alone again."""
        with laid_out_once(self._inner):
            self.head.show_sentence(sentence, tone)

    def _order_focus(self) -> None:
        """Let Tab follow the eye also through what has just come: once it is painted."""
        evidence = self.evidence.made()
        come = [*self.verdict.grid.buttons, *evidence, *self.notes.cards.values()]
        if come != self._ordered:
            self._ordered = come
            order_focus(self)

    def _show_steps(self) -> None:
        """Show what can be done; a verdict that waits for no more than a yes may be submitted."""
        state, refusals, own = self._stand
        self._ready = self.verdict.is_ready()
        if self._ready:
            refusals = {step: why for step, why in refusals.items() if step is not Step.SUBMIT}
        with laid_out_once(self._page):
            self.steps.show_steps(state, refusals, own=own)

    def _follow_typing(self) -> None:
        if self._ready != self.verdict.is_ready():
            self._show_steps()

    def focus_first(self) -> None:
        """Give the focus to the verdict, from where Tab leads on."""
        if self.settle():
            self.verdict.focus_first()

    def press_outcome(self, place: int) -> None:
        """Press the outcome at this place, counted from 1: for the window's number keys."""
        if self.settle():
            self.verdict.press(place)

    def write_note(self) -> None:
        """Go to the field for a new note."""
        if self.settle():
            self.notes.begin()

    def go_to_seen(self) -> None:
        """Go to what was judged before and reads alike."""
        if self.settle() and self.seen.focus_first():
            self._area.ensureWidgetVisible(self.seen.cards[0], 0, 12)

    def show_evidence(self, citation: str) -> None:
        """Give the focus to the card of a citation, where it can be seen."""
        self.settle()
        self.evidence.focus_card(citation)
        # Cards that have just come get their places first.
        QTimer.singleShot(0, self._keep_in_sight)

    def take_main_step(self) -> None:
        """Submit or approve, whichever is on show and allowed."""
        if self.settle():
            self.steps.take_main()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the article with Escape; the commands' keys are the window's."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and links where evidence may be attached."""
        data = event.mimeData()
        allowed = self.settle() and self.evidence.attach.isEnabled()
        if allowed and (dropped_paths(data) or dropped_address(data)):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell what was dropped."""
        event.acceptProposedAction()
        if files := dropped_paths(event.mimeData()):
            self.files_dropped.emit(files)
        elif address := dropped_address(event.mimeData()):
            self.address_dropped.emit(address)

    def _empty_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(28, 28, 28, 28)
        column.setSpacing(6)
        column.addStretch(2)
        column.addWidget(label(self.tr("No statement chosen"), "title", wrap=True))
        for command, words in (
            ("statement.mark", self.tr("Select words in the article and press {0}.")),
            ("statement.open", self.tr("Press {0} for the next one that is open.")),
        ):
            column.addWidget(KeyLabel(command, words, "muted", wrap=True, advice=True))
        column.addStretch(3)
        return page

    def _statement_page(self) -> QWidget:
        self._page = QWidget()
        column = QVBoxLayout(self._page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._scrolling(), 1)
        column.addWidget(rule())
        column.addWidget(self.steps)
        return self._page

    def _scrolling(self) -> QScrollArea:
        self._inner = _Scrolled()
        column = _Column(self._inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        parts = (self.head, self.verdict, self.evidence, self.notes, self.history)
        for part in parts:
            column.addWidget(part)
            if part is self.evidence:
                # It brings its own line, for most statements have nothing to show there.
                column.addWidget(self.seen)
            if part is not parts[-1]:
                column.addWidget(rule())
        column.addStretch(1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setMinimumWidth(_NARROWEST)
        keep_room_for_scrolling(area)
        area.setWidget(self._inner)
        area.verticalScrollBar().rangeChanged.connect(self._keep_in_sight)
        self.notes.typed_in.connect(self._keep_in_sight)
        self._area = area
        return area

    def _keep_in_sight(self) -> None:
        """Let all of the note be seen that is typed in, also while it grows; or a chosen card."""
        if part := self.notes.in_use() or self.evidence.focused_card():
            self._area.ensureWidgetVisible(part, 0, 12)

    def _connect(self) -> None:
        self.head.kind_changed.connect(self.kind_changed)
        self.head.details_requested.connect(self.details_requested)
        self.verdict.given.connect(self.verdict_given)
        self.verdict.drafts_changed.connect(self._follow_typing)
        self.verdict.escaped.connect(self.left)
        self.evidence.attach_requested.connect(self.attach_requested)
        self.evidence.citation_clicked.connect(self.citation_clicked)
        self.seen.shown.connect(self._order_soon.start)
        for part in (self.seen, self.history):
            # What comes later makes the page higher, and all of it is painted.
            part.shown.connect(self._paint_apart)
        self.notes.escaped.connect(self.left)
        self.history.all_requested.connect(self.history_requested)
        self.steps.requested.connect(self._ask_for)
        self.steps.override_requested.connect(self.override_requested)
        self.steps.history_requested.connect(self.history_requested)

    def _ask_for(self, step: Step) -> None:
        """Pass the step on; before a submission, give what was typed and not yet given."""
        ready = step is not Step.SUBMIT or not self.verdict.unsent() or self.verdict.give()
        if ready:
            self.step_requested.emit(step)
        focus = QApplication.focusWidget()
        if focus is not None and self.steps.isAncestorOf(focus):
            # The button is gone or does another thing now: the next key must not press it.
            self.left.emit()


class _Scrolled(QWidget):
    """Is as high as its words need at the width there is."""

    def minimumSizeHint(self) -> QSize:
        """Leave the height to the width: the layout's own least height is that of a sliver."""
        return QSize(super().minimumSizeHint().width(), 0)


class _Column(QVBoxLayout):
    """Waits until the scroll area has made the page as high as it must be.

    Qt would lay out the page in its old height first: each part would be squeezed, moved back and
    painted anew whenever one of them grows.
    """

    def setGeometry(self, rect: QRect) -> None:
        """Lay out where there is room for all."""
        if rect.height() >= self.heightForWidth(rect.width()):
            super().setGeometry(rect)
