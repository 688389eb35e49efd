"""Keeps the list of articles true.

A desk may have tens of thousands: which there are is read anew only after one came or went.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from factcheck.ui.rows import article_row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.domain.ids import ArticleId
    from factcheck.store.transaction import Changes
    from factcheck.ui.queue.articles import ArticleList
    from factcheck.ui.queue.rows import ArticleRow
    from factcheck.ui.session import Session


class Listing(QObject):
    """Feeds the ArticleList; knows of a change before those that are made after it."""

    def __init__(self, session: Session, listed: ArticleList) -> None:
        super().__init__(listed)
        self._session = session
        self._list = listed
        self._ids: list[ArticleId] | None = None
        session.opened.connect(self._follow)
        session.changed.connect(self._follow)

    def ids(self) -> list[ArticleId]:
        """Return the articles of the open desk, newest first."""
        from factcheck.store import reads

        if self._ids is None:
            self._ids = reads.article_ids(self._session.open_desk())[::-1]
        return self._ids

    def show(self) -> None:
        """Show all articles with what is to be said of them now."""
        self._list.show_articles(self.ids(), self._read)

    def _read(self, articles: Sequence[ArticleId]) -> list[ArticleRow]:
        from factcheck.store import reads

        return [article_row(row) for row in reads.articles(self._session.open_desk(), articles)]

    def _follow(self, changes: Changes | None = None) -> None:
        if changes is None or any(table == "article" for table, _row in changes.touched):
            self._ids = None
