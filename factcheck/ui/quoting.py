"""Shows the chosen statement in its sentence while the article itself is not on show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from factcheck.ui.queue.in_sentence import sentence_of

if TYPE_CHECKING:
    from factcheck.ui.workplace import Workplace


class Quoting(QObject):
    """Follows choice, session and pages, after the panel has been fed."""

    def __init__(self, work: Workplace) -> None:
        super().__init__(work)
        self._work = work
        self._panel = work.panel
        work.choice.statement_changed.connect(self.refresh)
        work.session.changed.connect(self.refresh)
        work.window.pages.currentChanged.connect(self.refresh)

    def refresh(self, _news: object = None) -> None:
        """Show the sentence, or the words alone where the article is seen anyway."""
        detail, page = self._work.judging.shown, self._work.page
        on_queue = self._work.window.pages.currentWidget() is self._work.queue.list
        if not on_queue or detail is None or not detail.spans:
            self._panel.show_sentence(None)
            return
        sentence = sentence_of(page.text, page.blocks, detail.spans)
        self._panel.show_sentence(sentence, detail.step.tone if detail.step else "blue")
