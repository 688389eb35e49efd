"""Commands about statements, their evidence and their verdicts."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.actions import evidence as evidence_actions
from factcheck.actions import statements as statement_actions
from factcheck.actions import web
from factcheck.actions.importing import name_of
from factcheck.actions.keeping import keep_content, keep_file, unless_failed
from factcheck.actions.lookup import article_called, statement_called
from factcheck.actions.readings import read_text
from factcheck.actions.verdicts import judge
from factcheck.actions.visits import require_web
from factcheck.actions.web import Sought, Visited
from factcheck.cli.common import (
    DESK,
    JSON,
    PERSON,
    actor,
    chosen,
    opened,
    place_of,
    print_json,
    statement_choice,
    words_choice,
    working,
)
from factcheck.cli.shapes import evidence_shape, statement_shape
from factcheck.domain.dates import parse_date
from factcheck.domain.ids import EvidenceId, StatementId
from factcheck.domain.model import Sourcing, Stance, StatementKind
from factcheck.domain.scales import find_step
from factcheck.domain.workflow import State
from factcheck.errors import FactcheckError
from factcheck.store import lists, reads, reports
from factcheck.store.readings import reading_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.domain.ids import ArticleId
    from factcheck.domain.imported import CapturedText
    from factcheck.store.desk import Desk
    from factcheck.store.lists import StatementRow
    from factcheck.store.pieces import Kept

KINDS = click.Choice([kind.value for kind in StatementKind])

SOURCING = click.Choice([sourcing.value for sourcing in Sourcing])


@click.command()
@DESK
@click.argument("article")
@words_choice
@click.option("--kind", type=KINDS, help="What sort of claim it is; proposed if not given.")
@click.option("--add-to", help="Add the words to this statement (id or number).")
@click.option("--all", "everywhere", is_flag=True, help="Mark every place with these words.")
@JSON
@PERSON
def mark(
    *,
    desk: Path,
    article: str,
    quote: str | None,
    nth: int | None,
    start: int | None,
    end: int | None,
    kind: str | None,
    add_to: str | None,
    everywhere: bool,
    as_json: bool,
) -> None:
    """Mark words of an article as a statement; print the statement’s id."""
    if everywhere and (nth or kind or add_to):
        raise FactcheckError("--all goes with the words alone.", "Leave out the other options.")
    with working(desk) as open_one:
        where = article_called(open_one, article)
        nth = 1 if everywhere else nth
        begin, stop = place_of(open_one, where, quote, nth, start=start, end=end)
        if everywhere:
            done = statement_actions.mark_all(
                open_one, actor=actor(open_one), article=where, start=begin, end=stop
            )
            statement = StatementId(done.new("statement"))
        elif add_to is None:
            done = statement_actions.mark(
                open_one,
                actor=actor(open_one),
                article=where,
                start=begin,
                end=stop,
                kind=StatementKind(kind) if kind else None,
            )
            statement = StatementId(done.new("statement"))
        else:
            statement = statement_called(open_one, add_to, where)
            _require_in(open_one, statement, where)
            statement_actions.add_span(
                open_one, actor=actor(open_one), statement=statement, start=begin, end=stop
            )
        rows = lists.statement_rows(open_one, article=where)
    if as_json:
        print_json(statement_shape(next(row for row in rows if row.id == statement)))
    else:
        click.echo(statement)


def _require_in(desk: Desk, statement: StatementId, article: ArticleId) -> None:
    if reads.statement(desk, statement).article_id != article:
        raise FactcheckError(
            "This statement belongs to another article.", "Give the article it is marked in."
        )


@click.command()
@DESK
@click.option("--article", help="Only those of this article (id or number).")
@click.option("--state", type=click.Choice([state.value for state in State]), help="Only these.")
@click.option("--verdict", help="Only those with this outcome.")
@JSON
def statements(
    desk: Path, article: str | None, state: str | None, verdict: str | None, *, as_json: bool
) -> None:
    """List statements in reading order."""
    with opened(desk) as open_one:
        rows = lists.statement_rows(
            open_one,
            article=article_called(open_one, article) if article else None,
            state=State(state) if state else None,
            outcome=find_step(reads.scales(open_one), verdict)[1].code if verdict else None,
        )
    if as_json:
        print_json([statement_shape(row) for row in rows])
        return
    shown = ""
    for row in rows:
        if row.article_id != shown:
            shown = row.article_id
            click.echo(row.article_title)
        click.echo(_line(row))


def _line(row: StatementRow) -> str:
    word = f"{row.step.symbol} {row.step.word}" if row.step else "○ Not judged"
    return f"{row.number:>4}  {word:<12}  {row.state:<16}  {row.quote}"


@click.command()
@statement_choice
@click.argument("kind", type=KINDS)
def kind(desk: Path, statement: str, article: str | None, kind: str) -> None:
    """Say what sort of claim a statement makes."""
    with working(desk) as open_one:
        statement_actions.set_kind(
            open_one,
            actor=actor(open_one),
            statement=chosen(open_one, statement, article),
            kind=StatementKind(kind),
        )


@click.command()
@statement_choice
@click.option("--url", default="", help="The source’s web address.")
@click.option("--copy", is_flag=True, help="Fetch the page of --url, and keep a copy.")
@click.option("--file", type=click.Path(path_type=Path), help="A file to keep with the desk.")
@click.option("--evidence", "known", help="A source that the desk has already, by its id.")
@click.option("--note", default="", help="What you saw, heard or worked out yourself.")
@click.option("--title", default="", help="What the source is called.")
@click.option(
    "--stance", type=click.Choice([s.value for s in Stance]), default=Stance.CONTEXT.value
)
@click.option("--excerpt", default="", help="The words of the source that matter.")
@click.option("--locator", default="", help="Where they stand: “p. 12”, “1:02:05”, “B7”, “¶ 3”.")
@click.option("--author", default="")
@click.option("--publisher", default="")
@click.option("--published", default="", help="When the source was published.")
@click.option("--sourcing", type=SOURCING, default=Sourcing.UNKNOWN.value)
@click.option("--interest", default="", help="What the source stands to gain or lose.")
@click.option("--confidential", is_flag=True, help="Keep it out of published reports.")
@JSON
def evidence(
    *,
    desk: Path,
    statement: str,
    article: str | None,
    known: str | None,
    copy: bool,
    file: Path | None,
    stance: str,
    excerpt: str,
    locator: str,
    as_json: bool,
    sourcing: str,
    published: str,
    confidential: bool,
    **texts: str,
) -> None:
    """Attach a source to a statement; print the evidence’s id."""
    if known is not None and (file or texts["url"] or texts["note"]):
        raise FactcheckError("Two sources are named.", "Give --evidence alone, or leave it out.")
    wanted = Sought(texts["url"], excerpts=(excerpt,) if excerpt else ())
    with (
        _copy_of(desk, statement, article, file) as (content, text),
        _page_of(desk, statement, article, wanted if copy else None) as visited,
        working(desk) as open_one,
    ):
        where = chosen(open_one, statement, article)
        link = partial(
            evidence_actions.attach if known is None else evidence_actions.cite,
            open_one,
            actor=actor(open_one),
            statement=where,
            stance=Stance(stance),
            excerpt=excerpt,
            locator=locator,
        )
        if known is not None:
            done = link(evidence=EvidenceId(known))
        else:
            source = replace(
                _source(texts, sourcing, published),
                file_name=name_of(file) if file else "",
                content=content,
                text=text,
                visited=visited,
                confidential=confidential,
            )
            done = link(source=source)
        citations = reports.detail(open_one, where).citations
        cited = next(c for c in citations if c.citation.id == done.new("citation"))
        found = {copy.id: reading_of(open_one, copy.id) for copy in cited.captures}
    if as_json:
        print_json(evidence_shape(cited, found))
        return
    click.echo(cited.evidence.id)
    remarks = [*(text.remarks if text else ()), *(_remarks(visited) if visited else ())]
    for remark in remarks:
        click.echo(f"factcheck: {remark}", err=True)


def _source(texts: dict[str, str], sourcing: str, published: str) -> evidence_actions.Source:
    return evidence_actions.Source(
        url=texts["url"],
        note=texts["note"],
        title=texts["title"],
        author=texts["author"],
        publisher=texts["publisher"],
        interest=texts["interest"],
        sourcing=Sourcing(sourcing),
        published=parse_date(published) if published else None,
    )


@contextmanager
def _copy_of(
    desk: Path, statement: str, article: str | None, file: Path | None
) -> Iterator[tuple[bytes | Kept | None, CapturedText | None]]:
    """Keep a file and read its text, once it is known for which statement that is."""
    if file is None:
        yield None, None
        return
    with opened(desk) as open_one:
        chosen(open_one, statement, article)
    content = keep_file(desk, file)
    with unless_failed(desk, content):
        yield content, read_text(desk, content, name_of(file))


@contextmanager
def _page_of(
    desk: Path, statement: str, article: str | None, sought: Sought | None
) -> Iterator[Visited | None]:
    """Look for a page on the web, once it is known for which statement that is."""
    if sought is None:
        yield None
        return
    if not sought.url:
        raise FactcheckError("There is no page to copy.", "Give its address with --url.")
    with opened(desk) as open_one:
        chosen(open_one, statement, article)
        require_web(open_one)
    visited = web.visit(sought, fetch=web.fetch, keep=partial(keep_content, desk))
    with unless_failed(desk, visited.content):
        yield visited


def _remarks(visited: Visited) -> list[str]:
    lost = [f"The page does not hold the excerpt “{excerpt}”." for excerpt in visited.lost]
    return [visited.error, *lost] if visited.error else lost


@click.command()
@statement_choice
@click.argument("outcome")
@click.option("--reason", default="", help="What the evidence shows; needed but for “verified”.")
@click.option("--correction", default="", help="What should stand there instead.")
@click.option("--scale", default="", help="The scale’s name, where two have this outcome.")
def verdict(
    *,
    desk: Path,
    statement: str,
    article: str | None,
    outcome: str,
    reason: str,
    correction: str,
    scale: str,
) -> None:
    """Give a verdict: verified, fix, context, unproven, false, opinion, cut …"""
    with working(desk) as open_one:
        judge(
            open_one,
            actor=actor(open_one),
            statement=chosen(open_one, statement, article),
            outcome=outcome,
            reasoning=reason,
            correction=correction,
            scale=scale,
        )
