from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from factcheck.ui.palette import DARK, LIGHT
from factcheck.ui.window import Window
from tests.ui.driving import press


def ground() -> str:
    return QApplication.palette().color(QPalette.ColorRole.Window).name()


def test_the_key_switches_and_the_choice_is_kept(qtbot: QtBot, sample: Window) -> None:
    settings = sample.session.settings
    assert ground() == LIGHT.panel
    press(qtbot, "Ctrl+Shift+L", sample.work.page.view)
    assert (ground(), settings.appearance) == (DARK.panel, "dark")
    press(qtbot, "Ctrl+Shift+L", sample.work.page.view)
    assert (ground(), settings.appearance) == (LIGHT.panel, "light")


def test_the_menu_goes_back_to_the_system(sample: Window) -> None:
    sample.work.actions["view.appearance"].trigger()
    sample.work.actions["view.system"].trigger()
    # A system that does not tell is light.
    assert (ground(), sample.session.settings.appearance) == (LIGHT.panel, "system")
