"""Longer words and the other direction: nothing is cut off, everything is mirrored."""

import re
from collections.abc import Iterator
from math import ceil

import pytest
from PySide6.QtCore import Qt, QTranslator
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from factcheck.ui.statement.verdict_button import VerdictButton
from factcheck.ui.widgets import ElidedLabel, Pill
from factcheck.ui.window import Window
from tests.ui.driving import dialog

WORD = re.compile(r"[^\W\d_]+(?![^{]*})")
DIALOGS = {
    "attach": lambda work: work.attaching.ask(),
    "export": lambda work: work.exporting.ask(),
    "paste": lambda work: work.importing.paste(),
    "person": lambda work: work.ask_person(),
    "history": lambda work: work.judging.show_history(),
    "details": lambda work: work.judging.ask_details(),
    "shortcuts": lambda work: work.helping.show_shortcuts(),
    "about": lambda work: work.helping.show_about(),
}
PAGES = ["show_welcome", "show_articles", "show_article", "show_queue"]
# These show as much as fits, and the rest in their tooltip.
ELIDING = (ElidedLabel, Pill, VerdictButton)


def stretched(text: str) -> str:
    """Make each word 140 % long; placeholders stay. The brackets show where a text is cut."""
    longer = WORD.sub(lambda word: word[0] + word[0][-1] * ceil(len(word[0]) * 0.4), text)
    return f"[{longer}]" if text.strip() else text


class Pseudo(QTranslator):
    """A language that is English, only longer."""

    def isEmpty(self) -> bool:
        return False

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        # Neither the names of keys nor what Qt puts together from parts.
        return source if context == "QShortcut" or "%" in source else stretched(source)


@pytest.fixture
def longer(qapp: QApplication) -> Iterator[None]:
    translator = Pseudo()
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


@pytest.fixture
def mirrored(qapp: QApplication) -> Iterator[None]:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.fixture
def wide(qtbot: QtBot, longer: None, sample: Window) -> Window:
    sample.resize(1280, 800)
    qtbot.waitUntil(lambda: sample.width() == 1280)
    return sample


def cut(root: QWidget) -> list[str]:
    """Every text that has less room than it needs."""
    found = []
    for widget in root.findChildren(QWidget):
        if not isinstance(widget, QLabel | QAbstractButton) or isinstance(widget, ELIDING):
            continue
        if widget.isVisible() and widget.text() and not fits(widget):
            found.append(f"{type(widget).__name__}: {widget.text()}, {widget.size().toTuple()}")
    return found


def nothing_is_cut(qtbot: QtBot, root: QWidget) -> None:
    """Wait for the layout to come to rest, and look."""

    def check() -> None:
        assert cut(root) == []

    qtbot.waitUntil(check)


def fits(widget: QLabel | QAbstractButton) -> bool:
    if isinstance(widget, QLabel) and widget.wordWrap():
        return widget.heightForWidth(widget.width()) <= widget.height()
    needed = widget.sizeHint()
    return needed.width() <= widget.width() and needed.height() <= widget.height()


def test_the_pseudo_language() -> None:
    assert stretched("&Undo: {0}") == "[&Undooo: {0}]"
    assert len(stretched("Attach evidence")) >= 1.4 * len("Attach evidence")


def test_a_cut_text_is_found(qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    QLabel("Far too long", box).setFixedSize(20, 16)
    box.show()
    assert cut(box) == ["QLabel: Far too long, (20, 16)"]


@pytest.mark.parametrize("page", PAGES)
def test_no_text_of_a_page_is_cut(qtbot: QtBot, wide: Window, page: str) -> None:
    wide.work.go(1)
    getattr(wide.work, page)()
    nothing_is_cut(qtbot, wide)
    assert wide.width() == 1280


def test_no_text_of_any_statement_is_cut(qtbot: QtBot, wide: Window) -> None:
    for _ in range(wide.work.page.total):
        wide.work.go(1)
        nothing_is_cut(qtbot, wide)
        assert wide.width() == 1280


def test_no_text_of_the_panel_is_cut_in_a_narrow_window(qtbot: QtBot, wide: Window) -> None:
    wide.work.go_to_open()
    wide.resize(400, 400)
    scrolled = wide.work.panel.verdict.parentWidget()
    qtbot.waitUntil(lambda: wide.width() < 1280)
    qtbot.waitUntil(lambda: scrolled.width() >= scrolled.minimumSizeHint().width())
    assert scrolled.width() <= scrolled.parentWidget().width()


@pytest.mark.usefixtures("longer")
def test_no_text_of_the_empty_window_is_cut(qtbot: QtBot, window: Window) -> None:
    window.resize(1280, 800)
    nothing_is_cut(qtbot, window)


@pytest.mark.parametrize("name", DIALOGS)
def test_no_text_of_a_dialog_is_cut(qtbot: QtBot, wide: Window, name: str) -> None:
    wide.work.go(1)
    DIALOGS[name](wide.work)
    asked = dialog(qtbot, wide, QDialog)
    assert asked.windowTitle().startswith("[")
    nothing_is_cut(qtbot, asked)
    assert asked.width() <= 1280
    assert asked.height() <= 800
    asked.reject()


@pytest.mark.usefixtures("mirrored")
def test_right_to_left_mirrors_the_window(sample: Window) -> None:
    sample.work.go(1)
    QApplication.processEvents()
    panel, pages = sample.work.panel, sample.pages
    middle = sample.width() // 2
    assert sample.rail.geometry().right() == sample.rect().right()
    assert panel.mapTo(sample, panel.rect().topRight()).x() < middle
    assert pages.mapTo(sample, pages.rect().topRight()).x() <= sample.rail.x()
    assert sample.title_bar.export_button.x() < middle
    assert sample.status.person.x() < middle


@pytest.mark.usefixtures("mirrored")
def test_right_to_left_mirrors_the_search(qtbot: QtBot, sample: Window) -> None:
    sample.work.finder.open()
    field = sample.title_bar.finder
    key = next(child for child in field.children() if isinstance(child, QLabel))
    assert key.x() < field.width() // 2
    assert sample.rect().contains(sample.work.finder.popup.geometry())
