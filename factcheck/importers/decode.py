"""Bytes of a foreign file to canonical text: the one place that knows encodings."""

from __future__ import annotations

import codecs
from dataclasses import dataclass, replace

from factcheck.domain.canonical import REPLACEMENT, canonical
from factcheck.domain.encodings import encoding_name
from factcheck.domain.imported import Encoding, Known
from factcheck.errors import FactcheckError

# UTF-32's little-endian mark begins with that of UTF-16, so it is looked for first.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Pages that declare these are read as Windows-1252 by every browser (WHATWG Encoding, 4.2).
_READ_AS_WINDOWS = {"ascii", "iso8859-1"}
# What Python can decode besides, but no browser does: each would change plain letters.
_NOT_ON_PAGES = ("utf-7", "utf-16", "utf-32", "unicode", "raw-unicode", "punycode", "idna")
_SHIFTING = ("iso2022", "hz")
_BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class Decoded:
    """A canonical text and sentences about what was guessed or replaced in it."""

    text: str
    remarks: tuple[str, ...] = ()
    encoding: Encoding | None = None


def decode(source: bytes, declared: str = "") -> Decoded:
    """Read bytes as text: by byte order mark, as strict UTF-8, as declared, then by a guess.

    Raises FactcheckError where nothing fits.
    """
    marked = next((name for mark, name in _MARKS if source.startswith(mark)), "")
    if marked:
        return _by_mark(source, marked)
    if b"\0" in source:
        raise _not_text()
    said = (_as_browsers_do(declared), Known.DECLARED)
    valid = ("utf-8", Known.VALID)
    # These write letters as ASCII behind a sign, which is UTF-8 too, but other words.
    for encoding, known in (said, valid) if said[0].startswith(_SHIFTING) else (valid, said):
        text = _try(source, encoding)
        if text is not None:
            return _read(text, encoding, known)
    return _by_guess(source)


def as_declared(source: bytes, declared: str) -> str | None:
    """Return bytes as the text that somebody says they are; None where they are not."""
    return _try(source, _as_browsers_do(declared))


def decode_as(source: bytes, encoding: str, name: str) -> str:
    """Read bytes in the encoding that a person says. Raises FactcheckError where it is not that."""
    text = _try(source, encoding)
    if text is None:
        raise FactcheckError(
            f"“{name}” can’t be {encoding_name(encoding)}: some of its bytes mean nothing in it.",
            "Choose another encoding.",
        )
    return text


def _read(text: str, encoding: str, known: Known, *remarks: str) -> Decoded:
    return replace(clean(text, *remarks), encoding=Encoding(encoding, known, len(text)))


def clean(text: str, *remarks: str) -> Decoded:
    """Make a text canonical; a remark says how many characters had to be replaced."""
    result = canonical(text.lstrip(_BOM))
    return Decoded(result.text, (*remarks, *replaced_remark(result.replaced)))


def replaced_remark(count: int) -> tuple[str, ...]:
    """Say how many characters became U+FFFD; nothing for none."""
    if not count:
        return ()
    what = "1 character" if count == 1 else f"{count} characters"
    return (f"{what} that no text may hold became “{REPLACEMENT}”.",)


def _by_mark(source: bytes, encoding: str) -> Decoded:
    text = _try(source, encoding)
    if text is None:
        raise FactcheckError(
            f"This file begins like {encoding.upper()} text, but goes on as something else.",
            "Open it in the program that wrote it and save it as UTF-8 text.",
        )
    return _read(text, encoding, Known.MARK)


def _as_browsers_do(declared: str) -> str:
    try:
        name = codecs.lookup(declared).name
    except (LookupError, ValueError):
        return ""
    if name.replace("_", "-").startswith(_NOT_ON_PAGES):
        return ""
    return "cp1252" if name in _READ_AS_WINDOWS else name


def _try(source: bytes, encoding: str) -> str | None:
    try:
        return source.decode(encoding) if encoding else None
    except (LookupError, UnicodeError):
        return None


def _by_guess(source: bytes) -> Decoded:
    from factcheck.importers.guessing import guess

    encoding = guess(source)
    text = _try(source, encoding)
    if text is None:
        raise _not_text()
    said = (
        f"The file does not say how its letters are stored; {encoding_name(encoding)} was "
        "guessed. Look at accents, quotation marks and dashes."
    )
    return _read(text, encoding, Known.GUESSED, said)


def _not_text() -> FactcheckError:
    return FactcheckError(
        "This file is not text.", "Save it as HTML or as UTF-8 text and bring in that file."
    )
