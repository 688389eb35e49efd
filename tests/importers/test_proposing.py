import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.imported import PROPOSED
from factcheck.domain.model import BlockKind
from factcheck.importers.pieces import File, Piece, article, assemble
from factcheck.importers.proposing import Proposals

FILE = File(b"", "a.txt", "text/plain")
LONG = "The council met on 3 May 2024 and agreed on the bridge. " * 4


def read(*said: Proposals, top: tuple[Piece, ...] = ()):
    text, blocks = assemble([*top, Piece(BlockKind.PARAGRAPH, LONG)])
    return article(FILE, text, blocks, said)


def line(words: str) -> Piece:
    return Piece(BlockKind.PARAGRAPH, words)


def offered(imported, field: str) -> list[tuple[str, str]]:
    return [(each.text, each.source) for each in imported.proposals if each.field == field]


TOP = (
    Piece(BlockKind.HEADING, "The bridge", level=1),
    line("By Mara Quill and Jo van der Berg | 5 November 2024"),
)


def test_what_the_file_says_of_the_article_goes_before_its_text():
    said = Proposals(title="A title", byline="J. Fox", published="2024-11", source="JSON-LD")
    imported = read(said, top=TOP)
    assert (imported.title, imported.byline, imported.published) == ("A title", "J. Fox", "2024-11")
    assert offered(imported, "title") == [("A title", "JSON-LD"), ("The bridge", "first heading")]
    assert offered(imported, "byline") == [
        ("J. Fox", "JSON-LD"),
        ("Mara Quill and Jo van der Berg", "line “By …”"),
    ]
    assert offered(imported, "published") == [
        ("2024-11", "JSON-LD"),
        ("2024-11-05", "date at the top of the text"),
    ]


def test_the_text_goes_before_the_properties_of_the_file():
    said = Proposals(title="Document1", byline="mq", source="file properties", firm=False)
    imported = read(said, top=TOP)
    assert (imported.title, imported.byline) == ("The bridge", "Mara Quill and Jo van der Berg")
    assert read(said).title == "Document1"


def test_the_days_of_the_file_are_offered_and_not_taken():
    said = Proposals(created="2024-10-01T08:00:00Z", modified="2024-10-02", source="properties")
    imported = read(said)
    assert imported.published == ""
    assert offered(imported, "published") == [
        ("2024-10-01", "properties: created"),
        ("2024-10-02", "properties: last changed"),
    ]


def test_the_same_from_several_places_is_said_once():
    one = Proposals(published="2024-11-05T08:00:00Z", source="JSON-LD")
    two = Proposals(published="5 Nov 2024", source="meta date")
    assert offered(read(one, two), "published") == [("2024-11-05", "JSON-LD, meta date")]


@pytest.mark.parametrize(
    "words",
    [
        "By Monday, the river had risen",
        "By the time Mara Quill came, it was over",
        "Ruby Mara Quill",
    ],
)
def test_a_sentence_is_no_byline(words):
    assert read(top=(line(words),)).byline == ""


@pytest.mark.parametrize(
    ("words", "published"),
    [
        ("Published 5 November 2024, 9:30", "2024-11-05"),
        ("05.11.2024", "05.11.2024"),  # 5 November or 11 May: the person is asked
        ("13.11.2024", "2024-11-13"),
        ("November 2024", ""),
        ("Monday", ""),
        (LONG, ""),
    ],
)
def test_a_line_with_a_day_at_the_top_proposes_it(words, published):
    assert read(top=(line(words),)).published == published


def test_a_date_in_a_heading_is_not_taken_for_that_of_the_article():
    assert read(top=(Piece(BlockKind.HEADING, "The vote of 5 November 2024", 1),)).published == ""


def test_a_byline_may_be_set_as_a_heading_below_the_title():
    top = (Piece(BlockKind.HEADING, "The bridge", 1), Piece(BlockKind.HEADING, "By Mara Quill", 2))
    assert read(top=top).byline == "Mara Quill"


def test_only_a_few_of_a_field_are_offered():
    said = [Proposals(title=f"T{number}", source=f"S{number}") for number in range(100)]
    imported = read(*said)
    assert len(offered(imported, "title")) == 6
    assert imported.title == "T0"


TEXTS = st.text(max_size=30)


@given(st.lists(st.builds(Proposals, TEXTS, TEXTS, TEXTS, TEXTS, TEXTS, TEXTS, TEXTS)))
def test_a_value_is_always_among_the_proposals_and_fit_for_a_field(said):
    imported = read(*said)
    for field in PROPOSED:
        texts = [text for text, _ in offered(imported, field)]
        value = getattr(imported, field)
        assert value == (texts[0] if texts else "")
        assert all(text == " ".join(text.split()) != "" for text in texts)


def test_an_address_is_whole_or_left_out():
    address = "https://city.example/" + "a" * 1_000
    assert read(Proposals(url=address)).url == address
    assert read(Proposals(url=address * 3)).url == ""


def test_what_looks_odd_in_a_proposal_is_told():
    imported = read(Proposals(title="Bri\u200bdge", publication="Rеuters", byline="Mara Quill"))
    assert imported.remarks == (
        "The proposed title holds 1 invisible character that can split or hide words "
        "(“Bri␣dge”); nothing was taken out.",
        "1 word with letters of another alphabet that look alike: “Rеuters” (Cyrillic е).",
    )
