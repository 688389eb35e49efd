"""Asks for whom a report is, and in which format."""

from __future__ import annotations

from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from factcheck.domain.report_data import Profile
from factcheck.ui.dialogs.frame import Question
from factcheck.ui.widgets import SectionHeading, label


class ExportDialog(Question):
    """Profile and format of a report; the file is asked for afterwards."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("Export report"))
        self.ok.setText(self.tr("Choose file…"))
        self.profiles = QButtonGroup(self)
        self.formats = QButtonGroup(self)
        self._offer(self.tr("For whom"), self.profiles, self._profiles())
        self.body.addSpacing(4)
        self._offer(self.tr("Format"), self.formats, self._formats())
        self.body.addStretch(1)
        self.finish()
        self.fit(460)

    def profile(self) -> Profile:
        """Return the chosen profile."""
        return list(Profile)[self.profiles.checkedId()]

    def suffix(self) -> str:
        """Return the ending of the chosen format."""
        return (".pdf", ".md")[self.formats.checkedId()]

    def _profiles(self) -> list[tuple[str, str]]:
        return [
            (self.tr("The &desk"), self.tr("Everything, notes and confidential sources too.")),
            (self.tr("The &editor"), self.tr("Without notes; says that a source is confidential.")),
            (self.tr("The p&ublic"), self.tr("Without notes and without confidential sources.")),
        ]

    def _formats(self) -> list[tuple[str, str]]:
        return [
            (self.tr("&PDF"), self.tr("Pages to read, print and send.")),
            (self.tr("&Markdown"), self.tr("Text for a content system or an archive.")),
        ]

    def _offer(self, title: str, group: QButtonGroup, offers: list[tuple[str, str]]) -> None:
        self.body.addWidget(SectionHeading(title))
        for place, (name, meaning) in enumerate(offers):
            choice = QRadioButton(name)
            choice.setAccessibleDescription(meaning)
            choice.setChecked(place == 0)
            group.addButton(choice, place)
            row = QVBoxLayout()
            row.setSpacing(1)
            row.addWidget(choice)
            told = label(meaning, "muted", wrap=True)
            told.setIndent(21)
            row.addWidget(told)
            self.body.addLayout(row)
