"""The verdict of a statement: outcome, reasoning, suggested words; typed text is never lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from factcheck.domain.diff import word_diff
from factcheck.domain.scales import WITHOUT_REASON, require_reasoning
from factcheck.errors import FactcheckError
from factcheck.ui.key_labels import follow_giving_key, giving_key
from factcheck.ui.statement.draft import Draft, Typed
from factcheck.ui.statement.fields import DiffView, GrowingEdit, ReasonField
from factcheck.ui.statement.head import exact_words
from factcheck.ui.statement.meaning import Meaning
from factcheck.ui.statement.verdict_button import Lit
from factcheck.ui.statement.verdict_grid import ScaleChoice, VerdictGrid
from factcheck.ui.widgets import SectionHeading, ToneLabel, label

if TYPE_CHECKING:
    from PySide6.QtGui import QActionEvent, QKeySequence, QShowEvent

    from factcheck.domain.ids import StatementId
    from factcheck.domain.model import Scale, ScaleStep
    from factcheck.domain.report_data import ReportStatement


class VerdictSection(QWidget):
    """Gives a verdict at the press of a button, or as soon as its reason is there.

    ``given``: scale id, code, reasoning, correction ("" where the words may stay); who takes it
    down says so by ``take_down``.
    ``escaped``: the person is done here. ``drafts_changed``: ``drafts()`` may say something else.
    ``scales_requested``: the person wants to define scales.
    """

    given = Signal(str, str, str, str)
    scales_requested = Signal()
    escaped = Signal()
    drafts_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.grid = VerdictGrid()
        self.scale_choice = ScaleChoice()
        self.meaning = Meaning()
        self.reasoning = ReasonField(least=2)
        self.correction = GrowingEdit()
        self.diff = DiffView()
        self.prompt = ToneLabel("amber")
        self._detail: ReportStatement | None = None
        self._scales: tuple[Scale, ...] = ()
        self._scale: Scale | None = None
        self._last_scale = ""
        self._pending = ""
        self._is_taken = False
        self._base = Typed("", "")
        self._drafts: dict[StatementId, Draft] = {}
        self._name_things()
        self._lay_out()
        self._connect()

    def show_statement(
        self, detail: ReportStatement, scales: tuple[Scale, ...], refusal: str
    ) -> None:
        """Show the verdict of this statement, and what was typed for it and not yet given.

        ``scales`` are the newest versions, the one that the article is judged with first.
        """
        draft = self._draft_for(detail)
        self._scale = self._pick_scale(detail, scales, draft.scale)
        self._detail, self._scales = detail, scales
        waits = self._scale is not None and self._scale.id == draft.scale
        self._base, self._pending = _base(detail), draft.pending if waits else ""
        self._fill(draft)
        self._refuse(refusal)
        self._refresh()

    def press(self, place: int) -> None:
        """Press the button at this place, counted from 1, if there is one and it is allowed."""
        if 1 <= place <= len(self.grid.buttons):
            self.grid.buttons[place - 1].click()

    def focus_first(self) -> None:
        """Give the focus to the first outcome."""
        if self.grid.buttons:
            self.grid.buttons[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def unsent(self) -> bool:
        """Say whether something typed has not been given yet."""
        return bool(self._pending) or self._meant(self._typed()) != self._meant(self._base)

    def is_ready(self) -> bool:
        """Say whether an outcome waits that can be given: its reason is there."""
        return bool(self._pending) and bool(self.reasoning.text().strip())

    def drafts(self) -> dict[StatementId, Draft]:
        """Return all that was typed and not yet given, by its statement."""
        drafts = dict(self._drafts)
        if self._detail is not None and self.unsent():
            drafts[self._detail.statement.id] = self._draft()
        return drafts

    def set_drafts(self, drafts: dict[StatementId, Draft]) -> None:
        """Take over what was typed earlier; what is on show now is forgotten."""
        self._detail, self._pending = None, ""
        self._drafts = dict(drafts)

    def give(self) -> bool:
        """Give the waiting or standing outcome with what is typed; False if that can't be."""
        code = self._pending or self._standing()
        if not code:
            self.prompt.say(self.tr("Choose an outcome first."))
            return False
        return self._judge(code)

    def take_down(self) -> None:
        """Know that the outcome that is being given was taken down; else it goes on waiting."""
        self._is_taken = True

    def showEvent(self, event: QShowEvent) -> None:
        """Look for the key that gives what is typed."""
        super().showEvent(event)
        follow_giving_key(self)

    def actionEvent(self, event: QActionEvent) -> None:
        """Name the key that it is now."""
        super().actionEvent(event)
        self.prompt.say(self._prompt())

    def _name_things(self) -> None:
        self.reasoning.setAccessibleName(self.tr("Reasoning"))
        self.correction.setAccessibleName(self.tr("Suggested words"))
        self.diff.setAccessibleName(self.tr("What the suggestion changes"))
        for field in (self.correction, self.diff):
            field.setProperty("role", "diff")

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 11, 16, 13)
        column.setSpacing(8)
        column.addWidget(SectionHeading(self.tr("Verdict"), self.scale_choice))
        column.addWidget(self.grid)
        column.addWidget(self.meaning)
        column.addWidget(self.reasoning)
        column.addWidget(self.prompt)
        suggested = label(self.tr("Suggested &words"), "muted")
        suggested.setBuddy(self.correction)
        column.addWidget(suggested)
        column.addWidget(self.correction)
        column.addWidget(self.diff)

    def _connect(self) -> None:
        self.grid.pressed.connect(self._press)
        self.grid.pointed.connect(self._tell_meaning)
        self.scale_choice.chosen.connect(self._choose_scale)
        self.scale_choice.scales_requested.connect(self.scales_requested)
        for field in (self.reasoning, self.correction):
            field.textChanged.connect(self._refresh)
            field.given.connect(self._give_typed)
            field.left.connect(self._give_pending)
            field.escaped.connect(self.escaped)

    def _typed(self) -> Typed:
        return Typed(self.reasoning.text(), self.correction.text())

    def _standing(self) -> str:
        """Return the code that is lit on the scale on show, or ""."""
        detail = self._detail
        if detail is None or detail.step is None or detail.scale is None or self._scale is None:
            return ""
        return detail.step.code if detail.scale.id == self._scale.id else ""

    def _meant(self, typed: Typed) -> Typed:
        """Leave out what makes no difference: outer spaces, a correction that changes nothing."""
        words = exact_words(self._detail) if self._detail else ""
        correction = typed.correction.strip()
        return Typed(typed.reasoning.strip(), "" if correction == words else correction)

    def _draft(self) -> Draft:
        scale = self._scale.id if self._scale is not None and self._pending else ""
        return Draft(self._typed(), self._base, self._pending, scale)

    def _draft_for(self, detail: ReportStatement) -> Draft:
        """Put aside what was typed for the statement on show, and take up what was for this."""
        if self._detail is not None:
            draft = self._draft()
            if self._detail.statement.id == detail.statement.id:
                return draft
            if self.unsent():
                self._drafts[self._detail.statement.id] = draft
        base = _base(detail)
        return self._drafts.pop(detail.statement.id, Draft(base, base))

    def _fill(self, draft: Draft) -> None:
        """Set each field to what the verdict says, unless the person typed something else."""
        typed, old, new = (self._meant(each) for each in (draft.typed, draft.base, self._base))
        fields = (self.reasoning, self.correction)
        for place, field in enumerate(fields):
            untouched = typed[place] == old[place] != new[place]
            with QSignalBlocker(field):
                field.set_text(self._base[place] if untouched else draft.typed[place])

    def _pick_scale(
        self, detail: ReportStatement, scales: tuple[Scale, ...], waiting: str
    ) -> Scale | None:
        """Choose what waits, what is on show for this verdict, its own, the last used, the first.

        Where the article’s scale is another than before, what was used last is over.
        """
        if scales[:1] != self._scales[:1]:
            self._scale, self._last_scale = None, ""
        drafted = [scale for scale in scales if scale.id == waiting]
        shown = self._scale if _same_verdict(self._detail, detail) else None
        last = [scale for scale in scales if scale.name == self._last_scale]
        standing = [shown] if shown in (*scales, detail.scale) else []
        fitting = (*drafted, *standing, detail.scale, *last, *scales)
        return next((scale for scale in fitting if scale is not None), None)

    def _choose_scale(self, scale_id: str) -> None:
        self._scale = next(scale for scale in self._scales if scale.id == scale_id)
        self._last_scale = self._scale.name
        self._pending = ""
        self._show_scale()
        self._refresh()

    def _press(self, code: str) -> None:
        """Give an outcome; one that would take over another's reasoning waits for a yes."""
        if self._reuses(code) and code != self._pending:
            self._wait_for_reason(code)
            self.reasoning.selectAll()
        elif self._pending and code == self._standing() and self._typed() == self._base:
            self._pending = ""
            self._refresh()
        else:
            self._judge(code)

    def _reuses(self, code: str) -> bool:
        """Say whether an outcome would take over the reasoning that another one stands on."""
        base = self._meant(self._base).reasoning
        same = base and base == self._meant(self._typed()).reasoning
        return bool(same) and code not in {"", self._standing()}

    def _judge(self, code: str) -> bool:
        """Give an outcome; False where its reason is missing, or it was not taken down."""
        if self._scale is None:
            return False
        shown, typed = self._detail, self._typed()
        meant = self._meant(typed)
        try:
            require_reasoning(self._scale.step(code), meant.reasoning)
        except FactcheckError:
            self._wait_for_reason(code)
            return False
        self._pending, self._is_taken = "", False
        self.given.emit(self._scale.id, code, meant.reasoning, meant.correction)
        if not self._is_taken:
            self._pending = code
        elif self._detail is shown:
            # Another statement is shown next, so this one was not shown anew.
            self._base = typed
        self._refresh()
        return self._is_taken

    def _wait_for_reason(self, code: str) -> None:
        self._pending = code
        self._refresh()
        self.reasoning.setFocus()

    def _give_typed(self) -> None:
        """Give what was typed; who has given it goes on with the keys of the window."""
        if not self.unsent() or self.give():
            self.escaped.emit()

    def _give_pending(self) -> None:
        """Give what waited for its reason, once the person turns to something else."""
        heading_for = QApplication.focusWidget()
        inside = heading_for is not None and self.isAncestorOf(heading_for)
        told = self.reasoning.text().strip() and not self._reuses(self._pending)
        if self._pending and not inside and self.isVisible() and told:
            self._judge(self._pending)

    def _show_scale(self) -> None:
        if self._scale is not None:
            self.grid.set_scale(self._scale)
            self.meaning.set_scale(self._scale)
            self.scale_choice.show_scales(self._scales, self._scale)

    def _refuse(self, why: str) -> None:
        self._show_scale()
        self.grid.set_refusal(why)
        for field in (self.reasoning, self.correction):
            field.setReadOnly(bool(why))

    def _refresh(self) -> None:
        if self._pending:
            self.grid.light(self._pending, Lit.PENDING)
        else:
            self.grid.light(self._standing(), Lit.GIVEN)
        self.reasoning.setPlaceholderText(self._placeholder())
        self.reasoning.window_keys = self._keys_to_keep()
        self.prompt.say(self._prompt())
        self._tell_meaning()
        self._show_change()
        self.drafts_changed.emit()

    def _tell_meaning(self) -> None:
        """Say what the outcome means that is pointed at, or else the one that is lit."""
        lit = self._step(self._pending or self._standing())
        self.meaning.tell(self.grid.pointed_at() or lit)

    def _show_change(self) -> None:
        wanted = self._meant(self._typed()).correction
        self.diff.setVisible(bool(wanted))
        if wanted and self._detail is not None:
            self.diff.show_pieces(word_diff(exact_words(self._detail), wanted))

    def _keys_to_keep(self) -> list[QKeySequence]:
        """Return the keys of the outcome that waits for a yes: pressed again, they give it."""
        if not self._reuses(self._pending):
            return []
        waiting = [each for each in self.grid.buttons if each.step.code == self._pending]
        return [key for each in waiting for act in each.actions() for key in act.shortcuts()]

    def _placeholder(self) -> str:
        code = self._pending or self._standing()
        steps = self._scale.steps if self._scale is not None else ()
        free = [step.word for step in steps if step.code == WITHOUT_REASON]
        if not code and free:
            asks = self.tr("Reasoning: what does the evidence show? Only “{0}” needs none.")
            return asks.format(free[0])
        if code == WITHOUT_REASON:
            return self.tr("Reasoning, if there is anything to say")
        return self.tr("Reasoning, required: what does the evidence show?")

    def _prompt(self) -> str:
        if self._scale is None or not self.unsent():
            return ""
        if self._pending and not self.reasoning.text().strip():
            return self.tr("“{}” needs a reason.").format(self._scale.step(self._pending).word)
        if self._reuses(self._pending) and self._detail is not None and self._detail.step:
            asks = self.tr("This is the reasoning for “{0}”: change it, or {1} keeps it.")
            return asks.format(self._detail.step.word, giving_key(self))
        step = self._step(self._pending or self._standing())
        if step is None:
            return self.tr("Not given yet: choose an outcome.")
        return self.tr("Not given yet: {0} gives “{1}”.").format(giving_key(self), step.word)

    def _step(self, code: str) -> ScaleStep | None:
        return self._scale.step(code) if self._scale is not None and code else None


def _base(detail: ReportStatement) -> Typed:
    words = exact_words(detail)
    if detail.verdict is None:
        return Typed("", words)
    return Typed(detail.verdict.reasoning, detail.verdict.correction or words)


def _same_verdict(before: ReportStatement | None, detail: ReportStatement) -> bool:
    if before is None or before.statement.id != detail.statement.id:
        return False
    return before.verdict == detail.verdict
