"""The desk of a newsroom after years: a million statements in 20,000 articles, 200,000 sources.

    .venv/bin/python benchmarks/newsroom.py DESK [STATEMENTS]

Rows are written straight into the tables, without the log; what is derived is made by the store's
own code. The same number of statements gives the same desk.
"""

from __future__ import annotations

import hashlib
import json
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from factcheck.actions.desks import create_desk, open_desk
from factcheck.actions.people import person_called
from factcheck.domain.ids import IdMaker
from factcheck.store import derived, reads
from factcheck.store.records import moment_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.store.desk import Desk

STATEMENTS = 1_000_000
AN_ARTICLE = 50
A_SOURCE = 5  # statements for each source
PEOPLE = ("Ada Reed", "Jon Park", "Mia Torres", "Lena Vogt", "Sam Osei", "Ravi Nair", "Eve Lund")
_BATCH = 2_000

_WHO = (
    "The council",
    "Mayor Ortega",
    "The company",
    "A spokesperson",
    "The ministry",
    "Dr Reed",
    "The union",
    "The harbour board",
    "Professor Lind",
    "The mill’s owner",
)
_DID = ("said", "reported", "denied", "confirmed", "announced", "estimated", "promised")
_WHAT = (
    "profits",
    "revenue",
    "rents",
    "wages",
    "flats",
    "trams",
    "ferries",
    "wells",
    "jobs",
    "passengers",
    "schools",
    "patients",
    "turbines",
    "tonnes of grain",
    "litres of milk",
)
_MOVED = ("rose by", "fell by", "reached", "never passed", "doubled to", "were cut to")
_WHERE = (
    "in Port Aldo",
    "on Great Skerry",
    "in the old town",
    "across the county",
    "in Lund",
    "near the refinery",
    "along the coast",
    "in Tidewater",
)
_STATES = (
    ("approved", 82),
    ("to check", 6),
    ("in checking", 3),
    ("awaiting review", 3),
    ("sent back", 1),
    ("changed since checked", 1),
    ("dismissed", 3),
    ("cut", 1),
)
_OUTCOMES = (
    ("verified", 60),
    ("fix", 14),
    ("context", 9),
    ("unproven", 7),
    ("false", 6),
    ("opinion", 4),
)
_KINDS = (("number", 50), ("quotation", 20), ("name", 10), ("date", 8), ("other", 12))
_UNJUDGED = {"to check", "dismissed"}


