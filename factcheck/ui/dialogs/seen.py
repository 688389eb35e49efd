"""Shows all that was found out about an earlier statement, and asks what of it to copy."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from factcheck.domain.locators import show_locator
from factcheck.domain.scales import CUT
from factcheck.ui.dialogs.frame import Question, room_for, scrolling
from factcheck.ui.statement.seen import difference_lines, other_words, same_line
from factcheck.ui.statement.when import full_day
from factcheck.ui.statement.words import stance_look, state_look
from factcheck.ui.widgets import (
    ElidedLabel,
    Pill,
    SectionHeading,
    ToneLabel,
    breakable,
    label,
    set_tip,
    without_mnemonic,
)

if TYPE_CHECKING:
    from datetime import datetime

    from factcheck.domain.likeness import Differences
    from factcheck.domain.report_data import ReportCitation, ReportStatement

_WIDTH = 600
_LONGEST = 5_000  # code points of a text that is shown


class Earlier(NamedTuple):
    """An earlier statement, where it stands, and how it differs from the chosen one.

    ``origin`` is what a copy of it begins with.
    """

    detail: ReportStatement
    title: str
    origin: str
    differences: Differences


class SeenDialog(Question):
    """Everything about an earlier statement; below, what of it is to be copied.

    ``refusal`` says why no verdict can be given to the chosen statement now, ``read_only`` why
    nothing can be copied at all.
    """

    def __init__(
        self,
        earlier: Earlier,
        *,
        now: datetime,
        refusal: str,
        read_only: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("Seen before"))
        self.ok.setText(self.tr("Copy"))
        detail = earlier.detail
        self._read_only = read_only
        inner = QWidget()
        self._parts = QVBoxLayout(inner)
        self._parts.setSpacing(8)
        self._parts.setContentsMargins(0, 0, 0, 0)
        self._show_differences(earlier.differences)
        self._show_statement(earlier, now)
        self._show_evidence(detail.citations)
        self._parts.addStretch(1)
        self.verdict = QCheckBox(self.tr("The &verdict with its reasoning"))
        self.correction = QCheckBox(self.tr("The suggested &words"))
        self.evidence = QCheckBox(self.tr("The &evidence"))
        self._begin(earlier, refusal)
        self.body.addWidget(scrolling(inner), 1)
        self._ask(earlier.origin)
        self.finish()
        self.fit(_WIDTH)
        self.resize(_WIDTH, min(room_for(self), inner.sizeHint().height() + 220))

    def problem(self) -> str:
        """Say why there is nothing to copy."""
        if self._read_only:
            return self._read_only
        if not (self.verdict.isChecked() or self.evidence.isChecked()):
            return self.tr("Choose what to copy.")
        return ""

    def _show_differences(self, differences: Differences) -> None:
        lines = difference_lines(differences)
        for line in lines:
            differs = ToneLabel("red")
            self._parts.addWidget(differs)
            differs.say(line)
        if not lines:
            self._parts.addWidget(label(same_line(), "muted", wrap=True))
        if words := other_words(differences):
            self._add(self.tr("Other words {0}").format(words), "small")

    def _show_statement(self, earlier: Earlier, now: datetime) -> None:
        detail = earlier.detail
        self._add(" … ".join(span.quote for span in detail.spans), "quote")
        place = self.tr("Statement {0} in {1}").format(detail.number, f"“{earlier.title}”")
        self._add(place, "muted")
        if detail.verdict is None or detail.step is None:
            return
        row = QHBoxLayout()
        row.setSpacing(7)
        row.addWidget(Pill(f"{detail.step.symbol} {detail.step.word}", detail.step.tone))
        state = state_look(detail.statement.state)
        row.addWidget(Pill(f"{state.symbol} {state.word}"))
        told = f"{full_day(detail.verdict.created_at, now)} · {detail.checker}"
        row.addWidget(ElidedLabel(told, "small"), 1)
        self._parts.addLayout(row)
        self._add(detail.step.meaning, "small")
        self._add(detail.verdict.reasoning)
        if detail.verdict.correction:
            words = self.tr("Suggested: {0}").format(f"“{detail.verdict.correction}”")
            self._add(words)

    def _show_evidence(self, citations: tuple[ReportCitation, ...]) -> None:
        self._parts.addWidget(SectionHeading(self.tr("Evidence · {}").format(len(citations))))
        for cited in citations:
            look = stance_look(cited.citation.stance)
            place = show_locator(cited.citation.locator_kind, cited.citation.locator)
            named = ", ".join(filter(None, (cited.evidence.title, place)))
            self._add(f"{look.symbol} {look.word}: {named}", "strong")
            self._add(cited.citation.excerpt or cited.evidence.note, "excerpt")

    def _add(self, text: str, role: str = "") -> None:
        if text:
            made = label("", role, wrap=True)
            made.setText(breakable(text, _LONGEST))
            self._parts.addWidget(made)

    def _begin(self, earlier: Earlier, refusal: str) -> None:
        """Offer what there is; no verdict at first where a number or a “not” is another.

        Suggested words were for another sentence, so they are never offered at first.
        """
        detail = earlier.detail
        if detail.verdict is None or detail.verdict.outcome == CUT:
            refusal = refusal or self.tr("It was cut, which says nothing about this one.")
        self.verdict.setChecked(not refusal and not earlier.differences.grave())
        self.verdict.setEnabled(not refusal)
        if refusal:
            self.verdict.setText(f"{self.verdict.text()} ({without_mnemonic(refusal)})")
            set_tip(self.verdict, refusal)
        if not (detail.verdict and detail.verdict.correction):
            self.correction.hide()
        self.correction.setEnabled(self.verdict.isChecked())
        self.evidence.setChecked(bool(detail.citations))
        self.evidence.setEnabled(bool(detail.citations))
        self.verdict.toggled.connect(self.correction.setEnabled)

    def _ask(self, origin: str) -> None:
        self.body.addWidget(SectionHeading(self.tr("Copy to the chosen statement")))
        for choice in (self.verdict, self.correction, self.evidence):
            choice.toggled.connect(self.check)
            self.body.addWidget(choice)
        begins = self.tr("It will say where it comes from: {0}").format(origin)
        self.body.addWidget(label(begins, "small", wrap=True))
