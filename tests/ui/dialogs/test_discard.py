"""What was typed into a question is lost only by somebody who says so."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit
from pytestqt.qtbot import QtBot

from factcheck.domain.model import Scale
from factcheck.domain.scales import NEWSROOM, NEWSROOM_STEPS
from factcheck.ui.dialogs.attach import AttachDialog
from factcheck.ui.dialogs.citation import CitationDialog
from factcheck.ui.dialogs.discard import DiscardDialog
from factcheck.ui.dialogs.frame import Question
from factcheck.ui.dialogs.import_article import ConfirmImportDialog
from factcheck.ui.dialogs.paste import PasteDialog
from factcheck.ui.dialogs.reason import ReasonDialog
from factcheck.ui.dialogs.scale_editor import ScaleEditor
from factcheck.ui.queue.asking import PickDialog
from factcheck.ui.window import Window
from factcheck.ui.workplace import Workplace
from tests.ui.driving import click, dialog, press, type_text

NOW = datetime(2026, 3, 2, tzinfo=UTC)
SCALES = (Scale("scale-1", NEWSROOM, 1, NEWSROOM_STEPS, NOW),)


def edit_first_source(work: Workplace) -> None:
    work.panel.evidence.cards[0].setFocus()
    work.citing.edit_chosen()


# Each question that holds words, as the window asks it.
ASKED: dict[str, Callable[[Workplace], object]] = {
    "evidence": lambda work: work.attaching.ask(),
    "details": lambda work: work.judging.ask_details(),
    "due day of one": lambda work: work.judging.ask_details("due_at"),
    "citation": edit_first_source,
    "address": lambda work: work.importing.ask_for_address(),
    "article": lambda work: work.importing.paste(),
    "person": lambda work: work.ask_person(),
    "name of a view": lambda work: work.queue_views.ask_name(),
    "address of a view": lambda work: work.queue_views.ask_address(),
    "tag": lambda work: work.triage.ask_tag(),
    "due day": lambda work: work.triage.ask_due(),
    "checker": lambda work: work.triage.assign(),
}


@pytest.fixture
def shown(qtbot: QtBot) -> Callable[[Question], Question]:
    def shown(question: Question) -> Question:
        qtbot.addWidget(question)
        with qtbot.waitActive(question):
            question.show()
        return question

    return shown


def a_reason() -> ReasonDialog:
    return ReasonDialog(title="Send back", prompt="Why?", ok_text="Send back")


def asked_whether(qtbot: QtBot, question: QDialog) -> DiscardDialog:
    qtbot.waitUntil(lambda: bool(question.findChildren(DiscardDialog)))
    sure = question.findChildren(DiscardDialog)[-1]
    sure.activateWindow()
    qtbot.waitUntil(sure.keep.hasFocus)
    return sure


def in_the_queue(qtbot: QtBot, work: Workplace) -> None:
    """Choose a statement in the queue, with its sources in the panel."""
    work.go_to_open()
    work.show_queue()
    qtbot.waitUntil(lambda: work.queue.list.current() is not None)
    work.queue.settle()
    qtbot.waitUntil(lambda: bool(work.panel.evidence.cards))


@pytest.mark.parametrize("name", ASKED)
def test_escape_asks_where_something_was_typed(qtbot: QtBot, sample: Window, name: str) -> None:
    in_the_queue(qtbot, sample.work)
    ASKED[name](sample.work)
    question = dialog(qtbot, sample, Question)
    qtbot.waitUntil(lambda: question.focusWidget() is not None)
    type_text(qtbot, "40 million")
    press(qtbot, "Escape")
    sure = asked_whether(qtbot, question)
    press(qtbot, "Escape")
    assert not sure.isVisible()
    assert question.isVisible()
    question.reject()
    click(qtbot, asked_whether(qtbot, question).discard)
    assert not question.isVisible()
    assert question.result() == QDialog.DialogCode.Rejected


@pytest.mark.parametrize("name", ASKED)
def test_escape_closes_at_once_where_nothing_was(qtbot: QtBot, sample: Window, name: str) -> None:
    in_the_queue(qtbot, sample.work)
    QGuiApplication.clipboard().setText("Copied before.")
    ASKED[name](sample.work)
    question = dialog(qtbot, sample, Question)
    press(qtbot, "Escape", question)
    assert not question.isVisible()


def test_return_keeps_what_was_typed(shown, qtbot: QtBot) -> None:
    question = shown(a_reason())
    type_text(qtbot, "Which year?")
    question.close()
    asked_whether(qtbot, question)
    press(qtbot, "Return")
    assert question.isVisible()
    assert question.reason() == "Which year?"


def test_what_was_typed_and_taken_back_is_not_asked_about(shown, qtbot: QtBot) -> None:
    question = shown(a_reason())
    type_text(qtbot, "No")
    press(qtbot, "Backspace")
    press(qtbot, "Backspace")
    press(qtbot, "Escape")
    assert not question.isVisible()


@pytest.mark.parametrize("edited", [None, SCALES[0]])
def test_the_steps_of_a_scale_are_kept(shown, qtbot: QtBot, edited: Scale | None) -> None:
    editor = shown(ScaleEditor(SCALES, edited))
    type_text(qtbot, "House scale")
    click(qtbot, editor.add)
    press(qtbot, "Alt+Up")
    press(qtbot, "Escape")
    asked_whether(qtbot, editor)
    press(qtbot, "Return")
    assert editor.isVisible()
    assert "House scale" in {line.text() for line in editor.findChildren(QLineEdit)}


def test_words_to_search_with_are_no_answer(shown, qtbot: QtBot) -> None:
    question = shown(PickDialog("Article", None))
    type_text(qtbot, "bridge")
    press(qtbot, "Escape")
    assert not question.isVisible()


def test_an_excerpt_from_the_clipboard_is_there_still(qtbot: QtBot, sample: Window) -> None:
    sample.work.go_to_open()
    QGuiApplication.clipboard().setText("An excerpt, copied.")
    sample.work.attaching.paste()
    question = dialog(qtbot, sample, AttachDialog)
    assert question.excerpt.text() == "An excerpt, copied."
    press(qtbot, "Escape", question)
    assert not question.isVisible()


def test_a_refused_answer_comes_back_and_says_why(qtbot: QtBot, sample: Window) -> None:
    """The source is taken away while somebody writes about it."""
    work = sample.work
    work.go_to_open()
    work.citing.edit_chosen()
    question = dialog(qtbot, sample, CitationDialog)
    press(qtbot, "Ctrl+A")
    type_text(qtbot, "Revenue of 40.6 billion")
    work.citing.remove_chosen()
    press(qtbot, "Ctrl+Return")
    qtbot.waitUntil(question.isVisible)
    assert question.excerpt.text() == "Revenue of 40.6 billion"
    assert question.missing.text() == sample.message.text() != ""
    question.activateWindow()
    qtbot.waitUntil(question.excerpt.hasFocus)
    type_text(qtbot, ".")
    assert question.missing.text() == ""


def test_who_leaves_the_facts_is_back_at_the_text(qtbot: QtBot, sample: Window) -> None:
    QGuiApplication.clipboard().clear()
    sample.work.importing.paste()
    pasted = dialog(qtbot, sample, PasteDialog)
    type_text(qtbot, "The bridge cost 40 million.")
    press(qtbot, "Ctrl+Return")
    facts = dialog(qtbot, sample, ConfirmImportDialog)
    press(qtbot, "Escape", facts)
    qtbot.waitUntil(pasted.isVisible)
    assert pasted.text() == "The bridge cost 40 million."
    press(qtbot, "Escape", pasted)
    click(qtbot, asked_whether(qtbot, pasted).discard)
    assert not pasted.isVisible()
    QApplication.processEvents()
    assert not [each for each in sample.findChildren(Question) if each.isVisible()]
