"""What is proposed for a field and where each proposal comes from, beside the field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QMenu, QSizePolicy

from factcheck.ui.widgets import Button, set_tip, without_mnemonic

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from factcheck.domain.imported import Proposal

_WIDTH, _PADDING = 200, 16  # pixels
_IN_MENU = 70  # code points
_KEYS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class Offers(Button):
    """Says where a field's words come from; its menu has what else is proposed, and nothing.

    In the field Down takes the next proposal, after the last one nothing; Up goes back, Alt+Down
    opens the menu. ``take`` puts a text into the field.
    """

    def __init__(self, line: QLineEdit, take: Callable[[str], None]) -> None:
        super().__init__()
        self._line = line
        self._take = take
        self._offers: Sequence[Proposal] = ()
        self.setProperty("role", "offers")
        policy = QSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        policy.setRetainSizeWhenHidden(True)  # fields end on one line, also without proposals
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keys of the field do the same
        self.setMenu(QMenu(self))
        line.installEventFilter(self)
        line.textChanged.connect(self._tell)

    def show_offers(self, text: str, offers: Sequence[Proposal]) -> None:
        """Offer these from now on; ``text`` goes into the field, unless a person wrote there."""
        untouched = not self._line.text() or bool(self.source())
        self._offers = offers
        self.setVisible(bool(offers))
        self._fill_menu()
        if untouched:
            self._take(text)
            self._line.setCursorPosition(0)
        self._tell()

    def sizeHint(self) -> QSize:
        """Return the width that all have, so that fields end on one line."""
        return QSize(_WIDTH, super().sizeHint().height())

    def source(self) -> str:
        """Return where the words in the field come from; "" where a person wrote them."""
        words = self._line.text().strip()
        return next((each.source for each in self._offers if each.text == words), "")

    def go(self, by: int) -> None:
        """Put the next proposal, or an earlier one, into the field; one of them is nothing."""
        texts = [*(each.text for each in self._offers), ""]
        words = self._line.text().strip()
        place = texts.index(words) if words in texts else -1 if by > 0 else 0
        self._take(texts[(place + by) % len(texts)])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Watch the keys of the field."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and self._offers:
            by = _KEYS.get(Qt.Key(event.key()), 0)
            if by and event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self.showMenu()
                return True
            if by and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
                self.go(by)
                return True
        return super().eventFilter(watched, event)

    def _fill_menu(self) -> None:
        menu = self.menu()
        menu.clear()
        for each in self._offers:
            shown = each.text if len(each.text) <= _IN_MENU else each.text[:_IN_MENU] + "…"
            action = menu.addAction(without_mnemonic(f"{shown}\t{each.source}"))
            action.triggered.connect(lambda _checked, text=each.text: self._take(text))
        menu.addSeparator()
        menu.addAction(self.tr("Leave it empty")).triggered.connect(lambda: self._take(""))

    def _tell(self) -> None:
        source = self.source()
        others = len(self._offers) - bool(source)
        self.setText(without_mnemonic(self._shown(source, others)))
        told = self.tr("From: {0}.").format(source) if source else ""
        more = self._counted(others)
        set_tip(self, " ".join((told, self.tr("Down takes the next proposal."))).strip())
        self.setAccessibleName(self.tr("Proposals"))
        said = " ".join(part for part in (told, more) if part) if self._offers else ""
        self._line.setAccessibleDescription(said)

    def _shown(self, source: str, others: int) -> str:
        """Return the source, elided where it must be, and how many others there are."""
        more = self._counted(others)
        if not source or not more:
            return source or more
        metrics = self.fontMetrics()
        room = _WIDTH - _PADDING - metrics.horizontalAdvance(f" · {more}")
        return f"{metrics.elidedText(source, Qt.TextElideMode.ElideRight, room)} · {more}"

    def _counted(self, others: int) -> str:
        if others == 1:
            return self.tr("1 other")
        return self.tr("{0} others").format(others) if others else ""
