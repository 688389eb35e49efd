"""Evidence comes in by drop, by paste, and from the desk itself."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from factcheck.domain.report_data import ReportCitation
from factcheck.store import blobs, reads, reports
from factcheck.ui import attaching
from factcheck.ui.dialogs.attach import AttachDialog
from factcheck.ui.dialogs.frame import Question
from factcheck.ui.window import Window
from tests.ui.driving import click, dialog, press, type_text
from tests.webs import HTML

COPY, LEFT, NONE = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0)


@pytest.fixture
def chosen(sample: Window) -> Window:
    """The sample with a statement that has one source."""
    sample.work.go_to_open()
    return sample


def citations(window: Window) -> tuple[ReportCitation, ...]:
    return reports.detail(window.session.open_desk(), window.work.choice.statement).citations


def carried(*urls: QUrl) -> QMimeData:
    data = QMimeData()
    data.setUrls(list(urls))
    return data


def drop(widget: QWidget, data: QMimeData) -> bool:
    """Drop as the window system does: only where the drag was accepted."""
    middle = widget.rect().center()
    enter = QDragEnterEvent(middle, COPY, data, LEFT, NONE)
    enter.ignore()
    QApplication.sendEvent(widget, enter)
    if enter.isAccepted():
        QApplication.sendEvent(widget, QDropEvent(QPointF(middle), COPY, data, LEFT, NONE))
    return enter.isAccepted()


def answer(qtbot: QtBot, window: Window, then: Callable[[AttachDialog], object]) -> None:
    asked = dialog(qtbot, window, AttachDialog)
    then(asked)
    click(qtbot, asked.ok)
    qtbot.waitUntil(lambda: not asked.isVisible())
    window.activateWindow()


def test_files_dropped_on_the_panel_are_asked_about_one_by_one(
    qtbot: QtBot, chosen: Window, tmp_path: Path
) -> None:
    paths = [tmp_path / name for name in ("one.txt", "two.txt")]
    for path in paths:
        path.write_text(path.name)
    before = len(citations(chosen))
    assert drop(chosen.work.panel, carried(*(QUrl.fromLocalFile(str(each)) for each in paths)))
    asked_about = []
    for _ in paths:
        answer(qtbot, chosen, lambda asked: asked_about.append(asked.attachment().path))
    qtbot.waitUntil(lambda: len(citations(chosen)) == before + 2)
    assert asked_about == paths
    assert {each.evidence.title for each in citations(chosen)} >= {"one.txt", "two.txt"}


def test_a_folder_dropped_on_the_panel_is_a_saved_page(
    qtbot: QtBot, chosen: Window, tmp_path: Path
) -> None:
    folder = tmp_path / "The bridge"
    folder.mkdir()
    (folder / "index.html").write_bytes(HTML)
    assert drop(chosen.work.panel, carried(QUrl.fromLocalFile(str(folder))))
    answer(qtbot, chosen, lambda asked: None)
    qtbot.waitUntil(lambda: citations(chosen)[-1].evidence.title == "The bridge.warc.gz")
    assert citations(chosen)[-1].captures[0].media_type == "application/warc"
    assert not citations(chosen)[-1].unread


def test_a_link_dropped_on_the_panel_is_the_address(qtbot: QtBot, chosen: Window) -> None:
    assert drop(chosen.work.panel, carried(QUrl("https://example.org/page")))
    answer(qtbot, chosen, lambda asked: None)
    assert citations(chosen)[-1].evidence.url == "https://example.org/page"


def test_the_panel_takes_nothing_without_a_statement(sample: Window) -> None:
    drop(sample.work.panel, carried(QUrl("https://example.org/page")))
    assert not sample.findChildren(AttachDialog)


def test_a_field_leaves_files_and_links_to_the_panel(chosen: Window) -> None:
    field = chosen.work.panel.verdict.reasoning
    assert not field.canInsertFromMimeData(carried(QUrl("https://example.org/page")))
    words = QMimeData()
    words.setText("words")
    assert field.canInsertFromMimeData(words)


def test_an_address_is_pasted_on_the_article(qtbot: QtBot, chosen: Window) -> None:
    QGuiApplication.clipboard().setText(" https://example.org/page\n")
    press(qtbot, "Ctrl+V", chosen.work.page.view)
    answer(qtbot, chosen, lambda asked: None)
    assert citations(chosen)[-1].evidence.url == "https://example.org/page"


def test_a_text_is_pasted_as_the_excerpt(qtbot: QtBot, chosen: Window) -> None:
    QGuiApplication.clipboard().setText("Storage rose\nto 14.2 million.")
    press(qtbot, "Ctrl+V", chosen.work.panel.evidence.attach)
    answer(qtbot, chosen, lambda asked: qtbot.keyClicks(asked.url, "example.org/page"))
    assert citations(chosen)[-1].citation.excerpt == "Storage rose\nto 14.2 million."


def test_a_picture_is_pasted_as_a_file(qtbot: QtBot, chosen: Window) -> None:
    picture = QImage(30, 20, QImage.Format.Format_RGB32)
    picture.fill(QColor("teal"))
    QGuiApplication.clipboard().setImage(picture)
    press(qtbot, "Ctrl+V", chosen.work.page.view)
    before = len(citations(chosen))
    answer(qtbot, chosen, lambda asked: None)
    qtbot.waitUntil(lambda: len(citations(chosen)) == before + 1)
    (copy,) = citations(chosen)[-1].captures
    assert (copy.name, copy.media_type) == ("pasted picture.png", "image/png")
    kept = blobs.content_of(chosen.session.open_desk().db, copy.sha256)
    assert QImage.fromData(kept).pixelColor(3, 3) == QColor("teal")


def test_in_a_field_words_are_pasted_as_words(qtbot: QtBot, chosen: Window) -> None:
    QGuiApplication.clipboard().setText("https://example.org/page")
    field = chosen.work.panel.verdict.reasoning
    press(qtbot, "Ctrl+A", field)
    press(qtbot, "Ctrl+V", field)
    assert field.text() == "https://example.org/page"
    assert not chosen.findChildren(AttachDialog)


def test_an_empty_clipboard_is_told(qtbot: QtBot, chosen: Window) -> None:
    QGuiApplication.clipboard().clear()
    press(qtbot, "Ctrl+V", chosen.work.page.view)
    assert "nothing on the clipboard" in chosen.message.text()


@pytest.mark.parametrize("agreed", [True, False])
def test_a_big_file_is_asked_about(
    qtbot: QtBot, chosen: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, agreed: bool
) -> None:
    monkeypatch.setattr(attaching, "BIG", 1_000_000)
    path = tmp_path / "film.mp4"
    path.write_bytes(b"")
    os.truncate(path, 2_000_000)
    before = len(citations(chosen))
    chosen.work.attaching.take_files([path])
    answer(qtbot, chosen, lambda asked: None)
    asked = dialog(qtbot, chosen, Question)
    assert not isinstance(asked, AttachDialog)
    if not agreed:
        press(qtbot, "Escape", asked)
        chosen.session.jobs.wait()
        assert len(citations(chosen)) == before
        return
    click(qtbot, asked.ok)
    qtbot.waitUntil(lambda: len(citations(chosen)) == before + 1)
    assert citations(chosen)[-1].captures[0].size == 2_000_000


def test_a_source_of_the_desk_is_found_and_cited_by_keys(qtbot: QtBot, chosen: Window) -> None:
    press(qtbot, "E", chosen.work.page.view)
    asked = dialog(qtbot, chosen, AttachDialog)
    press(qtbot, "Alt+D", asked)
    qtbot.waitUntil(asked.library.words.hasFocus)
    everything = reads.evidence_like(chosen.session.open_desk(), "", 50)
    assert asked.library.found.count() == len(everything)
    type_text(qtbot, "zzz")
    assert asked.library.nothing.isVisible()
    assert not asked.ok.isEnabled()
    press(qtbot, "Ctrl+A")
    press(qtbot, "Backspace")
    press(qtbot, "Down")
    press(qtbot, "Alt+X", asked)
    type_text(qtbot, "its own excerpt")
    press(qtbot, "Ctrl+Return")
    cited = citations(chosen)[-1]
    assert cited.evidence == everything[1]
    assert cited.citation.excerpt == "its own excerpt"
    assert reads.evidence_like(chosen.session.open_desk(), "", 50) == everything


def test_a_source_of_the_desk_is_found_and_cited_by_clicks(qtbot: QtBot, chosen: Window) -> None:
    click(qtbot, chosen.work.panel.evidence.attach)
    asked = dialog(qtbot, chosen, AttachDialog)
    radio = asked.findChildren(QRadioButton)[3]
    qtbot.mouseClick(radio, LEFT, pos=QPoint(8, radio.height() // 2))
    assert not asked.title.isVisible()
    found = asked.library.found
    third = found.visualItemRect(found.item(2)).center()
    qtbot.mouseClick(found.viewport(), LEFT, pos=third)
    click(qtbot, asked.ok)
    expected = reads.evidence_like(chosen.session.open_desk(), "", 50)[2]
    assert citations(chosen)[-1].evidence == expected


def test_a_file_that_is_gone_brings_the_question_back(
    qtbot: QtBot, chosen: Window, tmp_path: Path
) -> None:
    """What was typed about it is not lost."""
    path = tmp_path / "gone.txt"
    path.write_text("It was here.")
    chosen.work.attaching.take_files([path])
    asked = dialog(qtbot, chosen, AttachDialog)
    asked.excerpt.setFocus()
    type_text(qtbot, "An excerpt")
    path.unlink()
    press(qtbot, "Ctrl+Return")
    qtbot.waitUntil(asked.isVisible)
    assert asked.excerpt.text() == "An excerpt"
    assert asked.missing.text().startswith("“gone.txt” can’t be read:")
