from datetime import UTC, datetime

import pytest

from factcheck.domain.ids import ScaleId
from factcheck.domain.model import Scale
from factcheck.domain.scales import (
    NEWSROOM,
    STARTING_SCALES,
    TRUTH,
    find_step,
    require_reasoning,
)
from factcheck.errors import FactcheckError

MOMENT = datetime(2026, 3, 2, tzinfo=UTC)
SCALES = tuple(Scale(ScaleId(name), name, 1, steps, MOMENT) for name, steps in STARTING_SCALES)
STEPS = [(scale, step) for scale in SCALES for step in scale.steps]


@pytest.mark.parametrize(("scale", "step"), STEPS, ids=lambda part: getattr(part, "code", ""))
def test_a_step_is_found_on_its_scale_by_code_and_word(scale, step):
    for name in (step.code, step.word, step.code.upper(), f" {step.word} "):
        assert find_step(SCALES, name, scale.name.upper()) == (scale, step)


def test_the_first_scale_that_has_the_outcome_is_taken():
    assert find_step(SCALES, "false")[0].name == NEWSROOM
    assert find_step(SCALES, "false", TRUTH)[0].name == TRUTH
    assert find_step(SCALES, "half-true")[0].name == TRUTH


def test_an_unknown_outcome_is_refused_with_the_possible_ones():
    with pytest.raises(FactcheckError) as refusal:
        find_step(SCALES, "verfied", NEWSROOM)
    assert refusal.value.message == "There is no outcome “verfied”."
    assert refusal.value.hint == (
        "Use one of: verified, fix, context, unproven, false, opinion, cut."
    )


def test_an_unknown_scale_is_refused_with_the_desk_s_own():
    with pytest.raises(FactcheckError) as refusal:
        find_step(SCALES, "false", "Traffic light")
    assert refusal.value.message == "There is no scale “Traffic light”."
    assert refusal.value.hint == "The desk has “Newsroom outcomes”, “Truth scale”."


@pytest.mark.parametrize(("scale", "step"), STEPS, ids=lambda part: getattr(part, "code", ""))
def test_only_verified_needs_no_reason(scale, step):
    require_reasoning(step, "The register says so.")
    if step.code == "verified":
        require_reasoning(step, "  ")
        return
    with pytest.raises(FactcheckError, match=f"“{step.word}” needs a reason"):
        require_reasoning(step, " \n")


@pytest.mark.parametrize("scale", SCALES, ids=lambda scale: scale.name)
def test_steps_of_a_scale_are_told_apart_by_everything_but_colour(scale):
    for part in ("code", "word", "meaning", "symbol", "value"):
        assert len({getattr(step, part) for step in scale.steps}) == len(scale.steps)


def test_a_step_that_the_scale_lacks_is_a_bug():
    with pytest.raises(KeyError):
        SCALES[0].step("half-true")
