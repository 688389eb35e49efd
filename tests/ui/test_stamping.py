"""Copies are time-stamped from their card; the authority is a server on loopback."""

import sys
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from factcheck.actions.evidence import Source, attach
from factcheck.fetching.fetch import SMALL
from factcheck.store import reports
from factcheck.ui.dialogs.authority import AuthorityDialog
from factcheck.ui.window import Window
from tests.authorities import Authority, needs_stamps
from tests.fetching.conftest import visitor
from tests.fetching.server import Server, page
from tests.ui.driving import click, dialog, press, type_text

ASKING = 20_000  # milliseconds: the first answer wakes a worker


@pytest.fixture
def server() -> Iterator[Server]:
    server = Server()
    yield server
    server.close()


@pytest.fixture
def chosen(sample: Window, server: Server) -> Window:
    """The sample with a statement that has a file, and a server that can be asked."""
    sample.session.post = visitor(SMALL).post
    sample.work.go_to_open()
    source = Source(file_name="minutes.bin", content=b"\0 minutes of the council")
    sample.session.do(attach, statement=sample.work.choice.statement, source=source)
    return sample


def stamps(window: Window):
    desk = window.session.open_desk()
    return reports.detail(desk, window.work.choice.statement).citations[-1].stamps


def ask(qtbot: QtBot, window: Window) -> AuthorityDialog:
    """Open the question from the menu of the newest card."""
    card = window.work.panel.evidence.cards[-1]
    card._open_menu(card.mapToGlobal(card.rect().center()))
    menu = card.findChild(QMenu)
    words = {action.text().replace("&", ""): action for action in menu.actions()}
    words["Time-stamp this copy…"].trigger()
    menu.close()
    return dialog(qtbot, window, AuthorityDialog)


@needs_stamps
def test_a_copy_is_stamped_from_its_card(
    qtbot: QtBot, chosen: Window, server: Server, authority: Authority
) -> None:
    def answer(server: Server) -> Iterator[bytes]:
        yield page(authority.answer(server.asked[-1].partition(b"\r\n\r\n")[2]))

    server.pages["/tsa"] = answer
    asked = ask(qtbot, chosen)
    assert asked.field.text() == "", "no authority is asked unless a person names it"
    assert not asked.ok.isEnabled()
    type_text(qtbot, server.address("/tsa"))
    press(qtbot, "Return")
    qtbot.waitUntil(lambda: "The copy was time-stamped." in chosen.message.text(), timeout=ASKING)
    card = chosen.work.panel.evidence.cards[-1]
    assert "time-stamped on" in card.accessibleDescription()
    assert "by site.test" in card.accessibleDescription()
    assert ask(qtbot, chosen).address() == server.address("/tsa"), "it is remembered"
    press(qtbot, "Escape")
    chosen.activateWindow()
    qtbot.waitUntil(chosen.isActiveWindow)
    press(qtbot, "Ctrl+Z", chosen.work.page.view)
    assert stamps(chosen) == ()


@needs_stamps
def test_what_is_no_time_stamp_is_told_and_not_kept(
    qtbot: QtBot, chosen: Window, server: Server
) -> None:
    server.pages["/tsa"] = page(b"<html>Welcome</html>")
    ask(qtbot, chosen)
    type_text(qtbot, server.address("/tsa"))
    press(qtbot, "Return")
    qtbot.waitUntil(lambda: "is no time stamp" in chosen.message.text(), timeout=ASKING)
    assert stamps(chosen) == ()


@needs_stamps
def test_stop_ends_the_asking(qtbot: QtBot, chosen: Window, server: Server) -> None:
    def never(server: Server) -> Iterator[bytes]:
        server.closing.wait()
        yield b""

    server.pages["/tsa"] = never
    ask(qtbot, chosen)
    type_text(qtbot, server.address("/tsa"))
    press(qtbot, "Return")
    qtbot.waitUntil(lambda: bool(server.asked))
    click(qtbot, chosen.status._job_stop)
    qtbot.waitUntil(lambda: "cancelled" in chosen.message.text())
    assert stamps(chosen) == ()


def test_a_desk_that_stays_away_from_the_web_asks_nobody(qtbot: QtBot, chosen: Window) -> None:
    chosen.work.actions["desk.web"].trigger()
    card = chosen.work.panel.evidence.cards[-1]
    qtbot.waitUntil(card.isVisible)
    card.setFocus()
    chosen.work.actions["statement.stamp"].trigger()
    assert "does not go to the web" in chosen.message.text()
    assert not chosen.findChildren(AuthorityDialog)


def test_a_source_without_a_copy_has_nothing_to_stamp(qtbot: QtBot, chosen: Window) -> None:
    source = Source(note="Saw it myself.")
    chosen.session.do(attach, statement=chosen.work.choice.statement, source=source)
    card = chosen.work.panel.evidence.cards[-1]
    qtbot.waitUntil(card.isVisible)
    card.setFocus()
    chosen.work.actions["statement.stamp"].trigger()
    assert "has no copy of this source" in chosen.message.text()


def test_without_the_library_it_is_told_how_to_get_it(
    qtbot: QtBot, chosen: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "rfc3161_client", None)
    chosen.work.panel.evidence.cards[-1].stamp_requested.emit(
        reports.detail(chosen.session.open_desk(), chosen.work.choice.statement)
        .citations[-1]
        .citation.id
    )
    assert "pip install factcheck[timestamps]" in chosen.message.text()
