"""Words are found in the article by keys, and the place where one was is remembered."""

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from factcheck.actions import articles
from factcheck.actions.desks import create_desk
from factcheck.domain.ids import ArticleId
from factcheck.domain.imported import ImportedArticle
from factcheck.domain.model import Block, BlockKind
from factcheck.store import lists
from factcheck.ui.app import make_window
from factcheck.ui.palette import LIGHT
from factcheck.ui.window import Window
from tests.ui.driving import click, press, settled, type_text

HEAD = "Émile’s ferry"
LINES = [f"Ferry number {n} cost {n} million and was late; memo." for n in range(1, 13)]
TEXT = "\n\n".join([HEAD, *LINES])


def add(window: Window, text: str) -> ArticleId:
    block = Block(BlockKind.PARAGRAPH, 0, len(text))
    article = ImportedArticle(
        text=text, blocks=(block,), title="A", source=b"", source_name="a", media_type="text/plain"
    )
    done = window.session.do(articles.add_article, imported=article)
    assert done is not None
    return ArticleId(done.new("article"))


def show(window: Window, article: ArticleId) -> None:
    window.work.choice.show_article(article)
    window.work.show_article()
    window.work.page.view.setFocus()


@pytest.fixture
def ferry(sample: Window) -> Window:
    show(sample, add(sample, TEXT))
    return sample


def selected(window: Window) -> str:
    start, end = window.work.page.view.selected_span() or (0, 0)
    return TEXT[start:end]


def place(window: Window) -> int:
    span = window.work.page.view.selected_span()
    assert span is not None
    return span[0]


def test_as_one_types_the_first_place_is_shown_and_all_are_counted(qtbot: QtBot, ferry) -> None:
    press(qtbot, "Ctrl+F", ferry.work.page.view)
    bar = ferry.work.page.finding.bar
    assert bar.isVisible()
    assert QApplication.focusWidget() is bar.field
    type_text(qtbot, "ferry")
    assert (bar.said(), selected(ferry)) == ("1 of 13", "ferry")
    type_text(qtbot, " number 1")
    assert (bar.said(), selected(ferry)) == ("1 of 4", "Ferry number 1")
    type_text(qtbot, "x")
    assert bar.said() == "Not found"
    assert lists.statement_rows(ferry.session.open_desk(), article=ferry.work.choice.article) == []


def test_keys_go_on_and_back_and_round(qtbot: QtBot, ferry) -> None:
    press(qtbot, "Ctrl+F", ferry.work.page.view)
    type_text(qtbot, "MEMO")
    bar = ferry.work.page.finding.bar
    said = []
    for key in ("Return", "F3", "Shift+Return", "Shift+F3", "Shift+F3", "Return"):
        press(qtbot, key)
        said.append(bar.said())
    assert said == [f"{n} of 12" for n in (2, 3, 2, 1, 12, 1)]
    assert place(ferry) == TEXT.index("memo")


def test_escape_gives_the_focus_back_with_the_place_ready_to_be_marked(qtbot: QtBot, ferry) -> None:
    view = ferry.work.page.view
    press(qtbot, "Ctrl+F", view)
    type_text(qtbot, "emile")
    press(qtbot, "Escape")
    assert not ferry.work.page.finding.bar.isVisible()
    assert view.hasFocus()
    assert view.caret == len("Émile")
    press(qtbot, "M", view)
    (row,) = lists.statement_rows(ferry.session.open_desk(), article=ferry.work.choice.article)
    assert row.quote == "Émile’s"


def test_the_search_goes_on_after_the_bar_was_closed(qtbot: QtBot, ferry) -> None:
    press(qtbot, "Ctrl+F", ferry.work.page.view)
    type_text(qtbot, "number")
    press(qtbot, "Escape")
    press(qtbot, "Ctrl+End")
    press(qtbot, "F3")
    bar = ferry.work.page.finding.bar
    assert bar.isVisible()
    assert bar.said() == "1 of 12"


def test_from_another_page_the_article_is_shown(qtbot: QtBot, ferry) -> None:
    for key in ("Ctrl+F", "F3"):
        press(qtbot, "Ctrl+3")
        press(qtbot, key)
        assert ferry.window().pages.currentWidget() is ferry.work.page
        assert ferry.work.page.finding.bar.isVisible()


