from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel

from factcheck.domain.dates import PartialDate
from factcheck.domain.imported import Annotation, AnnotationKind, ImportedArticle, Proposal, Wording
from factcheck.ui.dialogs.import_article import ConfirmImportDialog, preview

IMPORTED = ImportedArticle(
    text="What is in the water\n\nThe wells were tested in spring.",
    blocks=(),
    title="What is in the water",
    source=b"",
    source_name="water.html",
    media_type="text/html",
    byline="M. Olsen",
    publication="The Coast",
    url="https://example.org/water",
    published="2024-11-05",
    language="en",
    remarks=("Two <b>tables</b> were left out.",),
)


@pytest.fixture
def ask(qtbot):
    def ask(**changes):
        dialog = ConfirmImportDialog(replace(IMPORTED, **changes))
        qtbot.addWidget(dialog)
        with qtbot.waitActive(dialog):
            dialog.show()
        return dialog

    return ask


def test_the_proposals_are_handed_back_as_they_are(ask, qtbot):
    dialog = ask()
    qtbot.keyClick(dialog.form.title, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.result() == QDialog.DialogCode.Accepted
    facts = dialog.facts()
    assert facts.published == PartialDate(2024, 11, 5)
    assert (facts.title, facts.byline) == ("What is in the water", "M. Olsen")
    assert (facts.publication, facts.language) == ("The Coast", "en")
    assert facts.url == "https://example.org/water"


OFFERED = (
    Proposal("published", "2024-11-05", "JSON-LD"),
    Proposal("published", "2024-11-04", "date at the top of the text"),
    Proposal("title", "What is in the water", "first heading"),
)


def test_each_proposal_says_where_it_comes_from(ask):
    dialog = ask(proposals=OFFERED)
    offers = dialog.form.offers
    assert offers["published"].text() == "JSON-LD · 1 other"
    assert offers["title"].text() == "first heading"
    assert not offers["byline"].isVisible()
    assert dialog.form.title.accessibleDescription() == "From: first heading."


def test_one_key_takes_the_next_proposal_and_one_more_empties_the_field(ask, qtbot):
    dialog = ask(proposals=OFFERED)
    line, offers = dialog.form.published.line, dialog.form.offers["published"]
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_Down)
    assert dialog.facts().published == PartialDate(2024, 11, 4)
    assert offers.source() == "date at the top of the text"
    qtbot.keyClick(line, Qt.Key.Key_Down)
    assert (line.text(), dialog.facts().published) == ("", None)
    qtbot.keyClick(line, Qt.Key.Key_Down)
    assert dialog.facts().published == PartialDate(2024, 11, 5)
    qtbot.keyClick(line, Qt.Key.Key_Up)
    assert line.text() == ""


