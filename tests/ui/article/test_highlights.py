from hypothesis import given
from hypothesis import strategies as st

from factcheck.ui.article.highlights import Highlight, HighlightIndex

ENDS = st.integers(min_value=0, max_value=60)
SPANS = st.tuples(ENDS, ENDS).filter(lambda ends: ends[0] != ends[1]).map(sorted)


def highlight(number: int, start: int, end: int) -> Highlight:
    return Highlight(f"s{number}", start, end, "green", "✓")


highlights = st.lists(SPANS, max_size=25).map(
    lambda spans: [highlight(number, *span) for number, span in enumerate(spans)]
)


@given(highlights, SPANS)
def test_touching_is_what_looking_at_each_would_find(marks, window):
    start, end = window
    found = HighlightIndex(marks).touching(start, end)
    assert set(found) == {mark for mark in marks if mark.start < end and start < mark.end}
    assert found == sorted(found, key=lambda mark: (mark.start, -mark.end))


@given(highlights, ENDS)
def test_the_narrowest_comes_first_under_a_point(marks, point):
    found = HighlightIndex(marks).at(point)
    assert set(found) == {mark for mark in marks if mark.start <= point < mark.end}
    lengths = [mark.end - mark.start for mark in found]
    assert lengths == sorted(lengths)


@given(highlights, SPANS)
def test_overlapping_highlights_have_different_levels_wherever_one_looks(marks, window):
    index = HighlightIndex(marks)
    whole = dict(index.levels(0, 100))
    assert set(whole) == set(marks)
    for one in marks:
        for other in marks:
            if one is not other and one.start < other.end and other.start < one.end:
                assert whole[one] != whole[other]
    part = index.levels(*window)
    assert part == [(mark, whole[mark]) for mark in index.touching(*window)]


@given(highlights, ENDS)
def test_the_first_from_a_point_on(marks, point):
    after = [mark.start for mark in marks if mark.start >= point]
    first = HighlightIndex(marks).first_from(point)
    assert (first.start if first else None) == min(after, default=None)


def test_a_highlight_alone_is_at_the_lowest_level():
    marks = [highlight(number, 10 * number, 10 * number + 10) for number in range(4)]
    assert [level for _, level in HighlightIndex(marks).levels(0, 40)] == [0, 0, 0, 0]


@given(highlights, highlights, st.sets(st.integers(0, 25)))
def test_replacing_some_is_making_anew(marks, others, gone):
    index = HighlightIndex(marks)
    new = [highlight(100 + number, mark.start, mark.end) for number, mark in enumerate(others)]
    index.replace([f"s{number}" for number in gone] + [mark.statement_id for mark in new], new)
    anew = HighlightIndex([m for m in marks if int(m.statement_id[1:]) not in gone] + new)
    order = [(mark.start, mark.end) for mark in index.highlights]
    assert order == [(mark.start, mark.end) for mark in anew.highlights]
    assert set(index.highlights) == set(anew.highlights)
    for at in range(60):
        assert set(index.touching(at, at + 3)) == set(anew.touching(at, at + 3))
    for name in {mark.statement_id for mark in [*marks, *new]}:
        assert list(index.of(name)) == [m for m in index.highlights if m.statement_id == name]
