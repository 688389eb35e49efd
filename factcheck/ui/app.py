"""Start the window."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QTimer
from PySide6.QtWidgets import QApplication

from factcheck.actions.frozen import serve_if_asked
from factcheck.errors import FactcheckError
from factcheck.ui import fonts, theme, translation
from factcheck.ui.appearance import Appearance
from factcheck.ui.jobs import Jobs
from factcheck.ui.session import Session
from factcheck.ui.settings import Settings
from factcheck.ui.window import Window

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence
    from types import TracebackType

# Of the sample, a statement with a correction and two sources.
_IN_THE_PICTURE = 5
_LAYOUT_MS = 300


def main() -> None:
    """Open the window as the desktop starts it."""
    serve_if_asked(sys.argv[1:])
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Open the window, on a desk if one is named, and return the exit code at its end."""
    asked = _parse(arguments)
    app = QApplication(["factcheck", *theme.IN_FUSION])
    app.setApplicationName("Factcheck")
    app.setDesktopFileName("factcheck")
    translation.install(app, QLocale.system())
    window = make_window(app, Settings(settings_path()), asked.desk)
    tell_faults(window)
    if asked.picture is not None:
        window.settled.connect(lambda: _pose(app, window, asked.picture))
    else:
        window.fit_screen()
    window.show()
    code = app.exec()
    window.session.jobs.wait()
    return code


def make_window(app: QApplication, settings: Settings, desk: Path | None) -> Window:
    """Make the window with all that it needs; the application wears its look."""
    fonts.load_for_shell()
    jobs = Jobs(app)
    appearance = Appearance(app, settings)
    return Window(Session(settings, jobs, app), appearance, desk)


def settings_path() -> Path:
    """Return the file of the window's memory."""
    from platformdirs import user_config_path

    return user_config_path("factcheck", appauthor=False) / "window.ini"


def _parse(arguments: Sequence[str]) -> argparse.Namespace:
    import argparse

    parser = argparse.ArgumentParser(prog="factcheck-window")
    parser.add_argument("desk", nargs="?", type=Path, help="the desk to open")
    parser.add_argument("--picture", type=Path, help="save a picture of the window and leave")
    return parser.parse_args(arguments)


def _pose(app: QApplication, window: Window, path: Path) -> None:
    """Choose a statement, let the layout come to rest, save what is on show, and leave."""
    for _ in range(_IN_THE_PICTURE):
        window.work.page.go(1)
    QTimer.singleShot(_LAYOUT_MS, lambda: _take_picture(app, window, path))


def _take_picture(app: QApplication, window: Window, path: Path) -> None:
    window.grab().save(str(path))
    window.close()
    app.quit()


def tell_faults(window: Window) -> None:
    """Tell what goes wrong outside any verb: known troubles in plain words, a bug once.

    A bug is shown with a button that copies the details of all.
    """
    told: list[str] = []

    def copy() -> None:
        QApplication.clipboard().setText("\n".join(told))

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        known = _known(error)
        if known is not None:
            window.message.show_error(known)
            return
        from factcheck.actions import faults

        details = faults.keep(kind, error, trace)
        sys.stderr.write(details)
        if not told:
            text = window.tr("This is a fault of the program; what you did is saved. See {0}.")
            offer = (window.tr("Copy details"), copy)
            window.message.show_message(text.format(faults.log_path()), warning=True, offer=offer)
        told.append(details)

    sys.excepthook = hook


def _known(error: BaseException) -> FactcheckError | None:
    """Return what the user can mend, also where a view met it while reading the desk."""
    from factcheck.store.errors import as_known

    return error if isinstance(error, FactcheckError) else as_known(error)
