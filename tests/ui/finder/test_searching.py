"""What is on the desk, found while one types, and opened where it is."""

from itertools import product
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from factcheck.actions.evidence import Source, attach
from factcheck.actions.readings import read_text
from factcheck.actions.statements import mark
from factcheck.domain.queues import Order, View
from factcheck.store import lists
from factcheck.store.desk import Desk
from factcheck.store.reports import detail
from factcheck.ui.finder.entries import Entry
from factcheck.ui.finder.found import FEW
from factcheck.ui.finder.lines import ENTRY
from factcheck.ui.finder.palette import PaletteList
from factcheck.ui.palette import LIGHT
from factcheck.ui.queue.reader import Reader
from factcheck.ui.viewer.window import ViewerWindow
from factcheck.ui.window import Window
from tests import pdfs
from tests.making import article
from tests.ui.driving import dialog, press, type_text
from tests.wordfiles import paragraph, run, word_file


def popup(window: Window) -> PaletteList:
    return window.work.finder.popup


def look_for(qtbot: QtBot, window: Window, text: str) -> None:
    press(qtbot, "Ctrl+K", QApplication.focusWidget() or window)
    type_text(qtbot, text)
    qtbot.waitUntil(lambda: not window.work.finder.waiting)


def group(window: Window, heading: str) -> list[Entry]:
    """Return the entries under a heading."""
    shown = popup(window).list
    found: list[Entry] = []
    under = False
    for row in range(shown.count()):
        entry = shown.item(row).data(ENTRY)
        if entry is None:
            under = shown.item(row).text() == heading
        elif under:
            found.append(entry)
    return found


def choose(qtbot: QtBot, window: Window, entry: Entry) -> None:
    """Walk to an entry and take it."""
    for _ in range(popup(window).list.count()):
        if popup(window).chosen() == entry:
            break
        press(qtbot, "Down")
    assert popup(window).chosen() == entry
    press(qtbot, "Return")


def test_what_was_found_is_lit(qtbot: QtBot, sample: Window) -> None:
    look_for(qtbot, sample, "shipyard prof")
    entry = group(sample, "Articles")[0]
    assert entry.below is not None
    text = entry.below.text
    assert [text[start:end] for start, end in entry.below.places] == ["shipyard", "profit"]
    assert text.startswith("Text: ")


def test_what_was_found_is_in_sight_however_little_room_there_is(
    qtbot: QtBot, sample: Window
) -> None:
    statement = "The cost of the new bridge, which opened in May, rose by a third, and then fell"
    desk = sample.session.open_desk()
    where = article(desk, f"{statement} sharply.")
    sample.session.do(mark, article=where, start=0, end=len(statement))
    look_for(qtbot, sample, "fell")
    (entry,) = group(sample, "Statements")
    shown = popup(sample).list
    rect = next(
        shown.visualItemRect(shown.item(row))
        for row in range(shown.count())
        if shown.item(row).data(ENTRY) == entry
    )
    image = shown.viewport().grab(rect).toImage()
    places = product(range(image.width()), range(image.height()))
    assert LIGHT.found in {image.pixelColor(*place).name() for place in places}


def test_a_statement_found_by_its_reasoning_is_opened(qtbot: QtBot, sample: Window) -> None:
    rows = lists.statement_rows(sample.session.open_desk())
    row = next(row for row in rows if row.reasoning and len(row.reasoning.split()) > 4)
    sample.work.show_articles()
    look_for(qtbot, sample, '"' + " ".join(row.reasoning.split()[:4]))
    (entry,) = group(sample, "Statements")
    assert entry.below is not None
    assert entry.below.text.startswith("Reasoning: ")
    choose(qtbot, sample, entry)
    assert sample.work.choice.statement == row.id
    assert sample.pages.currentWidget() is sample.work.page


def test_words_of_an_article_are_found_in_it(qtbot: QtBot, sample: Window) -> None:
    sample.work.show_articles()
    look_for(qtbot, sample, "helicopt")
    (entry,) = group(sample, "Articles")
    choose(qtbot, sample, entry)
    page = sample.work.page
    assert sample.pages.currentWidget() is page
    assert page.finding.bar.isVisible()
    start, end = page.view.selected_span()
    assert page.text[start:end] == "helicopter"


def test_a_source_is_opened_at_its_card(qtbot: QtBot, sample: Window) -> None:
    sample.work.show_articles()
    look_for(qtbot, sample, "fares")
    (entry,) = group(sample, "Evidence")
    choose(qtbot, sample, entry)
    statement = sample.work.choice.statement
    assert statement is not None
    cards = [card for card in sample.work.panel.evidence.cards if card.hasFocus()]
    cited = detail(sample.session.open_desk(), statement).citations
    titles = {each.citation.id: each.evidence.title for each in cited}
    assert [titles[card.id] for card in cards] == [entry.text]
    qtbot.waitUntil(lambda: not cards[0].visibleRegion().isEmpty())


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("minutes.docx", word_file(paragraph(run("First.")) + paragraph(run("A zebrafish swam.")))),
        ("minutes.pdf", pdfs.lines((72, 200, "A zebrafish swam."))),
    ],
)
def test_what_was_found_in_a_copy_is_shown_in_it(
    qtbot: QtBot, sample: Window, tmp_path: Path, name: str, content: bytes
) -> None:
    sample.work.go_to_open()
    text = read_text(tmp_path, content, name)
    source = Source(file_name=name, content=content, text=text)
    sample.session.do(attach, statement=sample.work.choice.statement, source=source)
    sample.work.show_articles()
    look_for(qtbot, sample, "zebrafi")
    (entry,) = group(sample, "Evidence")
    assert entry.below.text.startswith("Kept copy: ")
    choose(qtbot, sample, entry)
    viewer = dialog(qtbot, sample, ViewerWindow)
    qtbot.waitUntil(lambda: viewer.searching.bar.said() == "1 of 1")
    qtbot.waitUntil(lambda: viewer.chosen()["excerpt"] == "zebrafish")


