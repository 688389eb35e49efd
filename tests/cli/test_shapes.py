"""The JSON that scripts rely on: every key, every type."""

import pytest

from factcheck.domain.canonical import sha256_of
from tests.making import TEXT

NONE = type(None)
IMPORTED = {
    **dict.fromkeys(("id", "title", "sha256", "came_in"), str),
    "characters": int,
    "remarks": list,
}
ARTICLE = {
    **dict.fromkeys(("id", "title", "byline", "publication", "url", "language"), str),
    **dict.fromkeys(("number", "revisions", "statements", "judged", "approved"), int),
    "published": (str, NONE),
}
STATEMENT = {
    **dict.fromkeys(("id", "article", "kind", "state"), str),
    **dict.fromkeys(("reason", "correction", "checker", "reviewer"), str),
    **dict.fromkeys(("number", "evidence"), int),
    **dict.fromkeys(("verdict", "due"), (str, NONE)),
    "spans": list,
}
SPAN = {"start": int, "end": int, "quote": str}
EVIDENCE = {
    **dict.fromkeys(("id", "citation", "statement", "kind", "title", "url"), str),
    **dict.fromkeys(("stance", "excerpt", "locator"), str),
    "captures": list,
}
CAPTURE = {
    "sha256": str,
    "media_type": str,
    "size": int,
    "name": str,
    "characters": (int, NONE),
    "remarks": list,
}
EVENT = {
    **dict.fromkeys(("id", "at", "actor", "action", "about", "reason", "hash"), str),
    "undoes": (str, NONE),
    "changes": list,
}
CHANGE = {"table": str, "id": str, "before": (dict, NONE), "after": (dict, NONE)}


def fits(found, shape):
    assert set(found) == set(shape)
    assert [key for key in shape if not isinstance(found[key], shape[key])] == []
    return True


@pytest.fixture
def worked(ok, marked):
    ok("verdict", marked, "1", "fix", "--reason", "It was $40.6 million.", "--correction", "x")
    ok("undo", marked)
    ok("redo", marked)
    return marked


def test_import(ok, desk, bridge):
    (found,) = ok("import", desk, bridge, "--json").json
    assert fits(found, IMPORTED)
    assert (found["characters"], found["sha256"]) == (len(TEXT), sha256_of(TEXT))


def test_articles(ok, worked, bridge):
    ok("import", worked, bridge, "--title", "Zweite Brücke 🌉")
    one, two = ok("articles", worked, "--json").json
    assert fits(one, ARTICLE)
    assert fits(two, ARTICLE)
    assert (one["number"], one["statements"], one["judged"], one["approved"]) == (1, 1, 1, 0)
    assert (two["number"], two["title"], two["published"]) == (2, "Zweite Brücke 🌉", None)


def test_mark_and_statements(ok, worked):
    made = ok("mark", worked, "1", "--start", "0", "--end", "7", "--json").json
    assert fits(made, STATEMENT)
    assert (made["number"], made["verdict"], made["state"]) == (1, None, "to check")
    assert made["spans"] == [{"start": 0, "end": 7, "quote": "Harbour"}]
    first, second = ok("statements", worked, "--json").json
    assert first == made
    assert fits(second, STATEMENT)
    assert all(fits(span, SPAN) for span in second["spans"])
    assert (second["verdict"], second["reason"]) == ("fix", "It was $40.6 million.")
    assert (second["correction"], second["checker"], second["kind"]) == ("x", "Ada Reed", "number")


def test_offsets_are_code_points(ok, desk, bridge):
    ok("import", desk, bridge)
    made = ok("mark", desk, "1", "--quote", "It carries", "--json").json
    (span,) = made["spans"]
    assert TEXT[span["start"] : span["end"]] == "It carries"
    assert "🌉" in TEXT[: span["start"]]


def test_evidence(ok, worked, tmp_path):
    scan = tmp_path / "scan.png"
    scan.write_bytes(b"\x89PNG")
    found = ok(
        *("evidence", worked, "1", "--file", scan, "--url", "https://city.example", "--json"),
        *("--stance", "refutes", "--excerpt", "40.6", "--locator", "p. 3"),
    ).json
    assert fits(found, EVIDENCE)
    (copy,) = found["captures"]
    assert fits(copy, CAPTURE)
    assert copy == {
        "sha256": sha256_of(b"\x89PNG"),
        "media_type": "image/png",
        "size": 4,
        "name": "scan.png",
        "characters": None,
        "remarks": [],
    }
    assert (found["kind"], found["title"], found["locator"]) == ("image", "scan.png", "3")
    assert (found["stance"], found["excerpt"]) == ("refutes", "40.6")


def test_history(ok, worked):
    whole = ok("history", worked, "--json").json
    own = ok("history", worked, "1", "--json").json
    assert all(fits(event, EVENT) for event in whole)
    assert all(fits(change, CHANGE) for event in whole for change in event["changes"])
    assert [event for event in whole if event in own] == own
    assert [(event["action"], event["about"]) for event in own] == [
        ("mark", ""),
        ("verdict: Fix", ""),
        ("undo", "verdict: Fix"),
        ("redo", "verdict: Fix"),
    ]
    assert own[2]["undoes"] == own[1]["id"]
    assert own[1]["changes"][-1]["before"] is None


def test_json_is_utf_8_and_not_escaped(ok, desk, bridge):
    ok("import", desk, bridge, "--title", "Brücke 🌉")
    assert "Brücke 🌉".encode() in ok("articles", desk, "--json").output


@pytest.mark.parametrize("command", ["articles", "statements"])
def test_an_empty_desk_gives_an_empty_list(ok, desk, command):
    assert ok(command, desk, "--json").json == []
    assert ok(command, desk).output == b""
