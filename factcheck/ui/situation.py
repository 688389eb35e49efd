"""Keeps commands, title and status line true to what is on show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from factcheck.ui.commands import COMMANDS, When
from factcheck.ui.deeds import deed_name
from factcheck.ui.key_labels import first_key, tip_with_key
from factcheck.ui.rows import article_remark
from factcheck.ui.widgets import without_mnemonic

if TYPE_CHECKING:
    from factcheck.ui.workplace import Workplace

_HINTS = {
    "view.articles": ("article.import", "article.paste", "view.queue"),
    "view.article": ("statement.next", "statement.previous", "statement.evidence", "edit.undo"),
    "view.queue": (
        *("statement.next", "statement.approve", "statement.back", "triage.select"),
        "edit.undo",
    ),
}


class Situation(QObject):
    """Reads what is open, chosen and undoable, and tells the parts that show it."""

    def __init__(self, work: Workplace) -> None:
        super().__init__(work)
        self._work = work
        self._held: dict[When, bool] = {}
        self._undo = self._redo = ""
        work.choice.statement_changed.connect(self._enable)
        work.shortcuts.changed.connect(self._show_status)
        work.queue.told.connect(self._show_title)

    def refresh(self) -> None:
        """Bring everything up to date, after something was done or another desk opened."""
        self._name_undo()
        self._name_web()
        self.follow_page()

    def follow_page(self) -> None:
        """Bring up to date what depends on the page and the article on show."""
        self._enable()
        self._show_title()
        self._show_status()

    def follow_choice(self) -> None:
        """Bring up to date what another article changes."""
        self._enable()
        self._show_title()

    def _name_web(self) -> None:
        """Say in the menu what the switch for the web would do."""
        from factcheck.store.visits import web_ban

        desk = self._work.session.desk
        banned = desk is not None and web_ban(desk) is not None
        words = self.tr("Allow the &web again") if banned else self.tr("Stay away from the &web")
        self._work.actions["desk.web"].setText(words)

    def _enable(self) -> None:
        holds = self._holds()
        if holds != self._held:
            for command in COMMANDS:
                # To tell Qt what it knows already takes most of the time for so many.
                if holds[command.when] is not self._held.get(command.when):
                    self._work.actions[command.id].setEnabled(holds[command.when])
            self._held = holds
        for name, page in self._pages().items():
            self._work.actions[name].setChecked(self._work.window.pages.currentWidget() is page)
        bar = self._work.window.title_bar
        bar.import_button.setEnabled(holds[When.WRITABLE_DESK])
        bar.export_button.setEnabled(holds[When.ARTICLE])

    def _holds(self) -> dict[When, bool]:
        work = self._work
        desk = work.session.desk
        writable = desk is not None and not desk.read_only
        article = desk is not None and work.choice.article is not None
        statement = article and work.choice.statement is not None
        shown = work.window.pages.currentWidget()
        seen = shown is work.page
        return {
            When.ALWAYS: True,
            When.DESK: desk is not None,
            When.WRITABLE_DESK: writable,
            When.ARTICLE: article,
            When.WRITABLE_ARTICLE: article and writable,
            When.STATEMENT: statement,
            When.WRITABLE_STATEMENT: statement and writable,
            When.ARTICLE_SEEN: seen and article,
            When.MARKING: seen and article and writable,
            When.RESIZING: seen and statement and writable,
            When.QUEUE_SEEN: desk is not None and shown is work.queue.list,
            When.TRIAGE: writable and shown is work.queue.list and statement,
            When.UNDOABLE: writable and bool(self._undo),
            When.REDOABLE: writable and bool(self._redo),
        }

    def _name_undo(self) -> None:
        """Say in the menu what undo and redo are about."""
        from factcheck.actions.undoing import next_redo, next_undo

        desk = self._work.session.desk
        self._undo = deed_name(next_undo(desk)) if desk else ""
        self._redo = deed_name(next_redo(desk)) if desk else ""
        names = {"edit.undo": self.tr("&Undo: {0}"), "edit.redo": self.tr("&Redo: {0}")}
        for name, what in (("edit.undo", self._undo), ("edit.redo", self._redo)):
            text = names[name].format(without_mnemonic(what))
            self._work.actions[name].setText(text.rstrip(": "))

    def _pages(self) -> dict[str, object]:
        work = self._work
        return {
            "view.articles": work.articles,
            "view.article": work.page,
            "view.queue": work.queue.list,
        }

    def _page_name(self) -> str:
        shown = self._work.window.pages.currentWidget()
        return next((name for name, page in self._pages().items() if page is shown), "")

    def _show_title(self) -> None:
        work, desk = self._work, self._work.session.desk
        bar, page = work.window.title_bar, work.page
        if desk is None:
            bar.show_title("Factcheck", "")
        elif self._page_name() == "view.article" and page.article and page.revision:
            bar.show_title(page.article.title, article_remark(page.article, page.revision))
        elif self._page_name() == "view.queue":
            bar.show_title(self.tr("Review queue"), work.queue.remark)
        else:
            bar.show_title(self.tr("Articles"), desk.path.stem)
        name = page.article.title if page.article else desk.path.stem if desk else ""
        work.window.setWindowTitle(f"{name} — Factcheck" if name else "Factcheck")

    def _show_status(self) -> None:
        status, desk = self._work.window.status, self._work.session.desk
        if desk is None:
            status.show_no_desk()
        else:
            status.show_desk(desk.path.name, desk.read_only)
        self._show_tips()
        status.show_person(self._work.session.person)
        status.hints.set_whole(" · ".join(self._hints()))

    def _show_tips(self) -> None:
        """Say of the buttons that are always there which keys do the same."""
        bar, actions = self._work.window.title_bar, self._work.actions
        for each, name in (
            (bar.import_button, "article.import"),
            (bar.export_button, "article.export"),
            (self._work.menu_button, "view.menu"),
        ):
            tip_with_key(each, actions[name].iconText(), actions[name].shortcut())

    def _hints(self) -> list[str]:
        actions = [self._work.actions[name] for name in _HINTS.get(self._page_name(), ())]
        keys = [(first_key(action), action.iconText()) for action in actions]
        return [f"{key} {words}" for key, words in keys if key]
