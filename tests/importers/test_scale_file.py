import json

import pytest

from factcheck.domain.model import ScaleStep
from factcheck.errors import FactcheckError
from factcheck.importers.scale_file import read_scale

HOLDS = {"word": "Holds", "meaning": "Borne out.", "tone": "green", "symbol": "✓"}
FALLS = {"word": "Falls", "meaning": "Not so.", "tone": "red", "symbol": "✗"}
STEPS = (
    ScaleStep("", "Holds", "Borne out.", "green", "✓", 2),
    ScaleStep("false", "Falls", "Not so.", "red", "✗", None),
)
TOML = """
name = "House"
[[steps]]
word = "Holds"
meaning = "Borne out."
tone = "green"
symbol = "✓"
value = 2
[[steps]]
word = "Falls"
meaning = "Not so."
tone = "red"
symbol = "✗"
code = "false"
"""


def as_json(*steps, **more):
    return json.dumps({"name": "House", "steps": steps, **more}).encode()


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "with a mark"])
def test_toml_and_json_say_the_same(mark):
    steps = ({**HOLDS, "value": 2}, {**FALLS, "code": "false", "value": None})
    assert read_scale("house.TOML", mark + TOML.encode()) == ("House", STEPS)
    assert read_scale("house.json", mark + as_json(*steps)) == ("House", STEPS)


def test_what_is_listed_of_a_scale_may_stand_there():
    found = as_json(HOLDS, FALLS, id="x", version=3, articles=[])
    assert read_scale("house.json", found)[0] == "House"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"{", "“house.json” can’t be read: "),
        (b"\xff{}", "“house.json” can’t be read: "),
        (b"[" * 100_000, "“house.json” can’t be read: "),
        (b"[]", "“house.json” holds no scale."),
        (b'{"name": "House"}', "“house.json” has no “steps”."),
        (b'{"name": "House", "steps": [1]}', "“house.json” has no “steps”."),
        (b'{"steps": []}', "“house.json” has no “name” in the scale."),
        (as_json(colour="red"), "“house.json” has something unknown in the scale: “colour”."),
        (
            as_json(HOLDS, {**FALLS, "hue": 1}),
            "“house.json” has something unknown in step 2: “hue”.",
        ),
        (as_json({**HOLDS, "word": 7}), "“house.json” has no “word” in step 1."),
        (as_json({**HOLDS, "code": 7}), "“house.json” has no “code” in step 1."),
        (as_json({**HOLDS, "value": "7"}), "“house.json” has a “value” in step 1 that is no whole"),
        (as_json({**HOLDS, "value": True}), "“house.json” has a “value” in step 1 that is no"),
        (as_json({**HOLDS, "value": 1.5}), "“house.json” has a “value” in step 1 that is no whole"),
    ],
)
def test_what_is_no_scale_is_refused_plainly(content, message):
    with pytest.raises(FactcheckError) as refusal:
        read_scale("house.json", content)
    assert refusal.value.message.startswith(message)
    assert refusal.value.hint


def test_broken_toml_says_where():
    with pytest.raises(FactcheckError, match="line 2"):
        read_scale("house.toml", b'name = "House"\nsteps = ?')
