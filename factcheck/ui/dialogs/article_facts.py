"""Fields for what is known of an article, filled with what is proposed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from factcheck.domain.dates import PartialDate
from factcheck.ui.dialogs.date_field import DateField
from factcheck.ui.dialogs.frame import add_row, new_form
from factcheck.ui.dialogs.offers import Offers
from factcheck.ui.widgets import label

if TYPE_CHECKING:
    from factcheck.domain.imported import ImportedArticle


@dataclass(frozen=True, slots=True)
class ArticleFacts:
    """What is known of an article, as a person confirmed it."""

    title: str
    byline: str
    publication: str
    url: str
    published: PartialDate | None
    language: str


class FactsForm(QWidget):
    """The fields, each with where its words come from. ``changed``: something in them is new."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title = QLineEdit()
        self.byline = QLineEdit()
        self.publication = QLineEdit()
        self.url = QLineEdit()
        self.published = DateField()
        self.language = QLineEdit()
        self.language.setPlaceholderText("en")
        self._hint = label(
            self.tr("↓ takes a field’s next proposal; ↑ from the first one leaves it empty."),
            "small",
        )
        self.offers = {
            "title": Offers(self.title, self.title.setText),
            "byline": Offers(self.byline, self.byline.setText),
            "publication": Offers(self.publication, self.publication.setText),
            "url": Offers(self.url, self.url.setText),
            "published": Offers(self.published.line, self.published.set_text),
            "language": Offers(self.language, self.language.setText),
        }
        self._lay_out()
        self.title.textChanged.connect(self.changed)
        self.published.changed.connect(self.changed)

    def propose(self, imported: ImportedArticle) -> None:
        """Offer what was read; a field in which a person wrote keeps that."""
        for name, offers in self.offers.items():
            offered = [each for each in imported.proposals if each.field == name]
            offers.show_offers(getattr(imported, name), offered)
        self._hint.setVisible(bool(imported.proposals))

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

    def _lay_out(self) -> None:
        form = new_form()
        rows = (
            (self.tr("&Title"), self.title, "title"),
            (self.tr("&Byline"), self.byline, "byline"),
            (self.tr("P&ublication"), self.publication, "publication"),
            (self.tr("&Web address"), self.url, "url"),
            (self.tr("&Published"), self.published, "published"),
            (self.tr("&Language"), self.language, "language"),
        )
        for name, field, offers in rows:
            add_row(form, name, field, beside=self.offers[offers])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(form)
        column.addWidget(self._hint)
