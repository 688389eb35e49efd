"""The words of a statement are shown in the very sentence that they stand in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QWidget

from factcheck.domain.model import Block, BlockKind, Span
from factcheck.ui.queue.in_sentence import InSentence, Sentence, sentence_of

TEXT = (
    "The bridge 🌉 opened.\n\nIt cost $40.5 million, the council said. Nobody was hurt. "
    "It carries 3,290 cars a day.\n\nThe end."
)


def blocks(text):
    found, at = [], 0
    for line in text.split("\n\n"):
        found.append(Block(BlockKind.PARAGRAPH, at, at + len(line)))
        at += len(line) + 2
    return tuple(found)


def span(start, end, text=TEXT):
    return Span("span", "statement", "revision", start, end, text[start:end], "", "")


def spans(*quotes, text=TEXT):
    return [span(text.index(quote), text.index(quote) + len(quote)) for quote in quotes]


def marked(sentence):
    return [sentence.text[start:end] for start, end in sentence.marks]


@pytest.mark.parametrize(
    ("quotes", "shown"),
    [
        (["$40.5 million"], "It cost $40.5 million, the council said."),
        (["🌉 opened"], "The bridge 🌉 opened."),
        (
            ["the council said", "3,290 cars"],
            "It cost $40.5 million, the council said. Nobody was hurt. "
            "It carries 3,290 cars a day.",
        ),
        (["The end."], "The end."),
    ],
)
def test_the_sentence_is_whole_and_the_words_are_marked(quotes, shown):
    sentence = sentence_of(TEXT, blocks(TEXT), spans(*quotes))
    assert sentence.text == shown
    assert marked(sentence) == quotes


def test_of_a_sentence_without_end_only_what_is_near_is_shown():
    text = "and so on " * 200 + "the very words " + "and so on " * 200
    start = text.index("the very words")
    found = sentence_of(text, blocks(text), [span(start, start + 14, text)])
    assert marked(found) == ["the very words"]
    assert found.text.startswith("…")
    assert found.text.endswith("…")
    assert len(found.text) < 520


@given(st.data())
def test_the_marks_are_the_beginning_of_the_words(data):
    start = data.draw(st.integers(0, len(TEXT) - 1))
    end = data.draw(st.integers(start + 1, len(TEXT)))
    found = sentence_of(TEXT, blocks(TEXT), [span(start, end)])
    (words,) = marked(found)
    assert TEXT[start:end].replace("\n", " ").startswith(words.rstrip())


def test_the_widget_says_and_sizes_what_it_shows(qtbot):
    page, widget = QWidget(), InSentence()
    widget.setParent(page)
    qtbot.addWidget(page)
    assert widget.isHidden()
    widget.show_sentence(Sentence("The bridge 🌉 opened. " * 8, ((4, 10),)), "red")
    assert widget.accessibleName().startswith("The bridge")
    assert widget.heightForWidth(200) > 2 * widget.heightForWidth(800)
    widget.show_sentence(None)
    assert widget.isHidden()
