"""Ask the web for a page, because a person asked for it: plain values in and out, for any thread.

What comes is made an archive at once, and whatever is told of it is read from that archive.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from factcheck.actions import system
from factcheck.actions.copies import WebCopy, read_web
from factcheck.actions.importing import read_content
from factcheck.domain.canonical import sha256_of
from factcheck.domain.dates import PartialDate
from factcheck.domain.imported import CapturedText
from factcheck.domain.visits import VisitOutcome
from factcheck.domain.web import UnreachableError, file_name
from factcheck.errors import Cancelled, FactcheckError
from factcheck.store.pieces import Kept

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.domain.imported import ImportedArticle
    from factcheck.domain.web import Fetched

    Progress = Callable[[int, int], object]

ARCHIVE = "application/warc"


class Fetch(Protocol):
    """Asks for a page; tests hand in one that may visit their own server."""

    def __call__(self, url: str, *, progress: Progress, cancelled: Callable[[], bool]) -> Fetched:
        """Return what the web says. Raises as ``Fetcher.fetch`` does."""


@dataclass(frozen=True, slots=True)
class Sought:
    """A page to be looked for, and what a desk knows of it.

    ``known_text`` is the SHA-256 of the text of its newest copy: a page that says the same is not
    kept again. ``excerpts`` are the words for which it is cited.
    """

    url: str
    known_text: str = ""
    excerpts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Visited:
    """What came of asking for a page, before a desk knows; the fields are those of a Visit.

    ``content`` is the archive to be kept, None where nothing is; ``text`` was read from it.
    """

    url: str
    at: datetime
    outcome: VisitOutcome
    status: int | None = None
    final_url: str = ""
    canonical_url: str = ""
    redirects: tuple[str, ...] = ()
    title: str = ""
    published: PartialDate | None = None
    lost: tuple[str, ...] = ()
    error: str = ""
    content: bytes | Kept | None = field(default=None, repr=False)
    text: CapturedText | None = field(default=None, repr=False)


def fetch(url: str, *, progress: Progress, cancelled: Callable[[], bool]) -> Fetched:
    """Ask the public web for a page."""
    from factcheck.fetching.fetch import Fetcher

    fetcher = Fetcher(now=system.now, agent=system.agent())
    return fetcher.fetch(url, progress=progress, cancelled=cancelled)


def visit(
    sought: Sought,
    *,
    fetch: Fetch = fetch,
    keep: Callable[[bytes], bytes | Kept] = lambda content: content,
    progress: Progress = lambda _done, _size: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Visited:
    """Look for a source on the web, and say what came of it.

    ``keep`` puts a big archive into the desk beforehand. Raises Cancelled, and FactcheckError
    where the desk can't be written.
    """
    asked = system.now()
    try:
        fetched = fetch(sought.url, progress=progress, cancelled=cancelled)
    except Cancelled:
        raise
    except FactcheckError as error:
        unreachable = isinstance(error, UnreachableError)
        return Visited(
            url=sought.url,
            at=asked,
            outcome=VisitOutcome.UNREACHABLE if unreachable else VisitOutcome.REFUSED,
            status=error.status if isinstance(error, UnreachableError) else None,
            error=error.message,
        )
    content = _archive(fetched)
    copy = read_web(content, name_of(fetched.final.url), cancelled=cancelled)
    found = _found(fetched, copy, sought)
    return replace(found, content=keep(content)) if found.outcome is VisitOutcome.KEPT else found


def read_article(
    url: str,
    *,
    fetch: Fetch = fetch,
    progress: Progress = lambda _done, _size: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> ImportedArticle:
    """Read the article at an address; its source is the archive of what came. FactcheckError."""
    fetched = fetch(url, progress=progress, cancelled=cancelled)
    return read_content(_archive(fetched), name_of(fetched.final.url), cancelled=cancelled)


def is_address(text: str) -> bool:
    """Say whether this is meant for the web, and not for the name of a file."""
    return text.lower().startswith(("http://", "https://"))


def name_of(url: str) -> str:
    """Return the name under which the archive of a page is kept."""
    return file_name(url, ARCHIVE)


def _found(fetched: Fetched, copy: WebCopy, sought: Sought) -> Visited:
    text, final = copy.text, fetched.final
    unchanged = bool(text.text) and sha256_of(text.text) == sought.known_text
    return Visited(
        url=fetched.url,
        at=final.at,
        outcome=VisitOutcome.UNCHANGED if unchanged else VisitOutcome.KEPT,
        status=final.status,
        final_url=final.url,
        canonical_url=copy.url,
        redirects=tuple(each.url for each in fetched.exchanges[1:]),
        title=copy.title,
        published=_date(copy.published),
        lost=tuple(each for each in sought.excerpts if text.text and not copy.holds(each)),
        text=text,
    )


def _date(text: str) -> PartialDate | None:
    try:
        return PartialDate.from_iso(text)
    except ValueError:
        return None


def _archive(fetched: Fetched) -> bytes:
    from factcheck.fetching.warc import warc

    return warc(fetched, agent=system.agent(), new_id=system.id_maker())
