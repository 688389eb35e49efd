import io
import pickle
import re

import pypdf
import pytest
from pypdfium2 import PdfDocument

from factcheck.domain.model import Block, BlockKind
from factcheck.domain.report_data import Profile
from factcheck.domain.scales import NEWSROOM_STEPS, TRUTH_STEPS
from factcheck.errors import FactcheckError
from factcheck.exporters import pdf, report
from factcheck.exporters.glyphs import Coder, refused
from tests.exporters.building import TEXT, blocks_of, cited, evidence, make_data, statement
from tests.exporters.sample import SECRET, sample_statements


def written(data, profile=Profile.MEMO):
    content, _ = pdf.write(report.build(data, profile))
    return pypdf.PdfReader(io.BytesIO(content))


def text_of(reader):
    return "\n".join(page.extract_text() for page in reader.pages)


@pytest.fixture(scope="module")
def reader():
    return written(make_data(sample_statements()))


def links(reader):
    return [
        (index, reference.get_object())
        for index, page in enumerate(reader.pages)
        for reference in page.get("/Annots", [])
    ]


def fonts(reader):
    for page in reader.pages:
        for font in page["/Resources"]["/Font"].values():
            yield font.get_object()


def test_the_text_stands_in_reading_order(reader):
    text = text_of(reader)
    order = (
        "Lindmouth gets its tram",
        "Reviewed by a second person: 7 of 11",
        "ANNOTATED ARTICLE",
        "voted 14 to 9 on Tuesday ✓1 to build the county’s first tram ?2",
        "STATEMENTS",
        "1 “voted 14 to 9 on Tuesday” ✓ Verified",
        "Ayes 14, noes 9.",
        "8 “Nobody asked the shops” … “Tom Abara” ✗ False",
        "WHAT IS NOT KNOWN",
        "METHOD",
    )
    places = [text.find(words) for words in order]
    assert -1 not in places
    assert places == sorted(places)


def test_overlapping_marks_each_have_their_number_at_their_end(reader):
    text = re.sub(r"\s+", " ", text_of(reader))
    assert "more than planned ✎5, and will carry 3,290 people a day ○6 from 2029" in text
    assert "since the harbour !4” ✓3." in text


def test_it_is_tagged_and_knows_its_title_and_language(reader):
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] == True  # noqa: E712 pypdf has its own boolean
    assert root["/Lang"] == "en"
    assert "pdfuaid:part" in root["/Metadata"].get_data().decode()
    assert reader.metadata.title == "Lindmouth gets its tram"
    assert reader.metadata["/CreationDate"] == "D:20260304133000Z"


def test_bookmarks_lead_to_every_statement_and_source(reader):
    flat = []

    def walk(items, level):
        for item in items:
            if isinstance(item, list):
                walk(item, level + 1)
            else:
                flat.append((level, item.title))

    walk(reader.outline, 0)
    assert [title for level, title in flat if level == 0] == [
        "Annotated article",
        "Statements",
        "What is not known",
        "Method",
    ]
    assert (1, "1 “voted 14 to 9 on Tuesday” ✓ Verified") in flat
    assert (2, "Supports · Confidential source") in flat
    assert any("电车对城市有好处" in title for _, title in flat)


def test_links_go_both_ways_and_to_the_web(reader):
    inside = [(page, link["/Dest"]) for page, link in links(reader) if "/Dest" in link]
    page_of = {page.indirect_reference.idnum: i for i, page in enumerate(reader.pages)}
    ways = {(page, page_of[dest[0].idnum]) for page, dest in inside}
    assert (0, 1) in ways
    assert (1, 0) in ways
    web = {link["/A"]["/URI"] for _, link in links(reader) if "/A" in link}
    assert web == {
        "https://courier.example/2026/tram?from=front_page",
        "https://lindmouth.example/council/minutes/2026-03-03.pdf?copy=1&signed=yes",
    }


def test_a_jump_lands_at_its_card(sample):
    """The link over the first highlight leads to just above the words on the first card."""
    content, _ = pdf.write(report.build(sample, Profile.MEMO))
    reader = pypdf.PdfReader(io.BytesIO(content))
    first = next(link for _, link in links(reader) if "/Dest" in link)
    page = PdfDocument(content)[0].get_textpage()
    found = page.search("“voted 14 to 9")
    card, _ = found.get_next()
    _, _, _, top = page.get_charbox(card)
    assert 0 <= float(first["/Dest"][3]) - top < 30


