"""The pages of a PDF: turned, enlarged, searched; selected words become the excerpt."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from factcheck.domain.locators import LocatorKind
from factcheck.importers.pdf_pages import pages
from factcheck.ui.viewer.window import ViewerWindow
from factcheck.ui.window import Window
from tests import pdfs
from tests.ui.driving import click, press, type_text
from tests.ui.test_names import nameless

STORED = "14.2 million"


def point_of(viewer: ViewerWindow, quote: str, *, end: bool = False) -> QPoint:
    """Return where on the paper the words begin, or end."""
    canvas = viewer.pdf.canvas
    start = canvas.words.text.index(quote)
    box = canvas.box_of(start, start + len(quote))
    return QPointF(box.right() - 1 if end else box.left() + 1, box.center().y()).toPoint()


def drag_over(qtbot: QtBot, viewer: ViewerWindow, quote: str) -> None:
    canvas, button = viewer.pdf.canvas, Qt.MouseButton.LeftButton
    qtbot.mousePress(canvas, button, pos=point_of(viewer, quote))
    qtbot.mouseMove(canvas, point_of(viewer, quote, end=True))
    qtbot.mouseRelease(canvas, button, pos=point_of(viewer, quote, end=True))


def go(qtbot: QtBot, viewer: ViewerWindow, key: str, index: int) -> None:
    """Press a key and wait until the page is drawn."""
    press(qtbot, key)
    assert viewer.pdf.index == index
    qtbot.waitUntil(lambda: viewer.pdf.canvas.words is not None)


def colours(viewer: ViewerWindow, point: QPoint) -> set[str]:
    """Return the colours of the paper around a point, those of letters apart."""
    picture = viewer.pdf.canvas.grab().toImage()
    return {
        picture.pixelColor(point.x() + right, point.y() + down).name()
        for right in range(12)
        for down in range(-6, 6)
    }


def test_the_first_page_is_on_show_and_everything_has_a_name(look) -> None:
    viewer = look(pdfs.report())
    assert viewer.pdf.bar.field.text() == "1"
    assert viewer.pdf.bar.said() == "of 4, printed “i”"
    assert "Annual report" in viewer.pdf.canvas.accessibleDescription()
    assert not viewer.remark.isVisible()
    assert not viewer.take.isEnabled()
    assert nameless(viewer) == []


def test_a_pdf_is_known_by_its_beginning_whatever_its_name(look) -> None:
    assert look(pdfs.report(), "annual report").pdf is not None


def test_pages_are_turned_by_keys_and_by_buttons(qtbot: QtBot, look) -> None:
    viewer = look(pdfs.report())
    go(qtbot, viewer, "Alt+Right", 1)
    go(qtbot, viewer, "Ctrl+PgDown", 2)
    go(qtbot, viewer, "Alt+Left", 1)
    go(qtbot, viewer, "Alt+End", 3)
    assert not viewer.pdf.bar.on.isEnabled()
    click(qtbot, viewer.pdf.bar.back)
    assert viewer.pdf.index == 2
    go(qtbot, viewer, "Alt+Home", 0)
    assert not viewer.pdf.bar.back.isEnabled()


def test_page_down_scrolls_and_then_turns(qtbot: QtBot, look) -> None:
    viewer = look(pdfs.report())
    scrolling = viewer.pdf.area.verticalScrollBar()
    qtbot.waitUntil(lambda: scrolling.maximum() > 0)
    while scrolling.value() < scrolling.maximum():
        go(qtbot, viewer, "PgDown", 0)
    go(qtbot, viewer, "PgDown", 1)
    assert scrolling.value() == 0
    go(qtbot, viewer, "PgUp", 0)
    assert scrolling.value() == scrolling.maximum()


@pytest.mark.parametrize(("typed", "index"), [("3", 2), ("i", 0), ("99", 1), ("x", 1)])
def test_a_page_is_typed_by_its_number_or_its_label(qtbot, look, typed: str, index: int) -> None:
    viewer = look(pdfs.report())
    go(qtbot, viewer, "Alt+Right", 1)
    viewer.pdf.bar.field.setFocus()
    viewer.pdf.bar.field.selectAll()
    type_text(qtbot, typed)
    press(qtbot, "Return")
    assert viewer.pdf.index == index
    assert viewer.pdf.bar.field.text() == str(index + 1)
    assert viewer.isVisible()


def test_zooming_draws_the_page_anew_and_fitting_follows_the_width(qtbot, look) -> None:
    viewer = look(pdfs.report())
    canvas, area = viewer.pdf.canvas, viewer.pdf.area
    fitting = canvas.width()
    assert fitting == pytest.approx(area.viewport().width() - 24, abs=16)
    press(qtbot, "Ctrl++")
    assert canvas.width() == pytest.approx(fitting * 1.2, abs=1)
    wide = round(canvas.width() * canvas.devicePixelRatioF())
    qtbot.waitUntil(lambda: abs(viewer.pdf.pages.page(0).picture.width - wide) <= 2)
    press(qtbot, "Ctrl+0")
    press(qtbot, "Ctrl+-")
    assert canvas.width() < fitting


def test_dragged_words_become_the_excerpt_with_their_page(
    qtbot: QtBot, sample: Window, look, citation
) -> None:
    viewer = look(pdfs.report(), excerpt="before", locator="¶ 9")
    go(qtbot, viewer, "Alt+Right", 1)
    drag_over(qtbot, viewer, STORED)
    click(qtbot, viewer.take)
    kept = citation()
    assert kept.excerpt == STORED
    assert (kept.locator_kind, kept.locator, kept.page_index) == (LocatorKind.PAGE, "1", 1)
    assert viewer.remark.text() == "Kept as the excerpt, p. 1."
    sample.work.undo()
    assert (citation().excerpt, citation().locator, citation().page_index) == ("before", "9", None)


def test_a_double_click_selects_a_word_and_shift_selects_on(qtbot: QtBot, look) -> None:
    viewer = look(pdfs.report())
    canvas, button = viewer.pdf.canvas, Qt.MouseButton.LeftButton
    qtbot.mouseDClick(canvas, button, pos=point_of(viewer, "harbour"))
    assert viewer.pdf.excerpt() == "harbour"
    shift = Qt.KeyboardModifier.ShiftModifier
    qtbot.mouseClick(canvas, button, shift, point_of(viewer, "extended", end=True))
    assert viewer.pdf.excerpt() == "harbour was extended"


def test_words_are_selected_by_keyboard_in_the_text_of_the_page(
    qtbot: QtBot, look, citation
) -> None:
    viewer = look(pdfs.report())
    go(qtbot, viewer, "Alt+Right", 1)
    press(qtbot, "Ctrl+T")
    words = viewer.pdf.words
    assert words.hasFocus()
    assert words.shown == pages(pdfs.report(), [(1, 1.0)])[0].words.text
    cursor = words.document().find("14.2")
    cursor.setPosition(cursor.selectionStart())
    words.setTextCursor(cursor)
    for _ in STORED:
        press(qtbot, "Shift+Right")
    press(qtbot, "Alt+S")
    qtbot.waitUntil(lambda: "Kept" in viewer.remark.text())
    assert (citation().excerpt, citation().page_index) == (STORED, 1)
    press(qtbot, "Ctrl+T")
    assert viewer.pdf.area.hasFocus()


def test_an_excerpt_behind_an_emoji_is_that_excerpt(qtbot: QtBot, look) -> None:
    viewer = look(pdfs.report())
    go(qtbot, viewer, "Alt+Right", 1)
    press(qtbot, "Ctrl+T")
    words = viewer.pdf.words
    words.setTextCursor(words.document().find("notwithstanding"))
    assert viewer.pdf.excerpt() == "notwithstanding"


@pytest.mark.parametrize("place", [{"locator": "p. 1"}, {"locator": "page 2"}])
def test_a_cited_page_is_opened_and_the_excerpt_is_tinted(look, place: dict[str, str]) -> None:
    excerpts = {"p. 1": "14.2  mil-\nlion", "page 2": "Turned round"}
    viewer = look(pdfs.report(), excerpt=excerpts[place["locator"]], **place)
    assert viewer.pdf.bar.said().endswith(place["locator"][-1] + "”")
    quote = {"p. 1": STORED, "page 2": "Turned round"}[place["locator"]]
    assert "#fbeacb" in colours(viewer, point_of(viewer, quote))


def test_a_kept_excerpt_leads_back_to_its_page(qtbot: QtBot, sample: Window, look) -> None:
    viewer = look(pdfs.report())
    go(qtbot, viewer, "Alt+Right", 1)
    go(qtbot, viewer, "Alt+Right", 2)
    drag_over(qtbot, viewer, "storage grew")
    click(qtbot, viewer.take)
    press(qtbot, "Escape", viewer)
    card = sample.work.panel.evidence.cards[-1]
    with qtbot.waitSignal(card.clicked):
        press(qtbot, "Return", card)
    again = next(each for each in sample.findChildren(ViewerWindow) if each.isVisible())
    qtbot.waitUntil(lambda: again.pdf is not None and again.pdf.canvas.words is not None)
    assert again.pdf.index == 2


def test_words_are_found_on_all_pages(qtbot: QtBot, look) -> None:
    viewer = look(pdfs.report())
    press(qtbot, "Ctrl+F")
    type_text(qtbot, "STORAGE")
    bar = viewer.searching.bar
    qtbot.waitUntil(lambda: bar.said() == "1 of 2")
    assert viewer.pdf.index == 1
    qtbot.waitUntil(lambda: viewer.pdf.excerpt() == "Storage")
    press(qtbot, "Return")
    assert bar.said() == "2 of 2"
    assert viewer.pdf.index == 2
    qtbot.waitUntil(lambda: viewer.pdf.excerpt() == "storage")
    press(qtbot, "F3")
    assert (bar.said(), viewer.pdf.index) == ("1 of 2", 1)
    press(qtbot, "Shift+F3")
    assert (bar.said(), viewer.pdf.index) == ("2 of 2", 2)
    type_text(qtbot, "x")
    assert bar.said() == "Not found"
    press(qtbot, "Escape")
    assert not bar.isVisible()
    assert viewer.isVisible()
    assert viewer.pdf.area.hasFocus()


def test_places_found_are_tinted(qtbot: QtBot, look) -> None:
    viewer = look(pdfs.report())
    press(qtbot, "Ctrl+F")
    type_text(qtbot, "the")
    qtbot.waitUntil(lambda: " of " in viewer.searching.bar.said())
    assert "#ffe08a" in colours(viewer, point_of(viewer, "the administration"))
    assert "#c9dcf0" not in colours(viewer, point_of(viewer, "the administration"))


def test_many_pages_are_read_bit_by_bit(
    qtbot: QtBot, look, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("factcheck.ui.viewer.pages._TEXTS_AT_ONCE", 5)
    viewer = look(pdfs.pages_of(12))
    press(qtbot, "Ctrl+F")
    type_text(qtbot, "number 12")
    qtbot.waitUntil(lambda: viewer.searching.bar.said() == "1 of 1")
    assert viewer.pdf.index == 11


def test_a_page_without_words_says_so(qtbot: QtBot, look) -> None:
    viewer = look(pdfs.report())
    press(qtbot, "Alt+End")
    qtbot.waitUntil(viewer.pdf.remark.isVisible)
    assert "no text" in viewer.pdf.remark.text()
    press(qtbot, "Alt+Home")
    assert not viewer.pdf.remark.isVisible()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (pdfs.locked(), "locked by a password"),
        (pdfs.pageless(), "no pages"),
        (pdfs.report()[:3000], "damaged"),
        (b"", "damaged"),
    ],
    ids=["locked", "no pages", "cut off", "empty"],
)
def test_what_can_t_be_shown_is_told_and_can_be_saved(look, content: bytes, told: str) -> None:
    viewer = look(content)
    assert told in viewer.remark.text()
    assert "Save a copy" in viewer.remark.text()
    assert viewer.save.isVisible()
    assert not viewer.take.isVisible()


def test_a_page_that_takes_too_much_is_given_up_alone(
    qtbot: QtBot, look, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("factcheck.ui.viewer.pages._MEGABYTES", 128)
    monkeypatch.setattr("factcheck.ui.viewer.pages._SECONDS", 20)
    viewer = look(pdfs.drawing_itself())
    assert viewer.pdf.remark.text().startswith("This page can’t be shown.")
    assert viewer.save.isVisible()


def test_the_selection_or_all_of_the_page_is_copied(qtbot: QtBot, look) -> None:
    viewer = look(pdfs.report())
    drag_over(qtbot, viewer, "harbour")
    press(qtbot, "Ctrl+C")
    assert QApplication.clipboard().text() == "harbour"
    press(qtbot, "Ctrl+A")
    press(qtbot, "Ctrl+C")
    assert QApplication.clipboard().text().startswith("Annual report The harbour was extended")


def test_closing_stops_the_work(qtbot: QtBot, sample: Window, look) -> None:
    viewer = look(pdfs.report())
    press(qtbot, "Alt+End")
    press(qtbot, "Escape", viewer)
    sample.session.jobs.wait()
    QApplication.processEvents()
    assert not [each for each in sample.findChildren(ViewerWindow) if each.isVisible()]
