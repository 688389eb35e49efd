"""Shows what was read from a file, and lets a person put it right before it is kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QFormLayout, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from factcheck.domain.dates import PartialDate
from factcheck.ui.dialogs.date_field import DateField
from factcheck.ui.dialogs.frame import Question, add_row, new_form, scrolling
from factcheck.ui.widgets import SectionHeading, label

if TYPE_CHECKING:
    from factcheck.domain.imported import ImportedArticle

_PREVIEW = 700


@dataclass(frozen=True, slots=True)
class ArticleFacts:
    """What is known of an article, as a person confirmed it."""

    title: str
    byline: str
    publication: str
    url: str
    published: PartialDate | None
    language: str


class ConfirmImportDialog(Question):
    """The proposals of an import in fields, its remarks, and the first lines of the text."""

    def __init__(self, imported: ImportedArticle, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("Import article"))
        self.ok.setText(self.tr("Import"))
        self.title = QLineEdit(imported.title)
        self.byline = QLineEdit(imported.byline)
        self.publication = QLineEdit(imported.publication)
        self.url = QLineEdit(imported.url)
        self.language = QLineEdit(imported.language)
        self.language.setPlaceholderText("en")
        self.published = DateField()
        self.published.set_text(imported.published)
        self.notes = QCheckBox(self.tr("Take the &notes and links over as evidence"))
        self.notes.setChecked(True)
        self.accepted_changes = QRadioButton(self.tr("With the tracked &changes"))
        self.accepted_changes.setChecked(True)
        self.original_words = QRadioButton(self.tr("&As it was before them"))
        self._text = label("", "excerpt", wrap=True)
        self._remarks = label("", wrap=True)
        self._count = label("", wrap=True)
        self._imported = imported
        self._lay_out(imported)
        self.original_words.toggled.connect(self._show)
        self._show()
        self.title.textChanged.connect(self.check)
        self.published.changed.connect(self.check)
        for line in (self.title, self.byline, self.publication, self.url):
            line.setCursorPosition(0)
        self.finish()
        self.resize(620, 640)

    def facts(self) -> ArticleFacts:
        """Return what the fields say."""
        return ArticleFacts(
            title=self.title.text().strip(),
            byline=self.byline.text().strip(),
            publication=self.publication.text().strip(),
            url=self.url.text().strip(),
            published=self.published.value(),
            language=self.language.text().strip(),
        )

    def problem(self) -> str:
        """Say that the title is missing, or that the date can't be read."""
        if not self.title.text().strip():
            return self.tr("Give the article a title.")
        if self.published.problem():
            return self.tr("Say when it was published, or leave that empty.")
        return ""

    def wants_notes(self) -> bool:
        """Say whether the writer's annotations are to become evidence."""
        return self.notes.isChecked()

    def wants_original(self) -> bool:
        """Say whether the text is wanted as it was before the tracked changes."""
        return self.original_words.isChecked()

    def _show(self) -> None:
        """Show the text, the remarks and the count of notes for the wording that is chosen."""
        imported = self._imported
        if self.wants_original() and imported.original is not None:
            imported = imported.original
        self._text.setText(preview(imported.text))
        self._remarks.setText("\n".join(f"• {remark}" for remark in imported.remarks))
        self._count.setText(self._counted(imported))

    def _counted(self, imported: ImportedArticle) -> str:
        notes = len(imported.annotations)
        places = len({(note.start, note.end) for note in imported.annotations})
        if notes == 1:
            return self.tr("1 of the writer’s notes becomes evidence on 1 statement.")
        if places == 1:
            return self.tr("{0} of the writer’s notes become evidence on 1 statement.").format(
                notes
            )
        return self.tr("{0} of the writer’s notes become evidence on {1} statements.").format(
            notes, places
        )

    def _lay_out(self, imported: ImportedArticle) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(self._form())
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
            column.addWidget(SectionHeading(self.tr("The writer’s notes")))
            column.addWidget(self.notes)
            column.addWidget(self._count)
        if imported.original is not None:
            column.addWidget(SectionHeading(self.tr("Tracked changes")))
            column.addWidget(self.accepted_changes)
            column.addWidget(self.original_words)

    def _form(self) -> QFormLayout:
        form = new_form()
        add_row(form, self.tr("&Title"), self.title)
        add_row(form, self.tr("&Byline"), self.byline)
        add_row(form, self.tr("P&ublication"), self.publication)
        add_row(form, self.tr("&Web address"), self.url)
        add_row(form, self.tr("&Published"), self.published)
        add_row(form, self.tr("&Language"), self.language)
        return form


def preview(text: str) -> str:
    """Return the first lines of a text, without empty ones, ended by an ellipsis if cut."""
    start = "\n".join(line for line in text[: 2 * _PREVIEW].splitlines() if line.strip())
    cut = len(start) > _PREVIEW or len(text) > 2 * _PREVIEW
    return start[:_PREVIEW].rstrip() + "…" if cut else start
