"""The marks of a long article: its first page before the others, numbers as if all were there."""

import pytest

from factcheck.actions.demo import make_sample_desk
from factcheck.store import lists, reads
from factcheck.ui import article_marks, article_page
from factcheck.ui.window import Window
from tests.making import new_desk
from tests.ui.driving import press
from tests.working import worked_on

STATEMENTS = 15


@pytest.fixture
def first_page(monkeypatch, window: Window, tmp_path) -> Window:
    """The window on the sample article as if it were long, before the rest of it was read."""
    monkeypatch.setattr(article_marks, "_MANY", 1)
    monkeypatch.setattr(article_page, "most_on_show", lambda _view: 400)
    path = tmp_path / "sample.factcheck"
    make_sample_desk(path)
    assert window.session.open(path)
    page = window.work.page
    assert 0 < len(page.view.index.highlights) < STATEMENTS
    page.view.setFocus()
    return window


@pytest.mark.parametrize("seed", [1, 2, 8])
def test_those_of_a_stretch_have_the_numbers_that_they_have_among_all(tmp_path, seed):
    desk = new_desk(tmp_path / "news.factcheck")
    worked_on(desk, seed)
    for row in reads.articles(desk):
        revision = reads.revision(desk, row.article.id)
        every = lists.marks(desk, revision.id)
        start, end = revision.length // 4, revision.length // 2
        found = lists.marks_between(desk, revision, start, end)
        numbers = {n: i for i, n in enumerate(lists.ids_in_order(desk, row.article.id), 1)}
        assert found.numbers == {name: numbers[name] for name in found.numbers}
        begin = {mark.statement_id: mark.start for mark in reversed(every)}
        assert found.rows == [
            mark
            for mark in every
            if start <= mark.start < end and begin[mark.statement_id] >= start
        ]
        done = [mark for mark in every if mark.step or mark.state in {"dismissed", "cut"}]
        assert found.total == row.statements
        assert found.judged == len({mark.statement_id for mark in done})
    desk.close()


def shown_ids(window: Window) -> list[str]:
    return [mark.statement_id for mark in window.work.page.view.index.highlights]


def test_the_rest_comes_by_itself(qtbot, first_page):
    page = first_page.work.page
    assert page.total == STATEMENTS
    assert f"of {STATEMENTS} statements" in page.coverage.accessibleDescription()
    numbers = [page.number_of(name) for name in shown_ids(first_page)]
    with qtbot.waitSignal(page.marks_shown):
        pass
    assert len(set(shown_ids(first_page))) == STATEMENTS
    assert [page.number_of(name) for name in shown_ids(first_page)][: len(numbers)] == numbers


def test_a_key_does_not_wait_for_it(qtbot, first_page):
    for _ in range(STATEMENTS):
        press(qtbot, "J")
    assert first_page.work.page.number_of(first_page.work.choice.statement) == STATEMENTS


def test_a_statement_further_down_is_gone_to(first_page):
    work = first_page.work
    last = lists.ids_in_order(first_page.session.open_desk(), work.choice.article)[-1]
    work.choice.show_statement(last)
    assert work.page.view.chosen_highlights()
    assert work.page.view.viewport().rect().contains(work.page.view.cursorRect())


def test_what_is_marked_meanwhile_is_there_with_all_others(qtbot, first_page):
    page = first_page.work.page
    page.view.select(0, 5)
    press(qtbot, "Alt+M")
    assert len(set(shown_ids(first_page))) == page.total == STATEMENTS + 1
    press(qtbot, "Ctrl+Z")
    assert len(set(shown_ids(first_page))) == page.total == STATEMENTS


def test_another_article_is_not_given_what_was_asked_for_the_first(qtbot, first_page):
    work = first_page.work
    work.choice.show_article(None)
    qtbot.wait(0)
    assert work.page.total == 0
    assert work.page.view.index.highlights == []


def test_who_scrolls_away_sees_the_marks_there_at_once(first_page):
    view = first_page.work.page.view
    first_page.resize(900, 360)
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum())
    shown = view.shown()
    assert view.index.touching(shown.start, shown.end)
    assert len(set(shown_ids(first_page))) == STATEMENTS


def test_an_article_that_is_chosen_in_the_queue_is_counted_once_it_is_on_show(qtbot, sample):
    work = sample.work
    article = work.choice.article
    work.choice.show_article(None)
    work.show_queue()
    work.choice.show_article(article)
    qtbot.wait(article_marks._AFTER_THE_PAINT_MS * 3)
    work.show_article()
    qtbot.waitUntil(lambda: work.covering.counting.coverage is not None)