def test_selected_words_are_looked_for(qtbot: QtBot, ferry) -> None:
    start = TEXT.index("7 million")
    ferry.work.page.view.select(start, start + len("7 million"))
    press(qtbot, "Ctrl+F", ferry.work.page.view)
    bar = ferry.work.page.finding.bar
    assert (bar.field.text(), bar.said()) == ("7 million", "1 of 1")


def test_the_mouse_does_the_same(qtbot: QtBot, ferry) -> None:
    ferry.work.actions["edit.find"].trigger()
    bar = ferry.work.page.finding.bar
    type_text(qtbot, "memo")
    for name, said in (("Next place", "2 of 12"), ("Previous place", "1 of 12")):
        click(qtbot, button(ferry, name))
        assert bar.said() == said
    click(qtbot, button(ferry, "Close the search"))
    assert not bar.isVisible()


def button(window: Window, name: str) -> QPushButton:
    buttons = window.work.page.finding.bar.findChildren(QPushButton)
    return next(each for each in buttons if each.accessibleName() == name)


def tinted(window: Window) -> int:
    """How many pixels of the text are in the colour of what was found."""
    image = window.work.page.view.viewport().grab().toImage()
    colour = LIGHT.found
    return sum(
        image.pixelColor(x, y).name() == colour
        for x in range(0, image.width(), 3)
        for y in range(0, image.height(), 3)
    )


def test_every_place_is_tinted_until_the_bar_is_closed(qtbot: QtBot, ferry) -> None:
    assert tinted(ferry) == 0
    press(qtbot, "Ctrl+F", ferry.work.page.view)
    type_text(qtbot, "memo")
    few = tinted(ferry)
    type_text(qtbot, ".")
    press(qtbot, "Ctrl+A")
    type_text(qtbot, "million")
    assert 0 < few < tinted(ferry)
    press(qtbot, "Escape")
    assert tinted(ferry) == 0


def test_another_article_is_searched_anew(qtbot: QtBot, ferry) -> None:
    press(qtbot, "Ctrl+F", ferry.work.page.view)
    type_text(qtbot, "million")
    show(ferry, add(ferry, "One million."))
    bar = ferry.work.page.finding.bar
    assert not bar.isVisible()
    press(qtbot, "Ctrl+F", ferry.work.page.view)
    assert bar.said() == "1 of 1"


LINE = 90  # characters
LONG = "\n\n".join(f"Paragraph {n} says something that runs on. " * 6 for n in range(300))


def test_the_place_in_an_article_is_gone_back_to(qtbot: QtBot, ferry) -> None:
    short, article = ferry.work.choice.article, add(ferry, LONG)
    show(ferry, article)
    view, at = ferry.work.page.view, LONG.index("Paragraph 200")
    view.select(at, at + 9)
    view.clear_selection()
    before = view.place()
    assert before[1] > LONG.index("Paragraph 190")
    show(ferry, short)
    assert view.place() == (0, 0)
    show(ferry, article)
    assert view.place() == before
    path = ferry.session.open_desk().path
    ferry.session.close()
    assert ferry.session.open(path)
    show(ferry, article)
    assert view.place() == before


def test_the_place_is_gone_back_to_at_the_next_start(qtbot, qapp, settings, tmp_path) -> None:
    path = tmp_path / "long.factcheck"
    create_desk(path)
    first = make_window(qapp, settings, path)
    qtbot.addWidget(first)
    settled(qtbot, first)
    show(first, add(first, LONG))
    first.work.page.view.select(LONG.index("Paragraph 250"), LONG.index("Paragraph 250") + 9)
    before = first.work.page.view.place()
    first.close()
    second = make_window(qapp, settings, path)
    qtbot.addWidget(second)
    settled(qtbot, second)
    caret, top = second.work.page.view.place()
    assert caret == before[0]
    # Lines may break elsewhere in this window: what stood at the top is in the first line.
    assert 0 <= before[1] - top < LINE
    second.close()
    second.session.jobs.wait()