def test_a_proposal_can_be_chosen_from_the_menu(ask, qtbot):
    dialog = ask(proposals=OFFERED)
    offers = dialog.form.offers["published"]
    qtbot.keyClick(dialog.form.published.line, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    menu = offers.menu()
    assert menu.isVisible()
    texts = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert texts[1:] == ["2024-11-04\tdate at the top of the text", "Leave it empty"]
    menu.actions()[-1].trigger()
    menu.close()
    assert dialog.facts().published is None


def test_what_a_person_writes_has_no_source_and_stays(ask, qtbot):
    dialog = ask(proposals=OFFERED)
    dialog.form.title.selectAll()
    qtbot.keyClicks(dialog.form.title, "Water")
    assert dialog.form.offers["title"].source() == ""
    other = replace(IMPORTED, title="Wasser", published="2024", proposals=OFFERED)
    dialog.form.propose(other)
    assert dialog.facts().title == "Water"
    assert dialog.facts().published == PartialDate(2024)


def test_remarks_and_the_first_lines_are_shown_as_plain_text(ask):
    dialog = ask()
    labels = {each.text(): each for each in dialog.findChildren(QLabel)}
    assert labels["Two <b>tables</b> were left out."].textFormat() is Qt.TextFormat.PlainText
    assert "What is in the water\nThe wells were tested in spring." in labels


def test_a_title_is_required(ask):
    dialog = ask(title=" ")
    assert not dialog.ok.isEnabled()
    assert "title" in dialog.missing.text()


def test_a_date_is_read_back_in_full_when_it_is_left(ask, qtbot):
    dialog = ask(published="")
    assert not dialog.form.published.read_back.isVisible()
    dialog.form.published.line.setFocus()
    qtbot.keyClicks(dialog.form.published.line, "5 nov 24")
    qtbot.keyClick(dialog.form.published.line, Qt.Key.Key_Tab)
    assert dialog.form.published.read_back.text() == "5 November 2024"


def test_a_date_that_can_be_two_offers_both(ask, qtbot):
    dialog = ask(published="12/03/2021")
    assert not dialog.ok.isEnabled()
    day_first, month_first = dialog.form.published.readings
    assert (day_first.text(), month_first.text()) == ("12 March 2021", "3 December 2021")
    qtbot.mouseClick(month_first, Qt.MouseButton.LeftButton)
    assert dialog.ok.isEnabled()
    assert not month_first.isVisible()
    assert dialog.facts().published == PartialDate(2021, 12, 3)


def test_what_is_no_date_keeps_the_import_waiting(ask, qtbot):
    dialog = ask()
    dialog.form.published.line.selectAll()
    qtbot.keyClicks(dialog.form.published.line, "soon")
    qtbot.keyClick(
        dialog.form.published.line, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
    )
    assert dialog.isVisible()
    assert "soon" in dialog.form.published.doubt.text()
    dialog.form.published.line.clear()
    dialog.accept()
    assert dialog.facts().published is None


def test_a_long_text_is_cut_in_the_preview():
    assert preview("one\n\n\ntwo") == "one\ntwo"
    assert preview("word " * 1000).endswith("…")
    assert len(preview("word " * 1000)) <= 701


NOTES = tuple(
    Annotation(AnnotationKind.LINK, start, start + 4, url="https://x.example")
    for start in (0, 0, 5)
)


def test_the_writer_s_notes_are_counted_and_can_be_left_out(ask, qtbot):
    dialog = ask(annotations=NOTES)
    shown = [each.text() for each in dialog.findChildren(QLabel)]
    assert "3 of the writer’s notes become evidence on 2 statements." in shown
    assert dialog.wants_notes()
    dialog.notes.setFocus()
    qtbot.keyClick(dialog.notes, Qt.Key.Key_Space)
    assert not dialog.wants_notes()


def test_the_links_of_what_was_published_are_offered_only(ask, qtbot):
    dialog = ask(annotations=NOTES, is_draft=False)
    assert not dialog.wants_notes()
    shown = [each.text() for each in dialog.findChildren(QLabel)]
    assert any(each.startswith("3 notes and links stay in the file;") for each in shown)
    qtbot.keyClick(dialog.notes, Qt.Key.Key_Space)
    assert dialog.wants_notes()
    shown = [each.text() for each in dialog.findChildren(QLabel)]
    assert "3 of the writer’s notes become evidence on 2 statements." in shown


def test_the_wording_before_tracked_changes_can_be_chosen(ask, qtbot):
    dialog = ask(original=replace(IMPORTED, text="As it was.", remarks=("None taken.",)))
    assert dialog.wording() is Wording.ACCEPTED
    dialog.original_words.setFocus()
    qtbot.keyClick(dialog.original_words, Qt.Key.Key_Space)
    assert dialog.wording() is Wording.ORIGINAL
    shown = [each.text() for each in dialog.findChildren(QLabel)]
    assert "As it was." in shown
    assert "None taken." in shown
    qtbot.keyClick(dialog.original_words, Qt.Key.Key_Down)
    assert dialog.wording() is Wording.BOTH
    assert preview(IMPORTED.text) in [each.text() for each in dialog.findChildren(QLabel)]


def test_nothing_is_asked_about_what_a_file_does_not_have(ask):
    dialog = ask()
    assert not dialog.notes.isVisible()
    assert not dialog.original_words.isVisible()
