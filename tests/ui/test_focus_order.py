"""Tab goes as the eye does: from part to part of the window, in each down and along the rows."""

from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QDialog, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from factcheck.ui.dialogs.scale_editor import ScaleEditor
from factcheck.ui.dialogs.scales import ScalesDialog
from factcheck.ui.window import Window
from tests.ui.driving import dialog, press

OVERLAP = 4
MOST = 200


def walked(qtbot: QtBot, start: QWidget) -> list[QWidget]:
    """Press Tab until it comes round, once all is painted."""
    QApplication.processEvents()
    start.setFocus(Qt.FocusReason.TabFocusReason)
    seen = [start]
    while len(seen) < MOST:
        press(qtbot, "Tab")
        now = QApplication.focusWidget()
        assert now is not None
        if now is start:
            return seen
        assert now not in seen, f"Tab goes in a circle that leaves out {start}"
        seen.append(now)
    raise AssertionError("Tab never comes round")


def place(widget: QWidget, root: QWidget) -> QRect:
    return QRect(widget.mapTo(root, QPoint(0, 0)), widget.size())


def scrolled_in(widget: QWidget) -> QWidget | None:
    """Return the area in which the widget may be scrolled out of sight."""
    above = widget.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    return above


def follows(one: QWidget, other: QWidget, root: QWidget) -> bool:
    """Say whether the eye comes to the other after the one."""
    areas = scrolled_in(one), scrolled_in(other)
    if areas[0] is not areas[1]:
        one, other = areas[0] or one, areas[1] or other
    before, after = place(one, root), place(other, root)
    if after.top() >= before.bottom() - OVERLAP:
        return True
    same_row = after.bottom() > before.top() + OVERLAP
    return same_row and after.left() >= before.right() - OVERLAP


def named(widget: QWidget) -> str:
    text = getattr(widget, "text", str)()
    return f"{type(widget).__name__} “{widget.accessibleName() or text}”"


def jumps(stops: list[QWidget], root: QWidget) -> list[str]:
    """Name the steps that go against the eye, once all is where it will stay."""
    QApplication.processEvents()
    return [
        f"{named(one)} → {named(other)}"
        for one, other in pairwise(stops)
        if not follows(one, other, root)
    ]


def from_the_top(stops: list[QWidget], root: QWidget) -> list[QWidget]:
    first = min(stops, key=lambda each: (place(each, root).top(), place(each, root).left()))
    at = stops.index(first)
    return stops[at:] + stops[:at]


@pytest.mark.parametrize("page", ["show_welcome", "show_articles", "show_article", "show_queue"])
def test_the_window(qtbot: QtBot, sample: Window, page: str) -> None:
    work = sample.work
    getattr(work, page)()
    qtbot.waitUntil(lambda: not work.queue.reader.is_busy())
    work.queue.settle()
    if page == "show_article":
        work.go_to_open()
        work.find()
    work.panel.settle()
    parts = (sample.title_bar, sample.rail, sample.pages, work.panel, sample.status)
    stops = walked(qtbot, sample.title_bar.import_button)
    met = [next(part for part in parts if part.isAncestorOf(stop)) for stop in stops]
    shown = [part for part in parts if part.isVisible()]
    assert list(dict.fromkeys(met)) == shown
    assert met == sorted(met, key=parts.index)
    for part in shown:
        assert jumps([stop for stop in stops if part.isAncestorOf(stop)], part) == []


def test_the_panel_after_its_cards_and_buttons_were_made_anew(qtbot: QtBot, sample: Window) -> None:
    work = sample.work
    work.go_to_open()
    for _ in range(3):
        work.go(1)
    work.go_to_open()
    work.panel.settle()
    stops = walked(qtbot, work.panel.head.kind)
    inside = [stop for stop in stops if work.panel.isAncestorOf(stop)]
    assert stops[: len(inside)] == inside
    assert set(work.panel.verdict.grid.buttons) | set(work.panel.evidence.cards) <= set(inside)
    assert jumps(inside, work.panel) == []


@pytest.mark.parametrize(
    "ask",
    [
        lambda work: work.attaching.ask(),
        lambda work: work.exporting.ask(),
        lambda work: work.importing.paste(),
        lambda work: work.ask_person(),
        lambda work: work.judging.show_history(),
        lambda work: work.helping.show_shortcuts(),
        lambda work: work.judging.ask_details(),
        lambda work: work.scaling.ask(),
    ],
)
def test_dialogs(qtbot: QtBot, sample: Window, ask) -> None:
    sample.work.go(1)
    ask(sample.work)
    asked = dialog(qtbot, sample, QDialog)
    start = QApplication.focusWidget()
    assert start is not None
    stops = walked(qtbot, start)
    assert len(stops) > 1
    assert jumps(from_the_top(stops, asked), asked) == []
    asked.reject()


def test_the_editor_of_scales(qtbot: QtBot, sample: Window) -> None:
    sample.work.scaling.ask()
    scales = dialog(qtbot, sample, ScalesDialog)
    scales.new.click()
    editor = dialog(qtbot, sample, ScaleEditor)
    stops = walked(qtbot, QApplication.focusWidget() or editor)
    assert jumps(from_the_top(stops, editor), editor) == []
    editor.reject()
    scales.reject()


def test_the_import_dialog(qtbot: QtBot, sample: Window, tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_text("A short note\n\nThe bridge cost 40 million.\n", "utf-8")
    sample.work.take_files([path])
    asked = dialog(qtbot, sample, QDialog)
    stops = walked(qtbot, QApplication.focusWidget() or asked)
    assert jumps(from_the_top(stops, asked), asked) == []
    asked.reject()
