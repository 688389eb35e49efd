"""What was told when an article was brought in, to be read again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from factcheck.domain.moments import long_moment
from factcheck.ui.dialogs.frame import room_for, scrolling
from factcheck.ui.dialogs.report_lines import ReportLines
from factcheck.ui.widgets import SectionHeading, label

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from factcheck.domain.model import Revision

_WIDTH = 560


class ImportReportDialog(QDialog):
    """The report of each revision, the newest first; moments in the zone of ``now``."""

    def __init__(
        self, revisions: Sequence[Revision], now: datetime, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Import report"))
        self._now = now
        self.text = "\n\n".join("\n".join(each.remarks) for each in revisions)
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._column.setSpacing(10)
        for revision in revisions:
            self._add(revision)
        self._column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(scrolling(inner), 1)
        column.addWidget(self._buttons())
        needed = self._column.totalHeightForWidth(_WIDTH - 60) + 100
        self.resize(_WIDTH, min(needed, room_for(self)))

    def _add(self, revision: Revision) -> None:
        heading = self.tr("Revision {0}").format(revision.number)
        moment = long_moment(revision.created_at.astimezone(self._now.tzinfo))
        sha = self.tr("Brought in on {0}. SHA-256 of the file: {1}")
        lines = ReportLines()
        lines.show_report(revision.remarks)
        self._column.addWidget(SectionHeading(heading))
        self._column.addWidget(lines)
        self._column.addWidget(
            label(sha.format(moment, revision.source_sha256), "small", wrap=True)
        )

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = buttons.addButton(self.tr("Copy te&xt"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.text))
        buttons.rejected.connect(self.reject)
        return buttons
