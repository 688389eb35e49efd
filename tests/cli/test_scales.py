import json

import pytest

HOUSE = """
name = "House"
[[steps]]
word = "Holds"
meaning = "The sources bear it out."
tone = "green"
symbol = "+"
value = 1
[[steps]]
word = "False"
meaning = "The sources say otherwise."
tone = "red"
symbol = "-"
"""
SCALE = {"id": str, "name": str, "version": int, "steps": list, "articles": list}
STEP_TEXTS = ("code", "word", "meaning", "tone", "symbol")


@pytest.fixture
def house(tmp_path):
    path = tmp_path / "house.toml"
    path.write_text(HOUSE, encoding="utf-8")
    return path


def listed(ok, desk):
    return {scale["name"]: scale for scale in ok("scale", "list", desk, "--json").json}


def test_every_key_of_a_scale(ok, marked):
    (article,) = (each["id"] for each in ok("articles", marked, "--json").json)
    scales = listed(ok, marked)
    assert list(scales) == ["Newsroom outcomes", "Truth scale"]
    for scale in scales.values():
        assert {key: type(value) for key, value in scale.items()} == SCALE
        for step in scale["steps"]:
            assert {key: type(value) for key, value in step.items()} == {
                **dict.fromkeys(STEP_TEXTS, str),
                "value": int,
            }
    assert [scale["articles"] for scale in scales.values()] == [[article], []]


def test_the_list_tells_what_each_step_means(ok, desk):
    text = ok("scale", "list", desk).text
    assert text.startswith("Newsroom outcomes, version 1\n")
    assert "half-true       ◑ Half true: Right and wrong in like measure." in text


def test_a_scale_is_defined_from_a_file_and_the_same_again_is_no_event(ok, desk, house):
    name = ok("scale", "define", desk, house).text
    assert listed(ok, desk)["House"]["id"] == name
    events = len(ok("history", desk, "--json").json)
    assert ok("scale", "define", desk, house, "--json").json["id"] == name
    assert len(ok("history", desk, "--json").json) == events


def test_what_is_listed_can_be_changed_and_defined_again(ok, marked, house, tmp_path):
    ok("scale", "define", marked, house)
    ok("verdict", marked, "1", "holds", "--reason", "See the ledger.")
    scale = listed(ok, marked)["House"]
    scale["steps"][0]["word"] = "Stands"
    changed = tmp_path / "house.json"
    changed.write_text(json.dumps(scale), encoding="utf-8")
    after = ok("scale", "define", marked, changed, "--json").json
    assert (after["version"], after["steps"][0]["code"]) == (2, "holds")
    assert ok("statements", marked, "--json").json[0]["verdict"] == "holds"
    ok("undo", marked)
    assert listed(ok, marked)["House"]["version"] == 1


def test_verdicts_are_looked_for_first_on_the_scale_of_the_article(run, ok, marked, house):
    ok("scale", "define", marked, house)
    ok("scale", "choose", marked, "1", "house")
    assert len(listed(ok, marked)["House"]["articles"]) == 1
    ok("verdict", marked, "1", "false", "--reason", "See the ledger.")
    (event,) = [e for e in ok("history", marked, "--json").json if e["action"] == "verdict: False"]
    (given,) = [c["after"] for c in event["changes"] if c["table"] == "verdict"]
    assert given["scale_id"] == listed(ok, marked)["House"]["id"]
    assert ok("verify", marked)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("define", "DESK", "gone.toml"), "gone.toml"),
        (("choose", "DESK", "7", "Truth scale"), "There is no article “7”"),
        (("choose", "DESK", "1", "Traffic light"), "There is no scale “Traffic light”."),
        (("paint", "DESK"), "No such command 'paint'"),
    ],
)
def test_what_can_t_be_done_is_said_and_changes_nothing(run, marked, arguments, message):
    before = marked.read_bytes()
    outcome = run("scale", *(marked if part == "DESK" else part for part in arguments))
    assert outcome.code == 2
    assert message in outcome.errors[0]
    assert marked.read_bytes() == before


def test_a_step_that_can_t_be_is_named(run, desk, house):
    before = desk.read_bytes()
    house.write_text(HOUSE.replace('"red"', '"pink"'), encoding="utf-8")
    outcome = run("scale", "define", desk, house, "--as", "Somebody New")
    assert outcome.code == 2
    assert outcome.errors == [
        "factcheck: Step 2 has an unknown colour, “pink”. "
        "Use one of: green, amber, violet, red, blue, grey."
    ]
    assert desk.read_bytes() == before
