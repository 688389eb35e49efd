import pytest

from factcheck.importers.oddities import odd_remarks


def remarks(text: str) -> list[str]:
    return list(odd_remarks(text))


@pytest.mark.parametrize(
    "text",
    [
        "An honest sentence – “quoted”, naïve, 40\u00a0000 €.",
        "Мэр заплатил Анне",
        "ο δήμαρχος της Αθήνας",
        "5 μm, 3 kΩ, Δt, πr, αs",
        "می\u200cخواهم क्\u200dष 👩\u200d👩\u200d👧 ❤\ufe0f 葛\U000e0100城",
        "東京, 서울, ไทย",
        "",
    ],
)
def test_honest_texts_are_not_odd(text: str) -> None:
    assert remarks(text) == []


def test_invisible_characters_are_counted() -> None:
    assert remarks("a\u200bb\ufe00\ufe01\ufe02") == [
        "The text holds 4 invisible characters that can split or hide words (“a␣b␣”); "
        "nothing was taken out."
    ]


def test_direction_controls_are_told_apart() -> None:
    assert remarks("a\u202eb") == [
        "The text holds 1 direction control that can show words in another order (“a␣b”); "
        "nothing was taken out."
    ]


def test_words_of_two_alphabets_are_shown_once_each() -> None:
    assert remarks("The mаyor, mаyor and Αnna.") == [
        "2 words with letters of another alphabet that look alike: “mаyor” (Cyrillic а), "
        "“Αnna” (Greek Α)."
    ]


def test_an_endless_word_is_shown_in_part() -> None:
    (remark,) = remarks("x" * 100_000 + "а" + "x" * 100_000)
    assert len(remark) < 200


def test_only_the_first_few_places_are_quoted() -> None:
    (remark,) = remarks(" ".join(f"a\u200b{place}" for place in range(5)))
    assert "(“a␣0”, “a␣1”, “a␣2” and 2 more)" in remark


def test_a_place_with_nothing_to_see_is_not_quoted() -> None:
    assert "split or hide words;" in remarks("a \u200b b")[0]
