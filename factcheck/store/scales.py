"""Scales and which article is judged with which."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.domain.model import ScaleChoice
from factcheck.store.records import read

if TYPE_CHECKING:
    from factcheck.domain.ids import ArticleId
    from factcheck.store.desk import Desk


def newest_version(desk: Desk, name: str) -> int:
    """Return the version of the newest scale of this name, 0 if there is none."""
    sql = "SELECT coalesce(max(version), 0) FROM scale WHERE name = ?"
    return int(desk.db.execute(sql, [name]).fetchone()[0])


def choice_of(desk: Desk, article_id: ArticleId) -> ScaleChoice | None:
    """Return the choice of an article, None while it has none."""
    for row in desk.db.query("SELECT * FROM scale_choice WHERE article_id = ?", [article_id]):
        return read(ScaleChoice, row)
    return None
