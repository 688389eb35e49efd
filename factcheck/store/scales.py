"""Scales and which article is judged with which."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.domain.model import ScaleChoice
from factcheck.store import reads
from factcheck.store.asking import query
from factcheck.store.records import read

if TYPE_CHECKING:
    from factcheck.domain.ids import ArticleId
    from factcheck.domain.model import Scale
    from factcheck.store.desk import Desk


def choice_of(desk: Desk, article_id: ArticleId) -> ScaleChoice | None:
    """Return the choice of an article, None while it has none."""
    for row in query(desk.db, "SELECT * FROM scale_choice WHERE article_id = ?", [article_id]):
        return read(ScaleChoice, row)
    return None


def scales_for(desk: Desk, article_id: ArticleId) -> tuple[Scale, ...]:
    """Return the newest version of each scale, the one the article is judged with first."""
    scales = reads.scales(desk)
    choice = choice_of(desk, article_id)
    if choice is None:
        return scales
    name = reads.scale(desk, choice.scale_id).name
    return tuple(sorted(scales, key=lambda scale: scale.name != name))
