"""What an importer hands over: a text fit to be kept, and what the file says about itself."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from factcheck.domain.model import Block


class Wording(StrEnum):
    """How the tracked changes of a draft are read; both are two revisions."""

    ACCEPTED = "accepted"
    ORIGINAL = "original"
    BOTH = "both"


class AnnotationKind(StrEnum):
    """What a writer hung on words."""

    COMMENT = "comment"
    FOOTNOTE = "footnote"
    ENDNOTE = "endnote"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer to a comment; ``date`` as the file says it."""

    author: str
    date: str
    text: str


@dataclass(frozen=True, slots=True)
class Annotation:
    """What hangs on ``text[start:end]`` (code points) of an article; ``date`` as the file says it.

    One that marks a point only hangs on the words of its sentence up to there.
    """

    kind: AnnotationKind
    start: int
    end: int
    text: str = ""
    author: str = ""
    date: str = ""
    url: str = ""
    resolved: bool = False
    replies: tuple[Reply, ...] = ()


class Known(StrEnum):
    """How it is known in which encoding the letters of a file are stored."""

    MARK = "as its first bytes say"
    VALID = "all of it valid"
    DECLARED = "as it declares"
    GUESSED = "a guess"
    CHOSEN = "as you chose"


@dataclass(frozen=True, slots=True)
class Encoding:
    """How the bytes of a file were read as ``characters`` code points; ``name`` is Python's."""

    name: str
    known: Known
    characters: int


# The fields of an article that a file and its text make proposals for.
PROPOSED = ("title", "byline", "publication", "url", "published", "language")


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a place (``source``, in a person's words) says for one of the PROPOSED fields.

    A date stands as ``str(PartialDate)`` where it could be read, else as it was found.
    """

    field: str
    text: str
    source: str


@dataclass(frozen=True, slots=True)
class ImportedArticle:
    """An article read from a file, before anybody has looked at it.

    ``text`` is canonical and ``blocks`` lie inside it in order, in code points. ``title``,
    ``byline``, ``publication``, ``url``, ``published`` and ``language`` are the likeliest of
    ``proposals``, which hold the others too, the likeliest of a field first. ``remarks`` are
    sentences for the person: what was left out, replaced or guessed. ``source`` are the file's
    own bytes. ``annotations`` are the writer's, in the order of the text. Where the file holds
    tracked changes they are accepted here, and ``original`` is the article without them.
    ``is_draft`` is false for what was published or sent: most of its links are no evidence, so
    annotations are taken over from drafts unless a person says no, from others only on a yes.
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
    annotations: tuple[Annotation, ...] = ()
    original: ImportedArticle | None = None
    proposals: tuple[Proposal, ...] = ()
    is_draft: bool = True
    encoding: Encoding | None = None


@dataclass(frozen=True, slots=True)
class CapturedText:
    """The text of a copy kept as evidence, canonical as an article's, with its blocks.

    ``reader`` is the program that read it, with its version. Where no text could be read it is
    empty, and ``remarks`` say why.
    """

    text: str
    blocks: tuple[Block, ...]
    remarks: tuple[str, ...]
    reader: str
