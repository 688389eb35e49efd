"""What the palette can offer: commands here, what was found on the desk in ``found``."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

from factcheck.domain.search_hits import Lit
from factcheck.ui.commands import COMMANDS
from factcheck.ui.finder import matching

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtGui import QAction

    from factcheck.ui.workplace import Workplace

LIMIT = 20
# The palette does not offer to open itself.
OPENER = "view.finder"

translate = QCoreApplication.translate


class Entry(NamedTuple):
    """One line: its words, a remark at the right (a command's is its key), what it does.

    ``quoted`` words are those of an article. ``below`` is a second line, quieter. Where it
    ``stays``, the palette is still needed after it.
    """

    shown: Lit
    aside: str
    run: Callable[[], object]
    is_key: bool = False
    quoted: bool = False
    below: Lit | None = None
    stays: bool = False

    @property
    def text(self) -> str:
        """Its words."""
        return self.shown.text


class Group(NamedTuple):
    """Entries of one sort under a heading; ``points`` is how well the best of them fits."""

    heading: str
    points: int
    entries: tuple[Entry, ...]


def commands(work: Workplace, query: str) -> Group:
    """Return the commands that have these letters and can be done now, the best first."""
    entries = [_command(words, action) for words, action in _enabled(work)]
    found = matching.best(query, entries, lambda entry: entry.text, LIMIT)
    points = max((points for points, _ in found), default=0)
    return Group(translate("Finder", "Commands"), points, tuple(entry for _, entry in found))


def _enabled(work: Workplace) -> Iterator[tuple[str, QAction]]:
    """Give what can be done now; a verdict is named by its word on the scale, and is on it."""
    steps = [button.step for button in work.panel.verdict.grid.buttons]
    for command in COMMANDS:
        action = work.actions[command.id]
        if not action.isEnabled() or command.id == OPENER or command.place > len(steps):
            continue
        words = action.text().replace("&", "")
        if command.place:
            words = translate("Finder", "Verdict: {0}").format(steps[command.place - 1].word)
        yield words, action


def _command(words: str, action: QAction) -> Entry:
    key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return Entry(Lit(words), key, action.trigger, is_key=True)
