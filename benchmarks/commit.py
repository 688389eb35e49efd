"""How much does one mark, committed, cost over one bare row with the same safety on disk?"""

from __future__ import annotations

import sqlite3
import sys
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import texts
from harness import paired, timed

from factcheck.actions.articles import add_article
from factcheck.actions.desks import create_desk, open_desk
from factcheck.actions.people import person_called
from factcheck.actions.statements import mark
from factcheck.domain.ids import ArticleId

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.store.desk import Desk

WORDS, MARKS = 10_000, 1_000
# A mark is five rows against one: statement, span, and three of the log, hashed and indexed.
LIMIT = 4.0


def main() -> None:
    with TemporaryDirectory() as folder:
        bare = one_bare_row(Path(folder) / "bare.db")
        desk_path = Path(folder) / "desk.factcheck"
        create_desk(desk_path)
        desk = open_desk(desk_path)
        ours = one_mark(desk)
        for _ in range(MARKS):
            ours()
        kept = paired("a mark committed", timed(bare), timed(ours), LIMIT, runs=301)
        desk.close()
    sys.exit(not kept)


def one_bare_row(path: Path) -> Callable[[], None]:
    db = sqlite3.connect(path, isolation_level=None)
    db.execute("PRAGMA journal_mode = TRUNCATE")
    db.execute("PRAGMA synchronous = FULL")
    db.execute("CREATE TABLE mark (id INTEGER PRIMARY KEY, words TEXT)")

    def insert() -> None:
        db.execute("INSERT INTO mark (words) VALUES ('thirty characters of an article')")

    return insert


def one_mark(desk: Desk) -> Callable[[], None]:
    actor = person_called(desk, name="Ada Reed")
    done = add_article(desk, actor=actor, imported=texts.article(WORDS))
    article = ArticleId(done.new("article"))
    places = count()

    def ours() -> None:
        start = next(places) * 7
        mark(desk, actor=actor, article=article, start=start, end=start + 30)

    return ours


if __name__ == "__main__":
    main()
