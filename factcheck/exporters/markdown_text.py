"""Makes any text plain text in Markdown: what is escaped, and why.

Covers CommonMark 0.31 and the extensions that GitHub, Pandoc and Obsidian switch on: tables,
strike-through, footnotes, bare links, mathematics, short codes, attributes, mentions.
"""

from __future__ import annotations

import re

from factcheck.domain.canonical import canonical

BREAK = "\\\n"
_SPACES = re.compile(r"[ \t\n]+")
# Everywhere: what can open or close a construct inside a line.
_ALWAYS = re.compile(r"[\\`*_\[\]<>~|^${}#@]|&(?=#?\w+;)")
# Only in company: highlights ==x==, insertions ++x++, comments %%x%%, bare links, short codes.
_IN_COMPANY = re.compile(
    r"=(?==)|(?<==)=|\+(?=\+)|(?<=\+)\+|%(?=%)|(?<=%)%"
    r"|:(?=//)|(?<=www)\.|:(?=[a-z_+-][\w+-]*:)",
    re.IGNORECASE,
)
# At the start of a line: lists (also Pandoc's "(1)", "a.", "iv)"), rules, underlined headings,
# definitions, title blocks.
_LINE_START = re.compile(r"[-+=:%(]|(?:\d{1,9}|[a-zA-Z]|[ivxlcdmIVXLCDM]+)[.)](?=\s|$)")


def escape(text: str) -> str:
    """Escape text that stands in a line, never at its start; line ends become spaces."""
    return _in_line(_SPACES.sub(" ", canonical(text).text).strip(" "))


def escape_lines(text: str) -> str:
    """Escape text that may start a line; its line ends become hard breaks."""
    lines = (line.strip(" \t") for line in canonical(text).text.split("\n"))
    return BREAK.join(_at_start(_in_line(line)) for line in lines)


def escape_piece(text: str, *, at_start: bool) -> str:
    """Escape a part of a paragraph, keeping the white space at both its sides."""
    first, *rest = canonical(text).text.split("\n")
    start = _at_start(_in_line(first.lstrip(" \t"))) if at_start else _in_line(first)
    lines = [start, *(_at_start(_in_line(line.lstrip(" \t"))) for line in rest)]
    return BREAK.join(lines)


def _in_line(text: str) -> str:
    return _IN_COMPANY.sub(r"\\\g<0>", _ALWAYS.sub(r"\\\g<0>", text))


def _at_start(line: str) -> str:
    found = _LINE_START.match(line)
    if not found:
        return line
    mark = found.end() - 1
    return f"{line[:mark]}\\{line[mark:]}"
