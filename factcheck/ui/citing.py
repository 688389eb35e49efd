"""Change what is said of a source, or take it from the statement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from factcheck.domain.ids import CitationId
from factcheck.errors import FactcheckError
from factcheck.ui.asking import ask
from factcheck.ui.dialogs.citation import CitationDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from factcheck.actions.evidence import Link
    from factcheck.domain.report_data import ReportCitation
    from factcheck.ui.session import Session
    from factcheck.ui.statement.evidence import EvidenceSection


class Citing(QObject):
    """Between the cards of evidence and the verbs about one of them."""

    def __init__(self, session: Session, section: EvidenceSection, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._section = section
        self._window = window
        section.edit_requested.connect(self.edit)
        section.remove_requested.connect(self.remove)

    def cited(self, citation: str) -> ReportCitation | None:
        """Return a source of a statement as it stands; None, and a refusal, where it is gone."""
        from factcheck.store import reads, reports

        desk = self._session.open_desk()
        try:
            statement = reads.citation(desk, CitationId(citation)).statement_id
        except FactcheckError as error:
            self._session.refused.emit(error)
            return None
        citations = reports.detail(desk, statement).citations
        return next(each for each in citations if each.citation.id == citation)

    def edit(self, citation: str, over: QWidget | None = None) -> None:
        """Ask for stance, excerpt, place and note of a source."""
        found = self.cited(citation)
        if found is None:
            return
        dialog = CitationDialog(found, over or self._window)
        ask(self._session, dialog, lambda: self.change(found.citation.id, dialog.changed()))

    def change(self, citation: CitationId, given: Link) -> bool:
        """Change what is given, as one step that can be undone; say whether that was done."""
        from factcheck.actions.evidence import edit_citation

        if not given:
            return False
        return self._session.do(edit_citation, citation=citation, **given) is not None

    def remove(self, citation: str) -> None:
        """Take a source from its statement; it stays on the desk."""
        from factcheck.actions.evidence import remove_citation

        self._session.do(remove_citation, citation=CitationId(citation))

    def edit_chosen(self) -> None:
        """Edit the source whose card has the focus, or the only one."""
        if citation := self.chosen():
            self.edit(citation)

    def remove_chosen(self) -> None:
        """Remove the source whose card has the focus, or the only one."""
        if citation := self.chosen():
            self.remove(citation)

    def chosen(self) -> str:
        """Return the citation whose card has the focus, or the only one; refuse where unclear."""
        card = self._section.chosen_card()
        if card is None:
            self._session.refuse(
                self.tr("It is not clear which evidence is meant."),
                self.tr("Go to its card with the Tab key, or click it with the right button."),
            )
        return card.id if card else ""
