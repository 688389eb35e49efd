import pytest

from factcheck.domain.imported import Annotation, AnnotationKind
from factcheck.domain.model import Block, BlockKind
from factcheck.importers.pieces import File, Piece, article, assemble, notes_behind


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


def test_notes_stand_behind_the_text_where_it_is_alone():
    text, blocks = assemble(
        [
            Piece(BlockKind.PARAGRAPH, "It cost a lot.", place="p. 1", page_index=0),
            Piece(BlockKind.PARAGRAPH, "It opened.", place="p. 2", page_index=1),
        ]
    )
    notes = (
        Annotation(AnnotationKind.LINK, 0, 2, url="https://x.example/"),
        Annotation(AnnotationKind.FOOTNOTE, 16, 26, text=" Minutes.\x00 "),
    )
    file = File(b"x", "a.pdf", "application/pdf")
    read = notes_behind(article(file, text, blocks, [], annotations=notes))
    assert read.text == "It cost a lot.\n\nIt opened.\n\nMinutes.\ufffd"
    assert read.blocks[-1] == Block(BlockKind.PARAGRAPH, 28, 37, 0, "p. 2", 1)
    assert read.annotations == ()


@pytest.mark.parametrize("place", ["", "0:01:05"])
def test_a_piece_without_words_leaves_no_block(place):
    assert assemble([Piece(BlockKind.PARAGRAPH, "\n", place=place)]) == ("", ())
