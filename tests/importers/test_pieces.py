import pytest

from factcheck.domain.model import Block, BlockKind
from factcheck.importers.pieces import Piece, assemble


def test_pieces_take_their_place_along():
    text, blocks = assemble(
        [
            Piece(BlockKind.HEADING, " Bridge ", 1, "p. i", 0),
            Piece(BlockKind.PARAGRAPH, " "),
            Piece(BlockKind.PARAGRAPH, "It opened.", place="p. 1", page_index=1),
        ]
    )
    assert text == "Bridge\n\nIt opened."
    assert blocks == (
        Block(BlockKind.HEADING, 0, 6, 1, "p. i", 0),
        Block(BlockKind.PARAGRAPH, 8, 18, 0, "p. 1", 1),
    )


@pytest.mark.parametrize("place", ["", "0:01:05"])
def test_a_piece_without_words_leaves_no_block(place):
    assert assemble([Piece(BlockKind.PARAGRAPH, "\n", place=place)]) == ("", ())
