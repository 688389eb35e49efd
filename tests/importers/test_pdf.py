import pytest

from factcheck.errors import FactcheckError
from factcheck.importers.pdf import read_pdf
from tests import pdfs

WORDS = (
    "The council met on Tuesday and agreed on the new bridge after a debate of six hours. "
    "It will carry cars and trams from the old harbour to the new town, which has grown by a third "
    "since the mill closed, and it costs far more than anybody had planned before the election. "
)


def read(body: str, setting: str = ""):
    head = f"#set page(width: 300pt, height: 400pt, margin: 50pt{setting})\n#set text(size: 10pt)\n"
    return read_pdf(pdfs.typeset(head + body), "bridge.pdf")


def words_of(article) -> list[tuple[str, str]]:
    return [(b.kind.value, article.text[b.start : b.end]) for b in article.blocks]


def test_paragraphs_headings_lists_and_pages(blocks, sound):
    article = read(
        '#set document(title: "The bridge", author: "Mara Quill", date: datetime(year: 2024, '
        "month: 11, day: 5))\n"
        f"= The bridge\n{WORDS}\n\nNobody was hurt.\n\n== What was done\n- bearings\n- rivets\n\n"
        f"{WORDS}\n#pagebreak()\nThe end."
    )
    sound(article)
    assert blocks(article) == [
        ("heading", 1, "The bridge"),
        ("paragraph", 0, WORDS.strip()),
        ("paragraph", 0, "Nobody was hurt."),
        ("heading", 2, "What was done"),
        ("list item", 0, "bearings"),
        ("list item", 0, "rivets"),
        ("paragraph", 0, WORDS.strip()),
        ("paragraph", 0, "The end."),
    ]
    assert [(block.place, block.page_index) for block in article.blocks][-2:] == [
        ("p. 1", 0),
        ("p. 2", 1),
    ]
    assert (article.title, article.byline) == ("The bridge", "Mara Quill")
    assert article.media_type == "application/pdf"
    offered = [(each.text, each.source) for each in article.proposals if each.field == "published"]
    assert ("2024-11-05", "file properties: created, file properties: last changed") in offered


def test_indents_part_paragraphs_too():
    setting = (
        "#set par(first-line-indent: (amount: 1.5em, all: true), spacing: 0.65em, justify: true)\n"
    )
    article = read(f"{setting}{WORDS}\n\n{WORDS}")
    assert [words for _, words in words_of(article)] == [WORDS.strip()] * 2


def test_words_go_on_over_columns_pages_and_footnotes():
    article = read(
        "#set par(justify: true)\n#set text(hyphenate: true)\n"
        f"Before.#footnote[Minutes of the council.]\n\n{WORDS * 5}",
        ", columns: 2",
    )
    assert words_of(article) == [("paragraph", "Before."), ("paragraph", (WORDS * 5).strip())]


def test_notes_hang_where_their_marks_stand_and_no_number_grows_by_one():
    article = read(
        "It cost 2,030#footnote[“Ledger”, p. 2.] euros.#footnote[Minutes of the council,\n"
        "kept in the archive of the harbour since May.] Area: 40 m#super[2], H#sub[2]O.\n\n"
        f"Odd#super[9]. {WORDS}"
    )
    assert article.text == f"It cost 2,030 euros. Area: 40 m2, H2O.\n\nOdd9. {WORDS}".strip()
    hung = [(article.text[n.start : n.end], n.kind.value, n.text) for n in article.annotations]
    assert hung == [
        ("It cost 2,030", "footnote", "“Ledger”, p. 2."),
        (
            "It cost 2,030 euros.",
            "footnote",
            "Minutes of the council, kept in the archive of the harbour since May.",
        ),
    ]


def test_a_note_without_a_mark_stays_in_the_text():
    small = pdfs.lines((20, 250, WORDS[:60]), (20, 238, WORDS[:60]), (20, 40, "1 Minutes.", 7))
    assert words_of(read_pdf(small, "a.pdf"))[-1] == ("paragraph", "1 Minutes.")


