"""Widgets in rows, wrapped like words."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QPushButton, QWidget

from factcheck.ui.statement.flow import FlowLayout


@pytest.fixture
def box(qtbot):
    box = QWidget()
    qtbot.addWidget(box)
    flow = FlowLayout(box, spacing=4)
    for height in (20, 30, 20):
        part = QPushButton()
        part.setFixedSize(100, height)
        flow.addWidget(part)
    return box


def places(box):
    return [part.geometry().getRect() for part in box.findChildren(QPushButton)]


def test_each_row_holds_what_fits_amid_its_height(box):
    assert box.layout().heightForWidth(204) == 30 + 4 + 20
    box.layout().setGeometry(QRect(0, 0, 204, 54))
    assert places(box) == [(0, 5, 100, 20), (104, 0, 100, 30), (0, 34, 100, 20)]


@pytest.mark.parametrize("width", [99, 1, 0, -1, -20])
def test_without_room_each_has_a_row_of_its_own(box, width):
    """A bar that is hidden is asked with less than no room."""
    assert box.layout().heightForWidth(width) == 20 + 30 + 20 + 8
