"""Which key does what: the table's keys, and those that the person chose instead.

Keys are written as Qt's portable text ("Ctrl+Shift+Z"). A command has the keys of the table until
the person gives it one of their own or none at all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence

from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from PySide6.QtGui import QAction

    from factcheck.ui.commands import Command
    from factcheck.ui.settings import Settings

Keys = tuple[str, ...]

# What writing, walking through lists and leaving fields needs everywhere.
RESERVED = frozenset(
    (
        *("Esc", "Tab", "Shift+Tab", "Backtab", "Shift+Backtab", "Return", "Enter", "Space"),
        *("Backspace", "Del", "Ins", "Home", "End", "PgUp", "PgDown", "Up", "Down", "Left"),
        *("Right", "Shift+Left", "Shift+Right", "Shift+Up", "Shift+Down", "Ctrl+Left"),
        *("Ctrl+Right", "Ctrl+Home", "Ctrl+End", "Ctrl+A", "Ctrl+C", "Ctrl+X"),
    )
)


def effective(table: Mapping[str, Keys], chosen: Mapping[str, str]) -> dict[str, Keys]:
    """Return each command's keys; no key is in it twice, whatever was kept in the settings.

    A chosen key wins over the same key in the table; of two chosen alike the first in the table.
    """
    result: dict[str, Keys] = dict.fromkeys(table, ())
    taken: set[str] = set()
    for name in (each for each in table if each in chosen):
        key = chosen[name]
        if key and key not in taken | RESERVED:
            result[name] = (key,)
            taken.add(key)
    for name in table.keys() - chosen.keys():
        result[name] = tuple(key for key in table[name] if key not in taken)
    return result


class Shortcuts(QObject):
    """Keeps the keys of the commands' actions as the person set them; ``changed`` says so."""

    changed = Signal()

    def __init__(
        self,
        commands: Iterable[Command],
        actions: Mapping[str, QAction],
        settings: Settings,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._table = {each.id: tuple(portable(key) for key in each.keys) for each in commands}
        self._actions = actions
        self._settings = settings
        self._apply()

    def current(self) -> dict[str, Keys]:
        """Return the keys of each command as they are now, in the order of the table."""
        return effective(self._table, self._settings.shortcuts())

    def is_changed(self, name: str) -> bool:
        """Say whether the person chose this command's key."""
        return name in self._settings.shortcuts()

    def are_changed(self) -> bool:
        """Say whether the person chose the key of any command."""
        return bool(self._settings.shortcuts())

    def choose(self, name: str, key: str) -> None:
        """Give a command this key and no other. Raises FactcheckError if it is in use."""
        key = portable(key)
        self._refuse_taken(name, (key,))
        self._keep(name, key)

    def clear(self, name: str) -> None:
        """Leave a command without a key."""
        self._keep(name, "")

    def reset(self, name: str) -> None:
        """Give a command the table's keys again. Raises FactcheckError if one is in use."""
        self._refuse_taken(name, self._table[name])
        self._keep(name, None)

    def reset_all(self) -> None:
        """Give every command the table's keys again."""
        for name in self._table:
            self._settings.keep_shortcut(name, None)
        self._apply()

    def _keep(self, name: str, key: str | None) -> None:
        self._settings.keep_shortcut(name, key)
        self._apply()

    def _apply(self) -> None:
        for name, keys in self.current().items():
            self._actions[name].setShortcuts([QKeySequence(key) for key in keys])
        self.changed.emit()

    def _refuse_taken(self, name: str, keys: Keys) -> None:
        hint = self.tr("Choose another key, or clear it there first.")
        for key in keys:
            if key in RESERVED:
                told = self.tr("{0} is needed for writing and for moving about.").format(key)
                raise FactcheckError(told, self.tr("Choose another key."))
            for other, others in self.current().items():
                if other != name and key in others:
                    words = self._actions[other].iconText()
                    raise FactcheckError(self.tr("{0} is “{1}”.").format(key, words), hint)


def portable(key: str) -> str:
    """Return a key the way that it is compared and kept."""
    return QKeySequence(key).toString()