def test_all_statements_are_shown_in_the_queue(qtbot: QtBot, sample: Window) -> None:
    look_for(qtbot, sample, "kind:number")
    found = group(sample, "Statements")
    rows = [r for r in lists.statement_rows(sample.session.open_desk()) if r.kind == "number"]
    assert len(found) == FEW + 1
    assert found[-1].text == f"All {len(rows)}…"
    choose(qtbot, sample, found[-1])
    assert sample.pages.currentWidget() is sample.work.queue.list
    view = View(text="kind:number", order=Order.AGE, descending=True)
    assert sample.work.queue.view == view


def test_more_sources_are_shown_where_they_were_found(qtbot: QtBot, sample: Window) -> None:
    look_for(qtbot, sample, "example")
    found = group(sample, "Evidence")
    assert len(found) == FEW + 1
    choose(qtbot, sample, found[-1])
    qtbot.waitUntil(lambda: not sample.work.finder.waiting)
    assert popup(sample).isVisible()
    assert len(group(sample, "Evidence")) == int(found[-1].text.split()[1].rstrip("…"))


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("claim:x", "There is no operator “claim:”."),
        ("-ship", "This says only what must not be there"),
        ("person:Nobody", "Nobody is called “nobody”."),
        ("zebrafish", "Nothing was found."),
    ],
)
def test_what_can_t_be_found_is_said_in_a_quiet_line(
    qtbot: QtBot, sample: Window, typed: str, said: str
) -> None:
    look_for(qtbot, sample, typed)
    assert popup(sample).remark.isVisible()
    assert popup(sample).remark.text().startswith(said)
    assert sample.message.isHidden()


def test_operators_are_no_letters_of_commands(qtbot: QtBot, sample: Window) -> None:
    sample.work.go(1)
    look_for(qtbot, sample, "verdict")
    assert group(sample, "Commands")
    type_text(qtbot, ":fix")
    qtbot.waitUntil(lambda: not sample.work.finder.waiting)
    assert group(sample, "Commands") == []
    assert group(sample, "Statements")


def test_return_waits_for_what_is_still_looked_for(qtbot: QtBot, sample: Window) -> None:
    sample.work.show_articles()
    press(qtbot, "Ctrl+K", QApplication.focusWidget() or sample)
    type_text(qtbot, "3,290")
    assert sample.work.finder.waiting
    press(qtbot, "Return")
    qtbot.waitUntil(lambda: sample.work.choice.statement is not None)
    assert not popup(sample).isVisible()


def test_escape_before_the_answer_leaves_all_as_it_was(qtbot: QtBot, sample: Window) -> None:
    sample.work.show_articles()
    press(qtbot, "Ctrl+K", QApplication.focusWidget() or sample)
    type_text(qtbot, "3,290")
    press(qtbot, "Return")
    press(qtbot, "Escape")
    look_for(qtbot, sample, "zebrafish")
    assert sample.work.choice.statement is None
    assert group(sample, "Statements") == []


def test_a_line_that_one_moved_to_stays_chosen(qtbot: QtBot, sample: Window) -> None:
    look_for(qtbot, sample, "the")
    type_text(qtbot, " ")
    assert sample.work.finder.waiting
    press(qtbot, "Down")
    chosen = popup(sample).chosen()
    assert chosen is not None
    qtbot.waitUntil(lambda: not sample.work.finder.waiting)
    now = popup(sample).chosen()
    assert now is not None
    assert (now.text, now.aside) == (chosen.text, chosen.aside)


def test_the_next_key_breaks_off_what_is_under_way(qtbot: QtBot, sample: Window) -> None:
    for_ever = (
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
    )
    reader = Reader(sample.session, sample)
    begun = Event()
    answers: list[object] = []

    def ask_for_ever(desk: Desk) -> object:
        desk.db.conn.set_progress_handler(begun.set, 1000)
        return desk.db.execute(for_ever).fetchone()

    reader.ask("search", ask_for_ever, answers.append)
    assert begun.wait(10)
    reader.ask("search", lambda desk: desk.row().name, answers.append)
    qtbot.waitUntil(lambda: answers == ["sample"])
    reader.close()


def test_no_empty_list_flashes_up_while_the_desk_is_searched(qtbot: QtBot, sample: Window) -> None:
    finder = sample.work.finder
    press(qtbot, "Ctrl+K", QApplication.focusWidget() or sample)
    type_text(qtbot, "islanders under eighteen")
    if finder.waiting:
        assert popup(sample).isHidden() or popup(sample).list.count()
    qtbot.waitUntil(lambda: not finder.waiting)
    assert popup(sample).isVisible()
    assert group(sample, "Statements")
