"""What the window remembers between two starts, in one .ini file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

RECENT_DESKS = 8


class Settings:
    """The remembered things by name. ``path`` is the file; a missing one means all defaults."""

    def __init__(self, path: Path) -> None:
        self._store = QSettings(str(path), QSettings.Format.IniFormat)
        self.folder = path.parent

    @property
    def person(self) -> str:
        """The name under which this person works, "" before it was said."""
        return str(self._store.value("person", ""))

    @person.setter
    def person(self, name: str) -> None:
        self._store.setValue("person", name)

    @property
    def appearance(self) -> str:
        """Return "light", "dark", or "system" to follow it."""
        return str(self._store.value("appearance", "system"))

    @appearance.setter
    def appearance(self, name: str) -> None:
        self._store.setValue("appearance", name)

    @property
    def zoom(self) -> int:
        """Steps by which the article's letters are larger than usual; may be negative."""
        return int(str(self._store.value("zoom", 0)))

    @zoom.setter
    def zoom(self, steps: int) -> None:
        self._store.setValue("zoom", steps)

    def recent_desks(self) -> list[Path]:
        """Return the desks opened last that are still there, newest first."""
        paths = [Path(text) for text in str(self._store.value("recent", "")).split("\n") if text]
        return [path for path in paths if path.is_file()]

    def remember_desk(self, path: Path) -> None:
        """Put a desk at the head of the recent ones."""
        path = path.absolute()
        others = [other for other in self.recent_desks() if other != path]
        kept = [path, *others][:RECENT_DESKS]
        self._store.setValue("recent", "\n".join(str(one) for one in kept))

    def keep_layout(self, name: str, state: QByteArray) -> None:
        """Keep the place and size of a window or a splitter."""
        self._store.setValue(f"layout/{name}", state)

    def layout_of(self, name: str) -> QByteArray | None:
        """Return what ``keep_layout`` kept."""
        state = self._store.value(f"layout/{name}")
        return state if isinstance(state, QByteArray) else None
