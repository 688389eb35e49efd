from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.model import Block, BlockKind
from factcheck.exporters.article import Mark, cut
from factcheck.exporters.lanes import lanes

TEXT = "One two three.\n\nFour five six.\n\nSeven eight."
BLOCKS = (
    Block(BlockKind.PARAGRAPH, 0, 14),
    Block(BlockKind.QUOTE, 16, 30),
    Block(BlockKind.PARAGRAPH, 32, 44),
)


def pieces_of(marks, text=TEXT, blocks=BLOCKS):
    return [[(p.text, p.inside, p.ends) for p in b.pieces] for b in cut(text, blocks, marks)]


def test_crossing_marks_are_cut_at_every_border():
    first, *_ = pieces_of([Mark(1, 0, 7), Mark(2, 4, 13)])
    assert first == [
        ("One ", (1,), ()),
        ("two", (2, 1), (1,)),
        (" three", (2,), (2,)),
        (".", (), ()),
    ]


def test_nested_marks_name_the_longest_first_and_close_the_innermost_first():
    first, *_ = pieces_of([Mark(1, 0, 13), Mark(2, 8, 13)])
    assert first == [("One two ", (1,), ()), ("three", (1, 2), (2, 1)), (".", (), ())]


def test_a_mark_over_two_blocks_ends_in_the_second():
    first, second, _ = pieces_of([Mark(1, 8, 20)])
    assert first[1] == ("three.", (1,), ())
    assert second[0] == ("Four", (1,), (1,))


def test_a_mark_that_runs_into_the_space_behind_a_block_ends_with_the_block():
    first, second, _ = pieces_of([Mark(1, 8, 15)])
    assert first[1] == ("three.", (1,), (1,))
    assert second == [("Four five six.", (), ())]


def test_words_that_no_block_claims_are_shown():
    shown = cut(TEXT, BLOCKS[1:2], [])
    assert ["".join(p.text for p in b.pieces) for b in shown] == [
        "One two three.",
        "Four five six.",
        "Seven eight.",
    ]


def test_overlapping_blocks_show_each_word_once():
    blocks = (
        Block(BlockKind.PARAGRAPH, 0, 20),
        Block(BlockKind.QUOTE, 5, 9),
        Block(BlockKind.QUOTE, 16, 44),
    )
    assert "".join(p.text for b in cut(TEXT, blocks, []) for p in b.pieces) == TEXT


@st.composite
def marks(draw):
    at = draw(st.lists(st.tuples(st.integers(0, 43), st.integers(1, 44)), max_size=8))
    found = []
    for number, (start, length) in enumerate(at, 1):
        end = min(44, start + length)
        words = TEXT[start:end]
        if words.strip():
            lead = len(words) - len(words.lstrip())
            found.append(Mark((number + 1) // 2, start + lead, start + lead + len(words.strip())))
    return found


@given(marks())
def test_each_character_is_covered_by_exactly_its_marks(given_marks):
    for block, shown in zip(BLOCKS, cut(TEXT, BLOCKS, given_marks), strict=True):
        at = block.start
        for piece in shown.pieces:
            for offset in range(at, at + len(piece.text)):
                assert set(piece.inside) == {
                    mark.number for mark in given_marks if mark.start <= offset < mark.end
                }
            at += len(piece.text)
        assert TEXT[block.start : at] == TEXT[block.start : block.end]


@given(marks())
def test_each_number_stands_once_at_each_end_and_begins_once(given_marks):
    at, ends, begins = 0, [], []
    for block, shown in zip(BLOCKS, cut(TEXT, BLOCKS, given_marks), strict=True):
        at = block.start
        for piece in shown.pieces:
            at += len(piece.text)
            ends += [(number, at) for number in piece.ends]
            begins += piece.begins
    assert sorted(ends) == sorted({(mark.number, mark.end) for mark in given_marks})
    assert sorted(begins) == sorted({mark.number for mark in given_marks})


@given(marks())
def test_no_two_statements_share_a_lane_on_the_same_words(given_marks):
    pieces = [piece for block in cut(TEXT, BLOCKS, given_marks) for piece in block.pieces]
    lane = lanes(pieces)
    for piece in pieces:
        assert len({lane[number] for number in piece.inside}) == len(piece.inside)


def test_the_innermost_statement_has_the_lane_next_to_the_words():
    pieces = cut(TEXT, BLOCKS, [Mark(1, 0, 13), Mark(2, 4, 7), Mark(3, 16, 20)])
    assert lanes(p for b in pieces for p in b.pieces) == {1: 1, 2: 0, 3: 0}
