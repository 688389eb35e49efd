import zipfile
from io import BytesIO

import pytest

from factcheck.errors import FactcheckError
from factcheck.importers.epub import read_epub

CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'
)
METADATA = (
    "<dc:title>The harbour</dc:title><dc:creator>Mara Quill</dc:creator>"
    "<dc:creator>Ed Lane</dc:creator><dc:publisher>Tidewater</dc:publisher>"
    "<dc:date>2024-11-05</dc:date><dc:language>en-GB</dc:language>"
    "<dc:identifier>https://tidewater.example/harbour</dc:identifier>"
    '<meta property="dcterms:modified">2025-01-02T00:00:00Z</meta>'
)


def packed(parts: dict[str, str]) -> bytes:
    kept = BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("mimetype", "application/epub+zip", zipfile.ZIP_STORED)
        for name, content in parts.items():
            package.writestr(name, content)
    return kept.getvalue()


def page(body: str, head: str = "") -> str:
    return (
        f'{head}<html xmlns="http://www.w3.org/1999/xhtml" '
        f'xmlns:epub="http://www.idpf.org/2007/ops"><head><title>No</title></head>'
        f"<body>{body}</body></html>"
    )


def book(*chapters: str, spine: str = "", items: str = "", **parts: str) -> bytes:
    listed = "".join(
        f'<item id="c{at}" href="text/c{at}.xhtml" media-type="application/xhtml+xml"/>'
        for at in range(len(chapters))
    )
    order = "".join(f'<itemref idref="c{at}"/>' for at in range(len(chapters)))
    opf = (
        '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<metadata>{METADATA}</metadata><manifest>{listed}{items}</manifest>"
        f"<spine>{order}{spine}</spine></package>"
    )
    texts = {f"OEBPS/text/c{at}.xhtml": each for at, each in enumerate(chapters)}
    return packed({"META-INF/container.xml": CONTAINER, "OEBPS/book.opf": opf, **texts, **parts})


def read(*chapters: str, **more: str):
    return read_epub(book(*map(page, chapters), **more), "harbour.epub")


def test_structure_becomes_blocks_over_all_chapters(blocks, sound):
    article = read(
        "<h1>The\n harbour</h1><p>It <b>cost</b> a\n lot.<br/>Yes.</p>loose words"
        "<ul><li>rivets</li><li><p>bolts</p><p>nuts</p></li></ul>"
        "<blockquote><p>Rust.</p></blockquote><figure><img src='x'/><figcaption>Lit</figcaption>"
        "</figure><pre>a\n  b</pre>",
        "<section><h2>Later</h2><table><caption>Costs</caption><tr><th>Year</th><th>Cost</th></tr>"
        "<tr><td><p>2023</p><p>May</p></td><td>20</td></tr><tr><td/><td>a<br/>b</td></tr></table>"
        "<p>He said <q>so</q>.</p></section>",
    )
    sound(article)
    assert blocks(article) == [
        ("heading", 1, "The harbour"),
        ("paragraph", 0, "It cost a lot.\nYes."),
        ("paragraph", 0, "loose words"),
        ("list item", 0, "rivets"),
        ("list item", 0, "bolts"),
        ("list item", 0, "nuts"),
        ("quote", 0, "Rust."),
        ("caption", 0, "Lit"),
        ("paragraph", 0, "a\n  b"),
        ("heading", 2, "Later"),
        ("caption", 0, "Costs"),
        ("paragraph", 0, "Year\tCost"),
        ("paragraph", 0, "2023 May\t20"),
        ("paragraph", 0, "a b"),
        ("paragraph", 0, "He said “so”."),
    ]
    assert article.media_type == "application/epub+zip"
    assert "1 picture" in " ".join(article.remarks)
    assert "numbers or bullets of 3 list items" in " ".join(article.remarks)


def test_the_book_says_who_wrote_it_and_when():
    article = read("<p>Words</p>")
    assert (article.title, article.byline) == ("The harbour", "Mara Quill, Ed Lane")
    assert (article.publication, article.published) == ("Tidewater", "2024-11-05")
    assert (article.language, article.url) == ("en-GB", "https://tidewater.example/harbour")


