"""Bring articles into a desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.actions.annotations import add_annotations
from factcheck.domain.canonical import sha256_of
from factcheck.domain.dates import PartialDate, parse_date
from factcheck.domain.ids import ArticleId, PersonId, RevisionId
from factcheck.domain.import_report import import_report
from factcheck.domain.model import Article, Revision
from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from factcheck.domain.imported import ImportedArticle
    from factcheck.store.desk import Desk
    from factcheck.store.transaction import Change, Changes


def add_article(desk: Desk, *, actor: PersonId, imported: ImportedArticle) -> Changes:
    """Add an article with its text, and the writer's annotations as evidence.

    Where ``original`` came with it, that is the first revision, and the text the second one. A
    date that can't be read is left out and told.
    """
    published, remarks = _published(imported)
    with desk.change("import article", actor) as change:
        article = Article(
            id=ArticleId(change.new_id()),
            title=imported.title.strip() or imported.source_name,
            byline=imported.byline,
            publication=imported.publication,
            url=imported.url,
            published=published,
            deadline=None,
            language=imported.language,
            created_at=change.now,
        )
        change.insert(article)
        if imported.original is not None:
            _insert_revision(
                change, article.id, imported.original, 1, import_report(imported.original)
            )
        number = 1 if imported.original is None else 2
        revision = _insert_revision(change, article.id, imported, number, remarks)
        add_annotations(desk, change, actor, revision, imported)
    return change.done


def _insert_revision(
    change: Change,
    article: ArticleId,
    imported: ImportedArticle,
    number: int,
    remarks: tuple[str, ...],
) -> Revision:
    text_sha256, source_sha256 = sha256_of(imported.text), sha256_of(imported.source)
    change.keep(text_sha256, imported.text.encode())
    change.keep(source_sha256, imported.source)
    revision = Revision(
        id=RevisionId(change.new_id()),
        article_id=article,
        number=number,
        text_sha256=text_sha256,
        length=len(imported.text),
        blocks=imported.blocks,
        source_name=imported.source_name,
        media_type=imported.media_type,
        source_sha256=source_sha256,
        remarks=remarks,
        created_at=change.now,
    )
    change.insert(revision)
    return revision


def _published(imported: ImportedArticle) -> tuple[PartialDate | None, tuple[str, ...]]:
    if not imported.published:
        return None, import_report(imported)
    try:
        return parse_date(imported.published), import_report(imported)
    except FactcheckError as error:
        return None, (*import_report(imported), f"No date of publication was taken over. {error}")