class Newsroom:
    """Writes article after article."""

    def __init__(self, desk: Desk) -> None:
        self.db = desk.db
        self.chance = Random(1)
        self.moment = datetime(2016, 1, 4, 8, tzinfo=UTC)
        self.new_id = IdMaker(self.tick, self.chance.getrandbits)
        self.people = [person_called(desk, name=name) for name in PEOPLE]
        self.scale = reads.scales(desk)[0].id
        self.sources: list[str] = []
        self.rows: dict[str, list[tuple[object, ...]]] = {}

    def tick(self) -> datetime:
        """Let ten minutes pass for each article, nothing for its rows."""
        return self.moment

    def article(self, number: int) -> None:
        """Write one article with its statements."""
        self.moment += timedelta(minutes=260)
        sentences = [self.sentence() for _ in range(AN_ARTICLE)]
        title = (
            f"{self.chance.choice(_WHAT).capitalize()} {self.chance.choice(_WHERE)}, part {number}"
        )
        text = title + "\n\n" + " ".join(sentences)
        sha256 = hashlib.sha256(text.encode()).hexdigest()
        article, revision, now = self.new_id(), self.new_id(), moment_text(self.moment)
        blocks = [["heading", 0, len(title), 1], ["paragraph", len(title) + 2, len(text), 0]]
        self.put("blob", sha256, len(text.encode()), text.encode(), None)
        self.put("article", article, title, "", "The Tidewater Courier", "", None, None, "en", now)
        self.put(
            "revision",
            revision,
            article,
            1,
            sha256,
            len(text),
            json.dumps(blocks),
            "a.txt",
            "text/plain",
            sha256,
            "[]",
            now,
        )
        at = len(title) + 2
        for sentence in sentences:
            self.statement(article, revision, text, at, at + len(sentence) - 1)
            at += len(sentence) + 1

    def statement(self, article: str, revision: str, text: str, start: int, end: int) -> None:
        """Write a statement with what hangs on it."""
        name, state, now = self.new_id(), self.pick(_STATES), moment_text(self.moment)
        checker, reviewer = self.chance.sample(self.people, 2)
        judged = state not in _UNJUDGED
        due = self.moment + timedelta(days=self.chance.randint(0, 20))
        self.put(
            "statement",
            name,
            article,
            self.pick(_KINDS),
            "",
            "",
            self.pick((("normal", 8), ("high", 1), ("low", 1))),
            state,
            checker if judged or self.chance.random() < 0.5 else None,
            reviewer if state in {"approved", "sent back"} else None,
            moment_text(due) if self.chance.random() < 0.7 else None,
            now,
        )
        self.put(
            "span",
            self.new_id(),
            name,
            revision,
            start,
            end,
            text[start:end],
            text[max(0, start - 32) : start],
            text[end : end + 32],
        )
        if judged:
            outcome = "cut" if state == "cut" else self.pick(_OUTCOMES)
            self.put(
                "verdict",
                self.new_id(),
                name,
                self.scale,
                outcome,
                "The record of the meeting says so.",
                text[start:end],
                "",
                None,
                checker,
                None,
                now,
            )
        for _ in range(self.chance.choice((0, 1, 1, 1, 2)) if judged else 0):
            self.citation(name, now)

    def citation(self, statement: str, now: str) -> None:
        """Cite a new source or one from before."""
        if not self.sources or self.chance.random() < 1 / A_SOURCE:
            self.sources.append(self.new_id())
            number = len(self.sources)
            self.put(
                "evidence",
                self.sources[-1],
                "web page",
                f"Minutes {number}",
                "",
                "The city",
                f"https://city.example/{number}",
                None,
                self.chance.choice(("primary", "secondary", "unknown")),
                "",
                0,
                "",
                now,
            )
        self.put(
            "citation",
            self.new_id(),
            statement,
            self.chance.choice(self.sources[-500:]),
            "supports",
            "It was carried with nine votes.",
            "",
            "",
            None,
            "",
            now,
        )

    def sentence(self) -> str:
        """Return a sentence that holds a fact."""
        pick, number = self.chance.choice, self.chance.randint(2, 99_999)
        return (
            f"{pick(_WHO)} {pick(_DID)} that {pick(_WHAT)} {pick(_MOVED)} {number:,} "
            f"{pick(_WHERE)}."
        )

    def pick(self, shares: tuple[tuple[str, int], ...]) -> str:
        """Return one of several, by their shares."""
        words, weights = zip(*shares, strict=True)
        return str(self.chance.choices(words, weights)[0])

    def put(self, table: str, *row: object) -> None:
        """Keep a row for the next writing."""
        self.rows.setdefault(table, []).append(row)

    def write(self) -> None:
        """Write the rows kept."""
        for table, rows in self.rows.items():
            columns = [c for c in self.columns(table) if c != "pk"]
            marks = ", ".join("?" * len(columns))
            names = ", ".join(f'"{name}"' for name in columns)
            self.db.conn.executemany(
                f"INSERT OR IGNORE INTO {table} ({names}) VALUES ({marks})", rows
            )
        self.rows = {}

    def columns(self, table: str) -> Iterator[str]:
        """Yield the names of a table's columns."""
        for _, name, *_rest in self.db.execute(f"PRAGMA table_info({table})").fetchall():
            yield name


def make_newsroom(path: Path, statements: int = STATEMENTS) -> None:
    """Make the desk."""
    create_desk(path)
    desk = open_desk(path)
    room = Newsroom(desk)
    for setting in ("synchronous", "foreign_keys"):
        desk.db.execute(f"PRAGMA {setting} = OFF")
    desk.db.execute("BEGIN")
    for number in range(1, statements // AN_ARTICLE + 1):
        room.article(number)
        if number % _BATCH == 0:
            room.write()
            print(f"{number:,} articles", flush=True)
    room.write()
    print("lines and words", flush=True)
    derived.rebuild(desk.db)
    desk.db.execute("COMMIT")
    desk.close()


if __name__ == "__main__":
    make_newsroom(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else STATEMENTS)
