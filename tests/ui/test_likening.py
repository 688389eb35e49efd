"""“Seen before” in the panel: what differs stands first, and nothing is copied without a click."""

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from factcheck.actions.evidence import Source, attach
from factcheck.actions.people import person_called
from factcheck.actions.statements import dismiss, mark
from factcheck.actions.verdicts import judge
from factcheck.domain.ids import ArticleId, StatementId
from factcheck.domain.model import Stance
from factcheck.store import reads
from factcheck.store.reports import detail
from factcheck.ui.dialogs.seen import SeenDialog
from factcheck.ui.statement.seen import SeenCard, SeenSection
from factcheck.ui.window import Window
from tests.making import article
from tests.ui.driving import click, dialog, press

SAID = "The county paid $40.5 million for the ship and two charging quays"
NEVER = "The county never paid $40 million for the ship and two charging quays"


def judged_before(window: Window, text: str, outcome: str = "false") -> StatementId:
    desk = window.session.open_desk()
    mia = person_called(desk, name="Mia Torres")
    where = ArticleId(article(desk, text=text, actor=mia))
    done = mark(desk, actor=mia, article=where, start=0, end=len(text))
    statement = StatementId(done.new("statement"))
    source = Source(note="The accounts, page 12.", title="Accounts")
    attach(desk, actor=mia, statement=statement, source=source, stance=Stance.REFUTES)
    judge(
        desk,
        actor=mia,
        statement=statement,
        outcome=outcome,
        reasoning="The accounts say so.",
        correction="The county paid nothing",
    )
    return statement


@pytest.fixture
def fifth(qtbot: QtBot, sample: Window) -> Window:
    """The sample desk at its fifth statement; two others like it were judged before."""
    judged_before(sample, NEVER)
    judged_before(sample, SAID, "verified")
    for _ in range(5):
        sample.work.go(1)
    qtbot.waitUntil(lambda: len(section(sample).cards) == 2 and section(sample).isVisible())
    return sample


def section(window: Window) -> SeenSection:
    return window.work.panel.seen


def lines(card: SeenCard) -> list[str]:
    return [part.text() for part in card.findChildren(QLabel) if part.isVisibleTo(card)]


def ask(qtbot: QtBot, window: Window, place: int) -> SeenDialog:
    """Open a card by keyboard."""
    press(qtbot, "B", window.work.page.view)
    for _ in range(place):
        press(qtbot, "Tab")
    assert section(window).cards[place].hasFocus()
    press(qtbot, "Return")
    return dialog(qtbot, window, SeenDialog)


def test_the_most_alike_comes_first_and_differences_stand_in_front(fifth: Window) -> None:
    same, other = section(fifth).cards
    assert section(fifth).heading.text() == "Seen before · 2"
    assert lines(same)[0] == "= The same numbers and negations"
    assert lines(other)[:3] == [
        "≠ “$40 million” there, “$40.5 million” here",
        "≠ “never” only there",
        NEVER,
    ]
    assert other.accessibleName() == (
        "≠ “$40 million” there, “$40.5 million” here · ≠ “never” only there · False"
    )
    assert "Mia Torres" in other.accessibleDescription()


def test_it_is_hidden_where_there_is_nothing(qtbot: QtBot, fifth: Window) -> None:
    assert section(fifth).isVisible()
    fifth.work.go(1)
    assert not section(fifth).isVisible()
    with qtbot.waitSignal(section(fifth).shown, raising=False, timeout=400) as waited:
        press(qtbot, "B", fifth.work.page.view)
    assert not waited.signal_triggered
    assert section(fifth).cards == []


def test_an_answer_that_comes_late_is_dropped(qtbot: QtBot, fifth: Window) -> None:
    likening = fifth.work.likening
    likening._look()
    fifth.work.go(1)
    fifth.work.go(-1)
    qtbot.waitUntil(lambda: len(section(fifth).cards) == 2)
    likening._look()
    fifth.work.go(1)
    asked = []
    fifth.work.queue.reader.ask("after", lambda _desk: True, asked.append)
    qtbot.waitUntil(lambda: asked == [True])
    assert section(fifth).cards == []


def test_a_click_shows_all_and_copies_nothing(qtbot: QtBot, fifth: Window) -> None:
    with qtbot.assertNotEmitted(fifth.session.changed):
        fifth.work.panel._area.ensureWidgetVisible(section(fifth).cards[1])
        click(qtbot, section(fifth).cards[1])
        asked = dialog(qtbot, fifth, SeenDialog)
        told = " ".join(part.text() for part in asked.findChildren(QLabel))
        for part in (NEVER, "The accounts say so.", "The county paid nothing", "Accounts"):
            assert part in told
        assert "As checked in “Harbour bridge opens two years late”, statement 1" in told
        asked.reject()


def test_verdict_and_evidence_are_copied_by_keyboard_and_undone_in_one(
    qtbot: QtBot, fifth: Window
) -> None:
    desk, chosen = fifth.session.open_desk(), fifth.work.choice.statement
    before = detail(desk, chosen)
    asked = ask(qtbot, fifth, 0)
    assert (asked.verdict.isChecked(), asked.evidence.isChecked()) == (True, True)
    assert not asked.correction.isChecked()
    press(qtbot, "Ctrl+Return", asked)
    qtbot.waitUntil(lambda: len(fifth.work.panel.evidence.cards) == len(before.citations) + 1)
    copied = detail(desk, chosen)
    assert copied.verdict.outcome == "verified"
    assert copied.verdict.reasoning.startswith("As checked in “Harbour bridge")
    assert copied.verdict.correction == ""
    fifth.activateWindow()
    qtbot.waitUntil(fifth.isActiveWindow)
    press(qtbot, "Ctrl+Z", fifth.work.page.view)
    assert detail(desk, chosen) == before


def test_where_a_number_differs_the_verdict_has_to_be_asked_for(
    qtbot: QtBot, fifth: Window
) -> None:
    asked = ask(qtbot, fifth, 1)
    assert not asked.verdict.isChecked()
    assert not asked.correction.isEnabled()
    for choice in (asked.verdict, asked.correction, asked.evidence):
        press(qtbot, "Space", choice)
    click(qtbot, asked.ok)
    given = reads.standing_verdict(fifth.session.open_desk(), fifth.work.choice.statement)
    assert (given.outcome, given.correction) == ("false", "The county paid nothing")


def test_with_nothing_chosen_nothing_can_be_copied(qtbot: QtBot, fifth: Window) -> None:
    asked = ask(qtbot, fifth, 1)
    press(qtbot, "Space", asked.evidence)
    assert not asked.ok.isEnabled()
    assert asked.missing.text() == "Choose what to copy."
    asked.reject()


def test_no_verdict_can_be_copied_to_what_has_ended(qtbot: QtBot, fifth: Window) -> None:
    fifth.session.do(dismiss, statement=fifth.work.choice.statement, reason="Not a fact.")
    asked = ask(qtbot, fifth, 0)
    assert not asked.verdict.isEnabled()
    assert "dismissed" in asked.verdict.text()
    asked.reject()


def test_it_follows_what_others_judge(qtbot: QtBot, fifth: Window) -> None:
    judged_before(fifth, SAID + " in 2022")
    fifth.session.changed.emit(None)
    qtbot.waitUntil(lambda: len(section(fifth).cards) == 3)
