from factcheck.importers.pdf_pages import PageWords, pages
from factcheck.ui.viewer.page_text import PageText
from tests import pdfs


def line(text: str, left: float, top: float, step: float = 10.0):
    """Boxes of letters that stand side by side; a negative step goes to the left."""
    return [
        (left + min(step, 0) + at * step, top, left + max(step, 0) + at * step, top + 10)
        for at, _letter in enumerate(text)
    ]


def page(*lines: tuple[str, float, float]) -> PageText:
    boxes, text = [], ""
    for words, left, top in lines:
        if text:
            text += "\n"
            boxes.append((0.0, 0.0, 0.0, 0.0))
        text += words
        boxes += line(words, left, top)
    return PageText(PageWords(text, tuple(boxes)))


TWO = page(("first", 10, 10), ("second", 10, 30))
COLUMNS = page(("left", 10, 10), ("below", 10, 30), ("right", 110, 10))


def test_a_point_is_at_the_nearest_gap_between_letters() -> None:
    assert [TWO.at(x, 15) for x in (0, 14, 16, 44, 300)] == [0, 0, 1, 3, 5]
    assert TWO.at(16, 33) == 7


def test_a_point_above_or_below_belongs_to_the_nearest_line() -> None:
    assert TWO.at(31, -50) == 2
    assert TWO.at(31, 500) == 8


def test_columns_keep_to_themselves() -> None:
    assert COLUMNS.at(100, 15) == COLUMNS.text.index("right")
    assert COLUMNS.at(60, 31) == COLUMNS.text.index("\nright")


def test_words_that_run_to_the_left() -> None:
    words = PageText(PageWords("שלום", tuple(line("שלום", 100, 10, -10))))
    assert [words.at(x, 15) for x in (99, 91, 84, 76, 20)] == [0, 1, 2, 2, 4]


def test_a_stretch_has_a_box_for_each_line() -> None:
    assert TWO.boxes(3, 8) == [(40, 10, 60, 20), (10, 30, 30, 40)]
    assert TWO.boxes(2, 2) == []


def test_a_double_click_takes_the_word() -> None:
    words = page(("two words", 0, 0))
    assert words.word_at(5) == (4, 9)
    assert page(("a - b", 0, 0)).word_at(2) == (2, 2)


def test_a_page_without_words() -> None:
    empty = PageText(PageWords("", ()))
    assert (empty.at(5, 5), empty.boxes(0, 0)) == (0, [])


def test_a_real_page_is_read_where_it_is_printed() -> None:
    words = pages(pdfs.report(), [(1, 1.0)])[0].words
    text = PageText(words)
    start = text.text.index("14.2 million")
    (left, top, right, bottom), *_others = text.boxes(start, start + 12)
    assert text.at(left + 1, (top + bottom) / 2) == start
    assert text.at(right - 1, (top + bottom) / 2) == start + 12
