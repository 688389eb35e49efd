"""Shows what was read from a file, and lets a person put it right before it is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QRadioButton, QVBoxLayout, QWidget

from factcheck.domain.imported import Wording
from factcheck.ui.dialogs.article_facts import ArticleFacts, FactsForm
from factcheck.ui.dialogs.frame import Question, scrolling
from factcheck.ui.widgets import SectionHeading, label

if TYPE_CHECKING:
    from factcheck.domain.imported import ImportedArticle

_PREVIEW = 700


class ConfirmImportDialog(Question):
    """The proposals of an import in fields, its remarks, and the first lines of the text."""

    def __init__(self, imported: ImportedArticle, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("Import article"))
        self.ok.setText(self.tr("Import"))
        self.form = FactsForm()
        self.form.propose(imported)
        self.notes = QCheckBox(self.tr("Take the &notes and links over as evidence"))
        self.notes.setChecked(imported.is_draft)
        self.accepted_changes = QRadioButton(self.tr("With the tracked &changes"))
        self.accepted_changes.setChecked(True)
        self.original_words = QRadioButton(self.tr("&As it was before them"))
        self.both_wordings = QRadioButton(
            self.tr("B&oth: as it was as revision 1, with the changes as revision 2")
        )
        self._text = label("", "excerpt", wrap=True)
        self._remarks = label("", wrap=True)
        self._count = label("", wrap=True)
        self._imported = imported
        self._lay_out(imported)
        self.original_words.toggled.connect(self._show)
        self.notes.toggled.connect(self._show)
        self._show()
        self.form.changed.connect(self.check)
        self.finish()
        self.resize(720, 680)

    def facts(self) -> ArticleFacts:
        """Return what the fields say."""
        return self.form.facts()

    def problem(self) -> str:
        """Say what the fields still lack."""
        return self.form.problem()

    def wants_notes(self) -> bool:
        """Say whether the writer's annotations are to become evidence."""
        return self.notes.isChecked()

    def wording(self) -> Wording:
        """Return how the tracked changes are to be read."""
        if self.original_words.isChecked():
            return Wording.ORIGINAL
        return Wording.BOTH if self.both_wordings.isChecked() else Wording.ACCEPTED

    def _show(self) -> None:
        """Show the text, the remarks and the count of notes for the wording that is chosen."""
        imported = self._imported
        if self.wording() is Wording.ORIGINAL and imported.original is not None:
            imported = imported.original
        self._text.setText(preview(imported.text))
        self._remarks.setText("\n".join(f"• {remark}" for remark in imported.remarks))
        self._count.setText(self._counted(imported))

    def _counted(self, imported: ImportedArticle) -> str:
        notes = len(imported.annotations)
        places = len({(note.start, note.end) for note in imported.annotations})
        if not self.wants_notes():
            return self._left(notes, places)
        if notes == 1:
            return self.tr("1 of the writer’s notes becomes evidence on 1 statement.")
        if places == 1:
            return self.tr("{0} of the writer’s notes become evidence on 1 statement.").format(
                notes
            )
        return self.tr("{0} of the writer’s notes become evidence on {1} statements.").format(
            notes, places
        )

    def _left(self, notes: int, places: int) -> str:
        if notes == 1:
            return self.tr("1 note or link stays in the file; with the tick it becomes evidence.")
        return self.tr(
            "{0} notes and links stay in the file; with the tick they become evidence "
            "of statements on {1} places."
        ).format(notes, places)

    def _lay_out(self, imported: ImportedArticle) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.form)
        self._add_choices(column, imported)
        if imported.remarks:
            column.addWidget(SectionHeading(self.tr("Remarks")))
            column.addWidget(self._remarks)
        column.addWidget(SectionHeading(self.tr("Text")))
        column.addWidget(self._text)
        column.addStretch(1)
        self.body.addWidget(scrolling(inner), 1)

    def _add_choices(self, column: QVBoxLayout, imported: ImportedArticle) -> None:
        """Add what can be chosen of this file: most have neither notes nor tracked changes."""
        if imported.annotations:
            column.addWidget(SectionHeading(self.tr("Notes and links")))
            column.addWidget(self.notes)
            column.addWidget(self._count)
        if imported.original is not None:
            column.addWidget(SectionHeading(self.tr("Tracked changes")))
            column.addWidget(self.accepted_changes)
            column.addWidget(self.original_words)
            column.addWidget(self.both_wordings)


def preview(text: str) -> str:
    """Return the first lines of a text, without empty ones, ended by an ellipsis if cut."""
    start = "\n".join(line for line in text[: 2 * _PREVIEW].splitlines() if line.strip())
    cut = len(start) > _PREVIEW or len(text) > 2 * _PREVIEW
    return start[:_PREVIEW].rstrip() + "…" if cut else start
