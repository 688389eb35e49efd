"""Notes below the text of a PDF's pages, brought to the raised marks that refer to them."""

from __future__ import annotations

import re
from collections import deque
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.importers.pdf_layout import Paragraph
    from factcheck.importers.pdf_lines import Link

# The mark that a note begins with: a number, a small Roman one, or a sign.
NOTE = re.compile(
    r"\s*(?:(\d{1,3})[.)]?\s*(?=[^\W\d]|[“\"(])|([ivx]{1,4})[.)]?\s|([*†‡§]{1,3}))\s*"
)


def with_notes(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Return the paragraphs without the notes that a mark leads to; those are with their marks.

    A mark without a note stays in the text, and so does a note without a mark.
    """
    notes = _Notes(paragraphs)
    read = [replace(each, links=notes.on(each)) if each.links else each for each in paragraphs]
    return [each for at, each in enumerate(read) if at not in notes.used]


class _Notes:
    """The notes of a document by their marks, each to be taken once."""

    def __init__(self, paragraphs: Sequence[Paragraph]) -> None:
        self._paragraphs = paragraphs
        self._waiting: dict[str, deque[int]] = {}
        self.used: set[int] = set()
        for at, paragraph in enumerate(paragraphs):
            found = NOTE.match(paragraph.text) if paragraph.is_small else None
            if found:
                mark = next(filter(None, found.groups()))
                self._waiting.setdefault(mark, deque()).append(at)

    def on(self, paragraph: Paragraph) -> tuple[Link, ...]:
        """Return the links of a paragraph, its marks with their notes."""
        if paragraph.is_small and NOTE.match(paragraph.text):
            return paragraph.links
        return tuple(
            link if link.url else replace(link, note=self._taken(link, paragraph))
            for link in paragraph.links
        )

    def _taken(self, link: Link, paragraph: Paragraph) -> str:
        """Return the next note that begins with a mark, on its page or behind it."""
        waiting = self._waiting.get(paragraph.text[link.start : link.end].strip(), deque())
        while waiting:
            at = waiting.popleft()
            if self._paragraphs[at].page >= paragraph.page:
                self.used.add(at)
                return NOTE.sub("", self._paragraphs[at].text, count=1)
        return ""
