import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NoReturn

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot

from factcheck.actions.demo import make_sample_desk
from factcheck.domain.web import UnreachableError
from factcheck.ui.app import make_window
from factcheck.ui.settings import Settings
from factcheck.ui.window import Window
from tests.ui.driving import settled
from tests.ui.triaging import WORDS, Queue, filled


@pytest.fixture(autouse=True)
def no_part_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail where the program shows a part without its parent: it would flash up as a window."""
    for name in ("show", "setVisible"):
        monkeypatch.setattr(QWidget, name, _watched(getattr(QWidget, name)))


def _watched(show: Callable[..., None]) -> Callable[..., None]:
    def shown(widget: QWidget, *given: bool) -> None:
        show(widget, *given)
        by_program = sys._getframe(1).f_globals["__name__"].startswith("factcheck.")
        if by_program and widget.isVisible() and widget.isWindow():
            assert isinstance(widget, (Window, QDialog, QMenu)), f"{widget} has no parent yet"

    return shown


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    settings = Settings(tmp_path / "settings" / "window.ini")
    settings.person = "Ada Reed"
    settings.appearance = "light"
    return settings


def nobody(url: str, *_sent: bytes, **_rest: object) -> NoReturn:
    """Stand for the web: no test goes there."""
    raise UnreachableError("The web is far away.")


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, settings: Settings) -> Iterator[Window]:
    """The window on the screen, with no desk."""
    window = make_window(qapp, settings, None)
    window.session.fetch = window.session.post = nobody
    qtbot.addWidget(window)
    settled(qtbot, window)
    yield window
    window.session.close()
    window.session.jobs.wait()


@pytest.fixture
def sample(window: Window, tmp_path: Path) -> Window:
    """The window on the sample desk, its one article on show."""
    path = tmp_path / "sample.factcheck"
    make_sample_desk(path)
    assert window.session.open(path)
    return window


@pytest.fixture
def queue(qtbot: QtBot, window: Window, tmp_path: Path) -> Iterator[Queue]:
    queue = Queue(qtbot, window)
    queue.open(filled(tmp_path / "news.factcheck", WORDS))
    yield queue
    window.session.jobs.wait()