def test_a_word_that_was_broken_is_whole_and_keeps_a_hyphen_of_its_own():
    article = read_pdf(pdfs.report(), "report.pdf")
    assert "by a representative of the administration." in article.text
    assert "COVID-19 and the 2019-20 budget 😀 were well-known" in article.text
    assert [block.place for block in article.blocks][:3] == ["p. i", "p. i", "p. 1"]
    parted = pdfs.lines(
        (50, 250, "It is a well-"), (50, 238, "known fact."), (50, 200, "Yes, well-known.")
    )
    assert words_of(read_pdf(parted, "a.pdf"))[0] == ("paragraph", "It is a well-known fact.")
    of_three = pdfs.lines((50, 250, "They are well-"), (50, 238, "to-do. A well-to-do man."))
    read_so = ("paragraph", "They are well-to-do. A well-to-do man.")
    assert words_of(read_pdf(of_three, "a.pdf")) == [read_so]
    to_the_end = pdfs.lines((50, 250, "They are well-to-"), (50, 238, "do. A well-to-do man."))
    assert words_of(read_pdf(to_the_end, "a.pdf")) == [read_so]


def test_what_repeats_at_the_edges_is_left_out_and_told():
    pages = f"#pagebreak()\n{WORDS}\n" * 3
    article = read(
        f"{WORDS}{pages}", ', header: [The Daily Gazette], numbering: "1 of 1", number-align: right'
    )
    assert "Gazette" not in article.text
    assert [words for _, words in words_of(article)] == [WORDS.strip()] * 4
    assert "8 lines were left out as page headers, footers or page numbers" in " ".join(
        article.remarks
    )
    assert "“The Daily Gazette”, “1 of 4”" in " ".join(article.remarks)


def test_a_line_that_is_alone_at_the_edge_stays():
    article = read(f"#place(top, dy: -30pt)[Only here]\n{WORDS}")
    assert "Only here" in article.text


def test_columns_written_across_are_read_down():
    left, right = WORDS.split()[:20], WORDS.split()[20:40]
    rows = [
        (x, 250 - 12 * at, " ".join(words[at * 4 : at * 4 + 4]))
        for at in range(5)
        for x, words in ((20, left), (170, right))
    ]
    article = read_pdf(pdfs.lines(*rows), "a.pdf")
    assert " ".join(article.text.split()) == " ".join(left + right)


def test_rows_of_a_table_keep_their_cells():
    article = read(
        "#table(columns: 3, stroke: none, column-gutter: 3em, [Year], [Cost], [Cars], "
        "[2023], [20], [3,290])"
    )
    assert [words for _, words in words_of(article)] == ["Year\tCost\tCars", "2023\t20\t3,290"]


def test_links_hang_on_their_words_also_over_two_lines():
    article = read(
        f'{WORDS} It was #link("https://council.example/b")[agreed by the whole of the council '
        'without anybody being against it] and #link("mailto:a@b.example")[written] down.'
    )
    assert [(article.text[n.start : n.end], n.url) for n in article.annotations] == [
        (
            "agreed by the whole of the council without anybody being against it",
            "https://council.example/b",
        )
    ]
    assert "1 link is no web address" in " ".join(article.remarks)


def test_a_large_initial_belongs_to_its_word():
    article = read_pdf(
        pdfs.lines((20, 250, "T", 36), (45, 262, "he council met"), (45, 250, "on Tuesday")),
        "a.pdf",
    )
    assert words_of(article)[0] == ("paragraph", "The council met on Tuesday")


def test_a_turned_page_is_read_as_it_is_shown():
    article = read(f"{WORDS}\n#set page(flipped: true)\n#rotate(0deg)[{WORDS}]")
    assert [words for _, words in words_of(article)] == [WORDS.strip()] * 2


def test_a_page_without_text_is_told():
    article = read(f"{WORDS}\n#pagebreak()\n#rect()\n#pagebreak()\nEnd.")
    assert "Page 2 has no text layer" in " ".join(article.remarks)
    assert [block.page_index for block in article.blocks] == [0, 2]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "damaged"),
        (pdfs.plain(b""), "pages are pictures"),
        (pdfs.locked(), "password"),
        (pdfs.pageless(), "no pages"),
    ],
)
def test_what_cannot_be_read_is_refused(content, told):
    with pytest.raises(FactcheckError, match=told) as caught:
        read_pdf(content, "a.pdf")
    assert caught.value.hint
