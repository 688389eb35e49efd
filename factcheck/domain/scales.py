"""The scales that every desk starts with, and what a verdict must say.

A tone names a colour of the palette; symbol and number stand beside it, because colour alone
carries no meaning.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.domain.model import Scale, ScaleStep
from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from collections.abc import Sequence

TONES = ("green", "amber", "violet", "red", "blue", "grey")
NEWSROOM = "Newsroom outcomes"
TRUTH = "Truth scale"
WITHOUT_REASON = "verified"
CUT = "cut"

NEWSROOM_STEPS = (
    ScaleStep("verified", "Verified", "True as written; the evidence shows it.", "green", "✓", 1),
    ScaleStep("fix", "Fix", "Wrong in part; the suggested words put it right.", "amber", "✎", 2),
    ScaleStep("context", "Context", "True, but misleading without more.", "violet", "!", 3),
    ScaleStep("unproven", "Unproven", "No evidence found, neither way.", "grey", "?", 4),
    ScaleStep("false", "False", "The evidence shows that it is not so.", "red", "✗", 5),
    ScaleStep("opinion", "Opinion", "A view or a forecast; it can’t be checked.", "grey", "–", 6),
    ScaleStep("cut", "Cut", "Taken out of the article.", "grey", "✂", 7),
)
TRUTH_STEPS = (
    ScaleStep("true", "True", "Right in every part that matters.", "green", "✓", 5),
    ScaleStep("mostly-true", "Mostly true", "Right, with a small inaccuracy.", "green", "◕", 4),
    ScaleStep("half-true", "Half true", "Right and wrong in like measure.", "amber", "◑", 3),
    ScaleStep("mostly-false", "Mostly false", "A grain of truth, wrongly used.", "red", "◔", 2),
    ScaleStep("false", "False", "Not so.", "red", "✗", 1),
    ScaleStep("fabricated", "Fabricated", "Made up; no honest error.", "red", "✗✗", 0),
)
STARTING_SCALES = ((NEWSROOM, NEWSROOM_STEPS), (TRUTH, TRUTH_STEPS))


def scale_called(scales: Sequence[Scale], name: str) -> Scale | None:
    """Return the first scale of this name, in capitals or not."""
    wanted = " ".join(name.split()).casefold()
    return next((scale for scale in scales if scale.name.casefold() == wanted), None)


def find_step(
    scales: Sequence[Scale], outcome: str, scale_name: str = ""
) -> tuple[Scale, ScaleStep]:
    """Return the step named by code or word, from the first scale that has it.

    ``scale_name`` chooses a scale. Raises FactcheckError with the possible outcomes.
    """
    wanted = outcome.strip().casefold()
    chosen = [s for s in scales if not scale_name or s.name.casefold() == scale_name.casefold()]
    for scale in chosen:
        for step in scale.steps:
            if wanted in {step.code.casefold(), step.word.casefold()}:
                return scale, step
    if not chosen:
        raise no_scale_called(scales, scale_name)
    known = ", ".join(step.code for scale in chosen for step in scale.steps)
    raise FactcheckError(f"There is no outcome “{outcome}”.", f"Use one of: {known}.")


def no_scale_called(scales: Sequence[Scale], name: str) -> FactcheckError:
    """Return the error that says which scales there are."""
    names = ", ".join(f"“{scale.name}”" for scale in scales)
    return FactcheckError(f"There is no scale “{name}”.", f"The desk has {names}.")


def require_reasoning(step: ScaleStep, reasoning: str) -> None:
    """Raise FactcheckError if this outcome needs a reason and none is given."""
    if step.code != WITHOUT_REASON and not reasoning.strip():
        raise FactcheckError(
            f"“{step.word}” needs a reason.", "Say in a sentence what the evidence shows."
        )
