from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.excerpts import block_at, excerpt_of, paragraph_at, place_at, places_of
from factcheck.domain.model import Block, BlockKind

PAGE = "Revenue was $40,589 million,\nup 19 %. Costs rose\u00a0too; the well-known risk stays."


def found(excerpt: str, text: str = PAGE) -> list[str]:
    return [text[start:end] for start, end in places_of(excerpt, text)]


def test_lines_and_spaces_may_differ() -> None:
    assert found("Revenue was  $40,589 million, up 19 %") == [
        "Revenue was $40,589 million,\nup 19 %"
    ]


def test_hyphens_quotation_marks_and_letters_may_differ() -> None:
    assert found("“the wellknown RISK”") == ["the well-known risk"]
    assert found("the well\u00adknown risk") == ["the well-known risk"]


def test_words_left_out_part_the_excerpt() -> None:
    assert found("Revenue … 19 % [...] risk") == ["Revenue", "19 %", "risk"]


def test_the_parts_must_follow_one_another_and_all_be_there() -> None:
    assert found("risk … Revenue") == []
    assert found("Revenue … profit") == []


def test_nothing_is_nowhere() -> None:
    assert found("") == found(" … - ") == []


def test_other_figures_are_other_words() -> None:
    assert found("$40,588 million") == []


@given(st.text(), st.data())
def test_what_was_taken_from_a_text_is_found_in_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    excerpt = excerpt_of(text[start:end])
    for first, last in places_of(excerpt, text):
        assert 0 <= first < last <= len(text)
    if excerpt.isalnum() and excerpt in text:
        assert places_of(excerpt, text)


def test_an_excerpt_is_one_line_with_its_no_break_spaces() -> None:
    assert excerpt_of(" 14.2\u00a0million\ntonnes  a year\n") == "14.2\u00a0million tonnes a year"


def test_paragraphs_are_parted_by_blank_lines_where_there_are_any() -> None:
    text = "One\nstill one\n\n \nTwo\n\nThree"
    assert [paragraph_at(text, text.index(word)) for word in ("still", "Two", "Three")] == [1, 2, 3]


def test_without_blank_lines_each_line_is_a_paragraph() -> None:
    text = "One\nTwo\nThree"
    assert [paragraph_at(text, text.index(word)) for word in ("One", "Two", "Three")] == [1, 2, 3]


def test_one_paragraph_needs_no_number() -> None:
    assert paragraph_at("Only one\n\n", 3) is None
    assert paragraph_at("", 0) is None


def test_the_place_is_what_the_block_says_or_else_the_paragraph() -> None:
    text = "One\n\nTwo\n\nThree"
    blocks = [
        Block(BlockKind.PARAGRAPH, 0, 3),
        Block(BlockKind.PARAGRAPH, 5, 8, 0, "p. iv", 3),
        Block(BlockKind.PARAGRAPH, 10, 15, 0, "1:02:05"),
    ]
    found = [place_at(text, blocks, text.index(word)) for word in ("One", "Two", "Three")]
    assert found == [("¶ 1", None), ("p. iv", 3), ("1:02:05", None)]
    assert place_at(text, blocks, 9) == ("p. iv", 3)  # behind the words, still on their page
    assert place_at(text, (), 5) == ("¶ 2", None)
    assert place_at("One", (), 1) == ("", None)
    assert block_at(blocks[1:], 4) is None
