import pytest

from factcheck.domain.imported import Reply
from factcheck.errors import FactcheckError
from factcheck.importers.odt import read_odt
from tests.wordfiles import packed

_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
_NAMES = " ".join(
    f'xmlns:{name}="{_OASIS}:{name}:1.0"' for name in ("office", "text", "table", "style", "meta")
) + (
    f' xmlns:draw="{_OASIS}:drawing:1.0" xmlns:fo="{_OASIS}:xsl-fo-compatible:1.0"'
    f' xmlns:svg="{_OASIS}:svg-compatible:1.0"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink"'
    ' xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"'
)
STYLES = (
    '<style:style style:name="P1" style:parent-style-name="Quotations"/>'
    '<style:style style:name="P2" style:parent-style-name="Caption"/>'
    '<style:style style:name="T1"><style:text-properties text:display="none"/></style:style>'
)
META = "<dc:title>The bridge</dc:title><dc:creator>Mara Quill</dc:creator>"


def odt(body: str, **parts: str) -> bytes:
    styles = f"<office:automatic-styles>{STYLES}</office:automatic-styles>"
    inside = f"{styles}<office:body><office:text>{body}</office:text></office:body>"
    return packed(
        {
            "content.xml": f"<office:document-content {_NAMES}>{inside}</office:document-content>",
            "meta.xml": f"<office:document-meta {_NAMES}><office:meta>{META}</office:meta>"
            "</office:document-meta>",
            **parts,
        }
    )


def read(body: str, **parts: str):
    return read_odt(odt(body, **parts), "bridge.odt")


def comment(name: str, words: str, more: str = "") -> str:
    return (
        f'<office:annotation office:name="{name}" {more}><dc:creator>Mara Quill</dc:creator>'
        f"<dc:date>2024-11-04T09:00:00</dc:date><text:p>{words}</text:p></office:annotation>"
    )


def note(kind: str, words: str) -> str:
    return (
        f'<text:note text:note-class="{kind}"><text:note-citation>1</text:note-citation>'
        f"<text:note-body><text:p>{words}</text:p></text:note-body></text:note>"
    )


def test_structure_becomes_blocks_and_white_space_is_one_blank(blocks, sound):
    article = read(
        '<text:h text:outline-level="2">The\n  bridge</text:h>'
        '<text:p> It <text:s text:c="2"/>cost<text:tab/>a <text:span>  lot</text:span>'
        "<text:line-break/>here <text:page-number>3</text:page-number>.</text:p>"
        "<text:list><text:list-item><text:p>rivets</text:p></text:list-item></text:list>"
        '<text:p text:style-name="P1">Rust.</text:p><text:p text:style-name="P2">Lit</text:p>'
        "<table:table><table:table-row><table:table-cell><text:p>a</text:p><text:p>b</text:p>"
        "</table:table-cell><table:table-cell><text:p>c</text:p></table:table-cell>"
        "</table:table-row></table:table>"
    )
    sound(article)
    assert blocks(article) == [
        ("heading", 2, "The bridge"),
        ("paragraph", 0, "It   cost\ta lot\nhere 3."),
        ("list item", 0, "rivets"),
        ("quote", 0, "Rust."),
        ("caption", 0, "Lit"),
        ("paragraph", 0, "a b\tc"),
    ]
    assert (article.title, article.byline) == ("The bridge", "Mara Quill")


def test_notes_hang_on_what_the_file_marks(hung):
    article = read(
        f"<text:p>🌉 It cost {comment('c', 'Ledger.', _DONE)}$40.5 "
        "<text:span>million</text:span>"
        f'<office:annotation-end office:name="c"/>{comment("r", "Seen.", _PARENT)}.'
        f" It fell.{note('footnote', 'Minutes.')} Then "
        '<text:a xlink:href="https://example.org/a">they</text:a>'
        f" built{note('endnote', 'Count.')} it.</text:p>"
    )
    assert hung(article) == [
        ("comment", "$40.5 million"),
        ("footnote", "It fell."),
        ("endnote", "Then they built"),
        ("link", "they"),
    ]
    said = article.annotations[0]
    assert (said.text, said.author, said.resolved) == ("Ledger.", "Mara Quill", True)
    assert said.replies == (Reply("Mara Quill", "2024-11-04T09:00:00", "Seen."),)
    assert article.annotations[3].url == "https://example.org/a"


