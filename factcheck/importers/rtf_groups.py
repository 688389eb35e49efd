"""What holds inside a group of an RTF file."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from factcheck.importers.flow import Place


@dataclass(slots=True)
class Field:
    """A field of Word: what it shall do, and where its result begins."""

    instruction: str = ""
    start: Place | None = None


@dataclass(slots=True)
class Style:
    """What a style says of a paragraph; ``outline`` counts from 0, None where it is silent."""

    name: str
    outline: int | None
    based_on: int


@dataclass(slots=True)
class Group:
    """What holds for the words of a group, and for the groups inside it until they say else."""

    end: int
    into: str = ""  # "" for the text
    words: list[str] = field(default_factory=list)  # gathered, where it isn't the text
    codec: str = "cp1252"
    fallback: int = 1  # how many characters stand in for one in Unicode
    hidden: bool = False
    inserted: bool = False
    deleted: bool = False
    style: int = 0
    based_on: int = 0
    outline: int | None = None
    in_table: bool = False
    is_endnote: bool = False
    link: Field | None = None

    def inside(self, end: int) -> Group:
        """Return a group inside this one, which ends at a token; in a list of styles, a style."""
        made = replace(self, end=end)
        if self.into == "stylesheet":
            made.into, made.words, made.outline, made.based_on = "style", [], None, 0
        return made

    def unseen(self, *, original: bool) -> tuple[str, bool]:
        """Return what the words count as, "" for plain ones, and whether they are left out."""
        if self.hidden:
            return "hidden", True
        if self.deleted:
            return "not deleted" if original else "deleted", not original
        if self.inserted:
            return "not inserted" if original else "inserted", original
        return "", False
