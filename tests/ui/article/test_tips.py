import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from factcheck.ui.article.highlights import HighlightIndex
from factcheck.ui.article.tips import Tips
from tests.ui.article.conftest import TEXT


@pytest.fixture
def tip(view, at, marked, monkeypatch):
    """What is shown while the mouse rests on some words."""
    shown = []
    monkeypatch.setattr(QToolTip, "showText", lambda _at, text, _widget: shown.append(text))
    view.set_index(HighlightIndex([marked("40.5 million", 1), marked("million crowns", 2)]))
    Tips(view, lambda statement: f"{statement} <b> Ada")

    def rest(words: str) -> str:
        point = at(TEXT.index(words)) + QPoint(2, 0)
        asked = QHelpEvent(QEvent.Type.ToolTip, point, view.viewport().mapToGlobal(point))
        QApplication.sendEvent(view.viewport(), asked)
        return shown.pop()

    return rest


def test_a_line_is_shown_for_each_statement_as_plain_words(tip):
    assert tip("40.5") == "<qt>s1 &lt;b&gt; Ada</qt>"
    assert tip("million") == "<qt>s1 &lt;b&gt; Ada<br>s2 &lt;b&gt; Ada</qt>"
    assert tip("harbour") == ""
