from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.defining import MOST_STEPS, StepError, code_of, defined
from factcheck.domain.model import ScaleStep
from factcheck.domain.scales import NEWSROOM, NEWSROOM_STEPS, STARTING_SCALES, TONES
from factcheck.errors import FactcheckError

HOLDS = ScaleStep("", "Holds up", "The sources bear it out.", "green", "✓", 2)
SHAKY = ScaleStep("", "Shaky", "The sources disagree.", "amber", "~", 1)
FALLS = ScaleStep("", "Falls", "The sources say otherwise.", "red", "✗", None)
HOUSE = (HOLDS, SHAKY, FALLS)


def refusal(steps=HOUSE, name="House"):
    with pytest.raises(FactcheckError) as refused:
        defined(name, steps)
    assert refused.value.hint
    return refused.value.message


@pytest.mark.parametrize(("name", "steps"), STARTING_SCALES, ids=["newsroom", "truth"])
def test_the_scales_that_every_desk_has_could_be_defined(name, steps):
    assert defined(name, steps) == (name, steps)


def test_white_space_is_put_in_order_and_codes_are_made_of_the_words():
    loose = replace(
        HOLDS, word=" Holds \u2029 up", meaning="The sources\nbear\tit out. ", symbol=" ✓"
    )
    name, steps = defined("  Our\u00a0house  scale\x00", [loose, SHAKY])
    assert name == "Our house scale\ufffd"
    assert steps == (replace(HOLDS, code="holds-up"), replace(SHAKY, code="shaky"))


def test_a_step_keeps_its_code_when_its_wording_changes():
    _, before = defined("House", HOUSE)
    _, after = defined("House", (replace(before[0], word="Stands"), *before[1:]))
    assert [step.code for step in after] == ["holds-up", "shaky", "falls"]


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("Mostly true", "mostly-true"),
        ("Can’t say!", "can-t-say"),
        ("हिंदी", "हिंदी"),
        ("真", "真"),
        ("GROẞ", "gross"),
        ("👍", ""),
    ],
)
def test_a_code_holds_letters_and_digits_of_any_script(word, code):
    assert code_of(word) == code


@given(st.text())
def test_a_code_is_its_own_code(word):
    assert code_of(code_of(word)) == code_of(word)


WORDS = st.text("aB1ßİé\u0301 \u00a0\u0645", min_size=1, max_size=4)
STEPS = st.builds(
    ScaleStep, WORDS, WORDS, WORDS, st.sampled_from(TONES), st.sampled_from("✓✗ê?!✂½"), st.none()
)


@given(WORDS, st.lists(STEPS, min_size=2, max_size=4))
def test_what_was_defined_can_be_defined_again(name, steps):
    try:
        kept = defined(name, steps)
    except FactcheckError:
        return
    assert defined(*kept) == kept


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"word": " \u200b"}, "Step 2 has no word."),
        ({"word": "👍"}, "Step 2 has no word."),
        ({"word": "w" * 33}, "Step 2 has too long a word."),
        ({"meaning": " "}, "Step 2 has no meaning."),
        ({"meaning": "m" * 301}, "Step 2 has too long a meaning."),
        ({"symbol": ""}, "Step 2 has no symbol."),
        ({"symbol": "\u200b"}, "Step 2 has no symbol."),
        ({"symbol": "\u0301"}, "Step 2 has no symbol."),
        ({"symbol": "?!?"}, "Step 2 has too long a symbol."),
        ({"tone": "pink"}, "Step 2 has an unknown colour, “pink”."),
        ({"value": -1000}, "Step 2 has too large a number."),
        ({"word": "HOLDS UP"}, "Steps 1 and 2 both go by “holds-up”."),
        ({"code": "falls"}, "Steps 2 and 3 both go by “falls”."),
        ({"symbol": "✓"}, "Steps 1 and 2 have the same symbol, “✓”."),
        ({"word": "Verified"}, "Step 2 can’t be called “Verified” here."),
        ({"word": "cut"}, "Step 2 can’t be called “cut” here."),
        ({"code": "cut"}, "Step 2 can’t be called “Shaky” here."),
        ({"code": "Verified"}, "Step 2 can’t be called “Shaky” here."),
    ],
)
def test_a_step_that_can_t_be_is_named(change, message):
    assert refusal((HOLDS, replace(SHAKY, **change), FALLS)) == message


def test_the_step_at_fault_is_known():
    with pytest.raises(StepError) as refused:
        defined("House", (HOLDS, replace(SHAKY, symbol="")))
    assert refused.value.place == 2


def test_a_new_word_may_not_be_what_another_step_still_goes_by():
    _, before = defined("House", HOUSE)
    reworded = replace(before[0], word="Stands")
    again = replace(HOLDS, symbol="+")
    assert refusal((reworded, again)) == "Steps 1 and 2 both go by “holds-up”."


@pytest.mark.parametrize("symbol", ["✗✗", "👩‍🚒", "🇳🇴🇩🇰", "½", "e\u0301"])
def test_a_symbol_is_one_or_two_signs_as_a_reader_counts_them(symbol):
    assert defined("House", (HOLDS, replace(SHAKY, symbol=symbol)))[1][1].symbol == symbol


@pytest.mark.parametrize(
    ("count", "message"),
    [(0, "The scale has 0 steps."), (1, "The scale has 1 step."), (10, "The scale has 10 steps.")],
)
def test_there_are_as_many_steps_as_keys(count, message):
    many = [ScaleStep("", f"Word {n}", "Meaning.", "blue", str(n), n) for n in range(count)]
    assert refusal(many) == message
    assert len(defined("House", [*HOUSE, *many[:6]])[1]) <= MOST_STEPS


@pytest.mark.parametrize(
    ("name", "message"),
    [(" ", "The scale has no name."), ("n" * 61, "The scale’s name has 61 characters.")],
)
def test_a_scale_has_a_name(name, message):
    assert refusal(name=name) == message


def test_the_newsroom_outcomes_may_be_reworded_also_the_two_that_do_more():
    words = ("Belegt", "Richtigstellen", "Kontext", "Offen", "Falsch", "Meinung", "Gestrichen")
    german = [replace(s, word=w) for s, w in zip(NEWSROOM_STEPS, words, strict=True)]
    _, kept = defined(NEWSROOM.upper(), german)
    assert [step.code for step in kept] == [step.code for step in NEWSROOM_STEPS]
