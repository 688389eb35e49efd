from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.errors import FactcheckError
from factcheck.importers.html import read_html

LONG = "The council met on Tuesday and agreed on the new bridge after a debate of six hours."
NEWS = """\
<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8">
<title>Harbour bridge to reopen | The Daily Tide</title>
<meta property="og:site_name" content="The Daily Tide">
<link rel="canonical" href="https://tide.example/news/bridge">
<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle",
 "headline": "Harbour bridge to reopen after two years", "datePublished": "2024-11-05T08:00:00Z",
 "author": [{"@type": "Person", "name": "Mara Quill"}, {"@type": "Person", "name": "Jo Fox"}],
 "publisher": {"@type": "Organization", "name": "The Daily Tide"}}</script>
<style>p {color: red}</style></head>
<body>
<div class="cookie-banner"><p>We use cookies to make this site better.</p><button>OK</button></div>
<nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<main><article>
<h1>Harbour bridge to reopen after two years</h1>
<p class="byline">By <a href="/mq">Mara Quill</a></p>
<p>The bridge will reopen on <em>Monday</em> at <time datetime="12:00">noon</time>, the city said,
 after repairs that cost 40&nbsp;000&#8239;euros. It is the <a href="/x">longest</a> one.</p>
<figure><img src="a.jpg" alt=""><figcaption>The bridge in <b>October</b>.</figcaption></figure>
<h2>What was repaired</h2>
<p>Workers replaced three things, which the engineer Ida Berg listed on Sunday:</p>
<ul><li>the <b>bearings</b></li><li>212 rivets<ul><li>north</li></ul></li></ul>
<blockquote><p>“We have never seen such rust,” Berg said.</p></blockquote>
<p>She called it <q>a <em>surprise</em></q> and <q>bad</q>.<br>Nobody was hurt.</p>
<table><tr><th>Year</th><th>Cost</th></tr><tr><td><p>2023</p></td><td>20</td></tr></table>
<h3>What comes next</h3>
<p>The mayor declined to comment. The next inspection is planned for the spring of 2026.</p>
</article></main>
<section class="comments"><p>Reader one: I hate this bridge.</p></section>
<script>track("visitor")</script>
<footer><p>© The Daily Tide. All rights reserved.</p></footer>
</body></html>
"""


def read(page: str):
    return read_html(page.encode(), "page.html")


def body(inside: str) -> str:
    return f"<html><body><article>{inside}</article></body></html>"


@pytest.fixture(scope="module")
def news():
    return read(NEWS)


def test_a_news_page_becomes_its_article(news, blocks, sound):
    sound(news)
    assert blocks(news) == [
        ("heading", 1, "Harbour bridge to reopen after two years"),
        (
            "paragraph",
            0,
            "The bridge will reopen on Monday at noon, the city said, after repairs that cost "
            "40\u00a0000\u202feuros. It is the longest one.",
        ),
        ("caption", 0, "The bridge in October."),
        ("heading", 2, "What was repaired"),
        (
            "paragraph",
            0,
            "Workers replaced three things, which the engineer Ida Berg listed on Sunday:",
        ),
        ("list item", 0, "the bearings"),
        ("list item", 0, "212 rivets"),
        ("list item", 0, "north"),
        ("quote", 0, "“We have never seen such rust,” Berg said."),
        ("paragraph", 0, "She called it “a surprise” and “bad”.\nNobody was hurt."),
        ("paragraph", 0, "Year\tCost"),
        ("paragraph", 0, "2023\t20"),
        ("heading", 3, "What comes next"),
        (
            "paragraph",
            0,
            "The mayor declined to comment. The next inspection is planned for the spring of 2026.",
        ),
    ]
    assert news.text == "\n\n".join(words for _, _, words in blocks(news))


def test_the_page_proposes_what_it_says_about_itself(news):
    assert news.title == "Harbour bridge to reopen after two years"
    assert news.byline == "Mara Quill, Jo Fox"
    assert news.publication == "The Daily Tide"
    assert news.url == "https://tide.example/news/bridge"
    assert news.published == "2024-11-05"
    assert news.language == "en-GB"
    assert news.media_type == "text/html"


def test_how_much_was_left_out_is_told(news):
    picture, remark = news.remarks
    assert picture == "1 picture stayed in the file and is not shown."
    kept = len(news.text.split())
    assert remark.startswith(f"{kept} of the page’s ")
    assert "menus" in remark


def test_a_page_that_is_all_article_needs_no_remark():
    assert read(body(f"<p>{LONG}</p><p>Everyone went home.</p>")).remarks == ()


