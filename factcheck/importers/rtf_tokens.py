"""An RTF file cut into braces, control words and bytes of text, and the code pages of its fonts.

Rich Text Format (RTF) Specification 1.9.1, "RTF Syntax" and "Font Table".
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from collections.abc import Iterator

_TOKEN = re.compile(
    rb"[\r\n]+|([{}])|\\'([0-9A-Fa-f]{2})|\\([A-Za-z]+)(?:(-?[0-9]{1,9})[0-9]*)? ?|\\(.)"
    rb"|([^\\{}\r\n]+)|\\",
    re.DOTALL,
)
_ESCAPED = {b"\\", b"{", b"}"}
_DEEPEST = 10_000
SYMBOLS = "symbols"  # no code page: signs of a font that has its own
_CHARSETS = {
    0: "cp1252",
    2: SYMBOLS,
    77: "mac_roman",
    128: "cp932",
    129: "cp949",
    130: "johab",
    134: "gbk",
    136: "cp950",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
    255: "cp437",
}
_PAGES = {10000: "mac_roman", 936: "gbk", 65001: "utf-8", 1361: "johab"}
_SETS = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}


class Token(NamedTuple):
    """A brace or a control word by its name, with its number; or bytes of text, without a name."""

    name: str
    number: int | None = None
    words: bytes = b""


@dataclass(slots=True)
class Scan:
    """The tokens of a file; ``closes`` has the place of the brace that closes each one's group."""

    tokens: list[Token]
    closes: list[int] = field(default_factory=list)
    whole: bool = True


def scan(source: bytes, name: str) -> Scan:
    """Cut a file into tokens. Raises FactcheckError for what is no RTF or nested absurdly."""
    tokens = list(_tokens(source.removeprefix(codecs.BOM_UTF8).lstrip()))
    if [token.name for token in tokens[:2]] != ["{", "rtf"]:
        raise FactcheckError(
            f"“{name}” is not an RTF file.", "Open it in the program that wrote it, save it anew."
        )
    found = Scan(tokens, [len(tokens)] * len(tokens))
    opened: list[int] = []
    for at, token in enumerate(tokens):
        if token.name == "{":
            opened.append(at)
        elif token.name == "}" and opened:
            found.closes[opened.pop()] = at
        if len(opened) > _DEEPEST:
            raise FactcheckError(
                f"“{name}” is nested too deeply.",
                "Open it in the program that wrote it, save it anew.",
            )
    found.whole = not opened
    return found


def code_page(number: int | None) -> str:
    """Return Python's name of a Windows code page; Western Europe's for one that it lacks."""
    name = _PAGES.get(number or 0, f"cp{number}")
    try:
        codecs.lookup(name)
    except LookupError:
        return "cp1252"
    return name


def code_page_of(word: str) -> str:
    """Return the code page that a word in the head of a file stands for, "" for other words."""
    return _SETS.get(word, "")


def code_page_of_font(charset: int | None) -> str:
    """Return the code page of a font by its character set, "" for that of the file."""
    return _CHARSETS.get(charset or 0, "")


def decoded(words: bytes, codec: str) -> str:
    """Decode text; what the code page lacks becomes lone surrogates, which no text may hold."""
    if codec == SYMBOLS:
        return "".join(chr(0xF000 + each) for each in words)
    return words.decode(codec, "surrogateescape")


def _tokens(source: bytes) -> Iterator[Token]:
    at = 0
    while found := _TOKEN.match(source, at):
        at = found.end()
        brace, code, word, number, sign, words = found.groups()
        if words is not None:
            yield Token("", words=words)
        elif word is not None:
            value = None if number is None else int(number)
            if word == b"bin":  # so many bytes follow that are no text
                at += max(0, value or 0)
            yield Token(word.decode("ascii"), value)
        elif code is not None:
            yield Token("", words=bytes.fromhex(code.decode("ascii")))
        elif brace is not None:
            yield Token(brace.decode("ascii"))
        elif sign in _ESCAPED:
            yield Token("", words=sign)
        elif sign is not None:
            yield Token(sign.decode("latin-1"))
