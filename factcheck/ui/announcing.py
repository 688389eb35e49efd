"""What a screen reader says by itself: which statement is chosen, what was saved, found or refused.

Lists say their own lines; without a screen reader nothing is even put into words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from factcheck.ui.deeds import deed_name
from factcheck.ui.statement.head import exact_words
from factcheck.ui.statement.words import state_look

if TYPE_CHECKING:
    from factcheck.store.transaction import Changes
    from factcheck.ui.workplace import Workplace

_MOST = 200


class ScreenReader:
    """The voice that the system has, if any."""

    def listens(self) -> bool:
        """Say whether anybody would hear."""
        return QAccessible.isActive()

    def say(self, teller: QObject, words: str, *, urgent: bool) -> None:
        """Say something after what is being said, or at once where it is urgent."""
        manner = QAccessible.AnnouncementPoliteness
        event = QAccessibleAnnouncementEvent(teller, words)
        event.setPoliteness(manner.Assertive if urgent else manner.Polite)
        QAccessible.updateAccessibility(event)


class Announcing(QObject):
    """Follows choice, session, search, reading and message bar, after the views that show them."""

    def __init__(self, work: Workplace, voice: ScreenReader | None = None) -> None:
        super().__init__(work)
        self._work = work
        self._voice = voice or ScreenReader()
        work.choice.statement_changed.connect(self._tell_statement)
        work.session.changed.connect(self._tell_saved)
        work.page.finding.told.connect(self._say)
        work.page.reading.told.connect(self._say)
        work.window.message.told.connect(lambda words: self._say(words, urgent=True))

    def _tell_statement(self) -> None:
        if self._voice.listens() and not self._work.queue.list.table.hasFocus():
            self._say(self._statement())

    def _tell_saved(self, changes: Changes | None) -> None:
        """Say what was done here, and where the chosen statement stands after it."""
        if changes is None or changes.event_id is None or not self._voice.listens():
            return
        told = self.tr("Saved: {0}").format(deed_name(changes.action))
        stands = self._state() if self._work.choice.statement in changes.statements else ""
        self._say(", ".join(filter(None, (told, stands))))

    def _statement(self) -> str:
        """Describe the chosen statement in a breath: number, verdict, words, state."""
        shown = self._work.judging.shown
        if shown is None:
            return ""
        number = self.tr("Statement {0} of {1}").format(shown.number, self._work.page.total)
        verdict = shown.step.word if shown.step else ""
        words = exact_words(shown)
        quote = f"“{words[:_MOST]}…”" if len(words) > _MOST else f"“{words}”"
        return ", ".join(filter(None, (number, verdict, quote, self._state())))

    def _state(self) -> str:
        shown = self._work.judging.shown
        return state_look(shown.statement.state).word if shown else ""

    def _say(self, words: str, *, urgent: bool = False) -> None:
        if words and self._voice.listens():
            self._voice.say(self._work.window, words, urgent=urgent)
