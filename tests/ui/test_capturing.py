"""Pages are kept, checked again and compared; the web is a server on loopback that tests allow."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from factcheck.domain.diff import Piece, PieceKind
from factcheck.domain.ids import CaptureId, EvidenceId
from factcheck.domain.model import Capture
from factcheck.store import reports
from factcheck.store.visits import captures, visits
from factcheck.ui.dialogs.address import AddressDialog
from factcheck.ui.dialogs.attach import AttachDialog
from factcheck.ui.dialogs.compare import CompareDialog
from factcheck.ui.dialogs.import_article import ConfirmImportDialog
from factcheck.ui.window import Window
from tests.fetching.conftest import visitor
from tests.fetching.server import Server, page
from tests.making import START
from tests.ui.driving import click, dialog, press, type_text
from tests.webs import HTML

FETCHING = 20_000  # milliseconds: the first page wakes a worker
OTHER = HTML.replace(b"Tuesday", b"Wednesday")


@pytest.fixture
def server() -> Iterator[Server]:
    server = Server()
    server.pages["/bridge"] = page(HTML, "Content-Type: text/html")
    yield server
    server.close()


@pytest.fixture
def chosen(sample: Window, server: Server) -> Window:
    """The sample with a statement, on a machine from which the test's server can be asked."""
    sample.session.fetch = visitor().fetch
    sample.work.go_to_open()
    return sample


def newest(window: Window):
    return reports.detail(window.session.open_desk(), window.work.choice.statement).citations[-1]


def attach(qtbot: QtBot, window: Window, url: str, *, excerpt: str = "", keep: bool = True) -> None:
    press(qtbot, "E", window.work.page.view)
    asked = dialog(qtbot, window, AttachDialog)
    assert asked.keep_page.isChecked() == asked.keep_page.isEnabled()
    qtbot.keyClicks(asked.url, url)
    qtbot.keyClicks(asked.excerpt, excerpt)
    if asked.keep_page.isChecked() != keep:
        qtbot.keyClick(asked.keep_page, Qt.Key.Key_Space)
    click(qtbot, asked.ok)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.waitUntil(lambda: newest(window).evidence.url == url)


def looked(qtbot: QtBot, window: Window, times: int) -> None:
    """Wait until a source was looked for so many times, and all work about it has ended."""
    desk = window.session.open_desk()
    source = newest(window).evidence.id
    qtbot.waitUntil(lambda: len(visits(desk, source)) == times, timeout=FETCHING)
    window.session.jobs.wait()


def on_card(qtbot: QtBot, window: Window, keys: str) -> None:
    """Press keys on the newest card, once it is there."""
    card = window.work.panel.evidence.cards[-1]
    qtbot.waitUntil(card.isVisible)
    card.setFocus()
    qtbot.waitUntil(card.hasFocus)
    press(qtbot, keys, card)


def told(window: Window) -> str:
    return window.work.panel.evidence.cards[-1].accessibleDescription()


def test_a_source_is_attached_with_a_copy_of_its_page(
    qtbot: QtBot, chosen: Window, server: Server
) -> None:
    attach(qtbot, chosen, server.address("/bridge"), excerpt="on Tuesday")
    looked(qtbot, chosen, 1)
    assert "A copy of the page was kept." in chosen.message.text()
    assert "archived copy of" in told(chosen)
    assert newest(chosen).evidence.title == "Bridge opens"
    press(qtbot, "Ctrl+Z", chosen.work.page.view)
    assert newest(chosen).captures == ()
    assert newest(chosen).evidence.title == server.address("/bridge")


def test_without_the_tick_nobody_is_asked(qtbot: QtBot, chosen: Window, server: Server) -> None:
    attach(qtbot, chosen, server.address("/bridge"), keep=False)
    chosen.session.jobs.wait()
    assert server.asked == []
    assert newest(chosen).visit is None


def test_a_page_is_checked_again_by_key_and_compared(
    qtbot: QtBot, chosen: Window, server: Server
) -> None:
    attach(qtbot, chosen, server.address("/bridge"), excerpt="on Tuesday")
    looked(qtbot, chosen, 1)
    on_card(qtbot, chosen, "W")
    looked(qtbot, chosen, 2)
    assert "says what the newest copy says" in chosen.message.text()
    assert "unchanged on" in told(chosen)
    server.pages["/bridge"] = page(OTHER, "Content-Type: text/html")
    on_card(qtbot, chosen, "W")
    looked(qtbot, chosen, 3)
    assert "It does not hold “on Tuesday”." in chosen.message.text()
    assert "did not hold these words" in told(chosen)
    on_card(qtbot, chosen, "Shift+W")
    asked = dialog(qtbot, chosen, CompareDialog)
    qtbot.waitUntil(lambda: "Tuesday, Wednesday," in asked.changes.toPlainText())
    assert asked.remark.text().startswith("1 stretches went, 1 came")
    assert "No longer in it: “on Tuesday”" in asked.lost.text()
    asked.old.setFocus()
    press(qtbot, "Down", asked.old)
    qtbot.waitUntil(lambda: asked.remark.text() == "Their words are the same.")
    press(qtbot, "Escape", asked)


def test_a_page_that_is_gone_is_unreachable_and_never_dead(
    qtbot: QtBot, chosen: Window, server: Server
) -> None:
    server.pages["/bridge"] = page(b"Gone", status="404 Not Found")
    attach(qtbot, chosen, server.address("/bridge"))
    looked(qtbot, chosen, 1)
    assert chosen.message.text().startswith("Unreachable on ")
    assert "404 Not Found" in chosen.message.text()
    assert "unreachable on" in told(chosen)
    assert "dead" not in told(chosen) + chosen.message.text()


