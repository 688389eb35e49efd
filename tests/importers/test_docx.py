import pytest

from factcheck.errors import FactcheckError
from factcheck.importers.docx import read_docx
from tests.wordfiles import (
    comment,
    control,
    field,
    linked,
    packed,
    paragraph,
    read_word,
    run,
    style,
    word_file,
)


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
    article = read_word(body, styles=styles)
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
    article = read_word(paragraph(run("Words.")), styles=f"{languages}</w:docDefaults>")
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
    words = [words for _, _, words in blocks(read_word(body))]
    assert words == ["2023 to 2024\t20", "a\tb"]


def test_content_controls_and_custom_marks_keep_their_words():
    inside = (
        f"<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>{run('inside')}</w:sdtContent></w:sdt>"
    )
    body = paragraph(run("Words ") + inside + f"<w:smartTag>{run(' and more')}</w:smartTag>")
    assert read_word(body).text == "Words inside and more"


def test_content_controls_stand_around_paragraphs_rows_and_cells(blocks):
    cell = f"<w:tc>{paragraph(run('a'))}</w:tc>"
    row = f"<w:tr>{control(cell)}<w:tc>{paragraph(run('b'))}</w:tc></w:tr>"
    body = control(paragraph(run("Words."))) + f"<w:tbl>{control(row)}</w:tbl>"
    assert [words for _, _, words in blocks(read_word(body))] == ["Words.", "a\tb"]


def test_words_that_only_ask_for_some_are_told_and_left_out():
    asking = control(run("Click here to enter text."), "<w:showingPlcHdr/>")
    article = read_word(paragraph(run("Name: ") + asking))
    assert article.text == "Name:"
    assert article.remarks == (
        "1 form field is in the file; only what was filled in is in the text.",
    )


def test_what_a_field_is_told_by_another_field_is_no_part_of_the_text():
    inner = field("begin") + field("separate") + run("told") + field("end")
    body = field("begin") + inner + field("separate") + run("shown") + field("end")
    assert read_word(paragraph(body)).text == "shown"
    assert read_word(
        paragraph(field("begin")) + paragraph(linked("https://x.example", "kept"))
    ).text == ("kept")


def test_signs_that_help_to_read_are_left_out():
    aid = "<w:ruby><w:rt>{}</w:rt><w:rubyBase>{}</w:rubyBase></w:ruby>"
    article = read_word(paragraph(f"<w:r>{aid.format(run('かん'), run('漢'))}</w:r>" + run("字")))
    assert article.text == "漢字"
    assert article.remarks == (
        "1 word has small signs that say how it is read; they were left out.",
    )


def test_files_within_the_draft_are_told():
    article = read_word(paragraph(run("Words.")) + '<w:altChunk r:id="x"/>')
    assert article.remarks == (
        "1 part of the draft is a file of its own in or beside it and was left out.",
    )


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
    article = read_word(body, comments=comment(1, "A", "On nothing."), header=paragraph(run("Top")))
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
