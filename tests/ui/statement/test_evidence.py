from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QLabel, QMenu

from factcheck.domain.model import Sourcing, Stance
from tests.ui.statement.looking import heard


def test_evidence_is_counted_and_each_card_opens(panel, show, make, qtbot):
    show(make.detail(citations=(make.cited(1), make.cited(2, Stance.SUPPORTS))))
    opened = heard(panel.citation_clicked)
    first, second = panel.evidence.cards
    assert panel.evidence.heading.text() == "Evidence · 2"
    assert not panel.evidence.nothing.isVisible()
    assert first.accessibleName() == "Refutes: Water yearbook 2024"
    assert "PDF, p. 12 · captured 17 Dec 2024 · sha256 9f2c…e1" in first.accessibleDescription()
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    qtbot.keyClick(second, Qt.Key.Key_Return)
    assert opened == [("citation-1",), ("citation-2",)]


@pytest.mark.parametrize(
    ("media_type", "word"),
    [
        ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "Word"),
        ("image/png", "png"),
        ("text/csv", "csv"),
        ("application/x-thing-of-a-long-name", "document"),
    ],
)
def test_a_card_says_in_a_word_what_was_kept(panel, show, make, media_type, word):
    cited = make.cited()
    copy = replace(cited.captures[0], media_type=media_type)
    show(make.detail(citations=(replace(cited, captures=(copy,)),)))
    (card,) = panel.evidence.cards
    assert f" · {word}, p. 12 · captured" in card.accessibleDescription()


def test_a_card_says_quietly_that_nothing_could_be_read(panel, show, make):
    show(make.detail(citations=(replace(make.cited(), unread="No text could be read: So."),)))
    (card,) = panel.evidence.cards
    assert card.accessibleDescription().endswith("e1 · No text could be read: So.")


def words_on(card):
    return [each.text() for each in card.findChildren(QLabel) if each.text() and each.isVisible()]


def test_nothing_of_another_source_stays_on_a_card(panel, show, make):
    told = make.cited(1, confidential=True, title="Call with the ministry")
    told = replace(
        told, unread="No text.", lost=True, citation=replace(told.citation, note="Rang.")
    )
    plain = make.cited(2, Stance.SUPPORTS, captured=False, sourcing=Sourcing.UNKNOWN)
    plain = replace(plain, citation=replace(plain.citation, excerpt=""))
    show(make.detail(citations=(told,)))
    (card,) = panel.evidence.cards
    assert {"confidential", "primary", "No text.", "Note: Rang."} <= set(words_on(card))
    show(make.detail(9, citations=(plain,)))
    assert panel.evidence.cards == [card]
    QApplication.processEvents()
    assert words_on(card) == ["✓ Supports", "Water yearbook 2024", "document, p. 12"]
    assert card.accessibleDescription() == "document, p. 12"
    assert card.toolTip() == ""


def test_an_open_menu_is_about_the_source_that_it_was_opened_on(panel, show, make, qtbot):
    show(make.detail(citations=(make.cited(1),)))
    (card,) = panel.evidence.cards
    removed = heard(panel.evidence.remove_requested)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), QPoint(5, 5))
    QApplication.sendEvent(card, event)
    menu = card.findChild(QMenu)
    qtbot.waitUntil(menu.isVisible)
    show(make.detail(9, citations=(make.cited(2),)))
    qtbot.keyClick(menu, Qt.Key.Key_R)
    assert removed == [("citation-1",)]


def test_the_cards_follow_the_statement(panel, show, make):
    show(make.detail(citations=(make.cited(),)))
    show(make.detail(9))
    assert panel.evidence.cards == []
    assert panel.evidence.nothing.isVisible()