def test_a_long_page_is_taken_in_beside_the_window(
    qtbot: QtBot, chosen: Window, server: Server
) -> None:
    words = b"".join(b"<p>%d people crossed the bridge on that day.</p>" % n for n in range(6_000))
    server.pages["/bridge"] = page(HTML.replace(b"</article>", words + b"</article>"))
    attach(qtbot, chosen, server.address("/bridge"), excerpt="5999 people crossed")
    looked(qtbot, chosen, 1)
    qtbot.waitUntil(lambda: "A copy of the page was kept." in chosen.message.text())
    assert not newest(chosen).lost
    qtbot.waitUntil(lambda: "archived copy of" in told(chosen))


def test_the_menu_of_a_card_offers_it(qtbot: QtBot, chosen: Window, server: Server) -> None:
    attach(qtbot, chosen, server.address("/bridge"), keep=False)
    card = chosen.work.panel.evidence.cards[-1]
    qtbot.keyClick(card, Qt.Key.Key_Menu)
    card._open_menu(card.mapToGlobal(card.rect().center()))
    menu = card.findChild(QMenu)
    words = {action.text().replace("&", ""): action for action in menu.actions()}
    assert "Compare copies…" not in words
    words["Capture the page"].trigger()
    menu.close()
    looked(qtbot, chosen, 1)


def test_a_desk_that_is_read_only_asks_nobody(qtbot: QtBot, chosen: Window, server: Server) -> None:
    attach(qtbot, chosen, server.address("/bridge"), keep=False)
    chosen.session.open_desk().read_only = "Jon has it."
    chosen.work.panel.evidence.cards[-1].capture_requested.emit(newest(chosen).citation.id)
    assert chosen.message.text() == "Jon has it."
    assert server.asked == []


def test_stop_leaves_the_source_without_a_copy(
    qtbot: QtBot, chosen: Window, server: Server
) -> None:
    def never(server: Server) -> Iterator[bytes]:
        server.closing.wait()
        yield b""

    server.pages["/bridge"] = never
    attach(qtbot, chosen, server.address("/bridge"))
    qtbot.waitUntil(lambda: bool(server.asked))
    click(qtbot, chosen.status._job_stop)
    qtbot.waitUntil(lambda: "cancelled" in chosen.message.text())
    assert newest(chosen).visit is None


def test_a_desk_that_stays_away_from_the_web(qtbot: QtBot, chosen: Window, server: Server) -> None:
    switch = chosen.work.actions["desk.web"]
    switch.trigger()
    assert "stays away" in chosen.message.text()
    assert switch.text() == "Allow the &web again"
    attach(qtbot, chosen, server.address("/bridge"), keep=False)
    on_card(qtbot, chosen, "W")
    assert "does not go to the web" in chosen.message.text()
    press(qtbot, "Ctrl+Shift+W", chosen.work.page.view)
    assert "does not go to the web" in chosen.message.text()
    assert not chosen.findChildren(AddressDialog)
    assert server.asked == []
    press(qtbot, "Ctrl+Z", chosen.work.page.view)
    press(qtbot, "Ctrl+Z", chosen.work.page.view)
    assert switch.text() == "Stay away from the &web"


def test_one_copy_alone_is_compared_with_nothing(
    qtbot: QtBot, chosen: Window, server: Server
) -> None:
    attach(qtbot, chosen, server.address("/bridge"))
    looked(qtbot, chosen, 1)
    on_card(qtbot, chosen, "Shift+W")
    assert "nothing to compare" in chosen.message.text()
    assert len(captures(chosen.session.open_desk(), newest(chosen).evidence.id)) == 1


def test_an_article_is_imported_from_its_address(
    qtbot: QtBot, chosen: Window, server: Server
) -> None:
    press(qtbot, "Ctrl+Shift+W", chosen.work.page.view)
    asked = dialog(qtbot, chosen, AddressDialog)
    asked.field.clear()
    assert not asked.ok.isEnabled()
    type_text(qtbot, server.address("/bridge"))
    press(qtbot, "Return")
    qtbot.waitUntil(
        lambda: any(each.isVisible() for each in chosen.findChildren(ConfirmImportDialog)),
        timeout=FETCHING,
    )
    confirm = dialog(qtbot, chosen, ConfirmImportDialog)
    qtbot.keyClick(confirm, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: chosen.work.page.article.title == "Bridge opens")
    assert chosen.work.page.article.url == server.address("/bridge")


def test_an_address_that_gives_no_page_is_told(
    qtbot: QtBot, chosen: Window, server: Server
) -> None:
    server.pages["/bridge"] = page(b"Gone", status="410 Gone")
    chosen.work.importing.take_address(server.address("/bridge"))
    qtbot.waitUntil(lambda: "410 Gone" in chosen.message.text(), timeout=FETCHING)


def test_changes_of_any_size_are_shown_at_once(qtbot: QtBot, window: Window) -> None:
    at = START
    copies = tuple(
        Capture(CaptureId(str(n)), EvidenceId("1"), "0" * 64, "application/warc", 9, "a", at)
        for n in range(2)
    )
    asked = CompareDialog(copies, (), at, window)
    qtbot.addWidget(asked)
    huge = Piece(PieceKind.ADDED, "x" * 1_000_000)
    asked.show_changes(*copies, (Piece(PieceKind.SAME, "Words "), huge))
    assert asked.remark.text().endswith("This is the beginning.")
    lines = asked.changes.toPlainText().splitlines()
    assert max(map(len, lines)) <= 510
    assert sum(map(len, lines)) == 200_000
    asked.show_changes(copies[1], copies[1], ())
    assert asked.changes.toPlainText(), "an answer about two others is passed over"