def test_notes_and_links_hang_on_their_words(said_of):
    article = read(
        '<p>It cost $40.5 million.<sup><a epub:type="noteref" href="#n1">1</a></sup> The '
        '<a href="https://council.example/b">council</a> agreed.<a href="c1.xhtml#n2"><sup>2</sup>'
        '</a> See <a href="c1.xhtml">there</a> and <a href="mailto:a@b.example">him</a>.</p>'
        '<aside epub:type="footnote" id="n1"><p><a href="#r1">1</a> Minutes.</p>'
        "<p>More.</p></aside>",
        '<p>Kept.</p><section role="doc-endnotes"><ol><li><span id="n2"></span>Count.</li></ol>'
        "</section>",
    )
    assert article.text == "It cost $40.5 million. The council agreed. See there and him.\n\nKept."
    assert said_of(article) == [
        ("footnote", "It cost $40.5 million.", "Minutes.\nMore."),
        ("footnote", "The council agreed.", "Count."),
        ("link", "council", "https://council.example/b"),
    ]
    told = " ".join(article.remarks)
    assert "1 link leads to another place of the file" in told
    assert "1 link is no web address" in told


def test_printed_pages_are_places():
    article = read(
        '<p>Before.</p><span epub:type="pagebreak" title="12"/><p>On it, '
        '<span role="doc-pagebreak" aria-label="13"/>over.</p><p>Behind.</p>'
    )
    assert [block.place for block in article.blocks] == ["", "p. 12", "p. 13"]


def test_names_of_characters_and_document_types_of_old_books_are_read():
    head = (
        '<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" '
        '"http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd">\n'
    )
    article = read_epub(book(page("<p>a&nbsp;b &mdash; R&amp;D</p>", head)), "a.epub")
    assert article.text == "a\u00a0b — R&D"


def test_menus_side_pages_repeats_and_gaps_are_left_out_and_told():
    article = read(
        "<p>Words</p>",
        spine='<itemref idref="c0"/><itemref idref="side" linear="no"/><itemref idref="lost"/>'
        '<itemref idref="nav"/>',
        items='<item id="side" href="s.xhtml"/><item id="nav" href="n.xhtml" properties="nav"/>',
        **{"OEBPS/s.xhtml": page("<p>Side</p>"), "OEBPS/n.xhtml": page("<p>Menu</p>")},
    )
    assert article.text == "Words"
    told = " ".join(article.remarks)
    assert "1 chapter that the book names is not in the file" in told
    assert "1 chapter that the book names again" in told
    assert "1 side page of the book" in told


def test_hidden_words_are_left_out_and_told():
    article = read('<p>Seen<span style="display: none">unseen</span></p><p hidden="">unseen</p>')
    assert article.text == "Seen"
    assert "2 stretches of hidden text" in " ".join(article.remarks)


def encryption(way: str) -> dict[str, str]:
    inside = f'<EncryptedData><EncryptionMethod Algorithm="{way}"/></EncryptedData>'
    return {"META-INF/encryption.xml": f"<encryption>{inside}</encryption>"}


def test_a_locked_book_is_refused_and_locked_fonts_are_not():
    fonts = encryption("http://www.idpf.org/2008/embedding")
    assert read("<p>Words</p>", **fonts).text == "Words"
    with pytest.raises(FactcheckError, match="locked by copy protection"):
        read("<p>Words</p>", **encryption("http://www.w3.org/2001/04/xmlenc#aes128-cbc"))


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (packed({}), "lacks a part"),
        (packed({"META-INF/container.xml": CONTAINER}), "not an EPUB"),
        (packed({"META-INF/container.xml": "<a/>"}), "not an EPUB"),
        (book(), "no words"),
        (book(page("<p>x</p>", "<!DOCTYPE a [<!ENTITY e 'x'>]>")), "document type"),
        (book(page("<p>&unknown;</p>")), "damaged"),
    ],
)
def test_what_is_no_book_is_refused(content, told):
    with pytest.raises(FactcheckError, match=told):
        read_epub(content, "a.epub")


def test_a_chapter_without_a_body_and_marks_without_a_note_are_no_trouble():
    article = read_epub(
        book(
            "<html xmlns='http://www.w3.org/1999/xhtml'><head/></html>",
            page(
                '<p>Words<a epub:type="noteref" href="#none">1</a> and'
                '<a epub:type="noteref" href="lost.xhtml#n">2</a> more'
                '<a epub:type="noteref" href="//[#n">3</a></p>'
            ),
        ),
        "a.epub",
    )
    assert article.text == "Words1 and2 more3"
    assert "1 chapter that the book names is not in the file" in " ".join(article.remarks)
