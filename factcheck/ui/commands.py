"""The table of commands: what can be done, by which key, when, and who does it.

A text's "&" marks its key in menus. Several keys may do the same; the first is shown.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence

from factcheck.domain.workflow import Step
from factcheck.ui.reading import Mode
from factcheck.ui.translation import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QMenu

    from factcheck.ui.workplace import Workplace


class When(Enum):
    """What must be there for a command to make sense.

    Words are marked and statements resized only where they can be seen: in the article.
    """

    ALWAYS = auto()
    DESK = auto()
    WRITABLE_DESK = auto()
    ARTICLE = auto()
    WRITABLE_ARTICLE = auto()
    STATEMENT = auto()
    WRITABLE_STATEMENT = auto()
    ARTICLE_SEEN = auto()
    MARKING = auto()
    RESIZING = auto()
    QUEUE_SEEN = auto()
    TRIAGE = auto()
    UNDOABLE = auto()
    REDOABLE = auto()


# Commands that may go on while the choice still follows the line of the queue.
_WHATEVER_IS_CHOSEN = (When.ALWAYS, When.DESK, When.WRITABLE_DESK, When.QUEUE_SEEN)


class Command(NamedTuple):
    """One row of the table; ``menu`` is where it stands, ``page`` commands are checkable.

    ``place`` is the number of a verdict on its scale, 0 for every other command.
    """

    id: str
    menu: str
    text: str
    keys: tuple[str, ...]
    when: When
    run: Callable[[Workplace], object]
    page: bool = False
    place: int = 0


_DESK = QT_TRANSLATE_NOOP("Menu", "&Desk")
_EDIT = QT_TRANSLATE_NOOP("Menu", "&Edit")
_ARTICLE = QT_TRANSLATE_NOOP("Menu", "&Article")
_MARK = QT_TRANSLATE_NOOP("Menu", "&Mark")
_STATEMENT = QT_TRANSLATE_NOOP("Menu", "&Statement")
_QUEUE = QT_TRANSLATE_NOOP("Menu", "&Queue")
_TRIAGE = QT_TRANSLATE_NOOP("Menu", "&Triage")
_VIEW = QT_TRANSLATE_NOOP("Menu", "&View")
_HELP = QT_TRANSLATE_NOOP("Menu", "&Help")


def _press(place: int) -> Callable[[Workplace], object]:
    return lambda work: work.panel.press_outcome(place)


# fmt: off
COMMANDS: tuple[Command, ...] = (
    Command("desk.new", _DESK, QT_TRANSLATE_NOOP("Command", "&New desk…"), ("Ctrl+N",), When.ALWAYS, lambda w: w.files.new()),
    Command("desk.open", _DESK, QT_TRANSLATE_NOOP("Command", "&Open desk…"), ("Ctrl+O",), When.ALWAYS, lambda w: w.files.open()),
    Command("desk.sample", _DESK, QT_TRANSLATE_NOOP("Command", "Open the &sample"), (), When.ALWAYS, lambda w: w.files.open_sample()),
    Command("desk.backup", _DESK, QT_TRANSLATE_NOOP("Command", "&Back up…"), (), When.DESK, lambda w: w.files.back_up()),
    Command("desk.scales", _DESK, QT_TRANSLATE_NOOP("Command", "Sca&les…"), (), When.DESK, lambda w: w.scaling.ask()),
    Command("desk.web", _DESK, QT_TRANSLATE_NOOP("Command", "Stay away from the &web"), (), When.WRITABLE_DESK, lambda w: w.capturing.switch_web()),
    Command("desk.person", _DESK, QT_TRANSLATE_NOOP("Command", "Change &person…"), (), When.ALWAYS, lambda w: w.ask_person()),
    Command("desk.close", _DESK, QT_TRANSLATE_NOOP("Command", "&Close desk"), ("Ctrl+W",), When.DESK, lambda w: w.session.close()),
    Command("desk.quit", _DESK, QT_TRANSLATE_NOOP("Command", "&Quit"), ("Ctrl+Q",), When.ALWAYS, lambda w: w.window.close()),
    Command("edit.undo", _EDIT, QT_TRANSLATE_NOOP("Command", "&Undo"), ("Ctrl+Z",), When.UNDOABLE, lambda w: w.undo()),
    Command("edit.redo", _EDIT, QT_TRANSLATE_NOOP("Command", "&Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), When.REDOABLE, lambda w: w.redo()),
    Command("edit.find", _EDIT, QT_TRANSLATE_NOOP("Command", "&Find in the article"), ("Ctrl+F",), When.ARTICLE, lambda w: w.find()),
    Command("edit.find_next", _EDIT, QT_TRANSLATE_NOOP("Command", "Find &next"), ("F3",), When.ARTICLE, lambda w: w.find(1)),
    Command("edit.find_previous", _EDIT, QT_TRANSLATE_NOOP("Command", "Find &previous"), ("Shift+F3",), When.ARTICLE, lambda w: w.find(-1)),
    Command("article.import", _ARTICLE, QT_TRANSLATE_NOOP("Command", "&Import…"), ("Ctrl+I",), When.WRITABLE_DESK, lambda w: w.importing.ask_for_files()),
    Command("article.web", _ARTICLE, QT_TRANSLATE_NOOP("Command", "Import from the we&b…"), ("Ctrl+Shift+W",), When.WRITABLE_DESK, lambda w: w.importing.ask_for_address()),
    Command("article.paste", _ARTICLE, QT_TRANSLATE_NOOP("Command", "&Paste an article…"), ("Ctrl+Shift+V",), When.WRITABLE_DESK, lambda w: w.importing.paste()),
    Command("article.export", _ARTICLE, QT_TRANSLATE_NOOP("Command", "&Export report…"), ("Ctrl+E",), When.ARTICLE, lambda w: w.exporting.ask()),
    Command("article.report", _ARTICLE, QT_TRANSLATE_NOOP("Command", "I&mport report…"), ("Ctrl+Shift+I",), When.ARTICLE, lambda w: w.importing.show_report()),
    Command("article.unsourced", _ARTICLE, QT_TRANSLATE_NOOP("Command", "Statements &without a source"), ("Ctrl+U",), When.ARTICLE, lambda w: w.sourcing.show()),
    Command("article.ask_writer", _ARTICLE, QT_TRANSLATE_NOOP("Command", "&Ask the writer for sources…"), ("Ctrl+Shift+U",), When.ARTICLE, lambda w: w.sourcing.ask()),
    Command("statement.mark", _MARK, QT_TRANSLATE_NOOP("Command", "&Mark selection or word"), ("M",), When.MARKING, lambda w: w.marking.mark()),
    Command("statement.mark_exactly", _MARK, QT_TRANSLATE_NOOP("Command", "Mark selection e&xactly"), ("Alt+M",), When.MARKING, lambda w: w.marking.mark_exactly()),
    Command("statement.mark_sentence", _MARK, QT_TRANSLATE_NOOP("Command", "Mark &sentence"), ("S",), When.MARKING, lambda w: w.marking.mark_sentence()),
    Command("statement.mark_paragraph", _MARK, QT_TRANSLATE_NOOP("Command", "Mark &paragraph"), ("P",), When.MARKING, lambda w: w.marking.mark_paragraph()),
    Command("statement.mark_all", _MARK, QT_TRANSLATE_NOOP("Command", "Mark a&ll places with these words"), ("Ctrl+Shift+M",), When.MARKING, lambda w: w.marking.mark_all()),
    Command("statement.add", _MARK, QT_TRANSLATE_NOOP("Command", "&Add to the statement"), ("Shift+M",), When.RESIZING, lambda w: w.marking.add_to_statement()),
    Command("statement.remove_words", _MARK, QT_TRANSLATE_NOOP("Command", "&Remove these words from the statement"), (), When.RESIZING, lambda w: w.marking.remove_words()),
    Command("sentence.tick", _MARK, QT_TRANSLATE_NOOP("Command", "No &facts here"), ("F",), When.MARKING, lambda w: w.covering.tick()),
    Command("sentence.open", _MARK, QT_TRANSLATE_NOOP("Command", "Next sentence with&out a mark"), ("Shift+N",), When.ARTICLE_SEEN, lambda w: w.covering.go_to_sentence()),
    Command("suggestion.next", _MARK, QT_TRANSLATE_NOOP("Command", "Next su&ggestion"), ("G",), When.ARTICLE_SEEN, lambda w: w.covering.go_to_suggestion(1)),
    Command("suggestion.previous", _MARK, QT_TRANSLATE_NOOP("Command", "Pre&vious suggestion"), ("Shift+G",), When.ARTICLE_SEEN, lambda w: w.covering.go_to_suggestion(-1)),
    Command("statement.end_on", _MARK, QT_TRANSLATE_NOOP("Command", "&End a word later"), ("Alt+Right",), When.RESIZING, lambda w: w.marking.resize(by=1, ends=True)),
    Command("statement.end_back", _MARK, QT_TRANSLATE_NOOP("Command", "E&nd a word earlier"), ("Alt+Left",), When.RESIZING, lambda w: w.marking.resize(by=-1, ends=True)),
    Command("statement.begin_on", _MARK, QT_TRANSLATE_NOOP("Command", "Begin a word la&ter"), ("Alt+Shift+Right",), When.RESIZING, lambda w: w.marking.resize(by=1, ends=False)),
    Command("statement.begin_back", _MARK, QT_TRANSLATE_NOOP("Command", "&Begin a word earlier"), ("Alt+Shift+Left",), When.RESIZING, lambda w: w.marking.resize(by=-1, ends=False)),
    Command("statement.open", _STATEMENT, QT_TRANSLATE_NOOP("Command", "Nex&t open"), ("N",), When.ARTICLE, lambda w: w.go_to_open()),
    Command("statement.next", _STATEMENT, QT_TRANSLATE_NOOP("Command", "&Next"), ("J", "Alt+Down"), When.DESK, lambda w: w.go(1)),
    Command("statement.previous", _STATEMENT, QT_TRANSLATE_NOOP("Command", "&Previous"), ("K", "Alt+Up"), When.DESK, lambda w: w.go(-1)),
    Command("statement.evidence", _STATEMENT, QT_TRANSLATE_NOOP("Command", "Attach &evidence…"), ("E",), When.WRITABLE_STATEMENT, lambda w: w.attaching.ask()),
    Command("statement.paste", _STATEMENT, QT_TRANSLATE_NOOP("Command", "Attach from the &clipboard…"), ("Ctrl+V",), When.WRITABLE_STATEMENT, lambda w: w.attaching.paste()),
    Command("statement.edit_evidence", _STATEMENT, QT_TRANSLATE_NOOP("Command", "Edit e&vidence…"), ("Shift+E",), When.WRITABLE_STATEMENT, lambda w: w.citing.edit_chosen()),
    Command("statement.capture", _STATEMENT, QT_TRANSLATE_NOOP("Command", "Capture the pa&ge, or check it again"), ("W",), When.WRITABLE_STATEMENT, lambda w: w.capturing.capture_chosen()),
    Command("statement.compare", _STATEMENT, QT_TRANSLATE_NOOP("Command", "Compare ear&lier copies…"), ("Shift+W",), When.STATEMENT, lambda w: w.capturing.compare_chosen()),
    Command("statement.stamp", _STATEMENT, QT_TRANSLATE_NOOP("Command", "Time-stamp this cop&y…"), (), When.WRITABLE_STATEMENT, lambda w: w.stamping.stamp_chosen()),
    Command("statement.remove_evidence", _STATEMENT, QT_TRANSLATE_NOOP("Command", "Re&move evidence"), (), When.WRITABLE_STATEMENT, lambda w: w.citing.remove_chosen()),
    Command("statement.seen", _STATEMENT, QT_TRANSLATE_NOOP("Command", "Seen be&fore"), ("B",), When.STATEMENT, lambda w: w.panel.go_to_seen()),
    Command("statement.details", _STATEMENT, QT_TRANSLATE_NOOP("Command", "Deta&ils…"), ("I",), When.WRITABLE_STATEMENT, lambda w: w.judging.ask_details()),
    Command("statement.note", _STATEMENT, QT_TRANSLATE_NOOP("Command", "&Write a note"), ("T",), When.WRITABLE_STATEMENT, lambda w: w.panel.write_note()),
    Command("statement.forward", _STATEMENT, QT_TRANSLATE_NOOP("Command", "&Submit or approve"), ("Ctrl+Return", "Ctrl+Enter"), When.WRITABLE_STATEMENT, lambda w: w.panel.take_main_step()),
    Command("statement.approve", _STATEMENT, QT_TRANSLATE_NOOP("Command", "App&rove"), ("A",), When.WRITABLE_STATEMENT, lambda w: w.triage.take(Step.APPROVE)),
    Command("statement.override", _STATEMENT, QT_TRANSLATE_NOOP("Command", "&Approve your own verdict…"), ("Ctrl+Shift+A",), When.WRITABLE_STATEMENT, lambda w: w.judging.override()),
    Command("statement.back", _STATEMENT, QT_TRANSLATE_NOOP("Command", "Send &back…"), ("R",), When.WRITABLE_STATEMENT, lambda w: w.triage.take(Step.SEND_BACK)),
    Command("statement.dismiss", _STATEMENT, QT_TRANSLATE_NOOP("Command", "&Dismiss: not a fact"), ("D",), When.WRITABLE_STATEMENT, lambda w: w.triage.take(Step.DISMISS)),
    Command("statement.reopen", _STATEMENT, QT_TRANSLATE_NOOP("Command", "Re&open"), ("O",), When.WRITABLE_STATEMENT, lambda w: w.judging.take(Step.REOPEN)),
    Command("statement.history", _STATEMENT, QT_TRANSLATE_NOOP("Command", "&History"), ("H",), When.STATEMENT, lambda w: w.judging.show_history()),
    *(Command(f"statement.verdict{n}", "", QT_TRANSLATE_NOOP("Command", "Verdict {0}"), (str(n),), When.WRITABLE_STATEMENT, _press(n), place=n) for n in range(1, 10)),
    Command("queue.filter", _QUEUE, QT_TRANSLATE_NOOP("Command", "&Filter…"), ("Ctrl+Shift+F",), When.QUEUE_SEEN, lambda w: w.queue.list.bar.add.showMenu()),
    Command("queue.text", _QUEUE, QT_TRANSLATE_NOOP("Command", "Filter by &words"), ("/",), When.QUEUE_SEEN, lambda w: w.queue.list.bar.text.setFocus()),
    Command("queue.clear", _QUEUE, QT_TRANSLATE_NOOP("Command", "Clear all fi&lters"), (), When.QUEUE_SEEN, lambda w: w.queue.clear()),
    Command("queue.mine", _QUEUE, QT_TRANSLATE_NOOP("Command", "&Mine"), (), When.QUEUE_SEEN, lambda w: w.queue.list.side.mine.click()),
    Command("queue.not_mine", _QUEUE, QT_TRANSLATE_NOOP("Command", "&Not checked by me"), (), When.QUEUE_SEEN, lambda w: w.queue.list.side.not_mine.click()),
    Command("queue.group", _QUEUE, QT_TRANSLATE_NOOP("Command", "&Group…"), (), When.QUEUE_SEEN, lambda w: w.queue.list.bar.group.showMenu()),
    Command("queue.sort", _QUEUE, QT_TRANSLATE_NOOP("Command", "S&ort…"), (), When.QUEUE_SEEN, lambda w: w.queue.list.bar.sort.showMenu()),
    Command("queue.save", _QUEUE, QT_TRANSLATE_NOOP("Command", "&Save this view…"), ("Ctrl+Shift+S",), When.QUEUE_SEEN, lambda w: w.queue_views.ask_name()),
    Command("queue.copy_address", _QUEUE, QT_TRANSLATE_NOOP("Command", "&Copy the address"), ("Ctrl+Shift+C",), When.QUEUE_SEEN, lambda w: w.queue_views.copy_address()),
    Command("queue.go_to_address", _QUEUE, QT_TRANSLATE_NOOP("Command", "Go to an &address…"), ("Ctrl+L",), When.DESK, lambda w: w.queue_views.ask_address()),
    Command("triage.select", _TRIAGE, QT_TRANSLATE_NOOP("Command", "&Select"), ("X",), When.QUEUE_SEEN, lambda w: w.triage.picking.switch()),
    Command("triage.select_next", _TRIAGE, QT_TRANSLATE_NOOP("Command", "Select and go &on"), ("Shift+J",), When.QUEUE_SEEN, lambda w: w.triage.picking.extend(1)),
    Command("triage.select_previous", _TRIAGE, QT_TRANSLATE_NOOP("Command", "Select and go &back"), ("Shift+K",), When.QUEUE_SEEN, lambda w: w.triage.picking.extend(-1)),
    Command("triage.select_all", _TRIAGE, QT_TRANSLATE_NOOP("Command", "Select &all"), (), When.QUEUE_SEEN, lambda w: w.triage.select_all()),
    Command("triage.clear", _TRIAGE, QT_TRANSLATE_NOOP("Command", "Select &nothing"), (), When.QUEUE_SEEN, lambda w: w.triage.picking.clear()),
    Command("triage.assign", _TRIAGE, QT_TRANSLATE_NOOP("Command", "Assi&gn…"), ("Shift+A",), When.TRIAGE, lambda w: w.triage.assign()),
    Command("triage.due", _TRIAGE, QT_TRANSLATE_NOOP("Command", "&Due…"), ("Shift+D",), When.TRIAGE, lambda w: w.triage.ask_due()),
    Command("triage.priority", _TRIAGE, QT_TRANSLATE_NOOP("Command", "&Priority…"), ("Shift+P",), When.TRIAGE, lambda w: w.triage.ask_priority()),
    Command("triage.tag", _TRIAGE, QT_TRANSLATE_NOOP("Command", "&Tag…"), ("Shift+T",), When.TRIAGE, lambda w: w.triage.ask_tag()),
    Command("view.articles", _VIEW, QT_TRANSLATE_NOOP("Command", "A&rticles"), ("Ctrl+1",), When.DESK, lambda w: w.show_articles(), page=True),
    Command("view.article", _VIEW, QT_TRANSLATE_NOOP("Command", "&Article"), ("Ctrl+2",), When.ARTICLE, lambda w: w.show_article(), page=True),
    Command("view.queue", _VIEW, QT_TRANSLATE_NOOP("Command", "&Queue"), ("Ctrl+3",), When.DESK, lambda w: w.show_queue(), page=True),
    Command("view.overview", _VIEW, QT_TRANSLATE_NOOP("Command", "Overv&iew of the desk…"), ("Ctrl+Shift+O",), When.DESK, lambda w: w.overviewing.show()),
    Command("view.finder", _VIEW, QT_TRANSLATE_NOOP("Command", "Searc&h everything"), ("Ctrl+K",), When.ALWAYS, lambda w: w.finder.open()),
    Command("view.panel", _VIEW, QT_TRANSLATE_NOOP("Command", "Go to the &statement"), ("F6",), When.STATEMENT, lambda w: w.panel.focus_first()),
    Command("view.larger", _VIEW, QT_TRANSLATE_NOOP("Command", "&Larger letters"), ("Ctrl++", "Ctrl+="), When.ARTICLE, lambda w: w.zooming.zoom(1)),
    Command("view.smaller", _VIEW, QT_TRANSLATE_NOOP("Command", "S&maller letters"), ("Ctrl+-",), When.ARTICLE, lambda w: w.zooming.zoom(-1)),
    Command("view.wider", _VIEW, QT_TRANSLATE_NOOP("Command", "&Wider column"), ("Ctrl+]",), When.ARTICLE, lambda w: w.zooming.widen(2.5)),
    Command("view.narrower", _VIEW, QT_TRANSLATE_NOOP("Command", "Narrower &column"), ("Ctrl+[",), When.ARTICLE, lambda w: w.zooming.widen(-2.5)),
    Command("view.read_sentences", _VIEW, QT_TRANSLATE_NOOP("Command", "Read sent&ence by sentence"), ("Alt+1",), When.ARTICLE, lambda w: w.read(Mode.SENTENCES)),
    Command("view.read_backwards", _VIEW, QT_TRANSLATE_NOOP("Command", "Read from the e&nd"), ("Alt+2",), When.ARTICLE, lambda w: w.read(Mode.BACKWARDS)),
    Command("view.read_numbers", _VIEW, QT_TRANSLATE_NOOP("Command", "Read only n&umbers"), ("Alt+3",), When.ARTICLE, lambda w: w.read(Mode.NUMBERS)),
    Command("view.read_names", _VIEW, QT_TRANSLATE_NOOP("Command", "Read &only names"), ("Alt+4",), When.ARTICLE, lambda w: w.read(Mode.NAMES)),
    Command("view.read_quotations", _VIEW, QT_TRANSLATE_NOOP("Command", "Read only quota&tions"), ("Alt+5",), When.ARTICLE, lambda w: w.read(Mode.QUOTATIONS)),
    Command("view.read_all", _VIEW, QT_TRANSLATE_NOOP("Command", "Read e&verything"), ("Alt+0",), When.ARTICLE, lambda w: w.page.reading.leave()),
    Command("view.suggestions", _VIEW, QT_TRANSLATE_NOOP("Command", "Show or hide su&ggestions"), (), When.ARTICLE, lambda w: w.covering.switch_suggestions()),
    Command("view.appearance", _VIEW, QT_TRANSLATE_NOOP("Command", "Light or &dark"), ("Ctrl+Shift+L",), When.ALWAYS, lambda w: w.switch_appearance()),
    Command("view.system", _VIEW, QT_TRANSLATE_NOOP("Command", "Light or dark like the s&ystem"), (), When.ALWAYS, lambda w: w.follow_system()),
    Command("help.shortcuts", _HELP, QT_TRANSLATE_NOOP("Command", "&Keyboard shortcuts…"), ("F1",), When.ALWAYS, lambda w: w.helping.show_shortcuts()),
    Command("help.about", _HELP, QT_TRANSLATE_NOOP("Command", "&About Factcheck"), (), When.ALWAYS, lambda w: w.helping.show_about()),
    Command("view.menu", "", QT_TRANSLATE_NOOP("Command", "Menu"), ("F10",), When.ALWAYS, lambda w: w.show_menu()),
)
# fmt: on

# Where menus have a line: above these commands.
BEGINNING_A_GROUP = frozenset(
    (
        *("desk.backup", "desk.person", "desk.close", "edit.find"),
        *("article.export", "article.unsourced"),
        *("statement.add", "sentence.tick", "suggestion.next", "statement.end_on"),
        *("statement.evidence", "statement.seen", "statement.forward", "statement.history"),
        *("queue.group", "queue.save", "triage.assign"),
        *("view.overview", "view.larger", "view.read_sentences", "view.suggestions"),
        "view.appearance",
    )
)


def make_actions(work: Workplace) -> dict[str, QAction]:
    """Make an action of each command and add it to the window, so that its keys work."""
    return {command.id: _action(work, command) for command in COMMANDS}


def words_of(command: Command) -> str:
    """Return the text of a command, whatever it does just now, with its mnemonic."""
    return QCoreApplication.translate("Command", command.text).format(command.place)


def _action(work: Workplace, command: Command) -> QAction:
    action = QAction(words_of(command), work.window)
    action.setObjectName(command.id)
    action.setIconText(action.text().replace("&", "").rstrip("…"))
    action.setShortcuts([QKeySequence(key) for key in command.keys])
    action.setCheckable(command.page)
    action.triggered.connect(lambda: _run(work, command))
    work.window.addAction(action)
    return action


def _run(work: Workplace, command: Command) -> None:
    if command.when not in _WHATEVER_IS_CHOSEN:
        work.queue.settle()
    command.run(work)


def fill_menu(menu: QMenu, actions: dict[str, QAction]) -> dict[str, QMenu]:
    """Put the commands into submenus in the order of the table; return these by name."""
    submenus: dict[str, QMenu] = {}
    for command in COMMANDS:
        if not command.menu:
            continue
        if command.menu not in submenus:
            title = QCoreApplication.translate("Menu", command.menu)
            submenus[command.menu] = menu.addMenu(title)
        if command.id in BEGINNING_A_GROUP:
            submenus[command.menu].addSeparator()
        submenus[command.menu].addAction(actions[command.id])
    return submenus