def test_all_fonts_are_embedded(reader):
    found = list(fonts(reader))
    assert len(found) > 3
    for font in found:
        if font["/Subtype"] == "/Type3":
            continue  # drawn inside the file
        descriptor = font["/DescendantFonts"][0]["/FontDescriptor"]
        assert {"/FontFile", "/FontFile2", "/FontFile3"} & set(descriptor)


def test_pages_are_numbered(reader):
    total = len(reader.pages)
    assert total >= 3
    for number, page in enumerate(reader.pages, 1):
        assert f"{number} / {total}" in page.extract_text()


def test_the_same_report_gives_the_same_bytes_also_through_a_pickle(sample):
    built = report.build(sample, Profile.INTERNAL)
    assert pdf.write(built) == pickle.loads(pickle.dumps(pdf.write))(
        pickle.loads(pickle.dumps(built))
    )


@pytest.mark.parametrize("profile", [Profile.MEMO, Profile.PUBLISH])
def test_a_secret_is_nowhere_not_even_in_streams_or_metadata(sample, profile):
    reader = written(sample, profile)
    everything = [text_of(reader), str(reader.metadata), repr(reader.outline)]
    for number in range(1, len(reader.xref_objStm) + len(reader.xref.get(0, {})) + 1):
        content = reader.get_object(number)
        everything.append(repr(content))
        if hasattr(content, "get_data"):
            everything.append(content.get_data().decode("latin-1"))
    for words in (SECRET, "Ask the clerk", "wants the tram built", "16 months"):
        assert not [content for content in everything if words in content]


def test_the_secret_is_there_for_the_desk(sample):
    assert SECRET in text_of(written(sample, Profile.INTERNAL))


def test_user_text_is_never_typst_markup():
    hostile = '#panic("x") *b* $x$ _i_ <l> @r `c` \\ // /* = h'
    reader = written(make_data([], text=hostile, blocks=(), title=hostile))
    assert reader.metadata.title == hostile
    assert text_of(reader).count(hostile) >= 2


def test_a_character_without_a_glyph_is_told_and_shown_as_its_code():
    text = "The sign \ue123 and the letters \U000e1000\u0378 stand here."
    content, remarks = pdf.write(
        report.build(
            make_data([statement(1, text, "\u0378 stand")], text=text, blocks=()), Profile.MEMO
        )
    )
    shown = text_of(pypdf.PdfReader(io.BytesIO(content)))
    assert "‹U+E123›" in shown
    assert "‹U+0378›" in shown
    assert "‹U+E1000›" in shown
    [remark] = remarks
    assert "U+0378, U+E123, U+E1000" in remark


def test_a_report_that_every_font_can_show_needs_no_remark(sample):
    assert pdf.write(report.build(sample, Profile.MEMO))[1] == ()


def test_a_group_of_characters_is_coded_but_for_its_plain_letters():
    coder = Coder()
    assert coder.learn({"a\u0378"})
    assert not coder.learn({"a\u0378"})
    assert coder.coded("a\u0378 a") == "a‹U+0378› a"


def test_typst_s_error_is_read():
    told = 'error: PDF/UA-1 error: the text `"\\u{378}\\""` could not …\n codepoint `"\\u{feff}"`'
    assert refused(told) == {'\u0378"', "\ufeff"}


def test_a_report_in_latin_letters_with_every_symbol_needs_no_font_of_the_machine():
    text = "One two three four five six seven eight. " + "".join(s.symbol for s in TRUTH_STEPS)
    words = text.split()[:8]
    judged = [
        statement(number, text, word, outcome=step.code, reasoning=f"{step.symbol} ↑ ‹›")
        for number, (word, step) in enumerate(zip(words, NEWSROOM_STEPS, strict=False), 1)
    ]
    blocks = blocks_of([(BlockKind.PARAGRAPH, text)])
    data = make_data([*judged, statement(8, text, "eight")], text=text, blocks=blocks)
    content, remarks = pdf.write(report.build(data, Profile.INTERNAL))
    used = {
        str(font["/BaseFont"]).partition("+")[2]
        for font in fonts(pypdf.PdfReader(io.BytesIO(content)))
    }
    assert remarks == ()
    assert "FactcheckSymbols-Regular" in used
    assert [name for name in used if not name.startswith("Factcheck")] == []


