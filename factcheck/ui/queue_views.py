"""Views that are kept, shared and asked for: names, addresses, one article, one tag."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from factcheck.domain.ids import ArticleId, SavedViewId
from factcheck.domain.queues import address_of, view_at
from factcheck.errors import FactcheckError
from factcheck.ui.asking import ask
from factcheck.ui.queue.asking import AddressDialog, NameDialog, PickDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from factcheck.domain.queues import SavedView
    from factcheck.store.desk import Desk
    from factcheck.ui.dialogs.frame import Question
    from factcheck.ui.queue_page import QueuePage
    from factcheck.ui.session import Session

_MOST = 50


class QueueViews(QObject):
    """What the queue's menu and its side can do with views."""

    def __init__(self, session: Session, page: QueuePage, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._page = page
        self._window = window
        side, menu = page.list.side, page.list.bar.menu
        side.saved_wanted.connect(self.show)
        side.rename_wanted.connect(self.ask_new_name)
        side.forget_wanted.connect(self.forget)
        menu.article_wanted.connect(self.ask_article)
        menu.tag_wanted.connect(self.ask_tag)

    def ask_name(self) -> None:
        """Ask under which name to keep the view on show."""
        dialog = NameDialog(self.tr("Save this view"), "", (), self._window)
        self._ask(dialog, lambda: self._save(dialog.name()))

    def ask_new_name(self, saved: str) -> None:
        """Ask how a saved view is to be called."""
        view = self._saved(saved)
        if view is None:
            return
        others = [other.name for other in self._all() if other.id != saved]
        dialog = NameDialog(self.tr("Rename the view"), view.name, others, self._window)
        self._ask(dialog, lambda: self._rename(view.id, dialog.name()))

    def forget(self, saved: str) -> None:
        """Take a saved view away."""
        from factcheck.actions.views import forget_view

        self._session.do(forget_view, saved=SavedViewId(saved))

    def show(self, saved: str) -> None:
        """Show a saved view."""
        view = self._saved(saved)
        if view is not None:
            try:
                self._page.show_view(view_at(view.address))
            except FactcheckError as error:
                self._session.refused.emit(error)

    def copy_address(self) -> None:
        """Put the address of the view on show on the clipboard."""
        QGuiApplication.clipboard().setText(address_of(self._page.view))

    def ask_address(self) -> None:
        """Ask for an address and go there."""
        dialog = AddressDialog(self._window)
        self._ask(dialog, lambda: self._page.go_to_view(dialog.view()))

    def ask_article(self) -> None:
        """Ask for the article whose statements are to be shown."""
        dialog = PickDialog(self.tr("Article"), self._window)
        dialog.looked_for.connect(lambda words: self._find_articles(dialog, words))
        self._ask(dialog, lambda: self._take_article(dialog.picked()))
        self._find_articles(dialog, "")

    def ask_tag(self) -> None:
        """Ask for the tag that statements are to have."""
        counts = self._page.counts
        tags = counts.tags if counts else ()
        dialog = PickDialog(self.tr("Tag"), self._window)

        def show(words: str) -> None:
            fitting = [tag for tag in tags if words.casefold() in tag]
            dialog.show_found([(tag, f"#{tag}") for tag in fitting[:_MOST]])

        dialog.looked_for.connect(show)
        self._ask(dialog, lambda: self._take_tag(dialog.picked()))
        show("")

    def _find_articles(self, dialog: PickDialog, words: str) -> None:
        def find(desk: Desk) -> list[tuple[str, str]]:
            from factcheck.store.lists import titles_like

            return [(name, title) for name, title in titles_like(desk, words, _MOST)]

        self._page.reader.ask("articles", find, dialog.show_found)

    def _take_article(self, article: str) -> None:
        self._page.show_view(replace(self._page.view, article=ArticleId(article)))

    def _take_tag(self, tag: str) -> None:
        self._page.show_view(replace(self._page.view, tag=tag))

    def _save(self, name: str) -> None:
        from factcheck.actions.views import save_view

        self._session.do(save_view, name=name, view=self._page.view)

    def _rename(self, saved: SavedViewId, name: str) -> None:
        from factcheck.actions.views import rename_view

        self._session.do(rename_view, saved=saved, name=name)

    def _all(self) -> list[SavedView]:
        from factcheck.store import views

        return views.saved(self._session.open_desk())

    def _saved(self, name: str) -> SavedView | None:
        return next((view for view in self._all() if view.id == name), None)

    def _ask(self, question: Question, deed: Callable[[], object]) -> None:
        ask(self._session, question, deed, then=lambda: self._page.reader.forget("articles"))
