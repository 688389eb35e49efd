"""The line at the bottom: is it saved, where, what is under way, which keys help, who works."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from factcheck.ui.widgets import ElidedLabel, ToneLabel, button, label, set_tip, without_mnemonic

if TYPE_CHECKING:
    from factcheck.ui.jobs import Job, Jobs


# A long name of a file leaves room for the keys that help.
_TITLE_WIDTH = 380


class StatusBar(QWidget):
    """Texts only; the window says what they are."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "status-bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.state = ToneLabel("green")
        self.state.setWordWrap(False)
        self.file = label("", "small")
        self.hints = ElidedLabel("", "small")
        self.person = button("", flat=True)
        self.person.setAccessibleName(self.tr("Person who works"))
        self._job_title = ElidedLabel("", "small")
        self._job_title.setMaximumWidth(_TITLE_WIDTH)
        self._job_bar = QProgressBar()
        self._job_bar.setRange(0, 0)
        self._job_bar.setTextVisible(False)
        self._job_bar.setFixedSize(90, 6)
        self._job_bar.setAccessibleName(self.tr("Work under way"))
        self._job_stop = button(self.tr("Stop"), flat=True)
        self._job_stop.clicked.connect(self._stop)
        self._jobs: list[Job] = []
        self._lay_out()
        self._show_job()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 14, 0)
        row.setSpacing(12)
        for part in (self.state, self.file, self._job_title, self._job_bar, self._job_stop):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self.hints)
        row.addWidget(self.person)
        self.setFixedHeight(max(28, self.sizeHint().height()))

    def show_desk(self, name: str, read_only: str) -> None:
        """Say which desk is open, and whether all that was done is on the disk."""
        self.state.say(self.tr("● Read-only") if read_only else self.tr("● Saved"))
        set_tip(self.state, read_only or self.tr("Every action is on the disk when it shows."))
        self.file.setText(name)

    def show_no_desk(self) -> None:
        """Say nothing about a desk."""
        self.state.say("")
        self.file.setText("")

    def show_person(self, name: str) -> None:
        """Say who works."""
        self.person.setText(without_mnemonic(name))
        self.person.setVisible(bool(name))

    def follow(self, jobs: Jobs) -> None:
        """Show this work from its beginning to its end."""
        jobs.started.connect(self.job_started)
        jobs.progressed.connect(self.job_progressed)
        jobs.ended.connect(self.job_ended)

    def job_started(self, job: Job) -> None:
        """Show work under way, with a way to stop it; nothing of work without a title."""
        if job.title:
            self._jobs.append(job)
            self._show_job()

    def job_ended(self, job: Job) -> None:
        """Show the work that is left."""
        if job.title:
            self._jobs.remove(job)
            self._show_job()

    def job_progressed(self, _job: Job) -> None:
        """Show how far the work is."""
        self._show_progress()

    def _show_job(self) -> None:
        for part in (self._job_title, self._job_bar, self._job_stop):
            part.setVisible(bool(self._jobs))
        self._job_title.set_whole(f"{self._jobs[-1].title}…" if self._jobs else "")
        self._show_progress()

    def _show_progress(self) -> None:
        """Fill the bar as far as the newest work is; let it run where that is not known."""
        percent = self._jobs[-1].percent if self._jobs else None
        self._job_bar.setRange(0, 0 if percent is None else 100)
        self._job_bar.setValue(percent or 0)

    def _stop(self) -> None:
        if self._jobs:
            self._jobs[-1].cancel()
