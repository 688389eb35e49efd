"""What does a report cost over typst setting the same words bare? 10,000 words, 300 statements."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import texts
import typst
from harness import paired, timed

from factcheck.actions.articles import add_article
from factcheck.actions.desks import create_desk, open_desk
from factcheck.actions.evidence import Source, attach
from factcheck.actions.people import person_called
from factcheck.actions.reports import export_report
from factcheck.actions.statements import mark
from factcheck.actions.verdicts import judge
from factcheck.domain.ids import ArticleId, StatementId

if TYPE_CHECKING:
    from factcheck.store.desk import Desk

WORDS, STATEMENTS = 10_000, 300
# The report says several times the article's words: highlights, a card for each statement, links.
PDF_LIMIT, MARKDOWN_LIMIT = 20.0, 2.0


def main() -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        create_desk(folder / "desk.factcheck")
        desk = open_desk(folder / "desk.factcheck")
        article = filled(desk)
        words = texts.article(WORDS).text.replace("$", "\\$")

        def bare() -> None:
            typst.compile(words.encode())

        def report(ending: str) -> None:
            export_report(desk, article=article, path=folder / f"report{ending}", replace=True)

        kept = [
            paired(
                "a report as PDF", timed(bare), timed(lambda: report(".pdf")), PDF_LIMIT, runs=5
            ),
            paired(
                "a report as Markdown", timed(bare), timed(lambda: report(".md")), MARKDOWN_LIMIT
            ),
        ]
        desk.close()
    sys.exit(not all(kept))


def filled(desk: Desk) -> ArticleId:
    actor = person_called(desk, name="Ada Reed")
    imported = texts.article(WORDS)
    article = ArticleId(add_article(desk, actor=actor, imported=imported).new("article"))
    step = len(imported.text) // STATEMENTS
    for start in range(0, step * STATEMENTS, step):
        done = mark(desk, actor=actor, article=article, start=start, end=start + 60)
        statement = StatementId(done.new("statement"))
        source = Source(url=f"https://city.example/minutes/{start}", publisher="The city")
        attach(desk, actor=actor, statement=statement, source=source, excerpt="It was so.")
        judge(
            desk,
            actor=actor,
            statement=statement,
            outcome="fix",
            reasoning="The minutes of the council give another figure for the same year.",
            correction="another figure",
        )
    return article


if __name__ == "__main__":
    main()
