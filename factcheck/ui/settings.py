"""What the window remembers between two starts, in one .ini file."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

RECENT_DESKS = 8
KEPT_PLACES = 200


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

    @property
    def widening(self) -> float:
        """Ems by which the article's column is wider than usual; may be negative."""
        return float(str(self._store.value("widening", 0)))

    @widening.setter
    def widening(self, ems: float) -> None:
        self._store.setValue("widening", ems)

    @property
    def suggestions(self) -> bool:
        """Whether what may be worth a check is dotted in the text."""
        return str(self._store.value("suggestions", "shown")) == "shown"

    @suggestions.setter
    def suggestions(self, shown: bool) -> None:
        self._store.setValue("suggestions", "shown" if shown else "hidden")

    @property
    def authority(self) -> str:
        """The address of the time-stamping authority that was asked last, "" before."""
        return str(self._store.value("authority", ""))

    @authority.setter
    def authority(self, address: str) -> None:
        self._store.setValue("authority", address)

    @property
    def articles_folder(self) -> Path:
        """Where an article was imported from last; the home folder before, or if it is gone."""
        kept = str(self._store.value("articles_folder", ""))
        return Path(kept) if kept and Path(kept).is_dir() else Path.home()

    @articles_folder.setter
    def articles_folder(self, folder: Path) -> None:
        self._store.setValue("articles_folder", str(folder))

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

    def shortcuts(self) -> dict[str, str]:
        """Return the key that the person chose for a command, "" for none, by the command's id."""
        self._store.beginGroup("shortcuts")
        kept = {name: str(self._store.value(name)) for name in self._store.childKeys()}
        self._store.endGroup()
        return kept

    def keep_shortcut(self, command: str, key: str | None) -> None:
        """Keep a command's key, "" for none; None forgets what was chosen."""
        if key is None:
            self._store.remove(f"shortcuts/{command}")
        else:
            self._store.setValue(f"shortcuts/{command}", key)

    def place_of(self, article: str) -> tuple[int, int] | None:
        """Return caret and first words on show of an article, as ``keep_place`` kept them."""
        for name, caret, top in self._places():
            if name == article:
                return int(caret), int(top)
        return None

    def keep_place(self, article: str, caret: int, top: int) -> None:
        """Keep where somebody was in an article, in code points; of the newest 200 articles."""
        others = [place for place in self._places() if place[0] != article]
        kept = [(article, str(caret), str(top)), *others][:KEPT_PLACES]
        self._store.setValue("places", "\n".join(" ".join(place) for place in kept))

    def _places(self) -> list[tuple[str, str, str]]:
        found = re.findall(r"^(\S+) (\d+) (\d+)$", str(self._store.value("places", "")), re.M)
        return [(name, caret, top) for name, caret, top in found]

    def view_of(self, desk: str) -> str | None:
        """Return the address of the view that a desk's queue was left with, by the desk's id."""
        kept = self._store.value(f"views/{desk}")
        return None if kept is None else str(kept)

    def keep_view(self, desk: str, address: str) -> None:
        """Keep the address of a desk's view."""
        self._store.setValue(f"views/{desk}", address)

    def keep_layout(self, name: str, state: QByteArray) -> None:
        """Keep the place and size of a window or a splitter."""
        self._store.setValue(f"layout/{name}", state)

    def layout_of(self, name: str) -> QByteArray | None:
        """Return what ``keep_layout`` kept."""
        state = self._store.value(f"layout/{name}")
        return state if isinstance(state, QByteArray) else None
