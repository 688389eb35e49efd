"""Builders with defaults: a desk, an article, people, so that a test says only what it is about."""

import random
from datetime import UTC, datetime, timedelta
from pathlib import Path

from factcheck.actions.articles import add_article
from factcheck.actions.people import person_called
from factcheck.domain.canonical import canonical
from factcheck.domain.ids import ArticleId, IdMaker, PersonId
from factcheck.domain.imported import ImportedArticle
from factcheck.domain.model import Block, BlockKind
from factcheck.store.desk import Desk

START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
TEXT = (
    "Harbour bridge opens two years late\n\n"
    "The bridge cost $40.5 million, 19 per cent more than planned, the council said.\n\n"
    "“Nobody was hurt,” said Mayor Ines Ortega. 🌉 It carries 3,290 cars a day."
)


class Clock:
    """A clock that goes on by one second each time somebody looks at it."""

    def __init__(self, start: datetime = START) -> None:
        self.moment = start

    def __call__(self) -> datetime:
        self.moment += timedelta(seconds=1)
        return self.moment


def maker(seed: int = 1, clock: Clock | None = None) -> IdMaker:
    return IdMaker(clock or Clock(), random.Random(seed).getrandbits)


def new_desk(path: Path, seed: int = 1) -> Desk:
    clock = Clock()
    ids = maker(seed, clock)
    Desk.create(path, now=clock, new_id=ids)
    return Desk.open(path, now=clock, new_id=ids)


def reopened(desk: Desk, seed: int = 2) -> Desk:
    desk.close()
    clock = Clock(START + timedelta(days=1))
    return Desk.open(desk.path, now=clock, new_id=maker(seed, clock))


def person(desk: Desk, name: str = "Ada Reed") -> PersonId:
    return person_called(desk, name=name)


def imported(
    text: str = TEXT, title: str = "Harbour bridge opens two years late"
) -> ImportedArticle:
    kept = canonical(text).text
    return ImportedArticle(
        text=kept,
        blocks=(Block(BlockKind.PARAGRAPH, 0, len(kept)),),
        title=title,
        source=text.encode("utf-8", "replace"),
        source_name="bridge.txt",
        media_type="text/plain",
    )


def article(desk: Desk, text: str = TEXT, actor: PersonId | None = None) -> ArticleId:
    done = add_article(desk, actor=actor or person(desk), imported=imported(text))
    return ArticleId(done.new("article"))
