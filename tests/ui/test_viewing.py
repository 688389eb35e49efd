"""A click on an evidence card shows the source; nothing in it is run."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QUrl
from PySide6.QtGui import QColor, QDesktopServices, QImage, QImageWriter, QTextCursor
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from factcheck.actions.evidence import Source, attach
from factcheck.store import reports
from factcheck.ui.viewer.window import ViewerWindow
from factcheck.ui.window import Window
from tests.ui.driving import click, dialog, press
from tests.ui.hands import Keyboard
from tests.ui.test_names import nameless

TEXT = "Storage at year’s end:\u00a014.2 million\n<b>not bold</b> 🌉"


def png(width: int = 40, height: int = 30) -> bytes:
    picture = QImage(width, height, QImage.Format.Format_RGB32)
    picture.fill(QColor("teal"))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert QImageWriter(buffer, QByteArray(b"png")).write(picture)
    return bytes(buffer.data().data())


@pytest.fixture
def look(qtbot: QtBot, sample: Window) -> Callable[[Source], ViewerWindow]:
    """Attach a source to the chosen statement and click its card."""

    def look(source: Source) -> ViewerWindow:
        sample.work.go_to_open()
        sample.session.do(attach, statement=sample.work.choice.statement, source=source)
        card = sample.work.panel.evidence.cards[-1]
        card.setFocus()
        press(qtbot, "Return", card)
        viewer = dialog(qtbot, sample, ViewerWindow)
        sample.session.jobs.wait()
        qtbot.waitUntil(lambda: "being read" not in viewer.remark.text())
        return viewer

    return look


def test_a_text_is_shown_as_it_is(qtbot: QtBot, look) -> None:
    viewer = look(Source(file_name="note.txt", content=TEXT.encode()))
    assert viewer.text.hasFocus()
    assert not viewer.picture.isVisible()
    assert viewer.text.document().toRawText().replace("\u2029", "\n") == TEXT
    assert nameless(viewer) == []
    press(qtbot, "Escape", viewer)
    assert not viewer.isVisible()


def test_selected_words_become_the_excerpt(qtbot: QtBot, sample: Window, look) -> None:
    viewer = look(Source(file_name="note.txt", content=TEXT.encode()))
    assert not viewer.take.isEnabled()
    press(qtbot, "Ctrl+Home", viewer.text)
    viewer.text.moveCursor(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    click(qtbot, viewer.take)
    detail = reports.detail(sample.session.open_desk(), sample.work.choice.statement)
    assert detail.citations[-1].citation.excerpt == "Storage at year’s end:\u00a014.2 million"
    sample.work.undo()
    detail = reports.detail(sample.session.open_desk(), sample.work.choice.statement)
    assert detail.citations[-1].citation.excerpt == ""


@pytest.mark.parametrize("word", ["word ", "x", "🌉"])
def test_a_long_line_is_laid_out_in_pieces(qtbot: QtBot, look, word: str) -> None:
    text = word * 150_000
    viewer = look(Source(file_name="long.txt", content=text.encode()))
    document = viewer.text.document()
    assert document.toRawText().replace("\u2029", "") == text
    assert document.blockCount() > 50
    press(qtbot, "Ctrl+A", viewer.text)
    assert viewer.chosen()["excerpt"] == text.strip()


@pytest.mark.parametrize(("size", "shown"), [((40, 30), (40, 30)), ((4000, 1000), (2000, 500))])
def test_a_picture_is_shown_no_larger_than_needed(look, size, shown) -> None:
    viewer = look(Source(file_name="scan.png", content=png(*size)))
    assert viewer.picture.isVisible()
    pixmap = viewer.picture.pixmap()
    assert (pixmap.width(), pixmap.height()) == shown


@pytest.mark.parametrize(
    "source",
    [
        Source(file_name="run.exe", content=b"MZ\0"),
        Source(file_name="broken.png", content=b"\x89PNG\r\n\x1a\n"),
        Source(file_name="drawing.svg", content=b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
    ],
)
def test_anything_else_can_only_be_saved(
    qtbot: QtBot, sample: Window, look, tmp_path: Path, source: Source
) -> None:
    viewer = look(source)
    assert not viewer.text.isVisible()
    assert not viewer.picture.isVisible()
    assert "Save a copy and open it where you trust it." in viewer.remark.text()
    click(qtbot, viewer.save)
    target = tmp_path / "copy.bin"
    dialog(qtbot, sample, QFileDialog)
    viewer.close()
    Keyboard(qtbot, sample).name_file(target)
    qtbot.waitUntil(target.exists)
    sample.session.jobs.wait()
    assert target.read_bytes() == source.content


def test_a_web_address_opens_only_when_asked(
    qtbot: QtBot, look, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    viewer = look(Source(url="https://example.org/page", note="Seen at noon."))
    assert viewer.text.document().toRawText() == "Seen at noon."
    assert not viewer.save.isVisible()
    assert opened == []
    assert viewer.browse.text() == "Open example.org in the browser"
    click(qtbot, viewer.browse)
    assert opened == [QUrl("https://example.org/page")]


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://gоv.example/minutes", "xn--gv-fmc.example"),  # its second letter is Cyrillic
        ("https://bank.example@evil.example/", "evil.example"),
        ("https://bank.example\\@evil.example/", "evil.example"),
    ],
)
def test_the_host_is_shown_as_it_will_be_asked(look, url: str, host: str) -> None:
    assert look(Source(url=url)).browse.text() == f"Open {host} in the browser"


@pytest.mark.parametrize(
    "url", ["https:///etc/passwd", "http://two words.example/", "https://[::1"]
)
def test_an_address_without_a_host_is_not_offered(look, url: str) -> None:
    viewer = look(Source(url=url))
    assert viewer.remark.text() != ""
    assert not viewer.browse.isVisible()


def test_without_an_address_no_browser_is_offered(look) -> None:
    assert not look(Source(note="Seen at noon.")).browse.isVisible()


def test_the_keys_of_the_search_are_those_of_the_article(
    qtbot: QtBot, sample: Window, look
) -> None:
    sample.work.shortcuts.choose("edit.find", "Alt+Q")
    viewer = look(Source(file_name="note.txt", content=TEXT.encode()))
    press(qtbot, "Ctrl+F", viewer)
    assert not viewer.searching.bar.isVisible()
    press(qtbot, "Alt+Q", viewer)
    assert viewer.searching.bar.isVisible()
