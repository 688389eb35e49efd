import itertools

from hypothesis import example, given
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument

from factcheck.domain.model import Block, BlockKind
from factcheck.ui.article.display import LONGEST_LINE, Display

PIECES = [
    "word ",
    "a",
    "\n",
    "\n\n",
    "\r\n",
    "😀",
    "👩‍👩‍👧‍👦",
    "🇩🇪🇫🇷",
    "e\u0301",
    "\u00a0",
    "שלום ",
    "مرحبا",
    "中文",
    "\u2028",
    "\u2029",
    "\ufdd0",
    "\ufffc",
    "\x00",
    "x" * 1999,
    "y" * 4500,
    "long words " * 400,
    "\U0001f469" * 2100,
    "z\u0301" * 1100,
]
texts = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)


@st.composite
def texts_in_blocks(draw: st.DrawFn) -> tuple[str, list[Block]]:
    """A text whose lines are cut into blocks, as importers hand it on; some lie in none."""
    text = draw(texts)
    blocks: list[Block] = []
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        if line and draw(st.booleans()):
            blocks.append(Block(draw(st.sampled_from(BlockKind)), start, end, 1))
        start = end + 1
    return text, blocks


def utf16(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def shown_by_qt(display: Display) -> int:
    """How many positions Qt finds in the display; the last is the end of its last block."""
    document = QTextDocument()
    document.setPlainText(display.text)
    assert document.blockCount() == len(display.lines)
    return document.characterCount()


@given(texts_in_blocks())
@example(("", []))
@example(("\n", []))
@example(("a\nb", [Block(BlockKind.PARAGRAPH, 0, 1), Block(BlockKind.LIST_ITEM, 2, 3)]))
def test_every_offset_is_shown_in_its_own_place_and_found_again(case):
    text, blocks = case
    display = Display(text, blocks)
    units = [display.to_unit(point) for point in range(len(text) + 1)]
    assert [display.to_point(unit) for unit in units] == list(range(len(text) + 1))
    assert all(before < after for before, after in itertools.pairwise(units))


@given(texts_in_blocks())
def test_every_position_belongs_to_an_offset_in_order(case):
    text, blocks = case
    display = Display(text, blocks)
    points = [display.to_point(unit) for unit in range(utf16(display.text) + 1)]
    assert points == sorted(points)
    assert set(points) == set(range(len(text) + 1))


@given(texts_in_blocks())
def test_each_character_is_shown_as_itself_or_as_a_stand_in(case):
    text, blocks = case
    display = Display(text, blocks)
    raw = display.text.encode("utf-16-le")
    for point, character in enumerate(text):
        unit = display.to_unit(point)
        seen = raw[2 * unit : 2 * unit + 2 * utf16(character)].decode("utf-16-le")
        if character in "\r\u2028\u2029":
            assert seen == " "
        elif character in "\x00\ufdd0\ufffc":
            assert seen == "\ufffd"
        else:
            assert seen == character


@given(texts_in_blocks())
def test_qt_sees_one_block_a_line_and_no_long_ones(case):
    text, blocks = case
    display = Display(text, blocks)
    assert shown_by_qt(display) == utf16(display.text) + 1
    assert max(line.end - line.start for line in display.lines) <= LONGEST_LINE
    for number, line in enumerate(display.lines):
        assert display.line_number(display.line_start(number)) == number
        assert (line.block is None) == (line.start == line.end)


def test_long_lines_are_cut_between_words():
    text = "some words " * 1000
    lines = Display(text, ()).lines
    assert len(lines) > 1
    assert all(text[line.end - 1] == " " for line in lines)


def test_no_cluster_is_cut():
    family = "👩‍👩‍👧‍👦"
    text = family * 900
    lines = Display(text, ()).lines
    assert len(lines) > 1
    assert all(line.start % len(family) == 0 for line in lines)


def test_neighbouring_blocks_get_a_space_between_them_and_lines_of_one_block_none():
    text = "Head\nFirst line\nsecond line\n\nNext"
    blocks = [
        Block(BlockKind.HEADING, 0, 4, 1),
        Block(BlockKind.PARAGRAPH, 5, 27),
        Block(BlockKind.PARAGRAPH, 29, 33),
    ]
    assert Display(text, blocks).text == "Head\n\nFirst line\nsecond line\n\nNext"
