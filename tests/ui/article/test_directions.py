"""Words of both directions: letters of Arabic and Hebrew, names and numbers among them."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF
from PySide6.QtGui import QTextLayout

from factcheck.ui.article.directions import is_set_backwards
from factcheck.ui.article.geometry import parts
from factcheck.ui.article.highlights import Highlight, HighlightIndex
from tests.ui.ink import ink

ARABIC = "قال المجلس إن شركة North Quay دفعت 2024 دينار في عام (2019) ولم تدفع"
HEBREW = "בשנת 2023 הודיעה חברת Quay Ltd על רווח של 12% בלבד"
WORDS = ("قال", "المجلس", "שלום", "עולם", "North", "Quay", "2024", "(٢٠١٩)", "12%", "—", "é", "🙂")
ORIGIN = QPointF(100, 50)


def laid_out(text):
    layout = QTextLayout(text)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return layout


def units(text, upto):
    return len(text[:upto].encode("utf-16-le")) // 2


def widths(layout, text, start, end):
    return [
        part.right - part.left
        for part in parts(layout, ORIGIN, units(text, start), units(text, end), em=16, mixed=True)
    ]


@pytest.fixture(autouse=True)
def _fonts(view):
    """The fonts of the program, in which a line is laid out."""


@given(words=st.lists(st.sampled_from(WORDS), min_size=1, max_size=8))
def test_words_cover_their_line_once(words):
    text = " ".join(words)
    layout = laid_out(text)
    whole = widths(layout, text, 0, len(text))
    assert len(whole) == 1
    assert whole[0] == pytest.approx(layout.lineAt(0).naturalTextWidth(), abs=1.5)
    starts = [sum(len(word) + 1 for word in words[:number]) for number in range(len(words))]
    of_words = [
        sum(widths(layout, text, start, start + len(word)))
        for start, word in zip(starts, words, strict=True)
    ]
    gaps = [sum(widths(layout, text, start - 1, start)) for start in starts[1:]]
    assert min(of_words) > 0
    assert sum(of_words) + sum(gaps) == pytest.approx(whole[0], abs=1)


@pytest.mark.parametrize(
    ("line", "words", "backwards"),
    [
        (ARABIC, "المجلس", True),
        (ARABIC, "North Quay", False),
        (ARABIC, "2024", False),
        (ARABIC, "(2019)", True),
        (HEBREW, "12%", False),
        ("وصل 12% هنا", "12%", True),
        ("شركة Acme Corp. قالت", "Corp.", True),
        ("The firm (שלום) said", "(שלום)", False),
        ("🙂 " * 300 + "قال (2019) هنا", "(2019)", True),
        ("It said so.", "so.", False),
    ],
)
def test_signs_are_set_as_what_stands_around_them(line, words, backwards):
    assert is_set_backwards(line, line.index(words) + len(words) - 1) is backwards


@pytest.mark.parametrize(
    "words", ["North Quay", "2024", "(2019)", "المجلس", "شركة North", "Quay دفعت 2024"]
)
def test_all_words_of_a_line_of_both_directions_are_marked(view, words):
    start = ARABIC.index(words)
    end = start + len(words)
    mark = Highlight("s1", start, end, "red", "✗")
    view.set_article(ARABIC, (), HighlightIndex([mark]))
    view.resize(1200, 300)
    assert not view.grab().isNull()
    for letter in range(start, end):
        if not ARABIC[letter].isspace():
            (part,) = view.shown().parts(letter, letter + 1)
            middle = QPointF((part.left + part.right) / 2, part.baseline - 2)
            assert view.highlights_at(middle) == [mark]
    assert ink(view, start, end) > 100


@pytest.mark.parametrize(
    ("words", "start_right", "end_right"),
    [("North Quay", False, True), ("المجلس", True, False), ("شركة North", True, True)],
)
def test_the_ends_of_a_statement_are_taken_where_its_words_end(view, words, start_right, end_right):
    start = ARABIC.index(words)
    end = start + len(words)
    view.set_article(ARABIC, (), HighlightIndex([Highlight("s1", start, end, "red", "✗")]))
    view.resize(1200, 300)
    view.select_statement("s1")
    for at_start, at, right in ((True, start, start_right), (False, end - 1, end_right)):
        (part,) = view.shown().parts(at, at + 1)
        knob = QPointF(part.right + 2 if right else part.left - 2, part.baseline)
        found = view.handle_at(knob)
        assert found is not None
        assert found.at_start is at_start


def test_numbers_of_words_do_not_lie_on_other_words(view):
    marks = [
        Highlight(f"s{number}", ARABIC.index(word), ARABIC.index(word) + len(word), "red", "✗")
        for number, word in enumerate(("المجلس", "North Quay", "2024", "(2019)"))
    ]
    view.set_article(ARABIC, (), HighlightIndex())
    view.resize(1200, 300)

    def gaps():
        found = sorted(
            (part.left, part.right)
            for mark in marks
            for part in view.shown().parts(mark.start, mark.end)
        )
        return [after[0] - before[1] for before, after in pairwise(found)]

    before = sum(gaps())
    view.set_index(HighlightIndex(marks))
    assert not view.grab().isNull()
    # The numbers behind the two that run backwards stand in the gaps between words.
    assert sum(gaps()) > before + 15


@pytest.mark.parametrize("sign", ["،", " ", "."])
def test_a_number_stands_beside_the_words_and_on_no_sign(view, sign):
    text = f"قال المجلس{sign} إن شركة دفعت"
    end = text.index(sign, 5)
    mark = Highlight("s1", 4, end, "red", "✗")
    view.set_article(text, (), HighlightIndex([mark]))
    view.resize(1200, 300)
    paper = ink(view, 4, end)
    (gap,) = view.shown().parts(end, end + 1)
    (words,) = view.shown().parts(4, end)
    assert paper > 100
    assert gap.right == pytest.approx(words.left, abs=0.5)
    image = view.viewport().grab().toImage()
    red = {
        x
        for x in range(int(gap.left) - 20, int(words.left))
        for y in range(int(gap.baseline) - 20, int(gap.baseline) - 4)
        if (colour := image.pixelColor(x, y)).red() > colour.green() + 60
    }
    assert red, "the number is beside the words"
    assert min(red) >= gap.left
    assert max(red) > words.left - 9
