"""The names that Word gives to styles and fields: the same ones stand in DOCX and in RTF."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.domain.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterable

_HEADING = re.compile(r"heading (\d)$")
_LINK = re.compile(r'^\s*HYPERLINK\s+(?:"([^"]*)"|([^\s\\"]\S*))', re.IGNORECASE)
_FIELDS = {"FORMTEXT", "FORMCHECKBOX", "FORMDROPDOWN"}
_QUOTES = {"quote", "intense quote", "block text", "quotations"}
_BODY_LEVEL = 9  # the outline level of words that are no heading, counted from 0


def setting(
    names: set[str], outlines: Iterable[int | None], *, listed: bool
) -> tuple[BlockKind, int]:
    """Return kind and level of a paragraph.

    ``names`` are those of its style and of the styles that it is based on, in small letters;
    ``outlines`` their outline levels from 0, its own first, None where nothing is said.
    """
    level = _heading_level(names, outlines)
    if level:
        return BlockKind.HEADING, level
    if listed:
        return BlockKind.LIST_ITEM, 0
    if names & _QUOTES:
        return BlockKind.QUOTE, 0
    return (BlockKind.CAPTION if "caption" in names else BlockKind.PARAGRAPH), 0


def link_of(instruction: str) -> str:
    """Return the address that a field leads to, "" where it is no link."""
    found = _LINK.match(instruction)
    return (found[1] or found[2] or "") if found else ""


def is_form_field(instruction: str) -> bool:
    """Say whether a field is to be filled in."""
    return instruction.strip().upper().startswith(tuple(_FIELDS))


def _heading_level(names: set[str], outlines: Iterable[int | None]) -> int:
    """Return the level, from 1, of a heading by its style's name or its outline level; else 0."""
    if "title" in names:
        return 1
    named = [int(found[1]) for found in map(_HEADING.match, names) if found]
    if named:
        return max(1, min(named))
    outline = next((level for level in outlines if level is not None), _BODY_LEVEL)
    return outline + 1 if outline < _BODY_LEVEL else 0
