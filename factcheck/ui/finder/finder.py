"""Between the search field, the list below it, and what becomes of the line that is taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget

from factcheck.domain.searching import Query, parse
from factcheck.errors import FactcheckError
from factcheck.ui.finder.entries import OPENER, commands
from factcheck.ui.finder.found import FEW, MANY, Lines
from factcheck.ui.finder.palette import PaletteList
from factcheck.ui.key_labels import first_key
from factcheck.ui.queue.reader import Reader

if TYPE_CHECKING:
    from factcheck.store.desk import Desk
    from factcheck.ui.finder.entries import Entry, Group
    from factcheck.ui.finder.field import FinderField
    from factcheck.ui.finder.found import Found
    from factcheck.ui.workplace import Workplace

_WIDTH = 640
_HIGHEST = 520
_MARGIN = 8
_KEY = "search"


class Finder(QObject):
    """Offers commands at once, and what is found on the desk when the reader's thread has it.

    ``waiting`` says that an answer is still to come: a line is taken only after it.
    """

    def __init__(self, work: Workplace, field: FinderField) -> None:
        super().__init__(work)
        self._work = work
        self._field = field
        self._before: QWidget | None = None
        self._reader = Reader(work.session, self)
        self._found: list[Group] = []
        self._remark = ""
        self._moved_to: Entry | None = None
        self._taking = False
        self.waiting = False
        self.popup = PaletteList(work.window)
        self._opener = work.actions[OPENER]
        self._opener.changed.connect(self._show_key)
        self._show_key()
        QApplication.instance().focusChanged.connect(self._remember)  # type: ignore[union-attr]
        field.entered.connect(self._look)
        field.left.connect(self._hide)
        field.textEdited.connect(lambda _text: self._look())
        field.moved.connect(self._move)
        field.taken.connect(self.take)
        field.given_up.connect(self.close)
        self.popup.list.itemClicked.connect(lambda _item: self._take_chosen())
        work.window.installEventFilter(self)

    def open(self) -> None:
        """Go to the field and show what there is."""
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def close(self) -> None:
        """Forget what was typed and give the focus back."""
        self._hide()
        before = self._before
        if before is not None and before.isVisible():
            before.setFocus()
        else:
            self._field.clearFocus()

    def take(self) -> None:
        """Do what the chosen entry stands for; of what is still looked for, once it is found."""
        self._taking = self.waiting
        if not self.waiting:
            self._take_chosen()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the list under its field when the window's size changes."""
        if event.type() == QEvent.Type.Resize and self.popup.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _take_chosen(self) -> None:
        entry = self.popup.chosen() if self.popup.isVisible() else None
        if entry is None:
            return
        if not entry.stays:
            self.close()
        entry.run()

    def _move(self, step: int, page: bool) -> None:  # noqa: FBT001 a signal's parameter
        self.popup.move_by(step, page=page)
        self._moved_to = self.popup.chosen()

    # Looking

    def _look(self, limit: int = FEW) -> None:
        """Look for what is typed now; until it is found, what was found before stays."""
        typed = self._field.text()
        self._moved_to, self._taking, self._remark = None, False, ""
        try:
            query = parse(typed, typing=True)
        except FactcheckError as error:
            query, self._remark = Query(), str(error)
        self.waiting = query != Query() and self._work.session.desk is not None
        if self.waiting:
            self._ask(typed, query, limit)
        else:
            self._reader.forget(_KEY)
            self._found = []
        self._show()

    def _ask(self, typed: str, query: Query, limit: int) -> None:
        def question(desk: Desk) -> Found | FactcheckError:
            from factcheck.store.search import search

            try:
                return search(desk, query, limit)
            except FactcheckError as error:
                return error

        self._reader.ask(_KEY, question, lambda answer: self._answer(typed, answer))

    def _answer(self, typed: str, answer: Found | FactcheckError) -> None:
        self.waiting = False
        if isinstance(answer, FactcheckError):
            self._found, self._remark = [], str(answer)
        else:
            self._found = Lines(self._work, typed, lambda: self._look(MANY)).groups(answer)
        chosen = self._moved_to
        self._show()
        if chosen is not None:
            self.popup.choose(chosen)
        if self._taking:
            self._taking = False
            self._take_chosen()

    # Showing

    def _show(self) -> None:
        groups = self._groups()
        remark = self._remark
        if not (groups or remark or self.waiting):
            remark = self.tr("Nothing was found.")
        self.popup.show_groups(groups, remark)
        self._place()
        # Empty it would flash up as a line while the desk is searched.
        self.popup.setVisible(bool(groups or remark))
        self.popup.raise_()

    def _groups(self) -> list[Group]:
        """Return all groups, the best first; operators are for the search alone."""
        typed = self._field.text()
        groups = [*self._found]
        if '"' not in typed and _is_plain(typed):
            groups.append(commands(self._work, typed))
        fitting = [group for group in groups if group.entries]
        return sorted(fitting, key=lambda group: -group.points)

    def _hide(self) -> None:
        self._reader.forget(_KEY)
        self.waiting = self._taking = False
        self._found = []
        self.popup.hide()
        self._field.clear()

    def _place(self) -> None:
        """Put the list below the middle of the field, inside the window."""
        window, field = self._work.window, self._field
        below = field.mapTo(window, QPoint(field.width() // 2, field.height() + 4))
        width = min(_WIDTH, window.width() - 2 * _MARGIN)
        room = window.height() - below.y() - _MARGIN
        self.popup.resize(width, self.popup.height())
        height = min(self.popup.wanted_height(), _HIGHEST, room)
        left = max(_MARGIN, min(below.x() - width // 2, window.width() - width - _MARGIN))
        self.popup.setGeometry(left, below.y(), width, height)

    def _remember(self, before: QWidget | None, now: QWidget | None) -> None:
        if now is self._field and before is not None:
            self._before = before

    def _show_key(self) -> None:
        self._field.show_key(first_key(self._opener))


def _is_plain(typed: str) -> bool:
    """Say whether these may be letters of a command."""
    try:
        return parse(typed).is_plain
    except FactcheckError:
        return True
