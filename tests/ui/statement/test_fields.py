import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from factcheck.ui.statement.fields import GrowingEdit


@pytest.fixture
def field(qtbot):
    box = QWidget()
    made = GrowingEdit(least=2, most=6)
    QVBoxLayout(box).addWidget(made)
    box.resize(300, 600)
    qtbot.addWidget(box)
    with qtbot.waitActive(box):
        box.show()
    made.box = box
    return made


def test_it_grows_with_its_text_up_to_its_most(field):
    line = field.fontMetrics().lineSpacing()
    empty = field.height()
    field.set_text("one\ntwo")
    assert field.height() == empty
    field.set_text("\n".join("abcd"))
    four = field.height()
    assert four - empty == pytest.approx(2 * line, abs=3)
    field.set_text("\n".join("line " * 40))
    assert field.height() - empty == pytest.approx(4 * line, abs=3)
    field.set_text("")
    assert field.height() == empty


@pytest.mark.parametrize("lines", [1, 2, 3, 5])
@pytest.mark.parametrize("family", ["Noto Sans", "Noto Serif"])
def test_all_lines_are_seen_while_it_can_grow(field, lines, family):
    field.setFont(QFont(family))
    field.set_text("\n".join("x" * lines))
    assert field.verticalScrollBar().maximum() == 0


@pytest.mark.parametrize("text", ["up 19\u00a0%", "one\n\ntwo", "👩\u200d🚒 a\u0301"])
def test_what_is_put_in_comes_out(field, text):
    field.set_text(text)
    assert field.text() == text


@pytest.mark.parametrize(
    ("key", "modifiers"),
    [
        (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
    ],
)
def test_its_own_keys_are_claimed_before_a_shortcut_of_the_window(field, key, modifiers):
    asked = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifiers)
    asked.ignore()
    field.event(asked)
    assert asked.isAccepted()


def test_a_plain_return_is_typing(field, qtbot):
    with qtbot.assertNotEmitted(field.given):
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == "\n"
