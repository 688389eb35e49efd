"""What an importer hands over: a text fit to be kept, and what the file says about itself."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.domain.model import Block


@dataclass(frozen=True, slots=True)
class ImportedArticle:
    """An article read from a file, before anybody has looked at it.

    ``text`` is canonical and ``blocks`` lie inside it in order, in code points. ``title``,
    ``byline``, ``publication``, ``url``, ``published`` and ``language`` are proposals;
    ``published`` is what the file says, not yet read as a date. ``remarks`` are sentences for
    the person: what was left out, replaced or guessed. ``source`` are the file's own bytes.
    """

    text: str
    blocks: tuple[Block, ...]
    title: str
    source: bytes
    source_name: str
    media_type: str
    byline: str = ""
    publication: str = ""
    url: str = ""
    published: str = ""
    language: str = ""
    remarks: tuple[str, ...] = ()
