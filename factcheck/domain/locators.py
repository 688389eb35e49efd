"""Where in a source an excerpt stands, as a person writes it."""

from __future__ import annotations

import re
from enum import StrEnum


class LocatorKind(StrEnum):
    """What a locator counts."""

    NONE = ""
    PAGE = "page"
    TIMECODE = "timecode"
    CELL = "cell"
    PARAGRAPH = "paragraph"
    OTHER = "other"


_FORMS = (
    (
        LocatorKind.PAGE,
        # A Roman number stands apart, so that "pixel" and "plate" are no pages.
        re.compile(
            r"(?:pp?\.\s*|(?:pp?|pages?)(?:\s+|(?=\d)))"
            r"(\d[\w\u2013-]*|[ivxlcdm]+(?:[\u2013-][ivxlcdm]+)?)",
            re.IGNORECASE,
        ),
    ),
    (LocatorKind.PARAGRAPH, re.compile(r"(?:¶|par(?:a|agraph)?\.?)\s*(\d+)", re.IGNORECASE)),
    (LocatorKind.TIMECODE, re.compile(r"((?:\d+:)?\d{1,2}:\d{2}(?:[.,]\d+)?)")),
    (LocatorKind.CELL, re.compile(r"((?:[^!]+!)?[A-Z]{1,3}[0-9]+(?::[A-Z]{1,3}[0-9]+)?)")),
)
_SHOWN = {LocatorKind.PAGE: "p. {}", LocatorKind.PARAGRAPH: "¶ {}"}


def parse_locator(text: str) -> tuple[LocatorKind, str]:
    """Split "p. 12", "¶ 3", "1:02:05" or "Sheet1!B7" into its kind and label.

    What fits no form is kept as it is, as OTHER; an empty text is NONE.
    """
    text = text.strip()
    if not text:
        return LocatorKind.NONE, ""
    for kind, form in _FORMS:
        if found := form.fullmatch(text):
            return kind, found[1]
    return LocatorKind.OTHER, text


def show_locator(kind: LocatorKind, label: str) -> str:
    """Write a locator as a reader expects it: "p. 12"."""
    return _SHOWN.get(kind, "{}").format(label)
