from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.model import Block, BlockKind, StatementKind
from factcheck.domain.workflow import State
from factcheck.exporters.unsourced import unsourced, write_draft, write_list
from factcheck.importers.docx import read_docx
from tests.exporters.building import TEXT, cited, evidence, make_data, statement

AT = datetime(2026, 3, 5, 9, 30, tzinfo=UTC)
QUOTES = ("14 to 9", "$40.5 million", "the council’s own forecast says")


KINDS = (StatementKind.OTHER, StatementKind.NUMBER, StatementKind.ATTRIBUTION)


def asked(*states: State):
    return make_data(
        statement(place + 1, TEXT, QUOTES[place], state=state, kind=KINDS[place])
        for place, state in enumerate(states)
    )


def test_what_has_a_source_or_is_at_an_end_is_not_asked():
    data = asked(State.TO_CHECK, State.CUT, State.DISMISSED)
    backed = statement(4, TEXT, "3,290 people", citations=(cited(evidence("Forecast")),))
    data = make_data([*data.statements, backed])
    assert [each.number for each in unsourced(data)] == [1]


def test_the_list_holds_the_words_and_a_line_for_each_answer():
    assert write_list(asked(State.TO_CHECK, State.IN_CHECKING)).decode() == (
        "Lindmouth gets its tram\n"
        "Sources wanted: 2 of 2 statements\n"
        "\n1. “14 to 9”\n   Source: \n"
        "\n2. “$40.5 million” (number)\n   Source: \n"
    )


def test_the_draft_comes_back_with_each_question_on_its_words():
    back = read_docx(
        write_draft(asked(State.TO_CHECK, State.IN_CHECKING), "Ada Reed", AT), "a.docx"
    )
    assert back.text == TEXT
    assert [block.kind for block in back.blocks][:6] == [
        BlockKind.HEADING,
        BlockKind.PARAGRAPH,
        BlockKind.PARAGRAPH,
        BlockKind.HEADING,
        BlockKind.QUOTE,
        BlockKind.LIST_ITEM,
    ]
    assert back.byline == "Rosa Field"
    assert [back.text[note.start : note.end] for note in back.annotations] == [*QUOTES[:2]]
    one, two = back.annotations
    assert (one.author, one.date) == ("Ada Reed", "2026-03-05T09:30:00Z")
    assert one.text.startswith("Source?")
    assert one.text.endswith("(Statement 1)")
    assert two.text.endswith("(Statement 2, number)")


def test_the_same_questions_are_written_alike():
    one, two = (
        read_docx(write_draft(asked(State.TO_CHECK), "Ada Reed", AT), "a.docx") for _ in range(2)
    )
    assert one.annotations == two.annotations
    assert one.proposals == two.proposals


WORDS = st.text("ab 🚋é\t\n“<&]>", min_size=1, max_size=40).filter(
    lambda text: text.strip() == text
)


@given(WORDS, st.data())
def test_any_words_and_any_overlaps_come_back(text, data):
    places = st.tuples(st.integers(0, len(text) - 1), st.integers(1, len(text)))
    chosen = [
        (start, end)
        for start, end in data.draw(st.lists(places, max_size=4))
        if text[start:end].strip() == text[start:end] != ""
    ]
    made = [_on(text, number, place) for number, place in enumerate(chosen, start=1)]
    blocks = (Block(BlockKind.PARAGRAPH, 0, len(text)),)
    report = make_data(made, text=text, blocks=blocks)
    back = read_docx(write_draft(report, "Ada", AT), "a.docx")
    assert back.text == text
    assert sorted((note.start, note.end) for note in back.annotations) == sorted(chosen)


def _on(text: str, number: int, place: tuple[int, int]):
    made = statement(number, "x", "x")
    start, end = place
    span = replace(made.spans[0], start=start, end=end, quote=text[start:end])
    return replace(made, spans=(span,))


@pytest.mark.parametrize("level", [1, 3, 12])
def test_headings_keep_their_level_as_far_as_word_has_it(level):
    blocks = (Block(BlockKind.HEADING, 0, 5, level=level), Block(BlockKind.PARAGRAPH, 7, 12))
    report = make_data([], text="Title\n\nWords", blocks=blocks)
    back = read_docx(write_draft(report, "Ada", AT), "a.docx")
    assert back.blocks[0].level == min(level, 9)
