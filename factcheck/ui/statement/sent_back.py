"""Why a statement came back: on top of its verdict, for whoever is to work on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QVBoxLayout

from factcheck.domain.workflow import State
from factcheck.ui.statement.when import near_moment
from factcheck.ui.widgets import breakable, label

if TYPE_CHECKING:
    from datetime import datetime

    from factcheck.domain.report_data import ReportStatement


class SentBack(QFrame):
    """A quiet box with who sent it back, when, and the reason; hidden for all other statements."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "sent-back")
        self.who = label("", "strong", wrap=True)
        self.why = label("", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 8)
        column.setSpacing(3)
        column.addWidget(self.who)
        column.addWidget(self.why)
        self.hide()

    def show_statement(self, detail: ReportStatement, now: datetime) -> None:
        """Show the reviewer's reason, if the statement was sent back."""
        review = detail.review
        self.setVisible(detail.statement.state is State.SENT_BACK and review is not None)
        if review is not None:
            when = near_moment(review.created_at, now)
            who = self.tr("↩ Sent back by {0}, {1}").format(detail.reviewer, when)
            self.who.setText(breakable(who))
            self.why.setText(breakable(review.reason))
            self.setAccessibleName(f"{who}: {review.reason}")
