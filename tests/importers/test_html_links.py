import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.importers.html import read_html
from factcheck.importers.html_links import hung_links, page_links
from factcheck.importers.html_page import parse

WORDS = "The council met on Tuesday and agreed on the new bridge after a debate of six hours."


def read(inside: str, head: str = "", around: str = ""):
    words = "".join(f"<p>{WORDS} Number {at}.</p>" for at in range(6))
    page = (
        f"<html><head>{head}</head><body>{around}<article><h1>Bridge</h1>{inside}{words}</article>"
        "</body></html>"
    )
    return read_html(page.encode(), "bridge.html")


def hung(article) -> list[tuple[str, str]]:
    return [(article.text[note.start : note.end], note.url) for note in article.annotations]


def test_links_of_the_article_hang_on_their_words():
    article = read(
        '<p>It cost\n <a href="https://council.example/b"> $40.5&nbsp;million</a>, said the '
        '<a href="https://council.example/m"><b>mayor</b> <em>Ortega</em></a>.</p>'
        '<ul><li>See <a href="https://x.example/">here</a></li></ul>'
    )
    assert hung(article) == [
        ("$40.5\u00a0million", "https://council.example/b"),
        ("mayor Ortega", "https://council.example/m"),
        ("here", "https://x.example/"),
    ]
    assert not article.is_draft


def test_links_of_menus_are_none_of_it():
    menu = '<nav><ul><li><a href="https://x.example/a">bridge</a></li></ul></nav>'
    footer = f'<footer><a href="https://x.example/b">council</a></footer>{menu}'
    article = read(f"<p>{WORDS}</p>", around=menu + footer)
    assert hung(article) == []


def test_the_same_words_are_told_apart_by_those_around_them():
    article = read(
        "<p>The mayor spoke first, and then spoke again.</p>"
        '<p>Later <a href="https://x.example/">spoke</a> the treasurer, who had the books.</p>'
    )
    ((start, end),) = [(note.start, note.end) for note in article.annotations]
    assert article.text[start - 6 : end + 4] == "Later spoke the"


@pytest.mark.parametrize(
    "head",
    [
        '<base href="https://paper.example/2024/">',
        '<link rel="canonical" href="https://paper.example/2024/bridge">',
    ],
)
def test_short_addresses_are_made_whole_where_the_page_says_from_where(head):
    article = read('<p>It cost <a href="cost.html">a lot of money</a> in the end.</p>', head)
    assert hung(article) == [("a lot of money", "https://paper.example/2024/cost.html")]


@pytest.mark.parametrize("url", ["", "#top", "mailto:a@b.example", "javascript:x", "//[", "c.html"])
def test_other_addresses_are_left_out(url):
    assert hung(read(f'<p>It cost <a href="{url}">a lot of money</a> in the end.</p>')) == []


@given(
    st.lists(st.tuples(st.text(alphabet="ab \n\u00a0.😀", max_size=12), st.booleans()), max_size=8)
)
def test_links_are_found_where_the_text_is_that_of_the_page(pieces):
    inside = "".join(
        f'<a href="https://x.example/{at}">{words}</a>' if linked else words
        for at, (words, linked) in enumerate(pieces)
    )
    page = parse(f"<html><body><p>start {inside} end</p></body></html>".encode())
    text = " ".join(["start", *"".join(words for words, _ in pieces).split(), "end"])
    for note in hung_links(page_links(page.root, ""), text):
        at = int(note.url.rpartition("/")[2])
        assert text[note.start : note.end] == " ".join(pieces[at][0].split())


def test_hidden_words_beside_a_link_don_t_take_it_away():
    hidden = '<span style="display:none">Nobody shall read what stands here.</span>'
    link = '<a href="https://council.example/r">the report</a>'
    assert hung(read(f"<p>The new quay is dear, says {link}{hidden} of the council.</p>")) == [
        ("the report", "https://council.example/r")
    ]
    assert hung(read(f"<p>So {hidden}{link} of the council tells it, on page 12.</p>")) == [
        ("the report", "https://council.example/r")
    ]
