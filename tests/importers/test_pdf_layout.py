"""Laws of the layout, on lines that no PDF needs to hold: no word is lost, none comes twice."""

from collections import Counter
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from factcheck.importers.pdf_columns import in_reading_order
from factcheck.importers.pdf_layout import paragraphs, without_furniture
from factcheck.importers.pdf_lines import Line, Sheet

WORDS = st.lists(st.sampled_from(["Bridge", "cost.", "a", "1", "•", "2,030", "so"]), min_size=1)
PLACES = st.integers(0, 60).map(lambda at: at * 10.0)


@st.composite
def lines(draw, page: int = 0) -> Line:
    left, top = draw(PLACES), draw(PLACES)
    size = draw(st.sampled_from([7.0, 10.0, 10.0, 16.0]))
    texts = [" ".join(each) for each in draw(st.lists(WORDS, min_size=1, max_size=3))]
    broken = draw(st.booleans())
    cells = tuple(
        Line(text, page, left + 150 * at, top, left + 150 * at + 100, top + size, size)
        for at, text in enumerate(texts)
    )
    if len(cells) == 1:
        return replace(cells[0], broken=broken)
    return Line(
        " ".join(texts), page, left, top, cells[-1].right, top + size, size, broken, (), cells
    )


def letters(texts) -> Counter[str]:
    """Count what is neither a blank, a hyphen at a line's end nor a bullet."""
    return Counter("".join(each for text in texts for each in text if each not in " \t-•"))


def pages(*each: list[Line]) -> list[Sheet]:
    return [
        Sheet(str(at + 1), 600, tuple(replace(line, page=at) for line in lines))
        for at, lines in enumerate(each)
    ]


@given(st.lists(lines(), max_size=25))
def test_the_order_of_columns_loses_nothing(page):
    ordered = in_reading_order(page)
    assert letters(line.text for line in ordered) == letters(line.text for line in page)


@given(st.lists(lines(), max_size=12), st.lists(lines(), max_size=12))
def test_paragraphs_and_what_is_left_out_hold_every_letter(one, other):
    sheets = pages(one, other)
    kept, left_out = without_furniture(sheets)
    read = [paragraph.text for paragraph in paragraphs(kept)]
    given_words = (line.text for sheet in sheets for line in sheet.lines)
    assert letters([*read, *left_out]) == letters(given_words)


def test_a_page_of_one_line_keeps_it_however_often_it_repeats():
    line = Line("Sheet number 4", 0, 50, 10, 150, 20, 10)
    kept, left_out = without_furniture(pages([line], [line], [line]))
    assert [len(each) for each in kept] == [1, 1, 1]
    assert left_out == []
