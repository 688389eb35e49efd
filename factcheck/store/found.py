"""What was found, read with the places of its words."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from factcheck.domain.ids import ArticleId, CitationId, StatementId
from factcheck.domain.search_hits import Hit, HitKind, Lamp, Place
from factcheck.store import reads
from factcheck.store.asking import query
from factcheck.store.queue import QueueLine, lines
from factcheck.store.words import captured

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factcheck.domain.searching import Query
    from factcheck.store.desk import Desk

_OF_STATEMENTS = f"""WITH chosen AS MATERIALIZED (SELECT statement.pk, statement.id, claimant
    FROM json_each(?) CROSS JOIN statement ON statement.pk = value), standing AS MATERIALIZED
    (SELECT chosen.pk, correction, reasoning FROM chosen
        CROSS JOIN verdict ON statement_id = chosen.id AND {reads.HEAD})
    SELECT pk, 1, '{Place.CORRECTION}' AS place, correction AS text FROM standing
    UNION ALL SELECT pk, 2, '{Place.REASONING}', reasoning FROM standing
    UNION ALL SELECT chosen.pk, 3, '{Place.EXCERPT}', excerpt
        FROM chosen CROSS JOIN citation ON statement_id = chosen.id
    UNION ALL SELECT chosen.pk, 4, '{Place.REMARK}', citation.note
        FROM chosen CROSS JOIN citation ON statement_id = chosen.id
    UNION ALL SELECT chosen.pk, 5, '{Place.NOTE}', note.text
        FROM chosen CROSS JOIN note ON statement_id = chosen.id
    UNION ALL SELECT pk, 6, '{Place.CLAIMANT}', claimant FROM chosen ORDER BY 1, 2"""
_ARTICLES = """SELECT article.id, title, byline, publication
    FROM json_each(?) CROSS JOIN article ON article.pk = value ORDER BY json_each.key"""
_EVIDENCE = """SELECT evidence.pk, evidence.id, evidence.title, author, publisher, evidence.url,
    evidence.note, citation.id AS citation, statement.id AS statement, line.pk AS line
    FROM json_each(?) CROSS JOIN evidence ON evidence.pk = value
    LEFT JOIN citation ON citation.pk =
        (SELECT max(pk) FROM citation WHERE evidence_id = evidence.id)
    LEFT JOIN statement ON statement.id = citation.statement_id
    LEFT JOIN line ON line.pk = statement.pk ORDER BY json_each.key"""


def read_hits(desk: Desk, kind: HitKind, query: Query, keys: Sequence[int]) -> Iterator[Hit]:
    """Yield the hits with these local keys, in this order; what is gone is left out."""
    read = {
        HitKind.STATEMENT: _statements,
        HitKind.ARTICLE: _articles,
        HitKind.EVIDENCE: _evidence,
    }
    return read[kind](desk, Lamp(query.words), keys)


def _statements(desk: Desk, lamp: Lamp, keys: Sequence[int]) -> Iterator[Hit]:
    texts: dict[int, list[tuple[Place, str]]] = {}
    for pk, _, place, text in desk.db.execute(_OF_STATEMENTS, [json.dumps(keys)]).fetchall():
        texts.setdefault(pk, []).append((Place(place), text))
    for line in lines(desk, keys):
        yield _hit(lamp, HitKind.STATEMENT, line.id, line.quote, texts[line.pk], **_where(line))


def _articles(desk: Desk, lamp: Lamp, keys: Sequence[int]) -> Iterator[Hit]:
    for article, title, byline, publication in desk.db.execute(_ARTICLES, [json.dumps(keys)]):
        name = ArticleId(article)
        texts = _article_texts(desk, name, " · ".join(filter(None, (byline, publication))))
        yield _hit(lamp, HitKind.ARTICLE, article, title, texts, article=name, article_title=title)


def _article_texts(desk: Desk, article: ArticleId, details: str) -> Iterator[tuple[Place, str]]:
    yield Place.TEXT, reads.text(desk, reads.revision(desk, article))
    yield Place.DETAILS, details


def _evidence(desk: Desk, lamp: Lamp, keys: Sequence[int]) -> Iterator[Hit]:
    rows = list(query(desk.db, _EVIDENCE, [json.dumps(keys)]))
    cited = {line.pk: line for line in lines(desk, [row["line"] for row in rows if row["line"]])}
    for row in rows:
        line, where = cited.get(row["line"]), {}
        if line is not None:
            where = {**_where(line), "citation": CitationId(row["citation"])}
        texts = _evidence_texts(desk, row)
        yield _hit(lamp, HitKind.EVIDENCE, row["id"], row["title"], texts, **where)


def _evidence_texts(desk: Desk, row: dict[str, Any]) -> Iterator[tuple[Place, str]]:
    details = filter(None, (row["author"], row["publisher"], row["url"]))
    yield Place.DETAILS, " · ".join(details)
    yield Place.NOTE, row["note"]
    yield Place.CAPTURED, captured(desk.db, row["pk"])


def _where(line: QueueLine) -> dict[str, Any]:
    return {
        "article": line.article_id,
        "article_title": line.article_title,
        "statement": StatementId(line.id),
        "number": line.number,
    }


def _hit(
    lamp: Lamp,
    kind: HitKind,
    name: str,
    shown: str,
    texts: Iterable[tuple[Place, str]],
    **where: Any,  # noqa: ANN401 parts of a Hit
) -> Hit:
    """Return a hit; its other texts are looked at for the words that are not shown."""
    lacking = lamp.without(shown)
    place, said = (lacking and lacking.find(texts)) or (None, None)
    return Hit(kind, name, lamp.light(shown), place, said, **where)
