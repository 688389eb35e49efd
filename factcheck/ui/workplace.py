"""What fills the window: pages, panel, commands, and how they follow the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from factcheck.actions import system
from factcheck.domain.ids import ArticleId
from factcheck.ui import commands
from factcheck.ui.announcing import Announcing
from factcheck.ui.article_menu import ArticleMenu
from factcheck.ui.article_page import ArticlePage
from factcheck.ui.asking import ask
from factcheck.ui.attaching import Attaching
from factcheck.ui.capturing import Capturing
from factcheck.ui.choice import Choice
from factcheck.ui.citing import Citing
from factcheck.ui.covering import Covering
from factcheck.ui.desk_files import SUFFIX, DeskFiles
from factcheck.ui.dialogs.person import PersonDialog
from factcheck.ui.dialogs.welcome import WelcomePage
from factcheck.ui.drafts import Drafts
from factcheck.ui.exporting import Exporting
from factcheck.ui.finder.finder import Finder
from factcheck.ui.focus_order import order_focus
from factcheck.ui.helping import Helping
from factcheck.ui.importing import Importing
from factcheck.ui.judging import Judging
from factcheck.ui.later import painted_apart
from factcheck.ui.likening import Likening
from factcheck.ui.listing import Listing
from factcheck.ui.marking import Marking
from factcheck.ui.noting import Noting
from factcheck.ui.overviewing import Overviewing
from factcheck.ui.queue.articles import ArticleList
from factcheck.ui.queue_page import QueuePage
from factcheck.ui.queue_views import QueueViews
from factcheck.ui.quoting import Quoting
from factcheck.ui.recalling import Recalling
from factcheck.ui.scaling import Scaling
from factcheck.ui.shortcuts import Shortcuts
from factcheck.ui.situation import Situation
from factcheck.ui.sourcing import Sourcing
from factcheck.ui.stamping import Stamping
from factcheck.ui.statement.panel import StatementPanel
from factcheck.ui.triage import Triage
from factcheck.ui.viewing import Viewing
from factcheck.ui.warming import Warming
from factcheck.ui.zooming import Zooming

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from factcheck.store.desk import Desk
    from factcheck.store.transaction import Changes
    from factcheck.ui.reading import Mode
    from factcheck.ui.session import Session
    from factcheck.ui.window import Window

_PANEL_WIDTH = 420
_PAGES = (("articles", "▤"), ("article", "¶"), ("queue", "☰"))


class Workplace(QObject):
    """The parts of the filled window, by the names that the table of commands uses."""

    window: Window
    session: Session
    choice: Choice
    page: ArticlePage
    zooming: Zooming
    panel: StatementPanel
    files: DeskFiles
    finder: Finder
    helping: Helping
    importing: Importing
    exporting: Exporting
    marking: Marking
    covering: Covering
    judging: Judging
    triage: Triage
    attaching: Attaching
    sourcing: Sourcing
    citing: Citing
    capturing: Capturing
    stamping: Stamping
    queue: QueuePage
    queue_views: QueueViews
    scaling: Scaling
    overviewing: Overviewing

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self.window = window
        self.session = window.session
        self.choice = Choice(self)
        self._was_split = False
        self._make_pages()
        self._make_deeds()
        self.actions = commands.make_actions(self)
        self.shortcuts = Shortcuts(commands.COMMANDS, self.actions, self.session.settings, self)
        self.helping = Helping(self)
        self.finder = Finder(self, self.window.title_bar.finder)
        self._make_menus()
        ArticleMenu(self)
        self._connect()
        self.situation = Situation(self)
        Announcing(self)
        order_focus(window)
        self.show_welcome()

    def now(self) -> datetime:
        """Return this moment in the time zone of the desk."""
        desk = self.session.desk
        return system.now_in(desk.row().time_zone if desk else "UTC")

    # What it is made of

    def _make_pages(self) -> None:
        self.welcome = WelcomePage()
        self.articles = ArticleList()
        self.listing = Listing(self.session, self.articles)
        self.page = ArticlePage(self.session, self.choice)
        self.queue = QueuePage(self.session, self.choice, self.now)
        self.panel = StatementPanel(self.now)
        for page in (self.welcome, self.articles, self.page, self.queue.list):
            self.window.pages.addWidget(page)
        split = self.window.split
        split.addWidget(self.panel)
        split.setStretchFactor(0, 1)
        self.zooming = Zooming(self.page.view, self.session.settings)

    def _make_deeds(self) -> None:
        session, choice, window = self.session, self.choice, self.window
        self.files = DeskFiles(session, window)
        self.importing = Importing(session, choice, self.now, window)
        self.exporting = Exporting(session, self.page, window)
        self.marking = Marking(session, choice, self.page)
        self.covering = Covering(session, choice, self.page)
        self.judging = Judging(session, choice, self.panel, self.now)
        self.triage = Triage(session, self.queue, self.judging, self.now)
        self.attaching = Attaching(session, choice, window)
        self.scaling = Scaling(session, choice, window)
        self.sourcing = Sourcing(session, self.page, self.queue, self.now, window)
        self.citing = Citing(session, self.panel.evidence, window)
        self.capturing = Capturing(self)
        self.stamping = Stamping(self)
        self.viewing = Viewing(session, self.citing, window)
        self.noting = Noting(session, choice, self.panel.notes)
        self.overviewing = Overviewing(session, self.queue.reader, self.now, window)
        reader, now = self.queue.reader, self.now
        self.likening = Likening(session, choice, self.panel.seen, reader, now)
        self.recalling = Recalling(session, choice, self.panel.history, reader, now)
        self.queue_views = QueueViews(session, self.queue, window)
        Quoting(self)
        Warming(self)
        self.drafts = Drafts(session, self.panel.verdict, self.panel.notes)

    def _make_menus(self) -> None:
        rail, menu = self.window.rail, self.window.menu
        for name, sign in _PAGES:
            rail.add_page(self.actions[f"view.{name}"], sign)
        self.menus = commands.fill_menu(menu, self.actions)
        self.menu_button = rail.add_menu(self.tr("Desk"), "⚙")
        self.menu_button.setMenu(menu)

    def _connect(self) -> None:
        session, window = self.session, self.window
        session.opened.connect(self._desk_opened)
        session.closed.connect(self._desk_closed)
        session.changed.connect(self._follow)
        session.refused.connect(window.message.show_error)
        window.status.follow(session.jobs)
        self.choice.article_changed.connect(self._article_changed)
        self.queue.opened.connect(self.show_article)
        self.queue.arrived.connect(self.show_queue)
        self.queue.goes_on.connect(painted_apart(self.panel))
        self.articles.opened.connect(self._open_article)
        self.articles.import_requested.connect(self.importing.ask_for_files)
        self.welcome.new_desk_requested.connect(self.files.new)
        self.welcome.open_desk_requested.connect(self.files.open)
        self.welcome.sample_requested.connect(self.files.open_sample)
        self.welcome.recent_chosen.connect(session.open)
        self.panel.left.connect(self._leave_panel)
        self.panel.attach_requested.connect(self.attaching.ask)
        self.panel.verdict.scales_requested.connect(self.scaling.ask)
        self.panel.citation_clicked.connect(self.viewing.show)
        self.panel.files_dropped.connect(self.attaching.take_files)
        self.panel.address_dropped.connect(self.attaching.take_address)
        self.covering.told.connect(window.message.show_message)
        self.triage.told.connect(window.message.show_message)
        self.queue.list.bulk.requested.connect(lambda command: self.actions[command].trigger())
        window.title_bar.import_button.clicked.connect(self.importing.ask_for_files)
        window.title_bar.export_button.clicked.connect(self.exporting.ask)
        window.files_dropped.connect(self.take_files)
        window.status.person.clicked.connect(self.ask_person)

    # The pages

    def show_welcome(self) -> None:
        """Show how to begin."""
        self.welcome.show_recent(tuple(self.session.settings.recent_desks()))
        self._show(self.welcome)

    def show_articles(self) -> None:
        """Show the list of articles."""
        self.listing.show()
        self._show(self.articles)
        self.articles.setFocus()

    def show_article(self) -> None:
        """Show the chosen article."""
        self._show(self.page)
        self.page.view.setFocus()

    def show_queue(self) -> None:
        """Show the review queue."""
        self._show(self.queue.list)
        self.queue.show()

    def _leave_panel(self) -> None:
        """Go from the statement to where it was chosen."""
        listed = self.window.pages.currentWidget() is self.queue.list
        (self.queue.list.table if listed else self.page.view).setFocus()

    def _show(self, page: QWidget) -> None:
        self.window.pages.setCurrentWidget(page)
        self._show_panel(wanted=page in {self.page, self.queue.list})
        self.situation.follow_page()

    def _show_panel(self, *, wanted: bool) -> None:
        """Show or hide the panel, in the width that the person left it at."""
        split = self.window.split
        if wanted and self.panel.isHidden():
            self.panel.come_apart()
        self.panel.setVisible(wanted)
        if wanted and not self._was_split:
            self._was_split = True
            kept = self.session.settings.layout_of("split")
            if kept is None or not split.restoreState(kept):
                split.setSizes([split.width() - _PANEL_WIDTH, _PANEL_WIDTH])

    def _open_article(self, article: str) -> None:
        self.choice.show_article(ArticleId(article))
        self.show_article()

    def _article_changed(self) -> None:
        if self.choice.article is None and self.session.desk is not None:
            self.show_articles()
        elif self.choice.article and self.window.pages.currentWidget() is not self.queue.list:
            self.show_article()
        else:
            self.situation.follow_choice()

    # What the commands do here

    def go(self, by: int) -> None:
        """Go on to the next statement, or back, on the page that is on show."""
        on_queue = self.window.pages.currentWidget() is self.queue.list
        (self.queue if on_queue else self.page).go(by)

    def go_to_open(self) -> None:
        """Go to the next statement that is still to be checked."""
        if not self.page.go_to_open():
            self.window.message.show_message(self.tr("Nothing is left to check in this article."))

    def find(self, by: int = 0) -> None:
        """Open the bar that finds words in the article, or go on (1) or back (-1) with it."""
        if self.window.pages.currentWidget() is not self.page:
            self.show_article()
        if by:
            self.page.finding.go(by)
        else:
            self.page.finding.open()

    def undo(self) -> None:
        """Take the last action back."""
        from factcheck.actions.undoing import undo, undoes_many

        self._do_again(undo, undoes_many, self.tr("Undoing"))

    def redo(self) -> None:
        """Do again what was undone last."""
        from factcheck.actions.undoing import redo, redoes_many

        self._do_again(redo, redoes_many, self.tr("Redoing"))

    def _do_again(
        self, verb: Callable[..., Changes], is_large: Callable[[Desk], bool], title: str
    ) -> None:
        """Undo or redo; beside the window, if that takes a while."""
        if is_large(self.session.open_desk()):
            self.session.do_beside(verb, title=title, done=lambda _changes: None)
        else:
            self.session.do(verb)

    def read(self, mode: Mode) -> None:
        """Show only some of the article; where that is so already, everything again."""
        if self.window.pages.currentWidget() is not self.page:
            self.show_article()
        self.page.reading.begin(mode)

    def switch_appearance(self) -> None:
        """Go from light to dark, or back."""
        self.window.appearance.switch()

    def follow_system(self) -> None:
        """Be light or dark as the system is."""
        self.window.appearance.follow()

    def show_menu(self) -> None:
        """Open the menu of all commands."""
        button, menu = self.menu_button, self.window.menu
        menu.popup(button.mapToGlobal(button.rect().topRight()))
        menu.setActiveAction(menu.actions()[0])

    def ask_person(self) -> None:
        """Ask who works."""
        dialog = PersonDialog(self.window)
        ask(self.session, dialog, lambda: self._take_person(dialog.name()))

    def take_files(self, paths: list[Path]) -> None:
        """Open a desk that was dropped, or bring in articles."""
        desks = [path for path in paths if path.suffix == SUFFIX]
        if desks:
            self.session.open(desks[0])
        elif self.session.desk is None:
            self.session.refuse(
                self.tr("There is no desk yet to put the article on."),
                self.tr("Make or open a desk, then drop the article again."),
            )
        else:
            self.importing.take_files(paths)

    # Following the desk

    def _desk_opened(self) -> None:
        self.window.message.hide()
        self.choice.show_article(None)
        articles = self.listing.ids()
        if len(articles) == 1:
            self._open_article(articles[0])
        else:
            self.show_articles()
        self.situation.refresh()
        if not self.session.person:
            self.ask_person()

    def _desk_closed(self) -> None:
        self.choice.show_article(None)
        self.show_welcome()
        self.situation.refresh()

    def _follow(self, changes: Changes | None) -> None:
        if changes is not None:
            # What was said of an earlier attempt is over.
            self.window.message.hide()
        if self.window.pages.currentWidget() is self.articles:
            self.show_articles()
        self.situation.refresh()

    def _take_person(self, name: str) -> None:
        self.session.person = name
        self.judging.refresh()
        self.situation.refresh()
