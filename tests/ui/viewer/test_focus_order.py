"""Tab goes as the eye does, although the pages come in after the buttons."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests import pdfs
from tests.ui.test_focus_order import from_the_top, jumps, walked


@pytest.mark.parametrize("searching", [False, True])
def test_a_pdf(qtbot: QtBot, look, *, searching: bool) -> None:
    viewer = look(pdfs.report())
    if searching:
        viewer.search()
    start = QApplication.focusWidget()
    assert start is not None
    assert viewer.isAncestorOf(start)
    stops = walked(qtbot, start)
    assert viewer.pdf.area in stops or viewer.pdf.canvas in stops
    assert jumps(from_the_top(stops, viewer), viewer) == []
