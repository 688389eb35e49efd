import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.diff import Piece, PieceKind, text_diff, word_diff

SAME, REMOVED, ADDED = PieceKind.SAME, PieceKind.REMOVED, PieceKind.ADDED

wordings = st.lists(
    st.sampled_from(
        ["the", "river", "fell", " ", "  ", "\n", "ก", "ำ", "水", "e\u0301", "👩\u200d🚒", ","]
    )
).map("".join) | st.text(max_size=60)


def joined(pieces, *kinds):
    return "".join(piece.text for piece in pieces if piece.kind in kinds)


@given(wordings, wordings)
def test_the_pieces_give_back_both_wordings(old, new):
    pieces = word_diff(old, new)
    assert joined(pieces, SAME, REMOVED) == old
    assert joined(pieces, SAME, ADDED) == new
    assert all(piece.text for piece in pieces)


@given(st.lists(wordings).map("\n".join), st.lists(wordings).map("\n".join))
def test_the_pieces_of_long_texts_do_so_too(old, new):
    pieces = text_diff(old, new)
    assert joined(pieces, SAME, REMOVED) == old
    assert joined(pieces, SAME, ADDED) == new
    assert all(piece.text for piece in pieces)


def test_of_long_texts_only_what_changed_is_compared_word_by_word():
    start, end = "The river rose.\n" * 5_000, "Nobody was hurt.\n" * 5_000
    pieces = text_diff(
        f"{start}It fell by 12 metres.\n{end}", f"{start}It fell by 21 metres.\n{end}"
    )
    assert [piece.text for piece in pieces if piece.kind is not SAME] == ["12", "21"]
    huge = text_diff("old " * 60_000, "new " * 60_000)
    assert [piece.kind for piece in huge] == [REMOVED, ADDED]


@pytest.mark.parametrize("diff", [word_diff, text_diff])
def test_in_a_long_paragraph_what_stayed_is_found(diff):
    words = [f"word{n % 700} and" for n in range(2_000)]
    other = ["changed" if n % 100 == 50 else word for n, word in enumerate(words)]
    pieces = diff(" ".join(words), " ".join(other))
    assert sum(piece.kind is ADDED for piece in pieces) == 20
    assert len(joined(pieces, SAME)) > 0.95 * len(" ".join(words))


@given(wordings)
def test_the_same_wording_has_no_change(text):
    assert {piece.kind for piece in word_diff(text, text)} <= {SAME}


def test_one_changed_word():
    assert word_diff("fell by 12 metres", "fell by 21 metres") == (
        Piece(SAME, "fell by "),
        Piece(REMOVED, "12"),
        Piece(ADDED, "21"),
        Piece(SAME, " metres"),
    )


def test_neighbouring_changes_are_one_change():
    assert word_diff("about two dozen wells", "about thirty new wells") == (
        Piece(SAME, "about "),
        Piece(REMOVED, "two dozen"),
        Piece(ADDED, "thirty new"),
        Piece(SAME, " wells"),
    )


@pytest.mark.parametrize(
    ("old", "new", "kinds"),
    [
        ("", "", ()),
        ("gone", "", (REMOVED,)),
        ("", "new", (ADDED,)),
        ("河水三米", "河水四米", (SAME, REMOVED, ADDED, SAME)),
    ],
)
def test_the_kinds_in_order(old, new, kinds):
    assert tuple(piece.kind for piece in word_diff(old, new)) == kinds


def test_a_character_of_several_code_points_is_not_cut():
    assert word_diff("ทำ", "ที")[-1] == Piece(ADDED, "ที")
