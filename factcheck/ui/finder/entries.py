"""What the palette can offer: commands, articles and statements, in groups."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

from factcheck.ui.commands import COMMANDS
from factcheck.ui.finder import matching

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtGui import QAction

    from factcheck.domain.ids import ArticleId, StatementId
    from factcheck.store.desk import Desk
    from factcheck.store.lists import FoundStatement
    from factcheck.ui.workplace import Workplace

LIMIT = 20
# The palette does not offer to open itself.
OPENER = "view.finder"

translate = QCoreApplication.translate


class Entry(NamedTuple):
    """One line: its words, a remark at the right (a command's is its key), what it does.

    ``quoted`` words are those of an article.
    """

    text: str
    aside: str
    run: Callable[[], object]
    is_key: bool = False
    quoted: bool = False


class Group(NamedTuple):
    """Entries of one sort under a heading; ``points`` is how well the best of them fits."""

    heading: str
    points: int
    entries: tuple[Entry, ...]


def groups(work: Workplace, query: str) -> list[Group]:
    """Return what fits the query, the best group first; empty groups are left out."""
    desk = work.session.desk
    found = [_commands(work, query)]
    if desk is not None:
        found += [_articles(work, desk, query), _statements(work, desk, query)]
    return sorted((group for group in found if group.entries), key=lambda group: -group.points)


def _commands(work: Workplace, query: str) -> Group:
    entries = [_command(words, action) for words, action in _enabled(work)]
    found = matching.best(query, entries, lambda entry: entry.text, LIMIT)
    return _group(translate("Finder", "Commands"), found)


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
    return Entry(words, key, action.trigger, is_key=True)


def _articles(work: Workplace, desk: Desk, query: str) -> Group:
    from factcheck.store import lists

    found = matching.best(query, lists.titles(desk), lambda pair: pair[1], LIMIT)
    entries = [(points, _article(work, article, title)) for points, (article, title) in found]
    return _group(translate("Finder", "Articles"), entries)


def _article(work: Workplace, article: ArticleId, title: str) -> Entry:
    return Entry(title, "", lambda: open_article(work, article))


def _statements(work: Workplace, desk: Desk, query: str) -> Group:
    from factcheck.store import lists

    text = query.strip()
    found = lists.statements_like(desk, text, LIMIT) if text else []
    entries = [(matching.score(text, row.quote) or 0, _statement(work, row)) for row in found]
    return _group(translate("Finder", "Statements"), entries)


def _statement(work: Workplace, row: FoundStatement) -> Entry:
    quote = f"{row.number}  {' '.join(row.quote.split())}"
    return Entry(
        quote,
        row.article_title,
        lambda: open_statement(work, row.article_id, row.id),
        quoted=True,
    )


def _group(heading: str, scored: list[tuple[int, Entry]]) -> Group:
    points = max((points for points, _ in scored), default=0)
    return Group(heading, points, tuple(entry for _, entry in scored))


def open_article(work: Workplace, article: ArticleId) -> None:
    """Show an article."""
    work.choice.show_article(article)
    work.show_article()


def open_statement(work: Workplace, article: ArticleId, statement: StatementId) -> None:
    """Show a statement in its article."""
    open_article(work, article)
    work.choice.show_statement(statement)
