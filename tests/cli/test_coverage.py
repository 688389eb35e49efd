"""What is left of an article, and words in which there is nothing to check."""

import pytest

from tests.making import TEXT


def left(ok, desk):
    (shape,) = ok("coverage", desk, "--json").json
    return [sentence["text"] for sentence in shape["left"]]


def test_coverage_counts_sentences_and_lists_what_is_left(ok, marked):
    (shape,) = ok("coverage", marked, "--article", "1", "--json").json
    article = ok("articles", marked, "--json").json[0]["id"]
    last = TEXT.index("🌉")
    assert shape["left"][-1] == {"start": last, "end": len(TEXT), "text": TEXT[last:]}
    del shape["left"]
    assert shape == {"article": article, "sentences": 4, "covered": 1, "marked": 1, "ticked": 0}


def test_it_is_told_in_lines_without_json(ok, marked):
    lines = ok("coverage", marked).text.splitlines()
    assert lines[0] == "1 of 4 sentences covered"
    assert lines[1] == "  0–35  Harbour bridge opens two years late"


def test_words_are_ticked_and_that_is_taken_back(ok, marked):
    before = left(ok, marked)
    ok("tick", marked, "1", "--quote", "Harbour bridge opens two years late")
    assert left(ok, marked) == before[1:]
    ok("untick", marked, "1", "--start", "3", "--end", "9")
    assert left(ok, marked) == before
    assert ok("undo", marked).text == "Undone: take a tick away"


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("untick", "--quote", "Harbour"), "These words are not ticked."),
        (("tick",), "It is not clear which words are meant."),
        (("tick", "--quote", "Tunnel"), "are not in the text"),
    ],
)
def test_what_can_t_be_done_is_said(run, marked, arguments, complaint):
    command, *where = arguments
    outcome = run(command, marked, "1", *where)
    assert outcome.code == 2
    assert complaint in outcome.errors[0]
