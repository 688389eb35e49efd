from dataclasses import replace

import pytest

from factcheck.actions.scales import choose_scale, define_scale
from factcheck.actions.statements import mark
from factcheck.actions.undoing import redo, undo
from factcheck.actions.verdicts import judge
from factcheck.domain.model import ScaleStep
from factcheck.domain.scales import NEWSROOM, TRUTH, TRUTH_STEPS, scale_called
from factcheck.errors import FactcheckError
from factcheck.store import log, reads
from factcheck.store import undo as undo_in_store
from factcheck.store.scales import scales_for

STEPS = (
    ScaleStep("", "Holds", "The sources bear it out.", "green", "✓", 1),
    ScaleStep("", "False", "The sources say otherwise.", "red", "✗", 0),
)


def called(desk, name):
    return scale_called(reads.scales(desk), name)


@pytest.fixture
def house(desk, ada):
    define_scale(desk, actor=ada, name="House", steps=STEPS)
    return called(desk, "House")


def test_a_scale_is_defined_with_the_codes_of_its_words(desk, ada, house):
    assert (house.name, house.version) == ("House", 1)
    assert [step.code for step in house.steps] == ["holds", "false"]
    undo(desk, actor=ada)
    assert called(desk, "House") is None
    redo(desk, actor=ada)
    assert called(desk, "House") == house


def test_another_definition_is_the_next_version_also_in_other_capitals(desk, ada, house):
    reworded = (replace(house.steps[0], word="Stands"), house.steps[1])
    define_scale(desk, actor=ada, name=" HOUSE ", steps=reworded)
    newest = called(desk, "House")
    assert (newest.name, newest.version, newest.steps) == ("House", 2, reworded)
    assert reads.scale(desk, house.id) == house
    assert len(reads.scales(desk)) == 3


def test_the_same_definition_again_changes_nothing(desk, ada, house):
    assert define_scale(desk, actor=ada, name="House", steps=STEPS).event_id is None
    assert define_scale(desk, actor=ada, name="house", steps=house.steps).event_id is None
    assert called(desk, "House") == house


def test_what_can_t_be_a_scale_leaves_nothing(desk, ada):
    with pytest.raises(FactcheckError, match="The scale has 1 step"):
        define_scale(desk, actor=ada, name="House", steps=STEPS[:1])
    assert called(desk, "House") is None


def test_a_verdict_keeps_the_version_it_was_given_on(desk, ada, house, statement):
    given(desk, ada, statement, "holds", scale="House")
    steps = (replace(house.steps[0], word="Stands", meaning="Otherwise."), house.steps[1])
    define_scale(desk, actor=ada, name="House", steps=steps)
    assert reads.standing_verdict(desk, statement).scale_id == house.id
    given(desk, ada, statement, "stands")
    assert reads.standing_verdict(desk, statement).scale_id == called(desk, "House").id


def test_a_verdict_is_given_on_the_very_version_that_was_looked_at(desk, ada, house, statement):
    define_scale(desk, actor=ada, name="House", steps=(replace(STEPS[0], word="Stands"), STEPS[1]))
    given(desk, ada, statement, "holds", version=house.id)
    assert reads.standing_verdict(desk, statement).scale_id == house.id
    with pytest.raises(FactcheckError, match="There is no outcome “stands”"):
        given(desk, ada, statement, "stands", version=house.id)


def test_a_version_that_a_verdict_needs_is_not_undone_before_the_verdict(
    desk, ada, house, statement
):
    defining = log.event(desk.db, log.last_event_on(desk.db, "scale", house.id))
    given(desk, ada, statement, "holds")
    with pytest.raises(FactcheckError) as refusal:
        undo_in_store._take_back(desk, ada, defining, undo_in_store.UNDO)
    assert refusal.value.message == "Other work hangs on this, so it can’t be undone by itself."
    assert refusal.value.hint == "Undo that work first."
    undo(desk, actor=ada)
    assert reads.standing_verdict(desk, statement) is None
    assert called(desk, "House") == house


def test_an_article_is_judged_with_the_newest_version_of_its_scale(desk, ada, house, article):
    assert [scale.name for scale in scales_for(desk, article)] == [NEWSROOM, TRUTH, "House"]
    choose_scale(desk, actor=ada, article=article, scale=house.id)
    assert [scale.name for scale in scales_for(desk, article)] == ["House", NEWSROOM, TRUTH]
    define_scale(desk, actor=ada, name="House", steps=(*house.steps, TRUTH_STEPS[2]))
    assert scales_for(desk, article)[0].version == 2
    undo(desk, actor=ada)
    undo(desk, actor=ada)
    assert scales_for(desk, article) == reads.scales(desk)


def test_another_choice_takes_the_place_of_the_first(desk, ada, house, article):
    truth = called(desk, TRUTH)
    choose_scale(desk, actor=ada, article=article, scale=house.id)
    choose_scale(desk, actor=ada, article=article, scale=truth.id)
    assert scales_for(desk, article)[0] == truth
    assert choose_scale(desk, actor=ada, article=article, scale=truth.id).event_id is None
    undo(desk, actor=ada)
    assert scales_for(desk, article)[0] == house


def test_a_choice_needs_its_article_and_its_scale(desk, ada, house, article):
    with pytest.raises(FactcheckError, match="There is no scale gone"):
        choose_scale(desk, actor=ada, article=article, scale="gone")
    with pytest.raises(FactcheckError, match="There is no article gone"):
        choose_scale(desk, actor=ada, article="gone", scale=house.id)


def test_an_outcome_is_looked_for_first_on_the_scale_of_the_article(
    desk, ada, house, article, statement
):
    given(desk, ada, statement, "false")
    assert reads.standing_verdict(desk, statement).scale_id == called(desk, NEWSROOM).id
    choose_scale(desk, actor=ada, article=article, scale=house.id)
    given(desk, ada, statement, "false")
    assert reads.standing_verdict(desk, statement).scale_id == house.id
    given(desk, ada, statement, "half-true")
    assert reads.standing_verdict(desk, statement).scale_id == called(desk, TRUTH).id
    given(desk, ada, statement, "false", scale=NEWSROOM)
    assert reads.standing_verdict(desk, statement).scale_id == called(desk, NEWSROOM).id


def test_no_scale_of_one_s_own_ends_a_statement_or_spares_the_reason(desk, ada, article):
    for word in ("Cut", "Verified"):
        steps = (replace(STEPS[0], word=word), STEPS[1])
        with pytest.raises(FactcheckError, match=f"can’t be called “{word}” here"):
            define_scale(desk, actor=ada, name="House", steps=steps)
    define_scale(desk, actor=ada, name="House", steps=STEPS)
    done = mark(desk, actor=ada, article=article, start=0, end=7)
    with pytest.raises(FactcheckError, match="“Holds” needs a reason"):
        judge(desk, actor=ada, statement=done.new("statement"), outcome="holds")


def given(desk, ada, statement, outcome, **where):
    judge(desk, actor=ada, statement=statement, outcome=outcome, reasoning="See p. 3.", **where)
