"""Find words in a source: every place is tinted, the one gone to is selected."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject

from factcheck.domain.finding import Search
from factcheck.ui.article.find_bar import FindBar

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from factcheck.ui.viewer.text_view import Place


class Searched(Protocol):
    """What shows a text, places in it are code points."""

    def place(self) -> Place:
        """Return what is selected."""

    def select(self, start: int, end: int) -> None:
        """Select words and bring them on show."""

    def show_found(self, search: Search) -> None:
        """Tint the places of a search."""


class Searching(QObject):
    """Between the bar and what is shown; ``look_in`` brings the text, which may take a while."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._view: Searched | None = None
        self._text = ""
        self._search: Search | None = None
        self._from = 0
        self.bar = FindBar(self.tr("Find in the source"), inset=0, parent=parent)
        self.bar.typed.connect(self._look_for)
        self.bar.moved.connect(self.go)

    def look_in(self, view: Searched, text: str) -> None:
        """Say what is searched, and what shows it; go to the words typed meanwhile.

        The search is made when somebody first looks for something.
        """
        self._view, self._text, self._search = view, text, None
        if self.bar.isVisible():
            self.open()

    def open(self) -> None:
        """Show the bar, ready for words to be typed over."""
        self.bar.show()
        self._from = self._view.place()[0] if self._view else 0
        if self._view is not None:
            self._search = self._search or Search(self._text)
        self._look_for(self.bar.field.text())
        self.bar.field.setFocus()

    def go(self, by: int) -> None:
        """Go to the next place (1) or the one before (-1)."""
        if self._view is None or self._search is None:
            return
        start, end = self._view.place()
        self._show(self._search.first_from(end) if by > 0 else self._search.last_before(start))

    def close(self) -> None:
        """Close the bar; the place that was gone to stays selected."""
        self.bar.hide()
        if self._view is not None:
            self._view.show_found(Search(""))

    def _look_for(self, words: str) -> None:
        if self._view is None or self._search is None:
            return
        self._search.look_for(words)
        self._view.show_found(self._search)
        self._show(self._search.first_from(self._from))

    def _show(self, place: Place | None) -> None:
        if self._view is None or self._search is None or place is None:
            self.bar.say(self.tr("Not found") if self.bar.field.text() else "")
            return
        self._view.select(*place)
        number, count = self._search.number(place[0]), self._search.count
        self.bar.say(self.tr("{0} of {1}").format(f"{number:,}", f"{count:,}"))
