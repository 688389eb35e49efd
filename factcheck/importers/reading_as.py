"""Read a text once more, in the encoding that a person says its letters are stored in."""

from __future__ import annotations

import codecs
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.domain.imported import Encoding, Known
from factcheck.errors import FactcheckError
from factcheck.importers.content import is_packed, suffix_by_content
from factcheck.importers.decode import decode_as
from factcheck.importers.registry import read

if TYPE_CHECKING:
    from factcheck.domain.imported import ImportedArticle

# What is all text; every other format says part by part how it is stored.
_TEXTS = {"", ".html", ".vtt"}


def read_as(source: bytes, name: str, encoding: str) -> ImportedArticle:
    """Read as ``registry.read`` does. Raises FactcheckError where the file is not in it."""
    if is_packed(source) or suffix_by_content(source, name) not in _TEXTS:
        raise FactcheckError(
            f"“{name}” says itself how its letters are stored.", "Leave the encoding out."
        )
    text = decode_as(source, encoding, name)
    # A mark of UTF-8 goes before anything that the file declares.
    article = read(codecs.BOM_UTF8 + text.encode(errors="replace"), name)
    return replace(article, source=source, encoding=Encoding(encoding, Known.CHOSEN, len(text)))
