"""Run as a program: editors working on a desk, to be killed or to work beside each other.

Every finished action is acknowledged by its event's id on a line of its own on standard output;
"begun" says that the next one begins.
"""

import os
import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from random import Random

from factcheck.actions import statements, verdicts
from factcheck.actions.articles import add_article
from factcheck.actions.desks import open_desk
from factcheck.actions.evidence import Source, attach
from factcheck.actions.keeping import keep_file
from factcheck.actions.people import person_called
from factcheck.domain.ids import ArticleId, StatementId
from factcheck.store import reads
from factcheck.store.desk import Desk
from factcheck.store.transaction import Changes
from tests.making import imported


def say(line: str) -> None:
    """Write a line at once: one call, so that a kill never cuts it."""
    os.write(1, f"{line}\n".encode())


def round_of_work(desk: Desk, seed: int) -> Iterator[Changes]:
    ada, jon = person_called(desk, name="Ada Reed"), person_called(desk, name="Jon Park")
    brought = add_article(desk, actor=ada, imported=imported())
    yield brought
    article = ArticleId(brought.new("article"))
    marked = statements.mark(desk, actor=ada, article=article, start=0, end=7)
    yield marked
    statement = StatementId(marked.new("statement"))
    scan = Source(file_name="scan.png", content=Random(seed).randbytes(60_000))
    yield attach(desk, actor=ada, statement=statement, source=scan)
    yield verdicts.judge(desk, actor=ada, statement=statement, outcome="verified")
    yield statements.submit(desk, actor=ada, statement=statement)
    yield verdicts.approve(desk, actor=jon, statement=statement)


def work_until_killed(path: Path, seed: int, *, lasting: bool) -> None:
    desk = open_desk(path, lasting=lasting)
    say(f"pid {os.getpid()}\nbegun")
    for number in count(seed * 1000):
        for done in round_of_work(desk, number):
            say(f"{done.event_id}\nbegun")


def fork_workers(path: Path, *, lasting: bool) -> None:
    """For each line read, fork a worker from this warm process and tell when it is gone."""
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            work_until_killed(path, int(line), lasting=lasting)
        os.waitpid(child, 0)
        say("gone")


def keep_until_killed(path: Path, file: Path) -> None:
    """Keep a file, and say so after each piece."""
    keep_file(path, file, progress=lambda done, _size: say(str(done)))


def mark_often(path: Path, name: str, times: int) -> None:
    desk = open_desk(path)
    me = person_called(desk, name=name)
    article = reads.articles(desk)[0].article.id
    for number in range(times):
        done = statements.mark(desk, actor=me, article=article, start=number % 9, end=40)
        say(str(done.event_id))
    desk.close()


if __name__ == "__main__":
    if sys.argv[1] == "fork":
        fork_workers(Path(sys.argv[2]), lasting=sys.argv[3] == "lasting")
    elif sys.argv[1] == "keep":
        keep_until_killed(Path(sys.argv[2]), Path(sys.argv[3]))
    else:
        mark_often(Path(sys.argv[2]), sys.argv[3], int(sys.argv[4]))
