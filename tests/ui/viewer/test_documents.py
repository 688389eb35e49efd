"""The text of a document as a source: its blocks are places, nothing in it is set or run."""

import pytest
from PySide6.QtGui import QFont
from pytestqt.qtbot import QtBot

from factcheck.domain.imported import CapturedText
from factcheck.domain.locators import LocatorKind
from factcheck.domain.model import Block, BlockKind
from factcheck.ui.viewer.content import MOST_LINES
from tests.hostile import corpus
from tests.hostile.case import WORDS
from tests.hostile.test_fuzz import GOOD, PARTS
from tests.ui.driving import click, press, type_text
from tests.ui.viewer.test_text import select, tinted
from tests.wordfiles import paragraph, run, style, word_file

WORD = word_file(
    paragraph(run("Minutes"), '<w:pStyle w:val="Heading1"/>')
    + paragraph(run("The bridge was late."))
    + paragraph(run("Nobody saw the ledger.")),
    styles=style("Heading1", "heading 1"),
)
SPOKEN = b"""1
00:00:04,000 --> 00:00:09,000
Good evening.

2
01:02:05,500 --> 01:02:09,000
The bridge was late.
"""
PAGED = CapturedText(
    "Minutes\n\nThe bridge was late.",
    (
        Block(BlockKind.HEADING, 0, 7, 1, "p. iii", 2),
        Block(BlockKind.PARAGRAPH, 9, 29, 0, "p. iv", 3),
    ),
    ("1 picture was left out.",),
    "factcheck 1",
)


def test_a_word_file_is_shown_as_text(qtbot: QtBot, look, citation) -> None:
    viewer = look(WORD, "minutes.docx")
    assert viewer.text.shown == "Minutes\n\nThe bridge was late.\n\nNobody saw the ledger."
    assert viewer.text.hasFocus()
    heading, plain = (viewer.text.document().find(words) for words in ("Minutes", "bridge"))
    assert heading.charFormat().fontWeight() == QFont.Weight.DemiBold
    assert plain.charFormat().fontWeight() != QFont.Weight.DemiBold
    select(viewer, "the ledger")
    click(qtbot, viewer.take)
    kept = citation()
    assert (kept.excerpt, kept.locator_kind, kept.locator) == (
        "the ledger",
        LocatorKind.PARAGRAPH,
        "3",
    )
    assert tinted(viewer, "#fbeacb") == ["the ledger"]


@pytest.mark.parametrize("suffix", [s for s in (*GOOD, *PARTS) if s != ".pdf"])
def test_every_kind_of_document_is_shown_as_text(look, suffix: str) -> None:
    content = corpus.packed(*PARTS[suffix]()) if suffix in PARTS else GOOD[suffix]()
    viewer = look(content, f"a{suffix}", excerpt=WORDS)
    assert WORDS in viewer.text.shown
    assert viewer.text.isVisible()
    assert tinted(viewer, "#fbeacb") == [WORDS]


def test_words_are_found_in_it(qtbot: QtBot, look) -> None:
    viewer = look(WORD, "minutes.docx")
    press(qtbot, "Ctrl+F")
    type_text(qtbot, "ledger")
    assert viewer.searching.bar.said() == "1 of 1"
    assert viewer.text.textCursor().selectedText() == "ledger"


def test_words_of_a_transcript_stand_at_their_time(qtbot: QtBot, look, citation) -> None:
    viewer = look(SPOKEN, "council.srt")
    assert viewer.where.text() == "0:04"
    press(qtbot, "Ctrl+End", viewer.text)
    assert viewer.where.text() == "1:02:05"
    select(viewer, "late")
    click(qtbot, viewer.take)
    kept = citation()
    assert (kept.excerpt, kept.locator_kind, kept.locator) == (
        "late",
        LocatorKind.TIMECODE,
        "1:02:05",
    )
    assert viewer.remark.text() == "Kept as the excerpt, 1:02:05."


def test_words_of_a_document_with_pages_stand_on_theirs(qtbot: QtBot, look, citation) -> None:
    viewer = look(b"kept bytes", "minutes.bin", PAGED)
    assert viewer.text.shown == PAGED.text
    assert viewer.remark.text() == "1 picture was left out."
    select(viewer, "late")
    click(qtbot, viewer.take)
    kept = citation()
    assert (kept.locator_kind, kept.locator, kept.page_index) == (LocatorKind.PAGE, "iv", 3)


def test_it_opens_at_its_excerpt_or_else_at_its_place(look) -> None:
    long = "\n\n".join(f"Paragraph {number} of the minutes." for number in range(400))
    start = long.index("Paragraph 390")
    blocks = (Block(BlockKind.PARAGRAPH, start, start + 20, 0, "p. 40", 39),)
    read = CapturedText(long, blocks, (), "factcheck 1")
    viewer = look(b"kept bytes", "minutes.bin", read, excerpt="Paragraph 200 of")
    assert viewer.text.place()[0] == long.index("Paragraph 200")
    assert tinted(viewer, "#fbeacb") == ["Paragraph 200 of"]
    viewer.close()
    viewer = look(b"kept bytes", "minutes.bin", read, locator="p. 40")
    assert viewer.text.place() == (start, start)


def test_of_very_many_lines_the_first_are_shown(look) -> None:
    read = CapturedText("line\n" * (MOST_LINES + 10), (), (), "factcheck 1")
    viewer = look(b"kept bytes", "long.bin", read)
    assert viewer.text.shown.count("line") == MOST_LINES + 1
    assert viewer.text.document().blockCount() == MOST_LINES + 1
    assert viewer.remark.text() == "This is the beginning. Save a copy to see all of it."


def test_a_page_is_never_set(look) -> None:
    words = "".join(f"<p>The council met on day {day} and agreed.</p>" for day in range(9))
    page = f"<html><body><article><h1>Bridge</h1>{words}<img src=x></article></body></html>"
    viewer = look(page.encode(), "page.html")
    assert viewer.text.shown.startswith("Bridge\n\nThe council met on day 0 and agreed.\n\n")


@pytest.mark.parametrize("read_before", [True, False])
def test_what_can_t_be_read_says_why(look, read_before: bool) -> None:
    why = "No text could be read: This file is not text."
    text = CapturedText("", (), (why,), "factcheck 1") if read_before else None
    viewer = look(b"MZ\0", "run.exe", text)
    assert not viewer.text.isVisible()
    assert viewer.remark.text() == f"{why} Save a copy and open it where you trust it."
