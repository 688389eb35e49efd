"""The places of words in texts are those at which the index would find them."""

from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.search_hits import SHOWN, Lamp, Lit, Place, beginnings
from factcheck.domain.search_words import indexed, tokens
from factcheck.domain.searching import parse


def lit(query: str, text: str) -> list[str]:
    return [text[start:end] for start, end in Lamp(parse(query, typing=True).words).places(text)]


def test_whole_words_whatever_their_case_and_accents():
    assert lit("cafe ", "Café, CAFE\u0301 and cafeteria, decaf") == ["Café", "CAFE\u0301"]
    assert lit("героя ", "Героя героям") == ["Героя"]


def test_a_word_that_goes_on_is_lit_whole():
    assert lit("caf", "Café, cafe\u0301teria, decaf") == ["Café", "cafe\u0301teria"]


def test_phrases_stand_together_across_signs_and_lines():
    assert lit('"two years late"', "two\nyears – late; two late years") == ["two\nyears – late"]
    assert lit("co-op", "The co-op, the co op, the coop") == ["co-op", "co op"]


def test_two_characters_beside_each_other():
    assert lit("東京", "大東京都、京東") == ["東京"]
    assert lit("3階", "ビル3階の13階") == ["3階"]


def test_signs_of_patterns_stand_for_themselves():
    assert lit("a.b ", "a.b axb a b") == ["a.b", "a b"]


def test_a_long_text_is_cut_around_what_was_found():
    text = "Before it. " * 50 + "The  quay\n\nis new. " + "Behind it. " * 50
    found = Lamp(parse("quay new ").words).light(text)
    assert found.text.startswith("…")
    assert found.text.endswith("…")
    assert [found.text[start:end] for start, end in found.places] == ["quay", "new"]
    assert "quay is new" in found.text
    assert len(found.text) <= SHOWN + 2
    start = Lamp(parse("quay ").words).light("The\n  quay is new.")
    assert start == Lit("The quay is new.", ((4, 8),))


def test_a_line_begins_later_and_later_but_not_behind_what_was_found():
    found = Lamp(parse("refinery 2020 ").words).light("Trams, near  the refinery in 2020.")
    lines = list(beginnings(found))
    assert [line.text for line in lines] == [
        "Trams, near the refinery in 2020.",
        "…near the refinery in 2020.",
        "…the refinery in 2020.",
        "…refinery in 2020.",
    ]
    for line in lines:
        assert [line.text[start:end] for start, end in line.places] == ["refinery", "2020"]
    assert list(beginnings(Lit("Nothing there."))) == [Lit("Nothing there.")]


def test_other_texts_are_looked_at_for_the_words_that_lack():
    lamp = Lamp(parse("quay ferry ").words)
    assert lamp.without("ferry, quay") is None
    lacking = lamp.without("the new quay")
    assert lacking is not None
    texts = [(Place.NOTE, "quay " * 30_000), (Place.TEXT, "quay " * 30_000 + "A ferry left.")]
    found = lacking.find(texts)
    assert found is not None
    place, said = found
    assert place is Place.TEXT
    assert [said.text[start:end] for start, end in said.places] == ["ferry"]
    assert lacking.find(texts[:1]) is None


LETTERS = st.text(st.sampled_from("ab É\u0301-_.東京ก๎9\n"), max_size=14)


@given(LETTERS, LETTERS)
def test_lit_places_are_in_order_and_apart(query, text):
    wanted = tokens(query)
    if wanted:
        places = Lamp(parse(f'"{query}"').words).places(text)
        flat = [at for place in places for at in place]
        assert flat == sorted(flat)
        assert all(start < end for start, end in places)


@given(LETTERS)
def test_words_are_cut_alike_before_and_after_they_are_set_apart(text):
    assert tokens(indexed(text)) == tokens(text)
