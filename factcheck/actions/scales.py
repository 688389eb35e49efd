"""Define the scales of a desk, give them new versions, and choose one for an article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.domain.defining import defined
from factcheck.domain.ids import ArticleId, PersonId, ScaleChoiceId, ScaleId
from factcheck.domain.model import Scale, ScaleChoice
from factcheck.domain.scales import scale_called
from factcheck.store import reads
from factcheck.store.scales import choice_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.domain.model import ScaleStep
    from factcheck.store.desk import Desk
    from factcheck.store.transaction import Changes


def define_scale(desk: Desk, *, actor: PersonId, name: str, steps: Iterable[ScaleStep]) -> Changes:
    """Make a scale, or the next version of the one that has this name, in capitals or not.

    Verdicts keep the version they were given on. What the newest version says already is no
    change. Raises FactcheckError for what can't be a scale.
    """
    name, kept = defined(name, steps)
    newest = scale_called(reads.scales(desk), name)
    with desk.change(f"define scale: {newest.name if newest else name}", actor) as change:
        if newest is None or newest.steps != kept:
            change.insert(
                Scale(
                    id=ScaleId(change.new_id()),
                    name=newest.name if newest else name,
                    version=newest.version + 1 if newest else 1,
                    steps=kept,
                    created_at=change.now,
                )
            )
    return change.done


def choose_scale(desk: Desk, *, actor: PersonId, article: ArticleId, scale: ScaleId) -> Changes:
    """Let an article be judged with a scale from now on, always with its newest version."""
    chosen, before = reads.scale(desk, scale), choice_of(desk, article)
    with desk.change(f"choose scale: {chosen.name}", actor) as change:
        if before is not None:
            change.update(ScaleChoice, before.id, scale_id=chosen.id)
        else:
            name = ScaleChoiceId(change.new_id())
            change.insert(ScaleChoice(name, reads.article(desk, article).id, chosen.id))
    return change.done
