import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.locators import LocatorKind, parse_locator, show_locator

PAGE, PARAGRAPH = LocatorKind.PAGE, LocatorKind.PARAGRAPH
TIMECODE, CELL, OTHER = LocatorKind.TIMECODE, LocatorKind.CELL, LocatorKind.OTHER


@pytest.mark.parametrize(
    ("text", "kind", "label"),
    [
        ("p. 12", PAGE, "12"),
        ("p12", PAGE, "12"),
        ("P 12", PAGE, "12"),
        ("pp. 3–5", PAGE, "3–5"),
        ("page xii", PAGE, "xii"),
        ("pp. iv-ix", PAGE, "iv-ix"),
        ("pages 3-5", PAGE, "3-5"),
        ("¶ 3", PARAGRAPH, "3"),
        ("par. 3", PARAGRAPH, "3"),
        ("paragraph 3", PARAGRAPH, "3"),
        ("1:02:05", TIMECODE, "1:02:05"),
        ("02:05.5", TIMECODE, "02:05.5"),
        ("B7", CELL, "B7"),
        ("Sheet 1!B7:C9", CELL, "Sheet 1!B7:C9"),
        ("chapter four", OTHER, "chapter four"),
        ("  ", LocatorKind.NONE, ""),
    ],
)
def test_a_place_is_read_as_a_person_writes_it(text, kind, label):
    assert parse_locator(text) == (kind, label)


@pytest.mark.parametrize("text", ["pixel 7", "pixel", "pdf", "plate", "picture 3", "pixi", "par"])
def test_words_that_begin_like_a_page_are_no_pages(text):
    assert parse_locator(text) == (OTHER, text)


@given(st.text() | st.from_regex(r"(p\. ?|¶|pp? )?[0-9ivx]{1,4}([–-][0-9]{1,3})?", fullmatch=True))
def test_what_is_shown_can_be_typed_again(text):
    kind, label = parse_locator(text)
    assert parse_locator(show_locator(kind, label)) == (kind, label)
