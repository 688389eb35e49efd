"""Find what a person names: an article or statement by its id or number, a scale."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.domain.ids import ArticleId, StatementId
from factcheck.domain.scales import no_scale_called, scale_called
from factcheck.errors import FactcheckError
from factcheck.store import lists, reads

if TYPE_CHECKING:
    from factcheck.domain.model import Scale
    from factcheck.store.desk import Desk


def article_called(desk: Desk, key: str) -> ArticleId:
    """Return the article with this id, or this place (from 1) in the list of articles.

    Raises FactcheckError if there is none.
    """
    known = reads.article_ids(desk)
    if key in known:
        return ArticleId(key)
    if key.isdecimal() and 1 <= int(key) <= len(known):
        return known[int(key) - 1]
    raise FactcheckError(
        f"There is no article “{key}” on this desk.", "List them with: factcheck articles."
    )


def statement_called(desk: Desk, key: str, article: ArticleId | None = None) -> StatementId:
    """Return the statement with this id, or this number in the article.

    A number needs an article where the desk holds several. Raises FactcheckError.
    """
    if not key.isdecimal():
        return reads.statement(desk, StatementId(key)).id
    in_order = lists.ids_in_order(desk, article or _only_article(desk, key))
    if 1 <= int(key) <= len(in_order):
        return in_order[int(key) - 1]
    raise FactcheckError(
        f"There is no statement {key} in this article.",
        "List them with: factcheck statements.",
    )


def scale_named(desk: Desk, name: str) -> Scale:
    """Return the newest version of the scale of this name. Raises FactcheckError."""
    scales = reads.scales(desk)
    found = scale_called(scales, name)
    if found is None:
        raise no_scale_called(scales, name)
    return found


def _only_article(desk: Desk, key: str) -> ArticleId:
    known = reads.article_ids(desk)
    if len(known) == 1:
        return known[0]
    raise FactcheckError(
        f"This desk holds {len(known)} articles, so “{key}” alone names no statement.",
        "Say in which article with --article, or give the statement’s id.",
    )
