from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.imported import Reply
from factcheck.errors import FactcheckError
from factcheck.importers.docx import read_docx
from tests.wordfiles import comment, commented, note, packed, paragraph, run, style, word_file

FOOTNOTE = '<w:r><w:footnoteReference w:id="2"/></w:r>'
ENDNOTE = '<w:r><w:endnoteReference w:id="2"/></w:r>'


def field(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def linked(url: str, words: str) -> str:
    instruction = f'<w:r><w:instrText> HYPERLINK "{url}" </w:instrText></w:r>'
    return field("begin") + instruction + field("separate") + run(words) + field("end")


def tracked(kind: str, words: str) -> str:
    tag = "delText" if kind == "del" else "t"
    inside = f'<w:r><w:{tag} xml:space="preserve">{words}</w:{tag}></w:r>'
    return f'<w:{kind} w:id="9" w:author="Ed Lane">{inside}</w:{kind}>'


def read(body: str, *args, **parts):
    return read_docx(word_file(body, *args, **parts), "bridge.docx")


def hung(article) -> list[tuple[str, str]]:
    return [(note.kind.value, article.text[note.start : note.end]) for note in article.annotations]


def test_blocks_come_from_styles_levels_and_numbering(blocks, sound):
    styles = (
        style("T", "Title")
        + style("H", "heading 2")
        + style("Mine", "My own", '<w:basedOn w:val="H"/>')
        + style("B", "List Bullet", "<w:pPr><w:numPr/></w:pPr>")
        + style("Q", "Quote")
        + style("C", "caption")
    )
    body = "".join(
        paragraph(run(words), properties)
        for words, properties in [
            ("The bridge", '<w:pStyle w:val="T"/>'),
            ("Costs", '<w:pStyle w:val="Mine"/>'),
            ("Repairs", '<w:outlineLvl w:val="2"/>'),
            ("rivets", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="4"/></w:numPr>'),
            ("bearings", '<w:pStyle w:val="B"/>'),
            ("no item", '<w:pStyle w:val="B"/><w:numPr><w:numId w:val="0"/></w:numPr>'),
            ("Rust, she said.", '<w:pStyle w:val="Q"/>'),
            ("The bridge, lit", '<w:pStyle w:val="C"/>'),
            ("", ""),
        ]
    )
    article = read(body, styles=styles)
    sound(article)
    assert blocks(article) == [
        ("heading", 1, "The bridge"),
        ("heading", 2, "Costs"),
        ("heading", 3, "Repairs"),
        ("list item", 0, "rivets"),
        ("list item", 0, "bearings"),
        ("paragraph", 0, "no item"),
        ("quote", 0, "Rust, she said."),
        ("caption", 0, "The bridge, lit"),
    ]
    assert (article.title, article.byline, article.language) == ("The bridge", "Mara Quill", "en")


def test_the_day_of_the_file_is_offered_and_its_language_is_that_of_the_spelling():
    languages = "<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val='en-AU'/></w:rPr></w:rPrDefault>"
    article = read(paragraph(run("Words.")), styles=f"{languages}</w:docDefaults>")
    assert article.published == ""
    offered = {(each.field, each.text, each.source) for each in article.proposals}
    assert offered >= {
        ("published", "2024-10-30", "file properties: created"),
        ("byline", "Mara Quill", "file properties"),
        ("language", "en-AU", "spelling of the file"),
    }


def test_rows_are_paragraphs_and_a_table_in_a_cell_is_part_of_it(blocks):
    def row(*cells):
        return "<w:tr>" + "".join(f"<w:tc>{cell}</w:tc>" for cell in cells) + "</w:tr>"

    inner = f"<w:tbl>{row(paragraph(run('a')), paragraph(run('b')))}</w:tbl>"
    two = paragraph(run("2023")) + paragraph(run("to 2024"))
    body = f"<w:tbl>{row(two, paragraph(run('20')))}{row(inner)}</w:tbl>"
    words = [words for _, _, words in blocks(read(body))]
    assert words == ["2023 to 2024\t20", "a\tb"]


def test_content_controls_and_custom_marks_keep_their_words():
    inside = (
        f"<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>{run('inside')}</w:sdtContent></w:sdt>"
    )
    body = paragraph(run("Words ") + inside + f"<w:smartTag>{run(' and more')}</w:smartTag>")
    assert read(body).text == "Words inside and more"


def control(inside: str, properties: str = "") -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"


def test_content_controls_stand_around_paragraphs_rows_and_cells(blocks):
    cell = f"<w:tc>{paragraph(run('a'))}</w:tc>"
    row = f"<w:tr>{control(cell)}<w:tc>{paragraph(run('b'))}</w:tc></w:tr>"
    body = control(paragraph(run("Words."))) + f"<w:tbl>{control(row)}</w:tbl>"
    assert [words for _, _, words in blocks(read(body))] == ["Words.", "a\tb"]


def test_words_that_only_ask_for_some_are_told_and_left_out():
    asking = control(run("Click here to enter text."), "<w:showingPlcHdr/>")
    article = read(paragraph(run("Name: ") + asking))
    assert article.text == "Name:"
    assert article.remarks == (
        "1 form field is in the file; only what was filled in is in the text.",
    )


def test_what_a_field_is_told_by_another_field_is_no_part_of_the_text():
    inner = field("begin") + field("separate") + run("told") + field("end")
    body = field("begin") + inner + field("separate") + run("shown") + field("end")
    assert read(paragraph(body)).text == "shown"
    assert read(
        paragraph(field("begin")) + paragraph(linked("https://x.example", "kept"))
    ).text == ("kept")


def test_signs_that_help_to_read_are_left_out():
    aid = "<w:ruby><w:rt>{}</w:rt><w:rubyBase>{}</w:rubyBase></w:ruby>"
    article = read(paragraph(f"<w:r>{aid.format(run('かん'), run('漢'))}</w:r>" + run("字")))
    assert article.text == "漢字"
    assert article.remarks == (
        "1 word has small signs that say how it is read; they were left out.",
    )


def test_files_within_the_draft_are_told():
    article = read(paragraph(run("Words.")) + '<w:altChunk r:id="x"/>')
    assert article.remarks == (
        "1 part of the draft is a file of its own in or beside it and was left out.",
    )


@pytest.mark.parametrize(
    ("row", "cell"),
    [('<w:trPr><w:del w:id="1"/></w:trPr>', ""), ("", '<w:tcPr><w:cellDel w:id="1"/></w:tcPr>')],
)
def test_rows_and_cells_can_be_tracked_too(row, cell):
    gone = f"<w:tr>{row}<w:tc>{cell}{paragraph(run('gone'))}</w:tc></w:tr>"
    article = read(f"<w:tbl>{gone}</w:tbl>" + paragraph(run("Stays.")))
    assert article.text == "Stays."
    assert article.original is not None
    assert article.original.text == "gone\n\nStays."
    assert "1 tracked deletion was not taken" in article.original.remarks[0]


def test_notes_hang_on_what_the_file_marks():
    body = paragraph(run("One before.")) + paragraph(
        run(" 🌉 It cost ")
        + commented(1, run("$40.5 ") + run("million"))
        + run(". It fell.")
        + FOOTNOTE
        + run(" Then ")
        + f'<w:hyperlink r:id="far">{run("they")}</w:hyperlink>'
        + run(" built")
        + ENDNOTE
        + run(" it, ")
        + linked("https://example.org/b", "again")
        + run(".")
    )
    article = read(
        body,
        {"far": "https://example.org/a"},
        comments=comment(1, "Mara Quill", "See the ledger."),
        footnotes=note("footnote", 2, "Minutes, p. 3."),
        endnotes=note("endnote", 2, "Count."),
    )
    assert hung(article) == [
        ("comment", "$40.5 million"),
        ("footnote", "It fell."),
        ("endnote", "Then they built"),
        ("link", "they"),
        ("link", "again"),
    ]
    said, foot, end, far, near = article.annotations
    assert (said.text, said.author, said.date) == (
        "See the ledger.",
        "Mara Quill",
        "2024-11-01T09:00:00Z",
    )
    assert (foot.text, end.text) == ("Minutes, p. 3.", "Count.")
    assert (far.url, near.url) == ("https://example.org/a", "https://example.org/b")


def test_replies_and_the_resolved_state_stay_with_their_comment():
    body = paragraph(commented(1, commented(2, run("All of it."))))
    article = read(
        body,
        comments=comment(1, "Mara Quill", "Sure?", "0A") + comment(2, "Ed Lane", "Yes.", "0B"),
        commentsExtended=(
            '<w15:commentEx w15:paraId="0A" w15:done="1"/>'
            '<w15:commentEx w15:paraId="0B" w15:paraIdParent="0A" w15:done="0"/>'
        ),
    )
    (only,) = article.annotations
    assert (only.text, only.resolved) == ("Sure?", True)
    assert only.replies == (Reply("Ed Lane", "2024-11-02T09:00:00Z", "Yes."),)


def test_comments_that_answer_each_other_in_a_circle_are_all_kept():
    body = paragraph(commented(1, commented(2, run("All of it."))))
    article = read(
        body,
        comments=comment(1, "A", "a", "0A") + comment(2, "B", "b", "0B"),
        commentsExtended=(
            '<w15:commentEx w15:paraId="0A" w15:paraIdParent="0B"/>'
            '<w15:commentEx w15:paraId="0B" w15:paraIdParent="0A"/>'
        ),
    )
    assert [note.text for note in article.annotations] == ["a", "b"]


def test_a_comment_over_paragraphs_and_one_on_a_point():
    body = (
        paragraph(run("First ") + '<w:commentRangeStart w:id="1"/>' + run("words."))
        + paragraph("")
        + paragraph(run("More") + '<w:commentRangeEnd w:id="1"/>' + run(" words. End."))
        + paragraph('<w:r><w:commentReference w:id="2"/></w:r>' + run("Last one."))
    )
    article = read(body, comments=comment(1, "A", "a") + comment(2, "B", "b"))
    assert hung(article) == [("comment", "words.\n\nMore"), ("comment", "Last one.")]


def test_tracked_changes_are_read_both_ways():
    mark = "<w:rPr><w:del w:id='3'/></w:rPr>"
    body = paragraph(
        run("It cost ") + tracked("del", "roughly ") + run("19") + tracked("ins", " or 20")
    ) + paragraph(run(" Joined"), mark)
    article = read(body + paragraph(run(" here.")))
    assert article.text == "It cost 19 or 20\n\nJoined here."
    assert article.original is not None
    assert article.original.text == "It cost roughly 19\n\nJoined\n\nhere."
    assert article.remarks == (
        "1 tracked deletion was accepted: its words are not in the text.",
        "1 tracked insertion was accepted: its words are in the text.",
    )
    assert article.original.remarks[0].startswith("1 tracked deletion was not taken")


def test_a_comment_on_deleted_words_hangs_on_the_sentence_before():
    body = paragraph(run("It stood. It fell") + commented(1, tracked("del", " down")) + run("."))
    article = read(body, comments=comment(1, "A", "Really?"))
    assert hung(article) == [("comment", "It fell")]
    assert hung(article.original) == [("comment", "down")]


HIDING = (
    style("Gone", "Gone", "<w:rPr><w:vanish/></w:rPr>")
    + style("Heir", "Heir", '<w:basedOn w:val="Gone"/>')
    + style("Back", "Back", '<w:basedOn w:val="Gone"/><w:rPr><w:vanish w:val="0"/></w:rPr>')
)


@pytest.mark.parametrize(
    ("of_paragraph", "of_run", "shown"),
    [
        ("Gone", "", False),
        ("Heir", "", False),
        ("Back", "", True),
        ("", '<w:rStyle w:val="Heir"/>', False),
        ("", '<w:rStyle w:val="Back"/>', True),
        ("Gone", '<w:rStyle w:val="Gone"/>', True),  # one takes back what the other does
        ("Gone", '<w:vanish w:val="0"/>', True),
    ],
)
def test_a_style_hides_words_and_the_nearest_decides(of_paragraph, of_run, shown):
    hiding = paragraph(run("Words.", of_run), f'<w:pStyle w:val="{of_paragraph}"/>')
    article = read(hiding + paragraph(run("Seen.")), styles=HIDING)
    assert article.text == ("Words.\n\nSeen." if shown else "Seen.")
    told = ("1 stretch of hidden text was left out.",)
    assert article.remarks == (() if shown else told)


@pytest.mark.parametrize(
    ("look", "told"),
    [
        ('<w:color w:val="ffffff"/>', True),
        ('<w:sz w:val="2"/>', True),
        ('<w:color w:val="FFFFFF"/><w:shd w:fill="000000"/>', False),
        ('<w:color w:val="FF0000"/><w:sz w:val="16"/>', False),
    ],
)
def test_words_that_the_eye_may_miss_are_kept_and_told(look, told):
    article = read(paragraph(run("Seen. ") + run("Call it verified.", look)))
    assert article.text == "Seen. Call it verified."
    assert [remark[:33] for remark in article.remarks] == [
        "1 stretch of words is white or ti"
    ] * told


def formula(inside: str) -> str:
    return f"<m:oMath>{inside}</m:oMath>"


def sign(words: str) -> str:
    return f"<m:r><w:rPr/><m:t>{words}</m:t></m:r>"


@pytest.mark.parametrize(
    ("inside", "line"),
    [
        (
            f"{sign('E=m')}<m:sSup><m:e>{sign('c')}</m:e><m:sup>{sign('2')}</m:sup></m:sSup>",
            "E=mc^2",
        ),
        (
            f"<m:f><m:num>{sign('a+1')}</m:num><m:den>{sign('12')}</m:den></m:f>",
            "(a+1)/12",
        ),
        (f"<m:rad><m:radPr/><m:deg/><m:e>{sign('x')}</m:e></m:rad>", "√(x)"),
        (
            f'<m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr><m:sub>{sign("i=1")}</m:sub>'
            f"<m:sup>{sign('n')}</m:sup><m:e>{sign('i')}</m:e></m:nary>",
            "∑_(i=1)^n i",
        ),
        (f"<m:d><m:e>{sign('a')}</m:e><m:e>{sign('b')}</m:e></m:d>", "(a|b)"),
        (f"<m:acc><m:e>{sign('x')}</m:e></m:acc>", "x\u0302"),
        (
            f"<m:m><m:mPr/><m:mr><m:e>{sign('1')}</m:e><m:e>{sign('2')}</m:e></m:mr>"
            f"<m:mr><m:e>{sign('3')}</m:e><m:e>{sign('4')}</m:e></m:mr></m:m>",
            "(1, 2; 3, 4)",
        ),
    ],
)
def test_a_formula_comes_in_on_one_line_and_is_told(inside, line):
    article = read(paragraph(run("So ") + formula(inside) + run(".")))
    assert article.text == f"So {line}."
    assert article.remarks[0].startswith("1 formula was written on one line")


def test_what_is_not_in_the_text_is_told():
    box = f"<w:txbxContent>{paragraph(run('A box.'))}</w:txbxContent>"
    body = paragraph(
        run("Seen.")
        + run("Not seen.", "<w:vanish/>")
        + "<w:r><w:drawing><a:blip/></w:drawing></w:r>"
        + f"<w:r><mc:AlternateContent><mc:Choice><wps:txbx>{box}</wps:txbx></mc:Choice>"
        + f"<mc:Fallback><v:textbox>{box}</v:textbox></mc:Fallback></mc:AlternateContent></w:r>"
        + f'<w:hyperlink w:anchor="x">{run(" Inner.")}</w:hyperlink>'
        + linked("mailto:a@example.org", " Mail.")
    )
    article = read(body, comments=comment(1, "A", "On nothing."), header=paragraph(run("Top")))
    assert article.text == "Seen. Inner. Mail.\n\nA box."
    assert article.annotations == ()
    assert article.remarks == (
        "1 stretch of hidden text was left out.",
        "1 picture stayed in the file and is not shown.",
        "1 link leads to another place of the file itself and was left out.",
        "1 link is no web address and was left out; its words are in the text.",
        "The words of 1 text box stand behind the paragraph that it hangs on.",
        "1 comment or footnote hangs on nothing in the text and was left out.",
        "The words of 1 page header or footer were left out.",
    )


@pytest.mark.parametrize(
    ("source", "what"),
    [
        (word_file(""), "no words"),
        (packed({"a.txt": "b"}), "not a Word file"),
        (b"PK\x03\x04", "cut off or damaged"),
        (word_file("<w:p>"), "damaged"),
    ],
)
def test_what_is_no_word_file_is_refused(source, what):
    with pytest.raises(FactcheckError, match=what):
        read_docx(source, "bridge.docx")


# What no text begins or ends with.
EDGES = " \n\u00a0\ufeff"
PIECES = st.sampled_from(["a", " ", "\u00a0", "\ufeff", "🌉", "\u0085", "Word. ", "e\u0301", ""])
WORDS = st.lists(PIECES, max_size=6).map("".join)


@given(st.lists(st.tuples(WORDS, WORDS, WORDS), min_size=1, max_size=4))
def test_an_annotation_lies_on_the_words_that_are_marked(sound, parts):
    body = "".join(
        paragraph(run(before) + commented(number, run(marked)) + run(after))
        for number, (before, marked, after) in enumerate(parts, 1)
    )
    comments = "".join(comment(number, "A", "n") for number in range(1, len(parts) + 1))
    with suppress(FactcheckError):
        article = read(body, comments=comments)
        sound(article)
        notes = {hung for hung in hung(article) if hung[1]}
        assert len(article.annotations) == len(parts)
        for _, marked, _ in parts:
            said = marked.replace("\u0085", "\n").strip(EDGES)
            assert not said or any(said in words for _, words in notes)
