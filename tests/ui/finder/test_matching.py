from hypothesis import given
from hypothesis import strategies as st

from factcheck.ui.finder.matching import best, score

LETTERS = st.text(st.sampled_from("ab c-É"), max_size=8)
COMMANDS = ("Send back", "New desk", "Open desk", "Back up", "Change person", "Light or dark")


def found(query: str, things: tuple[str, ...] = COMMANDS) -> list[str]:
    return [thing for _, thing in best(query, things, str, 20)]


def test_beginnings_of_words_come_first():
    assert found("nd") == ["New desk", "Open desk", "Send back"]
    assert found("ba")[0] == "Back up"
    assert found("od")[0] == "Open desk"


def test_letters_side_by_side_count_more_than_letters_apart():
    assert found("esk", ("weaslik", "desk")) == ["desk", "weaslik"]


def test_words_in_any_order_each_have_to_occur():
    assert found("desk new") == ["New desk"]
    assert found("desk gone") == []


def test_of_equals_the_shorter_comes_first_then_the_earlier():
    assert found("a", ("a long text", "a b", "a c")) == ["a b", "a c", "a long text"]


def test_an_empty_query_finds_all_in_their_order():
    assert found("") == found("  ") == list(COMMANDS)


def test_no_more_than_asked_for():
    assert [thing for _, thing in best("e", COMMANDS, str, 2)] == found("e")[:2]


def test_case_does_not_matter():
    assert score("ÉTÉ", "un été") == score("été", "UN ÉTÉ") is not None


def is_subsequence(word: str, text: str) -> bool:
    rest = iter(text)
    return all(letter in rest for letter in word)


@given(LETTERS, LETTERS)
def test_what_fits_is_a_subsequence_word_by_word(query: str, text: str):
    fits = all(is_subsequence(word, text.casefold()) for word in query.casefold().split())
    assert (score(query, text) is not None) == fits


@given(LETTERS, LETTERS)
def test_the_score_is_that_of_the_best_way_to_lay_the_letters(query: str, text: str):
    words, text = query.casefold().split(), text.casefold()
    expected = [max(ways(word, text, 0, beside=False), default=None) for word in words]
    assert score(query, text) == (None if None in expected else sum(expected))


def ways(word: str, text: str, start: int, *, beside: bool):
    """Every score that the word can have: all placements, one by one."""
    if not word:
        yield 0
        return
    for place in range(start, len(text)):
        if text[place] == word[0]:
            begins = text[place].isalnum() and not text[place - 1 : place].isalnum()
            points = 1 + max(8 * begins, 5 * (beside and place == start))
            for rest in ways(word[1:], text, place + 1, beside=True):
                yield points + rest
