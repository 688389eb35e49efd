"""Comments of an RTF file: their parts stand in groups beside each other, in a fixed order.

Rich Text Format (RTF) Specification 1.9.1, "Comments (Annotations)".
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from factcheck.domain.imported import Annotation, AnnotationKind, Reply
from factcheck.importers.flow import Place

if TYPE_CHECKING:
    from factcheck.importers.flow import Flow

PARTS = {"annotation", "atnauthor", "atnref", "atndate", "atrfstart", "atrfend", "atnparent"}


@dataclass(slots=True)
class Comments:
    """Takes the parts as they come; a reply belongs to the comment before it."""

    _ranges: dict[str, list[Place]] = field(default_factory=dict)
    _said: dict[str, str] = field(default_factory=dict)
    _threads: list[tuple[Annotation, list[Place]]] = field(default_factory=list)

    def take(self, part: str, words: str, here: Place) -> None:
        """Take what one group said; ``here`` is the place behind the last word of the text."""
        if part == "atrfstart":
            self._ranges[words] = [here, here]
        elif part == "atrfend":
            self._ranges.setdefault(words, [here, here])[1] = here
        elif part == "annotation":
            self._end(words, here)
        else:
            self._said[part] = words

    def hang(self, flow: Flow) -> None:
        """Hang each on its words once all are there."""
        for comment, (start, end) in self._threads:
            if comment.text or comment.replies:
                flow.hang(comment, start, end)
            else:
                flow.tally["empty note"] += 1

    def _end(self, words: str, here: Place) -> None:
        said, self._said = self._said, {}
        author, date = said.get("atnauthor", ""), _moment(said.get("atndate", ""))
        if "atnparent" in said and self._threads:
            comment, places = self._threads[-1]
            replies = (*comment.replies, Reply(author, date, words))
            self._threads[-1] = replace(comment, replies=replies), places
            return
        comment = Annotation(AnnotationKind.COMMENT, 0, 0, text=words, author=author, date=date)
        self._threads.append((comment, self._ranges.get(said.get("atnref", ""), [here, here])))


def _moment(number: str) -> str:
    """Write a DTTM, in which minute, hour, day, month and year since 1900 have bits, as ISO."""
    bits = int(number) & 0xFFFFFFFF if number.isdecimal() and len(number) < 12 else 0  # noqa: PLR2004
    if not bits:
        return ""
    minute, hour, day = bits & 0x3F, bits >> 6 & 0x1F, bits >> 11 & 0x1F
    month, year = bits >> 16 & 0xF, 1900 + (bits >> 20 & 0x1FF)
    return f"{year}-{month:02}-{day:02}T{hour:02}:{minute:02}:00"
