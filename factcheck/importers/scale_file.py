"""A scale written down in a file: a name and steps, as TOML or as JSON, in the same words.

    name = "House scale"
    [[steps]]
    word = "Holds up"
    meaning = "The sources bear it out."
    tone = "green"
    symbol = "✓"
    value = 2            # may be left out
    code = "holds-up"    # only for a step that was called otherwise before

What ``factcheck scale list --json`` prints of a scale can be read again.
"""

from __future__ import annotations

import json
import tomllib
from typing import Any

from factcheck.domain.model import ScaleStep
from factcheck.errors import FactcheckError

_TEXTS = ("word", "meaning", "tone", "symbol")
_STEP_KEYS = {*_TEXTS, "value", "code"}
_SCALE_KEYS = {"name", "steps", "id", "version", "articles"}


def read_scale(name: str, content: bytes) -> tuple[str, tuple[ScaleStep, ...]]:
    """Return a scale’s name and steps, not yet proved to be a scale.

    ``name`` is the file's: what ends in .toml is TOML, anything else JSON. Raises FactcheckError
    for what can't be read, lacks something or holds something unknown.
    """
    found = _parse(name, content)
    if not isinstance(found, dict):
        raise _unfit(name, "holds no scale", "Write “name” and “steps”.")
    _require_known(name, "the scale", found, _SCALE_KEYS)
    steps = found.get("steps")
    if not isinstance(steps, list) or not all(isinstance(step, dict) for step in steps):
        raise _unfit(name, "has no “steps”", "List them, each with word, meaning, tone and symbol.")
    return (
        _text(name, "the scale", found, "name"),
        tuple(_step(name, f"step {place}", step) for place, step in enumerate(steps, start=1)),
    )


def _parse(name: str, content: bytes) -> object:
    try:
        text = content.decode("utf-8-sig")
        return tomllib.loads(text) if name.lower().endswith(".toml") else json.loads(text)
    except (ValueError, RecursionError) as error:
        raise _unfit(name, f"can’t be read: {error}", "Write TOML or JSON in UTF-8.") from error


def _step(name: str, where: str, found: dict[str, Any]) -> ScaleStep:
    _require_known(name, where, found, _STEP_KEYS)
    word, meaning, tone, symbol = (_text(name, where, found, key) for key in _TEXTS)
    value = found.get("value")
    if value is not None and (isinstance(value, bool) or not isinstance(value, int)):
        raise _unfit(name, f"has a “value” in {where} that is no whole number", "Change it.")
    code = _text(name, where, {"code": ""} | found, "code")
    return ScaleStep(code, word, meaning, tone, symbol, value)


def _text(name: str, where: str, found: dict[str, Any], key: str) -> str:
    if not isinstance(found.get(key), str):
        raise _unfit(name, f"has no “{key}” in {where}", "Give it, between quotation marks.")
    return str(found[key])


def _require_known(name: str, where: str, found: dict[str, Any], known: set[str]) -> None:
    for key in sorted(found.keys() - known):
        hint = f"Use {', '.join(sorted(known))}."
        raise _unfit(name, f"has something unknown in {where}: “{key}”", hint)


def _unfit(name: str, fault: str, hint: str) -> FactcheckError:
    return FactcheckError(f"“{name}” {fault}.", hint)
