from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.canonical import canonical
from factcheck.errors import FactcheckError
from factcheck.importers.text import read_pasted, read_text

LONG = "The council met on Tuesday and agreed on the new bridge after a debate of six hours. "
LLAMA = Path(__file__).parents[2] / "../shared/data/articles/meta-llama-government.txt"


def test_the_text_is_the_whole_file():
    source = b"\n\n  Title  \n\n\tText.  \n\n\n"
    assert read_text(source, "a.txt").text.encode() == source


def test_the_first_line_proposes_the_title(blocks):
    article = read_text(b"  Bridge opens\n\nIt opened.", "a.txt")
    assert article.title == "Bridge opens"
    assert blocks(article) == [("heading", 1, "Bridge opens"), ("paragraph", 0, "It opened.")]
    assert (article.media_type, article.source_name) == ("text/plain", "a.txt")


@pytest.mark.parametrize(
    "first", ["It opened on Monday.", "橋が開通した。", "Long " * 50 + "end", "Two\nlines"]
)
def test_a_sentence_is_no_title(blocks, first):
    article = read_text(f"{first}\n\nMore.".encode(), "a.txt")
    assert blocks(article)[0] == ("paragraph", 0, first)


def test_an_article_without_title_is_named_by_its_first_words():
    assert read_text((LONG * 2).encode(), "a.txt").title == LONG[:80].rstrip() + "…"


def test_paragraphs_are_parted_by_empty_lines_also_with_spaces_in_them(blocks):
    article = read_text(b"Title\n \t\nOne\nand on.\n\n\n\nTwo.", "a.txt")
    assert [words for _, _, words in blocks(article)] == ["Title", "One\nand on.", "Two."]


def test_without_empty_lines_each_line_is_a_paragraph(blocks):
    article = read_text(b"Title\nOne.\nTwo.\n\n", "a.txt")
    assert [words for _, _, words in blocks(article)] == ["Title", "One.", "Two."]


def test_a_short_line_between_long_paragraphs_is_a_subheading(blocks):
    article = read_text(f"Title\n\n{LONG}\n\nThe debate\n\n{LONG}".encode(), "a.txt")
    assert blocks(article)[2] == ("heading", 2, "The debate")


@pytest.mark.parametrize(
    "text",
    [
        f"Title\n\nBy Mara Quill\n\n{LONG}",
        f"Title\n\n{LONG}\n\nVia a friend",
        f"Title\n\n{LONG}\n\nHe left.\n\n{LONG}",
        f"Title\n\n{LONG}\n\nShe said:\n\n{LONG}",
        f"Title\n\n{LONG}\n\nOne\nTwo\n\n{LONG}",
        f"Title\n\n{LONG}\n\nFirst short\n\nSecond short\n\n{LONG}",
        f"Title\n\n{LONG}\n\n{LONG[:-2]}\n\n{LONG}",
    ],
)
def test_other_lines_are_no_subheadings(blocks, text):
    kinds = [kind for kind, _, _ in blocks(read_text(text.encode(), "a.txt"))]
    assert kinds == ["heading"] + ["paragraph"] * (len(kinds) - 1)


def test_a_date_before_the_title_is_proposed_and_stays_in_the_text():
    article = read_text(b" date 2024-12-18 Bridge opens\n\nText.", "a.txt")
    assert (article.title, article.published) == ("Bridge opens", "2024-12-18")
    assert article.text.startswith(" date 2024-12-18 Bridge opens\n")


@pytest.mark.parametrize("first", ["Up to date 2024-12-18 was", "date 2024-12-18", "date of birth"])
def test_other_dates_are_left_alone(first):
    article = read_text(f"{first}\n\nText.".encode(), "a.txt")
    assert (article.title, article.published) == (first, "")


def test_invisible_characters_are_counted_and_kept():
    article = read_text("Pay\u202epal a\u200bb\n\nText.".encode(), "a.txt")
    assert "1 invisible character " in article.remarks[0]
    assert "1 direction control " in article.remarks[1]
    assert "\u202e" in article.text
    assert "1 invisible character " in read_text("so\u00adft".encode(), "a").remarks[0]


def test_what_emoji_and_persian_need_is_not_suspicious():
    assert read_text("👩\u200d🚒 می\u200cخواهم".encode(), "a.txt").remarks == ()


@pytest.mark.parametrize("source", [b"", b" \n\t\n", "\ufeff".encode()])
def test_a_file_without_words_is_refused(source):
    with pytest.raises(FactcheckError, match=r"no words in “a\.txt”"):
        read_text(source, "a.txt")


def test_pasted_text_is_read_as_it_is():
    article = read_pasted("\ufeffTitle\r\n\r\nText. 🌉\ud800")
    assert article.text == "Title\n\nText. 🌉\ufffd"
    assert article.title == "Title"
    assert article.source.endswith(b"\xed\xa0\x80")
    assert article.remarks[0].startswith("1 character ")


@given(st.text())
def test_every_paste_with_words_is_sound(sound, text):
    if canonical(text.lstrip("\ufeff")).text.strip():
        sound(read_pasted(text))
    else:
        with pytest.raises(FactcheckError):
            read_pasted(text)


@given(st.lists(st.sampled_from(["\n", " ", "\t", "a", "Word.", LONG, "\u00a0", "\n\n"])))
def test_every_word_lies_in_a_block(pieces):
    text = "".join(pieces)
    if not text.strip():
        return
    article = read_pasted(text)
    inside = "".join(article.text[b.start : b.end] for b in article.blocks)
    assert "".join(inside.split()) == "".join(text.split())


@pytest.mark.skipif(not LLAMA.exists(), reason="the shared article is not beside the repository")
def test_a_real_article_with_its_odd_first_line(blocks, sound):
    article = read_text(LLAMA.read_bytes(), LLAMA.name)
    sound(article)
    assert article.text.encode() == LLAMA.read_bytes()
    assert article.title == "Meta to partner with the US government to deploy Llama AI"
    assert article.published == "2024-12-18"
    headings = [(level, words) for kind, level, words in blocks(article) if kind == "heading"]
    assert headings == [
        (1, "date 2024-12-18 Meta to partner with the US government to deploy Llama AI"),
        (2, "Meta’s partnership with the US Government"),
    ]
