"""The words of a statement: moved, taken away, marked everywhere."""

import pytest

from tests.making import TEXT


def quotes(ok, desk, statement=0):
    spans = ok("statements", desk, "--json").json[statement]["spans"]
    return [span["quote"] for span in spans]


def test_words_are_moved(ok, marked):
    start = TEXT.index("cost $40.5")
    ok("resize", marked, "1", "--start", start, "--end", start + 18)
    assert quotes(ok, marked) == ["cost $40.5 million"]
    assert ok("undo", marked).text == "Undone: resize"
    assert quotes(ok, marked) == ["$40.5 million"]


def test_one_of_several_stretches_is_moved_or_taken_away(ok, marked):
    ok("mark", marked, "1", "--quote", "two years", "--add-to", "1")
    ok("resize", marked, "1", "--span", "1", "--start", "21", "--end", "24")
    assert quotes(ok, marked) == ["two", "$40.5 million"]
    ok("remove-words", marked, "1", "--span", "2")
    assert quotes(ok, marked) == ["two"]


@pytest.mark.parametrize("span", [(), ("--span", "0"), ("--span", "3")])
@pytest.mark.parametrize("command", [("remove-words",), ("resize", "--start", "0", "--end", "3")])
def test_of_several_stretches_one_must_be_named(run, ok, marked, command, span):
    ok("mark", marked, "1", "--quote", "two years", "--add-to", "1")
    name, *where = command
    outcome = run(name, marked, "1", *where, *span)
    assert outcome.code == 2
    assert "2 stretches of words. Say which with --span 1 to --span 2" in outcome.errors[0]


def test_the_only_words_stay(run, ok, marked):
    assert run("remove-words", marked, "1").code == 2
    assert quotes(ok, marked) == ["$40.5 million"]


def test_all_places_are_marked_as_one(ok, marked):
    ok("mark", marked, "1", "--quote", "bridge", "--all")
    assert quotes(ok, marked) == ["bridge", "bridge"]
    assert ok("undo", marked).text == "Undone: mark"
