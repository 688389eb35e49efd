"""Find words in the article: every place is tinted, the one gone to is selected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from factcheck.domain.finding import Search
from factcheck.ui.article.find_bar import FindBar

if TYPE_CHECKING:
    from factcheck.ui.article_page import ArticlePage

_LONGEST_GUESS = 100


class Finding(QObject):
    """Between the find bar and the text. The search is made when an article is first searched.

    ``told``: what the bar says about the places.
    """

    told = Signal(str)

    def __init__(self, page: ArticlePage) -> None:
        super().__init__(page)
        self._page = page
        self._view = page.view
        self._search: Search | None = None
        self._from = 0
        self.bar = FindBar(self.tr("Find in the article"), inset=28)
        self.bar.typed.connect(self._look_for)
        self.bar.moved.connect(self.go)
        self.bar.closed.connect(self.leave)

    def open(self) -> None:
        """Show the bar with the selected words, or the last ones, ready to be typed over."""
        start, end = self._view.selected_span() or (self._view.caret, self._view.caret)
        self._search = self._search or Search(self._page.text)
        self._from = start
        self.bar.show()
        selected = self._page.text[start:end]
        if selected and len(selected) <= _LONGEST_GUESS and "\n" not in selected:
            self.bar.field.setText(selected)
        self._look_for(self.bar.field.text())
        self.bar.field.setFocus()
        self.bar.field.selectAll()

    def look_for(self, words: str) -> None:
        """Open the bar on these words, at their first place in the article."""
        self._search = self._search or Search(self._page.text)
        self._from = 0
        self.bar.show()
        self.bar.field.setText(words)
        self._look_for(words)
        self.bar.field.setFocus()

    def go(self, by: int) -> None:
        """Go to the next place (1) or back to the one before (-1); open the bar if it is not."""
        if self._search is None or self.bar.isHidden():
            self.open()
            return
        start, end = self._view.selected_span() or (self._view.caret, self._view.caret)
        self._show(self._search.first_from(end) if by > 0 else self._search.last_before(start))

    def leave(self) -> None:
        """Close the bar; the place that was gone to stays selected, ready to be marked."""
        self._close()
        self._view.setFocus()

    def forget(self) -> None:
        """Close the bar before another article is shown."""
        self._search = None
        self._close()

    def _close(self) -> None:
        self.bar.hide()
        self._view.show_found(Search(""))

    def _look_for(self, words: str) -> None:
        """Show the first place from where the search began."""
        if self._search is None:
            return
        self._search.look_for(words)
        self._view.show_found(self._search)
        self._show(self._search.first_from(self._from))

    def _show(self, place: tuple[int, int] | None) -> None:
        if self._search is None or place is None:
            self._tell(self.tr("Not found") if self.bar.field.text() else "")
            return
        self._view.select(*place)
        number, count = self._search.number(place[0]), self._search.count
        self._tell(self.tr("{0} of {1}").format(f"{number:,}", f"{count:,}"))

    def _tell(self, words: str) -> None:
        self.bar.say(words)
        self.told.emit(words)
