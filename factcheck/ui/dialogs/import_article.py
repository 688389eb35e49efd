"""Shows what was read from a file, and lets a person put it right before it is kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFormLayout, QLineEdit, QVBoxLayout, QWidget

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
        self._lay_out(imported)
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

    def _lay_out(self, imported: ImportedArticle) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(self._form())
        if imported.remarks:
            column.addWidget(SectionHeading(self.tr("Remarks")))
            for remark in imported.remarks:
                column.addWidget(label(f"• {remark}", wrap=True))
        column.addWidget(SectionHeading(self.tr("Text")))
        column.addWidget(label(preview(imported.text), "excerpt", wrap=True))
        column.addStretch(1)
        self.body.addWidget(scrolling(inner), 1)

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
