"""What is said of a source is changed from its card, and the source taken from the statement."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from factcheck.actions.evidence import Source, attach
from factcheck.domain.locators import LocatorKind
from factcheck.domain.model import Stance
from factcheck.store import reads, reports
from factcheck.ui.dialogs.citation import CitationDialog
from factcheck.ui.statement.evidence import EvidenceCard
from factcheck.ui.viewer.window import ViewerWindow
from factcheck.ui.widgets import ElidedLabel, Pill
from factcheck.ui.window import Window
from tests.ui.driving import click, dialog, press, type_text
from tests.ui.test_names import nameless


@pytest.fixture
def card(sample: Window) -> EvidenceCard:
    """The last of two cards of a statement."""
    sample.work.choice.show_statement(None)
    sample.work.go_to_open()
    for number in (1, 2):
        sample.session.do(
            attach,
            statement=sample.work.choice.statement,
            source=Source(note=f"Rang the office {number}.", confidential=True),
            excerpt="They said no.",
            locator="p. 3",
            note="Ask again.",
        )
    return sample.work.panel.evidence.cards[-1]


def last(sample: Window):
    detail = reports.detail(sample.session.open_desk(), sample.work.choice.statement)
    return detail.citations[-1].citation


def test_a_card_says_what_is_confidential_and_what_was_noted(card: EvidenceCard) -> None:
    assert "confidential" in [pill.text() for pill in card.findChildren(Pill)]
    assert "Note: Ask again." in [each.whole() for each in card.findChildren(ElidedLabel)]
    assert "confidential" in card.accessibleDescription()
    assert "Ask again." in card.accessibleDescription()


def test_all_is_edited_by_keyboard_in_one_step(
    qtbot: QtBot, sample: Window, card: EvidenceCard
) -> None:
    card.setFocus()
    press(qtbot, "Shift+E")
    asked = dialog(qtbot, sample, CitationDialog)
    assert nameless(asked) == []
    assert asked.excerpt.hasFocus()
    press(qtbot, "Ctrl+A")
    type_text(qtbot, "They said yes.")
    press(qtbot, "Tab")
    assert asked.locator.text() == "p. 3"
    type_text(qtbot, "1:02:05")
    press(qtbot, "Tab")
    press(qtbot, "Home")
    press(qtbot, "Tab")
    press(qtbot, "Ctrl+A")
    type_text(qtbot, "Done.")
    press(qtbot, "Ctrl+Return")
    kept = last(sample)
    assert (kept.excerpt, kept.note, kept.stance) == ("They said yes.", "Done.", Stance.SUPPORTS)
    assert (kept.locator_kind, kept.locator) == (LocatorKind.TIMECODE, "1:02:05")
    sample.work.undo()
    kept = last(sample)
    assert (kept.excerpt, kept.locator, kept.note) == ("They said no.", "3", "Ask again.")


def test_nothing_is_logged_where_nothing_was_changed(
    qtbot: QtBot, sample: Window, card: EvidenceCard
) -> None:
    sample.work.citing.edit(card.id)
    asked = dialog(qtbot, sample, CitationDialog)
    with qtbot.assertNotEmitted(sample.session.changed):
        click(qtbot, asked.ok)


def test_a_card_is_removed_by_delete_and_the_focus_stays_near(
    qtbot: QtBot, sample: Window, card: EvidenceCard
) -> None:
    cards = sample.work.panel.evidence.cards
    before, evidence = len(cards), last(sample).evidence_id
    card.setFocus()
    press(qtbot, "Delete")
    cards = sample.work.panel.evidence.cards
    assert len(cards) == before - 1
    assert cards[-1].hasFocus()
    assert reads.evidence(sample.session.open_desk(), evidence).note == "Rang the office 2."
    assert sample.work.actions["edit.undo"].text() == "&Undo: removed evidence"
    sample.work.undo()
    assert sample.work.panel.evidence.cards[-1].id == card.id


def test_the_menu_of_a_card_offers_the_same(
    qtbot: QtBot, sample: Window, card: EvidenceCard
) -> None:
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), QPoint(5, 5))
    QApplication.sendEvent(card, event)
    menu = card.findChild(QMenu)
    qtbot.waitUntil(menu.isVisible)
    press(qtbot, "E", menu)
    dialog(qtbot, sample, CitationDialog).reject()


def test_without_a_card_chosen_it_is_asked_for(
    qtbot: QtBot, sample: Window, card: EvidenceCard
) -> None:
    sample.work.page.view.setFocus()
    sample.work.actions["statement.remove_evidence"].trigger()
    assert "which evidence" in sample.message.text()
    card.setFocus()
    sample.work.actions["statement.remove_evidence"].trigger()
    assert card.id not in [each.id for each in sample.work.panel.evidence.cards]


def test_the_viewer_leads_to_the_same_question(
    qtbot: QtBot, sample: Window, card: EvidenceCard
) -> None:
    card.setFocus()
    press(qtbot, "Return", card)
    viewer = dialog(qtbot, sample, ViewerWindow)
    sample.work.go(1)  # The viewer stays with its own source.
    click(qtbot, viewer.edit)
    asked = dialog(qtbot, sample, CitationDialog)
    assert asked.excerpt.text() == "They said no."
    asked.reject()


def test_a_source_that_is_gone_is_told(sample: Window, card: EvidenceCard) -> None:
    sample.work.citing.remove(card.id)
    sample.work.citing.edit(card.id)
    assert "no evidence" in sample.message.text()
