import pytest


@pytest.fixture
def twice(ok, desk, tmp_path):
    """Two articles that say nearly the same; the older statement was judged. Return both ids."""
    ids = []
    for number, text in enumerate(("The bridge cost $40 million", "The bridge cost $41 million")):
        path = tmp_path / f"{number}.txt"
        path.write_text(text, encoding="utf-8")
        ok("import", desk, path)
        marked = ok("mark", desk, number + 1, "--quote", text, "--json").json
        ids.append(marked["id"])
    ok("evidence", desk, ids[0], "--note", "The bill.")
    ok("verdict", desk, ids[0], "false", "--reason", "The bill says 41.")
    return ids


def test_what_was_seen_before_is_listed(ok, desk, twice):
    (found,) = ok("similar", desk, twice[1], "--json").json
    judged = found.pop("judged")
    assert judged.endswith("Z")
    assert found == {
        "id": twice[0],
        "article": ok("articles", desk, "--json").json[0]["id"],
        "title": "The bridge cost $40 million",
        "quote": "The bridge cost $40 million",
        "state": "in checking",
        "verdict": "false",
        "checker": "Ada Reed",
        "evidence": 1,
        "likeness": 0.5,
        "differences": {
            "numbers": {"here": ["$41 million"], "there": ["$40 million"]},
            "negations": {"here": [], "there": []},
            "words": {"here": [], "there": []},
        },
    }
    first, second = ok("similar", desk, twice[1]).text.splitlines()
    assert first == "≠ here: $41 million; there: $40 million  false  The bridge cost $40 million"
    assert twice[0] in second


def test_verdict_and_evidence_are_copied(ok, desk, twice):
    ok("copy", desk, twice[1], twice[0])
    copied = ok("statements", desk, "--json").json[1]
    assert (copied["verdict"], copied["evidence"]) == ("false", 1)
    assert copied["reason"].startswith("As checked in “The bridge cost $40 million”, statement 1, ")
    ok("undo", desk)
    ok("copy", desk, twice[1], twice[0], "--only", "evidence")
    copied = ok("statements", desk, "--json").json[1]
    assert (copied["verdict"], copied["evidence"]) == (None, 1)
