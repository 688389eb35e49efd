"""Asks what a source says about a statement, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from factcheck.domain.locators import show_locator
from factcheck.domain.model import Stance
from factcheck.ui.dialogs.frame import Question, add_row, new_form
from factcheck.ui.statement.words import stance_look
from factcheck.ui.widgets import ElidedLabel

if TYPE_CHECKING:
    from factcheck.actions.evidence import Link
    from factcheck.domain.report_data import ReportCitation


class CitationDialog(Question):
    """Stance, excerpt, place and note of one source; ``changed()`` are those that were changed."""

    def __init__(self, cited: ReportCitation, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("Edit evidence"))
        self.ok.setText(self.tr("Save"))
        citation = cited.citation
        self.stance = QComboBox()
        for stance in Stance:
            look = stance_look(stance)
            self.stance.addItem(f"{look.symbol} {look.word}", stance.value)
        self.stance.setCurrentIndex(self.stance.findData(citation.stance.value))
        self.excerpt = self.text_field(self.tr("Excerpt"), least=3, most=8)
        self.excerpt.set_text(citation.excerpt)
        self.locator = QLineEdit(show_locator(citation.locator_kind, citation.locator))
        self.locator.setPlaceholderText(self.tr("p. 12, ¶ 3, 1:02:05, Sheet1!B7"))
        self.note = self.text_field(self.tr("Note for the desk"), least=2, most=6)
        self.note.set_text(citation.note)
        self._lay_out(cited.evidence.title)
        self.finish()
        self.fit(520)
        self._before = self._link()
        self.excerpt.setFocus()

    def changed(self) -> Link:
        """Return what says something else now."""
        before: dict[str, object] = {**self._before}
        now = self._link()
        return {name: value for name, value in now.items() if value != before[name]}  # type: ignore[return-value]

    def _link(self) -> Link:
        return {
            "stance": Stance(self.stance.currentData()),
            "excerpt": self.excerpt.text().strip(),
            "locator": self.locator.text().strip(),
            "note": self.note.text().strip(),
        }

    def _lay_out(self, title: str) -> None:
        form = new_form()
        add_row(form, self.tr("E&xcerpt"), self.excerpt)
        add_row(form, self.tr("&Place"), self.locator)
        add_row(form, self.tr("&Stance"), self.stance)
        add_row(form, self.tr("&Note for the desk"), self.note)
        self.body.addWidget(ElidedLabel(title, "strong"))
        self.body.addLayout(form)
        self.body.addStretch(1)