def first_box(content, words):
    """Return left and right of the first place of some words on the first page, in points."""
    page = PdfDocument(content)[0].get_textpage()
    start, _ = page.search(words).get_next()
    left, _, right, _ = page.get_charbox(start)
    return left, right


def test_each_paragraph_runs_from_the_side_of_its_script():
    text = "صوت المجلس\n\nOtherwise English"
    blocks = blocks_of((BlockKind.PARAGRAPH, words) for words in text.split("\n\n"))
    data = make_data([], text=text, blocks=blocks, language="ar")
    content, _ = pdf.write(report.build(data, Profile.MEMO))
    page_width, margin = 595.3, 49
    assert first_box(content, "صوت")[1] > page_width - margin - 30
    assert first_box(content, "Otherwise")[0] < margin + 2


def test_a_word_longer_than_a_line_breaks_and_a_hash_does_not(sample):
    text = "x" * 500
    shown = text_of(written(make_data([], text=text, blocks=())))
    assert re.sub(r"[\s\u200b]", "", shown).count(text) == 1
    assert sample.revision.text_sha256 in text_of(written(sample))


def test_a_lost_statement_is_an_error(sample, monkeypatch):
    honest = pdf._data

    def losing(built):
        data = honest(built)
        data["unknowns"] = []
        data["cards"] = data["cards"][:-1]
        last = built.cards[-1].number
        for block in data["article"]:
            for piece in block["pieces"]:
                piece["covers"] = [c for c in piece["covers"] if c["number"] != last]
                piece["ends"] = [e for e in piece["ends"] if e["number"] != last]
        return data

    monkeypatch.setattr(pdf, "_data", losing)
    with pytest.raises(
        FactcheckError, match="should hold 11 statements and 7 notes, but the file holds 10"
    ):
        pdf.write(report.build(sample, Profile.MEMO))


def test_a_lost_note_is_an_error(sample, monkeypatch):
    honest = pdf._data

    def losing(built):
        data = honest(built)
        data["cards"][0]["sources"] = []
        return data

    monkeypatch.setattr(pdf, "_data", losing)
    with pytest.raises(FactcheckError, match="holds 11 and 5"):
        pdf.write(report.build(sample, Profile.MEMO))


def test_what_typst_cannot_set_is_told(sample, monkeypatch):
    monkeypatch.setattr(pdf, "_data", lambda built: {})
    with pytest.raises(FactcheckError, match="could not be set"):
        pdf.write(report.build(sample, Profile.MEMO))


def big_data():
    paragraph = " ".join(f"word{i}" for i in range(100))
    text = "\n\n".join(f"{paragraph} claim{i:03} tail{i:03}" for i in range(100))
    blocks, at = [], 0
    for words in text.split("\n\n"):
        blocks.append(Block(BlockKind.PARAGRAPH, at, at + len(words)))
        at += len(words) + 2
    source = evidence("Yearbook", url="https://books.example/yearbook")
    outcomes = ("verified", "fix", "context", "unproven", "false")
    statements = [
        statement(
            i + 1,
            text,
            (f"claim{i // 3:03}", f"tail{i // 3:03}", f"word99 claim{i // 3:03} tail{i // 3:03}")[
                i % 3
            ],
            outcome=outcomes[i % 5],
            reasoning="The yearbook has it on the page named, in the second table. " * 3,
            citations=[cited(source, place=f"p. {i}", excerpt="A line of the table.")],
        )
        for i in range(300)
    ]
    return make_data(statements, text=text, blocks=tuple(blocks))


def test_three_hundred_statements_in_ten_thousand_words():
    reader = written(big_data())
    assert len(reader.pages) > 30
    assert "tail099" in text_of(reader)
    inside = [link for _, link in links(reader) if "/Dest" in link]
    assert len(inside) >= 900


def test_text_without_blocks_is_set(sample):
    reader = written(make_data([], text=TEXT, blocks=()))
    assert "Every tram will be electric" in text_of(reader)