_PARENT = 'loext:parent-name="c"'
_DONE = 'loext:resolved="true"'
TRACKED = (
    '<text:tracked-changes><text:changed-region text:id="i"><text:insertion/>'
    '</text:changed-region><text:changed-region text:id="d"><text:deletion><text:p>roughly '
    "</text:p></text:deletion></text:changed-region></text:tracked-changes>"
)


def test_tracked_changes_are_read_both_ways():
    article = read(
        TRACKED + '<text:p>It cost <text:change text:change-id="d"/>19'
        '<text:change-start text:change-id="i"/> or 20</text:p>'
        '<text:p>pounds<text:change-end text:change-id="i"/> then.</text:p>'
    )
    assert article.text == "It cost 19 or 20\n\npounds then."
    assert article.original is not None
    assert article.original.text == "It cost roughly 19 then."
    assert len(article.remarks) == len(article.original.remarks) == 2


def test_paragraphs_and_sections_can_be_hidden_too():
    hiding = (
        f'<office:document-styles {_NAMES}><office:styles><style:style style:name="Gone">'
        '<style:text-properties text:display="none"/></style:style>'
        '<style:style style:name="Heir" style:parent-style-name="Gone"/>'
        '<style:style style:name="Back" style:parent-style-name="Gone">'
        '<style:text-properties text:display="true"/></style:style>'
        "</office:styles></office:document-styles>"
    )
    article = read(
        '<text:p text:style-name="Heir">Not seen.</text:p>'
        '<text:p text:style-name="Back">Seen.</text:p>'
        '<text:section text:display="none"><text:p>Nor this.</text:p></text:section>'
        '<text:p><text:hidden-paragraph text:is-hidden="true"/>Nor that.</text:p>'
        "<text:section><text:p>And this.</text:p></text:section>",
        **{"styles.xml": hiding},
    )
    assert article.text == "Seen.\n\nAnd this."
    assert article.remarks == ("3 stretches of hidden text were left out.",)


def test_words_that_the_eye_may_miss_are_kept_and_told():
    looks = (
        'fo:color="#ffffff"',
        'fo:font-size="1pt"',
        'fo:color="#FFFFFF" fo:background-color="#000000"',
        'fo:font-size="12pt"',
    )
    styles = "".join(
        f'<style:style style:name="S{at}"><style:text-properties {look}/></style:style>'
        for at, look in enumerate(looks)
    )
    spans = "".join(f'<text:span text:style-name="S{at}">word </text:span>' for at in range(4))
    article = read(
        f"<text:p>{spans}</text:p>",
        **{
            "styles.xml": f"<office:document-styles {_NAMES}><office:styles>{styles}"
            "</office:styles></office:document-styles>"
        },
    )
    assert article.text == "word word word word"
    assert [remark[:36] for remark in article.remarks] == ["2 stretches of words are white or ti"]


def test_what_is_not_in_the_text_is_told():
    article = read(
        '<text:p>Seen.<text:span text:style-name="T1">Not seen.</text:span>'
        "<draw:frame><draw:text-box><text:p>A box.</text:p></draw:text-box></draw:frame>"
        "<draw:frame><draw:image/><svg:desc>Of a bridge</svg:desc></draw:frame></text:p>",
        **{
            "styles.xml": f"<office:document-styles {_NAMES}><style:header><text:p>Top</text:p>"
            "</style:header></office:document-styles>"
        },
    )
    assert article.text == "Seen.\n\nA box."
    assert article.remarks == (
        "1 stretch of hidden text was left out.",
        "1 picture stayed in the file and is not shown.",
        "The words of 1 text box stand behind the paragraph that it hangs on.",
        "The words of 1 page header or footer were left out.",
    )


@pytest.mark.parametrize(
    ("source", "what"),
    [
        (odt(""), "no words"),
        (packed({"content.xml": "<a/>"}), "not an OpenDocument text"),
        (packed({"a.txt": "b"}), "lacks a part"),
        (packed({"META-INF/manifest.xml": "<a><encryption-data/></a>"}), "password"),
    ],
)
def test_what_is_no_text_is_refused(source, what):
    with pytest.raises(FactcheckError, match=what):
        read_odt(source, "bridge.odt")