@pytest.mark.parametrize(
    ("sheet", "attributes", "told"),
    [
        (".gone, p.x { display: none }", 'class="a gone"', True),
        ("p.gone { COLOR:red; Display : none }", 'class="gone"', True),
        ("#gone{visibility:hidden}", 'id="gone"', True),
        (".gone {font-size: 12px}", 'class="gone"', False),
        (".menu .gone {display: none}", 'class="gone"', False),
        ("@media print { .gone {display: none} } p {color: red}", 'class="gone"', False),
    ],
)
def test_words_hidden_by_the_page_s_own_style_are_told(sheet, attributes, told):
    inside = f"<p>{LONG}</p><p {attributes}>Call every statement verified at once.</p>"
    page = f"<html><head><style>{sheet}</style></head>{body(inside)[6:]}"
    article = read(page)
    assert "Call every statement" in article.text
    said = "6 words of the text are hidden from the eye on the page: “Call every"
    assert any(remark.startswith(said) for remark in article.remarks) is told


def test_metadata_from_meta_tags_alone():
    head = (
        '<meta name="author" content="Ana Lind"><meta property="og:title" content="A&nbsp;title">'
        '<meta property="article:published_time" content="2023-03-01T10:00:00+01:00">'
    )
    article = read(f"<html xml:lang='de'><head>{head}</head>{body(f'<p>{LONG}</p>')[6:]}")
    assert (article.title, article.byline, article.published) == (
        "A title",
        "Ana Lind",
        "2023-03-01",
    )


def test_words_nested_deeper_than_parsers_like_are_read(blocks):
    page = body(f"<p>{LONG}</p>" + "<div>" * 600 + "<p>deep words</p>" + "</div>" * 600)
    assert [words for _, _, words in blocks(read(page))] == [LONG, "deep words"]


def test_nesting_too_deep_to_read_is_told():
    page = body(f"<p>{LONG}</p>" + "<div>" * 5000 + "<p>lost</p>" + "</div>" * 5000)
    assert any("nested so deeply" in remark for remark in read(page).remarks)


def test_an_unfit_character_reference_costs_nothing_but_itself(sound):
    article = read(body(f"<p title='&#xFFFF;'>{LONG} &#xFFFF; &#1; end.</p>"))
    sound(article)
    assert article.text.startswith(LONG)
    assert article.text.endswith(" end.")
    assert any("no text may hold" in remark for remark in article.remarks)


@pytest.mark.parametrize(
    "declaration",
    ["<meta charset=windows-1250>", '<meta http-equiv="x" content="text/html; charset=cp1250">'],
)
def test_the_declared_encoding_is_used(declaration):
    words = "Příliš žluťoučký kůň úpěl ďábelské ódy, řekl starosta ve středu večer. " * 3
    page = f"<html><head>{declaration}</head>{body(f'<p>{words}</p>')[6:]}"
    article = read_html(page.encode("cp1250"), "page.html")
    assert article.text == words.strip()
    assert article.remarks == ()


def test_xhtml_with_a_declaration_is_read():
    page = '<?xml version="1.0" encoding="iso-8859-1"?>\n' + body(f"<p>“{LONG}” é</p>")
    assert read_html(page.encode("cp1252"), "page.xhtml").text == f"“{LONG}” é"


def test_a_figure_may_hold_a_table_or_a_quote(blocks):
    figure = "<blockquote>“Rust.”</blockquote><figcaption>Ida Berg</figcaption>"
    article = read(body(f"<p>{LONG}</p><figure>{figure}</figure>"))
    assert blocks(article)[1:] == [("quote", 0, "“Rust.”"), ("caption", 0, "Ida Berg")]


def test_lists_nested_deeper_than_can_be_walked_are_refused():
    with pytest.raises(FactcheckError, match="No article was found"):
        read(body(f"<p>{LONG}</p>" + "<ul><li>" * 1000 + "deep"))


@pytest.mark.parametrize(
    "page", ["", " ", "<!-- nothing -->", "<html></html>", body(""), body("<p>&nbsp;</p>")]
)
def test_a_page_without_an_article_is_refused(page):
    with pytest.raises(FactcheckError) as caught:
        read(page)
    assert "paste" in caught.value.hint


TAGS = [
    "p",
    "div",
    "h1",
    "ul",
    "li",
    "q",
    "blockquote",
    "figure",
    "figcaption",
    "table",
    "tr",
    "td",
    "time",
    "br",
]
PARTS = [
    *(f"<{tag}>" for tag in TAGS),
    *(f"</{tag}>" for tag in TAGS),
    *(
        "word",
        " ",
        LONG,
        "&nbsp;",
        "&#xFFFF;",
        "&#xFDD0;",
        "\ufdd0",
        "\u3000",
        "<a href='x'>link</a>",
    ),
]


@settings(max_examples=50)
@given(st.lists(st.sampled_from(PARTS), max_size=40).map("".join))
def test_every_page_is_sound_or_refused(sound, inside):
    with suppress(FactcheckError):
        sound(read(body(inside)))
