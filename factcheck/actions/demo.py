"""The sample desk: an article of our own with the work of two people on it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from factcheck.actions import statements, verdicts
from factcheck.actions.articles import add_article
from factcheck.actions.desks import create_desk, open_desk
from factcheck.actions.evidence import Source, attach
from factcheck.actions.people import person_called
from factcheck.actions.readings import captured_text
from factcheck.actions.reports import export_report
from factcheck.domain.anchors import find_quote
from factcheck.domain.dates import parse_date
from factcheck.domain.ids import ArticleId, StatementId
from factcheck.domain.model import Sourcing, Stance, StatementKind
from factcheck.errors import FactcheckError
from factcheck.importers import registry
from factcheck.resources import FOLDER
from factcheck.store import reads

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.domain.ids import PersonId
    from factcheck.store.desk import Desk

ARTICLE = "night-ferry.md"
DESK_NAME = "sample.factcheck"
_SAMPLE = FOLDER / "sample"
REPORTS = ("report.md", "report.pdf")


def make_demo(folder: Path) -> list[Path]:
    """Make the sample desk and its reports in a folder; return their paths.

    Reports that are there are replaced, a desk never. Raises FactcheckError.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FactcheckError(
            f"The folder {folder} can’t be made: {error.strerror}.", "Choose another."
        ) from error
    desk_path = folder / DESK_NAME
    make_sample_desk(desk_path)
    desk = open_desk(desk_path)
    try:
        article = reads.articles(desk)[0].article.id
        for name in REPORTS:
            export_report(desk, article=article, path=folder / name, replace=True)
    finally:
        desk.close()
    return [desk_path, *(folder / name for name in REPORTS)]


def make_sample_desk(path: Path) -> None:
    """Make the sample desk at ``path``. Raises FactcheckError if a file is there."""
    create_desk(path)
    desk = open_desk(path)
    try:
        fill(desk)
    finally:
        desk.close()


def fill(desk: Desk) -> None:
    """Do the work of the sample on a desk."""
    work = json.loads((_SAMPLE / "work.json").read_text(encoding="utf-8"))
    imported = registry.read((_SAMPLE / ARTICLE).read_bytes(), ARTICLE)
    checker = person_called(desk, name=work["checker"])
    reviewer = person_called(desk, name=work["reviewer"])
    article = ArticleId(add_article(desk, actor=checker, imported=imported).new("article"))
    for entry in work["statements"]:
        statement = _mark(desk, checker, article, entry)
        for source in entry.get("evidence", ()):
            _attach(desk, checker, statement, source)
        _judge(desk, checker, statement, entry)
        _review(desk, reviewer, statement, entry)


def _mark(desk: Desk, actor: PersonId, article: ArticleId, entry: dict[str, Any]) -> StatementId:
    text = reads.text(desk, reads.revision(desk, article))
    first, *others = (find_quote(text, quote) for quote in entry["quotes"])
    kind = StatementKind(entry["kind"])
    done = statements.mark(
        desk, actor=actor, article=article, start=first[0], end=first[1], kind=kind
    )
    statement = StatementId(done.new("statement"))
    for start, end in others:
        statements.add_span(desk, actor=actor, statement=statement, start=start, end=end)
    return statement


def _attach(desk: Desk, actor: PersonId, statement: StatementId, entry: dict[str, Any]) -> None:
    name = entry.get("file", "")
    content = (_SAMPLE / name).read_bytes() if name else None
    source = Source(
        url=entry.get("url", ""),
        note=entry.get("note", ""),
        file_name=name,
        content=content,
        text=captured_text(registry.read(content, name)) if content else None,
        title=entry["title"],
        publisher=entry.get("publisher", ""),
        published=parse_date(entry["published"]) if "published" in entry else None,
        sourcing=Sourcing(entry.get("sourcing", "unknown")),
        confidential=entry.get("confidential", False),
    )
    attach(
        desk,
        actor=actor,
        statement=statement,
        source=source,
        stance=Stance(entry["stance"]),
        excerpt=entry.get("excerpt", ""),
        locator=entry.get("locator", ""),
    )


def _judge(desk: Desk, actor: PersonId, statement: StatementId, entry: dict[str, Any]) -> None:
    if "dismiss" in entry:
        statements.dismiss(desk, actor=actor, statement=statement, reason=entry["dismiss"])
    if "verdict" not in entry:
        return
    verdicts.judge(
        desk,
        actor=actor,
        statement=statement,
        outcome=entry["verdict"],
        reasoning=entry.get("reason", ""),
        correction=entry.get("correction", ""),
    )
    if "review" in entry:
        statements.submit(desk, actor=actor, statement=statement)


def _review(desk: Desk, actor: PersonId, statement: StatementId, entry: dict[str, Any]) -> None:
    if entry.get("review") == "approve":
        verdicts.approve(desk, actor=actor, statement=statement)
    elif entry.get("review") == "send back":
        reason = entry["review_reason"]
        verdicts.send_back(desk, actor=actor, statement=statement, reason=reason)
