"""Let an authority say when a copy was there: time stamps by RFC 3161, and what they prove.

Nothing but the SHA-256 of the copy goes to the authority, whose address a person gives. What
reads its answer is an extra of the program, and runs in a worker process.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from factcheck.actions import system
from factcheck.actions.importing import parsed
from factcheck.actions.visits import require_web
from factcheck.domain.canonical import sha256_of
from factcheck.domain.ids import StampId
from factcheck.domain.stamps import LEAST_NONCE, MOST_NONCE, Stamp, host_of, query
from factcheck.errors import Cancelled, FactcheckError
from factcheck.importers import tokens
from factcheck.store import blobs, stamps

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.domain.ids import PersonId
    from factcheck.domain.model import Capture
    from factcheck.store.desk import Desk
    from factcheck.store.transaction import Changes

_QUERY = "application/timestamp-query"  # RFC 3161, section 3.4
_UNSIGNED = "by whom they are signed was not proved, as no root certificate was given"
_ELSEWHERE = "No time stamp was kept. See whether the address is right, or ask another authority."


class Post(Protocol):
    """Sends bytes to an address; tests hand in one that may ask their own server."""

    def __call__(self, url: str, body: bytes, *, kind: str, cancelled: Callable[[], bool]) -> bytes:
        """Return the bytes of the answer. Raises as ``Fetcher.post`` does."""


@dataclass(frozen=True, slots=True)
class Stamped:
    """What came of asking for a time stamp, before a desk knows; the fields are those of Stamp."""

    authority: str
    at: datetime
    token: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Proof:
    """What is not as the time stamps of a desk say, and in a sentence what was proved of them."""

    findings: tuple[str, ...] = ()
    told: str = ""


def post(url: str, body: bytes, *, kind: str, cancelled: Callable[[], bool]) -> bytes:
    """Send bytes to an address of the public web."""
    from factcheck.fetching.fetch import SMALL, Fetcher

    fetcher = Fetcher(now=system.now, agent=system.agent(), limits=SMALL)
    return fetcher.post(url, body, kind=kind, cancelled=cancelled)


def copy_to_stamp(desk: Desk, name: str) -> Capture:
    """Return the copy with this id or SHA-256.

    Raises FactcheckError where it is not there, the desk may not go to the web, or the program
    can't read time stamps.
    """
    require_web(desk)
    if not tokens.can_read():
        raise FactcheckError(
            "Time stamps need a part of the program that is not installed here.",
            "Install it with: pip install factcheck[timestamps]",
        )
    return stamps.copy_called(desk, name)


def ask(
    sha256: str,
    authority: str,
    *,
    post: Post = post,
    cancelled: Callable[[], bool] = lambda: False,
) -> Stamped:
    """Ask an authority for a time stamp of the bytes with this hash; for any thread.

    Raises Cancelled, and FactcheckError where none came, or one of something else.
    """
    try:
        return _ask(sha256, authority, post, cancelled)
    except Cancelled:
        raise
    except FactcheckError as error:
        raise FactcheckError(error.message, _ELSEWHERE) from error


def record_stamp(desk: Desk, *, actor: PersonId, copy: str, stamped: Stamped) -> Changes:
    """Keep the time stamp of a copy. Raises FactcheckError where the copy is gone."""
    with desk.change("time-stamp a copy", actor) as change:
        token = sha256_of(stamped.token)
        change.keep(token, stamped.token)
        change.insert(
            Stamp(
                id=StampId(change.new_id()),
                capture_id=stamps.copy_called(desk, copy).id,
                authority=stamped.authority,
                token_sha256=token,
                stamped_at=stamped.at,
                created_at=change.now,
            )
        )
    return change.done


def prove(desk: Desk, roots: str = "") -> Proof:
    """Look whether each time stamp is of the copy that it stands by, and says what the desk says.

    Who signed it is proved where ``roots`` are given: certificates of authorities, as PEM. The
    desk itself was proved before.
    """
    kept = stamps.stamped_copies(desk)
    if not kept:
        return Proof()
    count = f"{len(kept)} time stamp{'s' if len(kept) > 1 else ''}"
    if not tokens.can_read():
        return Proof(told=f"Not looked at, as a part of the program is not installed: {count}.")
    findings = tuple(filter(None, (_finding(desk, *each, roots) for each in kept)))
    told = f"Of the very copies that they stand by: {count}"
    signed = "signed under the certificates that were given" if roots else _UNSIGNED
    return Proof(findings, "" if findings else f"{told}; {signed}.")


def _ask(sha256: str, authority: str, post: Post, cancelled: Callable[[], bool]) -> Stamped:
    nonce = LEAST_NONCE + secrets.randbelow(MOST_NONCE - LEAST_NONCE)
    answer = post(authority, query(sha256, nonce), kind=_QUERY, cancelled=cancelled)
    token = parsed(tokens.read_token, answer, host_of(authority), cancelled=cancelled)
    if (token.sha256, token.nonce) != (sha256, nonce):
        raise FactcheckError("The time stamp that came is of something else.")
    return Stamped(authority, token.at, answer)


def _finding(desk: Desk, stamp: Stamp, copy: Capture, roots: str) -> str:
    """Say what is wrong with a time stamp; "" for nothing."""
    of = f"The time stamp of “{copy.name}” by {stamp.host}"
    answer = blobs.content_of(desk.db, stamp.token_sha256)
    try:
        token = parsed(tokens.read_token, answer, stamp.host)
        if (token.sha256, token.at) != (copy.sha256, stamp.stamped_at):
            return f"{of} is not of this copy, or of another moment."
        if roots:
            parsed(tokens.prove_signed, answer, stamp.host, copy.sha256, roots)
    except FactcheckError as error:
        return f"{of} is not proved. {error.message}"
    return ""
