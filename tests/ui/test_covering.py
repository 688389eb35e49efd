"""Going through an article until every sentence has a statement or a tick."""

import pytest

from factcheck.store.coverage import ticks
from factcheck.ui.article.coverage import CoverageBar
from factcheck.ui.settings import Settings
from factcheck.ui.window import Window
from tests.ui.driving import press


@pytest.fixture
def page(qtbot, sample: Window):
    counting = sample.work.covering.counting
    qtbot.waitUntil(lambda: counting.coverage is not None)
    page = sample.work.page
    page.view.setFocus()
    page.view.put_selection(0, 0)
    return page


def counts(window: Window):
    return window.work.covering.counting.coverage.counts


def ticked(window: Window):
    revision = window.work.page.revision
    return [one.quote for one in ticks(window.session.open_desk(), revision.id)]


def said(bar: CoverageBar) -> str:
    return bar.accessibleDescription()


def test_the_bar_counts_sentences(sample, page):
    assert "12 sentences with statements, 0 without facts, 5 left" in said(page.coverage)


def test_f_ticks_the_sentence_at_the_caret_and_again_unticks_it(qtbot, sample, page):
    press(qtbot, "F")
    assert ticked(sample) == ["Night ferry brings the outer islands an hour closer"]
    assert counts(sample).ticked == 1
    assert "1 without facts, 4 left" in said(page.coverage)
    press(qtbot, "F")
    assert ticked(sample) == []
    assert "0 without facts, 5 left" in said(page.coverage)
    press(qtbot, "Ctrl+Z")
    assert counts(sample).ticked == 1


def test_f_ticks_the_selected_words_alone(qtbot, sample, page):
    page.view.put_selection(6, 12)
    press(qtbot, "F")
    assert ticked(sample) == [page.text[6:11]]
    assert counts(sample).ticked == 0


def test_shift_n_goes_from_open_sentence_to_open_sentence(qtbot, sample, page):
    seen = []
    for _ in range(6):
        press(qtbot, "Shift+N")
        seen.append(page.view.selected_span())
    assert seen[0] == (0, 51)
    assert len(set(seen[:5])) == 5
    assert seen[5] == seen[0]


def test_a_hundred_per_cent_is_reached_and_said(qtbot, sample, page):
    for _ in range(5):
        press(qtbot, "Shift+N")
        press(qtbot, "F")
    assert counts(sample).covered == counts(sample).total == 17
    assert "0 left" in said(page.coverage)
    press(qtbot, "Shift+N")
    assert sample.message.isVisible()
    press(qtbot, "Ctrl+Z")
    assert counts(sample).covered == 16


def test_a_mark_covers_its_sentence(qtbot, sample, page):
    press(qtbot, "Shift+N")
    press(qtbot, "M")
    assert counts(sample).marked == 13
    press(qtbot, "Ctrl+Z")
    assert counts(sample).marked == 12


def test_g_goes_through_the_suggestions_that_are_open(qtbot, sample, page):
    press(qtbot, "G")
    assert page.view.selected_text() == "Solveig"
    press(qtbot, "G")
    assert page.view.selected_text() == "Port Aldo"
    press(qtbot, "Shift+G")
    assert page.view.selected_text() == "Solveig"
    press(qtbot, "Shift+G")
    assert page.view.selected_text() == "Solveig"
    assert sample.message.isVisible()


def test_a_suggestion_is_taken_with_m_and_turned_down_with_f(qtbot, sample, page):
    press(qtbot, "G")
    press(qtbot, "M")
    press(qtbot, "G")
    assert page.view.selected_text() == "Port Aldo"
    press(qtbot, "F")
    assert ticked(sample) == ["Port Aldo"]
    press(qtbot, "Home")
    page.view.put_selection(0, 0)
    press(qtbot, "G")
    assert page.view.selected_text() == "Monday"


def test_a_place_where_all_is_said_has_no_suggestions_left(qtbot, sample, page):
    page.view.put_selection(len(page.text), len(page.text))
    press(qtbot, "G")
    assert sample.message.isVisible()
    assert page.view.selected_span() is None


def test_what_another_window_does_is_counted_anew(qtbot, sample, page):
    sample.session.changed.emit(None)
    counting = sample.work.covering.counting
    qtbot.waitUntil(lambda: counting.coverage is not None)
    assert counts(sample).covered == 12


def test_what_is_ticked_while_sentences_are_counted_is_counted_too(qtbot, sample, page):
    counting = sample.work.covering.counting
    sample.session.changed.emit(None)
    assert counting.coverage is None
    press(qtbot, "Shift+N")
    assert sample.message.isVisible()
    press(qtbot, "F")
    qtbot.waitUntil(lambda: counting.coverage is not None)
    assert counts(sample).ticked == 1


def test_no_article_has_no_count(qtbot, sample, page):
    sample.work.choice.show_article(None)
    assert sample.work.covering.counting.coverage is None
    assert "sentences" not in said(page.coverage)


def test_suggestions_can_be_hidden_and_stay_so(qtbot, sample, page, settings: Settings):
    def dotted():
        return page.view.viewport().grab().toImage()

    shown = dotted()
    sample.work.actions["view.suggestions"].trigger()
    hidden = dotted()
    assert shown != hidden
    assert not settings.suggestions
    sample.work.actions["view.suggestions"].trigger()
    assert dotted() == shown
    assert settings.suggestions


def test_ticked_words_look_different(qtbot, sample, page):
    before = page.view.viewport().grab().toImage()
    press(qtbot, "F")
    assert page.view.viewport().grab().toImage() != before
