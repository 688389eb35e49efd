import hashlib
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.canonical import REPLACEMENT, canonical, sha256_of

raw_texts = st.text(
    st.sampled_from("\r\n\u0085\u2028\u2029\ufeff\x00\x0b\x1f\x7f\x9f\ud800\udfff\ufdd0\ufffe")
    | st.sampled_from("\U0010ffff\u00a0\t e\u0301")
    | st.characters()
)
LINE_ENDS = set("\r\u0085\u2028\u2029")


def is_noncharacter(letter: str) -> bool:
    return 0xFDD0 <= ord(letter) <= 0xFDEF or ord(letter) & 0xFFFE == 0xFFFE


def is_unfit(letter: str) -> bool:
    return unicodedata.category(letter) in {"Cc", "Cs"} or is_noncharacter(letter)


@given(raw_texts)
def test_doing_it_twice_changes_nothing(raw):
    once = canonical(raw)
    assert canonical(once.text) == type(once)(once.text, replaced=0)


@given(raw_texts)
def test_nothing_unfit_is_left(raw):
    text = canonical(raw).text
    assert [letter for letter in text if is_unfit(letter) and letter not in "\t\n"] == []


@given(raw_texts)
def test_each_unfit_character_is_replaced_and_counted(raw):
    result = canonical(raw)
    kept_from_before = raw.count(REPLACEMENT)
    assert result.text.count(REPLACEMENT) - kept_from_before == result.replaced
    unfit = [c for c in raw if is_unfit(c) and c not in "\t\n" and c not in LINE_ENDS]
    assert result.replaced == len(unfit)


@given(raw_texts)
def test_it_can_always_be_written_as_utf_8(raw):
    text = canonical(raw).text
    assert text.encode().decode() == text


@given(st.text(st.sampled_from("ab\u00a0\u202f\te\u0301é\u200b\u200d\ufffcﬁ① "), max_size=30))
def test_words_stay_exactly_as_the_writer_has_them(raw):
    assert canonical(raw).text == raw


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("a\r\nb\rc\nd\u0085e\u2028f\u2029g", "a\nb\nc\nd\ne\nf\ng"),
        ("a\r\r\nb", "a\n\nb"),
        ("\ufefftitle", "title"),
        ("\ufeff\ufefftitle", "title"),
        ("a\ufeffb", "a\ufeffb"),
        ("", ""),
    ],
)
def test_line_ends_and_byte_order_marks(raw, text):
    assert canonical(raw).text == text


def test_the_hash_of_a_text_is_that_of_its_utf_8_bytes():
    expected = hashlib.sha256("Brücke 🌉".encode()).hexdigest()
    assert sha256_of("Brücke 🌉") == sha256_of("Brücke 🌉".encode()) == expected
