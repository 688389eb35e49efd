import pytest

from factcheck.errors import FactcheckError
from factcheck.importers.html import read_html

WORD = '<meta name="Generator" content="Microsoft Word 15 (filtered)">'


def read(body: str, head: str = WORD):
    page = f'<html><head><meta charset="utf-8">{head}</head><body>{body}</body></html>'
    return read_html(page.encode(), "draft.htm")


def mark(own: str, other: str, words: str) -> str:
    return f'<a href="#{other}" name="{own}"><span class=MsoFootnoteReference>{words}</span></a>'


def test_all_words_of_a_draft_are_kept_and_notes_hang_on_theirs(said_of, blocks, sound):
    article = read(
        f"<h1>Bridge</h1><p>It cost $40.5 million.{mark('_ftnref1', '_ftn1', '[1]')} The "
        f'<a href="https://council.example/b">council</a> agreed.{mark("_ednref1", "_edn1", "[i]")}'
        f"</p><h2>Short</h2><div id=ftn1><p>{mark('_ftn1', '_ftnref1', '[1]')} Minutes.</p>"
        f'<p>See <a href="https://x.example/">5</a>.</p></div>'
        f"<div id=edn1><p>{mark('_edn1', '_ednref1', '[i]')} Count.</p></div>"
    )
    sound(article)
    assert blocks(article) == [
        ("heading", 1, "Bridge"),
        ("paragraph", 0, "It cost $40.5 million. The council agreed."),
        ("heading", 2, "Short"),
    ]
    assert said_of(article) == [
        ("footnote", "It cost $40.5 million.", "Minutes.\nSee 5."),
        ("footnote", "The council agreed.", "Count."),
        ("link", "council", "https://council.example/b"),
    ]
    assert article.is_draft
    assert article.encoding is not None


def test_links_on_each_other_that_are_no_marks_stay():
    article = read(
        '<p>Above <a name="a" href="#b">go down</a></p><p>Below <a name="b" href="#a">go up</a></p>'
    )
    assert article.text == "Above go down\n\nBelow go up"


def test_a_mark_within_its_own_note_is_no_mark():
    article = read(f"<p>{mark('a', 'b', '1')} and {mark('b', 'a', '1')} there</p>")
    assert article.text == "1 and 1 there"


def test_a_page_that_only_speaks_of_a_program_is_one_of_the_web():
    head = '<meta name="description" content="LibreOffice">'
    assert not read("<article><p>Words about LibreOffice.</p></article>", head).is_draft


def test_a_draft_without_words_is_refused():
    with pytest.raises(FactcheckError, match="no words"):
        read("<p> </p>")


def test_nesting_too_deep_to_read_is_told():
    article = read("<p>Words.</p>" + "<div>" * 3000 + "deep")
    assert "nested so deeply" in " ".join(article.remarks)
