"""Silence passes: what is logged, said by Qt or asked in a dialog fails the test it happens in.

Qt's own messages are watched by pytest-qt (`qt_log_level_fail` in pyproject.toml).
"""

import logging
from collections.abc import Callable, Iterator

import pytest
from hypothesis import settings
from PySide6.QtWidgets import QColorDialog, QDialog, QFileDialog, QInputDialog, QMenu, QMessageBox

from tests.authorities import MISSING, Authority

MODAL = {
    QDialog: ["exec"],
    QMenu: ["exec"],
    QMessageBox: ["exec", "about", "critical", "information", "question", "warning"],
    QFileDialog: [
        "exec",
        "getExistingDirectory",
        "getOpenFileName",
        "getOpenFileNames",
        "getSaveFileName",
    ],
    QInputDialog: ["exec", "getDouble", "getInt", "getItem", "getMultiLineText", "getText"],
    QColorDialog: ["exec", "getColor"],
}

# A law holds however long it takes to see that, also on a busy machine.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")


@pytest.fixture(autouse=True)
def nothing_logged(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail on a warning. A test that expects one looks at it and calls ``caplog.clear()``."""
    yield
    records = [*caplog.get_records("setup"), *caplog.get_records("call")]
    warnings = [r.getMessage() for r in records if r.levelno >= logging.WARNING]
    assert warnings == []


@pytest.fixture(autouse=True)
def nothing_modal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail instead of waiting for ever. A test that expects a dialog patches it itself."""
    for widget, names in MODAL.items():
        for name in names:
            monkeypatch.setattr(widget, name, _refuse(f"{widget.__name__}.{name}"))


@pytest.fixture(scope="session")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    """Who gives time stamps; a test that wants one is skipped where the extra is missing."""
    if MISSING:
        pytest.skip(f"needs {' and '.join(MISSING)}")
    return Authority(tmp_path_factory.mktemp("authority"))


def _refuse(name: str) -> Callable[..., None]:
    def refuse(*args: object, **kwargs: object) -> None:
        raise AssertionError(f"{name} would wait for somebody")

    return refuse
