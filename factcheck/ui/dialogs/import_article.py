"""Shows what was read from a file, and lets a person put it right before it is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QRadioButton, QVBoxLayout, QWidget

from factcheck.domain.encodings import ENCODINGS, encoding_name
from factcheck.domain.import_report import import_report
from factcheck.domain.imported import Known, Wording
from factcheck.ui.dialogs.article_facts import ArticleFacts, FactsForm
from factcheck.ui.dialogs.frame import Question, add_row, new_form
from factcheck.ui.dialogs.report_lines import ReportLines
from factcheck.ui.widgets import SectionHeading, ToneLabel, label

if TYPE_CHECKING:
    from factcheck.domain.imported import ImportedArticle
    from factcheck.errors import FactcheckError

_PREVIEW = 700
# Where it is known for sure how the letters are stored, nothing is asked.
_SURE = {Known.MARK, Known.VALID}


class ConfirmImportDialog(Question):
    """The proposals of an import in fields, its report, and the first lines of the text.

    ``imported`` is what was read last. ``encoding_wanted``: it shall be read in another encoding,
    and what comes of it shall be given to ``show_read`` or ``refuse``.
    """

    encoding_wanted = Signal(str)

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
        self.encoding = QComboBox()
        self._refusal = ToneLabel("amber")
        self._text = label("", "excerpt", wrap=True)
        self._report = ReportLines()
        self._count = label("", wrap=True)
        self._is_reading = False
        self.imported = imported
        self._show_encoding()
        self._lay_out(imported)
        self._refusal.hide()
        self.encoding.activated.connect(self._want_encoding)
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
        """Say what the fields still lack, or that the file is being read."""
        if self._is_reading:
            return self.tr("The file is being read…")
        return self.form.problem()

    def wants_notes(self) -> bool:
        """Say whether the writer's annotations are to become evidence."""
        return self.notes.isChecked()

    def wording(self) -> Wording:
        """Return how the tracked changes are to be read."""
        if self.original_words.isChecked():
            return Wording.ORIGINAL
        return Wording.BOTH if self.both_wordings.isChecked() else Wording.ACCEPTED

    def show_read(self, imported: ImportedArticle) -> None:
        """Show what was read in the encoding that was wanted."""
        self.imported = imported
        self.form.propose(imported)
        self._end_reading("")

    def refuse(self, error: FactcheckError) -> None:
        """Say why it could not be read so; what was read before stays."""
        self._end_reading(str(error))

    def _want_encoding(self) -> None:
        self._is_reading = True
        self.check()
        self.encoding_wanted.emit(self.encoding.currentData())

    def _end_reading(self, refusal: str) -> None:
        self._is_reading = False
        self._refusal.say(refusal)
        self._show_encoding()
        self._show()
        self.check()

    def _show_encoding(self) -> None:
        """Show in which encoding the text was read, and how that is known, among all others."""
        read_in = self.imported.encoding
        if read_in is None:
            return
        for name in (read_in.name, *ENCODINGS):
            if self.encoding.findData(name) < 0:
                self.encoding.addItem(encoding_name(name), name)
        for place in range(self.encoding.count()):
            self.encoding.setItemText(place, encoding_name(self.encoding.itemData(place)))
        here = self.encoding.findData(read_in.name)
        self.encoding.setItemText(here, f"{self.encoding.itemText(here)}, {read_in.known}")
        self.encoding.setCurrentIndex(here)

    def _show(self) -> None:
        """Show the text, the report and the count of notes for the wording that is chosen."""
        imported = self.imported
        if self.wording() is Wording.ORIGINAL and imported.original is not None:
            imported = imported.original
        self._text.setText(preview(imported.text))
        self._report.show_report(import_report(imported))
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
        column.addWidget(SectionHeading(self.tr("Import report")))
        column.addWidget(self._report)
        if imported.encoding is not None and imported.encoding.known not in _SURE:
            form = new_form()
            add_row(form, self.tr("&Read as"), self.encoding)
            column.addLayout(form)
        column.addWidget(self._refusal)
        column.addWidget(SectionHeading(self.tr("Text")))
        column.addWidget(self._text)
        column.addStretch(1)
        self.body.addWidget(self.scrolls(inner), 1)

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
