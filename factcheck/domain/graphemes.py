"""What a reader sees as one character: extended grapheme clusters (Unicode Annex 29)."""

from __future__ import annotations


def widen(text: str, start: int, end: int) -> tuple[int, int]:
    """Widen ``text[start:end]`` (code points) so that no cluster is cut at either side."""
    return _boundary_at_or_before(text, start), _boundary_at_or_after(text, end)


def clusters(text: str) -> int:
    """Return how many characters a reader sees in a short text."""
    import regex

    return len(regex.findall(r"\X", text))


def _boundary_at_or_before(text: str, at: int) -> int:
    if _plainly_boundary(text, at):
        return at
    import regex

    last = _safe_start(text, at)
    for cluster in regex.finditer(r"\X", text, pos=last):
        if cluster.end() > at:
            return cluster.start() if cluster.start() <= at else last
        last = cluster.end()
    return last


def _boundary_at_or_after(text: str, at: int) -> int:
    if _plainly_boundary(text, at):
        return at
    import regex

    for cluster in regex.finditer(r"\X", text, pos=_safe_start(text, at)):
        if cluster.end() >= at:
            return int(cluster.end())
    return len(text)


def _plainly_boundary(text: str, at: int) -> bool:
    """Say whether a break is certain without a table: at an end, beside a newline, in ASCII.

    CR LF, the one ASCII pair that holds together, is never part of a canonical text.
    """
    if at <= 0 or at >= len(text):
        return True
    before, after = text[at - 1], text[at]
    return "\n" in {before, after} or (before.isascii() and after.isascii())


def _safe_start(text: str, at: int) -> int:
    """Go back to a certain boundary, so that no cluster (flags, families) is entered midway."""
    while not _plainly_boundary(text, at):
        at -= 1
    return max(at, 0)
