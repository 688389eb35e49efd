import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from factcheck.domain.workflow import State
from factcheck.ui.palette import LIGHT
from factcheck.ui.queue.articles import ArticleList, draw_bar


@pytest.fixture
def articles(qtbot, rows):
    made = ArticleList()
    made.resize(700, 500)
    qtbot.addWidget(made)
    made.show()
    show(made, rows.article(1), rows.article(2, title="The long road"))
    return made


def show(made, *rows):
    by_id = {row.article_id: row for row in rows}
    made.show_articles(list(by_id), lambda wanted: [by_id[name] for name in wanted])


def heard(signal):
    said = []
    signal.connect(lambda *values: said.extend(values))
    return said


def test_return_and_a_double_click_open_the_article(articles, qtbot):
    opened = heard(articles.opened)
    qtbot.keyClick(articles.list, Qt.Key.Key_Down)
    qtbot.keyClick(articles.list, Qt.Key.Key_Return)
    first = articles.list.visualRect(articles.model.index(0, 0)).center()
    viewport = articles.list.viewport()
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=first)
    qtbot.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=first)
    assert opened == ["article-2", "article-1"]


def test_a_screen_reader_hears_how_far_the_work_is(articles):
    said = articles.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == (
        "What is in the water, 9 of 12 judged, Approved 6, Awaiting review 3, To check 3"
    )


def test_an_article_without_statements_says_so(articles, rows):
    assert articles.model.progress(rows.article(judged=0, total=0)) == "no statements yet"


def test_the_current_article_stays_current(articles, rows, qtbot):
    qtbot.keyClick(articles.list, Qt.Key.Key_Down)
    show(articles, rows.article(3), rows.article(1), rows.article(2))
    assert articles.list.currentIndex().row() == 2


def test_an_empty_desk_invites_to_import(articles, qtbot):
    show(articles)
    assert not articles.list.isVisible()
    with qtbot.waitSignal(articles.import_requested):
        qtbot.mouseClick(articles.import_button, Qt.MouseButton.LeftButton)


def test_the_bar_is_divided_by_state(qtbot):
    image = QImage(40, 4, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    counts = ((State.TO_CHECK, 2), (State.APPROVED, 1), (State.AWAITING_REVIEW, 1))
    draw_bar(painter, QRectF(0, 0, 40, 4), counts)
    painter.end()
    at = [image.pixelColor(x, 2).name() for x in (1, 8, 12, 18, 22, 38)]
    green, violet = LIGHT.tone("green").ink, LIGHT.tone("violet").ink
    assert at == [green, green, violet, violet, LIGHT.groove, LIGHT.groove]


def test_lines_are_read_as_they_are_met(articles, rows, qtbot):
    asked = []

    def read(wanted):
        asked.append(len(wanted))
        return [rows.article(int(name.removeprefix("article-"))) for name in wanted]

    articles.show_articles([f"article-{number}" for number in range(20_000)], read)
    bar, last = articles.list.verticalScrollBar(), articles.model.index(19_999, 0)
    qtbot.waitUntil(lambda: not articles.list.visualRect(last).isEmpty())
    qtbot.keyClick(articles.list, Qt.Key.Key_End)
    articles.list.repaint()
    assert articles.list.currentIndex() == last
    assert bar.value() == bar.maximum() > 0
    assert sum(asked) <= 200


def test_the_same_articles_stay_where_they_are(articles, rows, qtbot):
    names = [f"article-{number}" for number in range(300)]
    title = ["Before"]

    def read(wanted):
        return [rows.article(int(n.removeprefix("article-")), title=title[0]) for n in wanted]

    articles.show_articles(names, read)
    qtbot.keyClick(articles.list, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: articles.list.verticalScrollBar().value() > 0)
    value, title[0] = articles.list.verticalScrollBar().value(), "After"
    articles.show_articles(list(names), read)
    assert articles.list.verticalScrollBar().value() == value
    assert articles.list.currentIndex().data() == "After"


def test_an_article_that_has_just_gone_is_an_empty_line(articles):
    articles.show_articles(["gone"], lambda _wanted: [])
    assert not articles.grab().isNull()
    assert articles.model.index(0, 0).data() is None
