"""What copies of web pages say, and how one differs from the next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.actions.captures import what_was_read
from factcheck.actions.importing import parsed
from factcheck.actions.readings import MOST_READ, captured_text, without_text
from factcheck.domain.diff import text_diff
from factcheck.domain.excerpts import places_of
from factcheck.domain.imported import CapturedText
from factcheck.errors import Cancelled, FactcheckError
from factcheck.importers.copied import read_copied_page

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from factcheck.domain.diff import Piece
    from factcheck.domain.model import Capture


@dataclass(frozen=True, slots=True)
class WebCopy:
    """The text of a copied page and what it says of itself; ``whole`` are all its words."""

    text: CapturedText
    title: str = ""
    url: str = ""
    published: str = ""
    whole: str = ""

    def holds(self, excerpt: str) -> bool:
        """Say whether an excerpt stands in it, be it beside the article."""
        return any(places_of(excerpt, text) for text in (self.text.text, self.whole))


def compared(desk_path: Path, old: Capture, new: Capture) -> tuple[Piece, ...]:
    """Return what changed from one copy of a source to another, word by word; for any thread.

    Raises FactcheckError where no text was read from one of them.
    """
    return text_diff(_text_of(desk_path, old), _text_of(desk_path, new))


def _text_of(desk_path: Path, copy: Capture) -> str:
    read = what_was_read(desk_path, copy.id)
    if read is None or not read.text:
        raise FactcheckError(
            f"No text was read from “{copy.name}”.", "Choose two copies that have a text."
        )
    return read.text


def read_web(
    content: bytes, name: str, *, cancelled: Callable[[], bool] = lambda: False
) -> WebCopy:
    """Return what a web archive says; where it can't be read, a text that says why not.

    For any thread; raises Cancelled.
    """
    if len(content) > MOST_READ:
        return WebCopy(without_text("The page is too large for that."))
    try:
        article, whole = parsed(read_copied_page, content, name, cancelled=cancelled)
    except Cancelled:
        raise
    except FactcheckError as error:
        return WebCopy(without_text(error.message))
    return WebCopy(captured_text(article), article.title, article.url, article.published, whole)
