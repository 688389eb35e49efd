"""What is typed to search, read: words, phrases, operators, and plain errors for the rest."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.dates import PartialDate
from factcheck.domain.searching import MOST_WORDS, Field, Filter, Query, Words, parse
from factcheck.errors import FactcheckError

SIGNS = ('"', "“", "-", "*", ":", " ", "(", ")", "^", "'", "\x00", "\ud800", "😀", "AND", "NEAR(")
NAMES = ("word", "Käse", "橋本", "no:", "person:", "before:", "2024", "has:", "note", "state:")
TYPED = st.lists(st.sampled_from(SIGNS + NAMES)).map("".join)


def words(*tokens: str, going_on: bool = False) -> Words:
    return Words(tokens, going_on)


def test_words_phrases_and_what_must_not_be_there():
    found = parse('Harbour “two years-late” -ferry -"night boat" rev* "new qu"*')
    assert found.words == (
        words("Harbour"),
        words("two", "years", "late"),
        words("rev", going_on=True),
        words("new", "qu", going_on=True),
    )
    assert found.without == (words("ferry"), words("night", "boat"))
    assert not found.is_plain
    assert parse("harbour rev* 'two'").is_plain


def test_the_word_that_is_being_typed_may_go_on():
    assert parse("new harb", typing=True).words == (words("new"), words("harb", going_on=True))
    assert parse('new "two y', typing=True).words[-1] == words("two", "y", going_on=False)
    assert parse('new "two ye', typing=True).words[-1] == words("two", "ye", going_on=True)
    for done in ("new harb ", 'new "two years"', "東京", "new -harb", "new a"):
        assert not any(each.open for each in parse(done, typing=True).words), done
    assert not parse("new harb").words[-1].open


def test_each_character_of_a_script_without_spaces_is_a_word():
    assert parse("東京").words == (words("東", "京"),)
    assert parse("ビル2階").words == (words("ビ", "ル", "2", "階"),)


def test_operators():
    found = parse('verdict:False -state:"to check" person:"ada  r" has:e kind:n tag:Urgent')
    assert found.filters == (
        Filter(Field.VERDICT, ("false",)),
        Filter(Field.STATE, ("to check",), turned=True),
        Filter(Field.PERSON, ("ada r",)),
        Filter(Field.HAS, ("evidence",)),
        Filter(Field.KIND, ("number", "name")),
        Filter(Field.TAG, ("urgent",)),
    )
    dated = parse("x before:2024-11 after:2023")
    assert (dated.before, dated.after) == (PartialDate(2024, 11), PartialDate(2023))
    assert parse('x before:"5 November 2024"').before == PartialDate(2024, 11, 5)


def test_an_address_is_words():
    assert parse("https://city.example/report").words == (
        words("https", "city", "example", "report"),
    )


def test_nothing_is_looked_for_where_nothing_is_typed():
    assert parse("") == parse(" \n ") == Query()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("claim:x", "There is no operator “claim:”. There are verdict:, state:"),
        ("person:", "“person:” needs something behind it. Write it like person:Reed."),
        ("state:odd", "“state:” can’t be “odd”. It can be “to check”, “in checking”"),
        ("has:legs", "“has:” can’t be “legs”. It can be “evidence”, “note”, “correction”."),
        ("x before:soon", "“soon” is not a date that can be read."),
        ("x before:12/03/2021", "“12/03/2021” can be 12 March 2021 or 3 December 2021."),
        ("x -before:2020", "“before:” can stand there once, without a minus."),
        ("x after:2020 after:2021", "“after:” can stand there once"),
        ("-ferry", "This says only what must not be there, or when."),
        ("-verdict:false before:2020", "This says only what must not be there, or when."),
        ("?!", "There is no word in this."),
        ("word " * (MOST_WORDS + 1), "This is too long to look for."),
        ("tag:x " * (MOST_WORDS + 1), "These are too many operators."),
    ],
)
def test_what_can_t_be_read_is_said_plainly(typed, said):
    with pytest.raises(FactcheckError) as refused:
        parse(typed)
    assert str(refused.value).startswith(said)


@given(st.text() | TYPED, st.booleans())
def test_anything_is_read_or_refused(typed, typing):
    with suppress(FactcheckError):
        found = parse(typed, typing=typing)
        assert found.words or any(not each.turned for each in found.filters) or found == Query()
