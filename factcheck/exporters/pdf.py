"""Writes a report as a tagged PDF (PDF/UA-1) with typst, from the template in resources/report.

All words are handed over as JSON, never as markup. To be run in a worker process: 100 pages take
about a second, and a thousand some gigabytes.
"""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from factcheck.errors import FactcheckError
from factcheck.exporters.completeness import must_hold
from factcheck.exporters.glyphs import Coder, refused
from factcheck.exporters.lanes import lanes
from factcheck.exporters.shown import shown
from factcheck.resources import FOLDER

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from factcheck.exporters.blocks import ArticleBlock, Badge, Piece, Report

_STATEMENTS = "Statements"
_FOOTER_TITLE = 70
# In characters of JSON, and how many of them one line end is worth.
_SHORT_CARD = 1800
_LINE = 80
# Longer words than a line holds would run off the page: they may break here. A SHA-256 stays whole.
_LONG_WORD = re.compile(r"[!-~\u00a1-\u02ff]{70}(?=[!-~\u00a1-\u02ff])")
_BREAK = "\u200b"
_PROBE = '#set document(title: "Probe")\n#for it in json("report.json") { par(it) }'


def write(report: Report) -> tuple[bytes, tuple[str, ...]]:
    """Return the PDF, and sentences for the person about characters that no font could show.

    The same report gives the same bytes with the same fonts. Raises FactcheckError if the file
    does not hold every statement and note that it should.
    """
    template = (FOLDER / "report" / "report.typ").read_bytes()
    setter = _Setter(FOLDER / "fonts", int(report.as_of.timestamp()))
    pdf, remarks = _set_with_codes(setter, template, shown(_data(report), _breakable))
    _count(pdf, report)
    return pdf, remarks


class _Setter:
    """Runs typst on a template and its data."""

    def __init__(self, fonts: Path, timestamp: int) -> None:
        self._fonts = fonts
        self._timestamp = timestamp

    def __call__(self, template: bytes, data: Any) -> bytes:  # noqa: ANN401 JSON has any shape
        """Return the PDF; raises typst.TypstError."""
        import typst

        # typst-py reads virtual files from a dict of names to bytes; its stub does not say so.
        project: Any = {"main": template, "report.json": json.dumps(data).encode()}
        return typst.compile(
            project,
            font_paths=[self._fonts],
            pdf_standards=["ua-1"],
            timestamp=self._timestamp,
        )


def _set_with_codes(
    setter: _Setter, template: bytes, data: dict[str, Any]
) -> tuple[bytes, tuple[str, ...]]:
    """Set the pages; where a glyph is missing, learn which ones, put codes there, set again."""
    import typst

    coder = Coder()
    while True:
        coded = shown(data, coder.coded)
        try:
            return setter(template, coded), coder.remarks()
        except typst.TypstError as error:
            # typst names one missing glyph for each run of text, a probe names them all.
            if not coder.learn(refused(error.diagnostic) | _missing(setter, coded)):
                raise FactcheckError(
                    f"The PDF could not be set: {error.message}.",
                    "Export the report as Markdown, and report this with the article’s text.",
                ) from error


def _missing(setter: _Setter, data: dict[str, Any]) -> set[str]:
    """Return all characters of the data that no font has, each tried on its own."""
    import typst

    # json.dumps keeps real characters here, so that its text has all of them and no escapes.
    characters = set(json.dumps(data, ensure_ascii=False))
    try:
        setter(_PROBE.encode(), sorted(c for c in characters if not c.isascii()))
    except typst.TypstError as error:
        return refused(error.diagnostic)
    return set()


def _data(report: Report) -> dict[str, Any]:
    """Turn the report into JSON for the template, with what only pages need."""
    data = asdict(report)
    data["as_of"] = report.as_of.isoformat()
    title = report.header.title
    short = title if len(title) <= _FOOTER_TITLE else title[: _FOOTER_TITLE - 1].rstrip() + "…"
    data["footer"] = f"{short} · {report.header.reviewed}"
    badges = {card.number: card.badge for card in report.cards}
    lane = lanes(piece for block in report.article for piece in block.pieces)
    data["article"] = [_block(block, badges, lane) for block in report.article]
    for card in data["cards"]:
        card["breakable"] = _is_long(card)
    return data


def _is_long(card: dict[str, Any]) -> bool:
    """Say whether a card may be taller than a third of a page, and so has to break across two."""
    written = json.dumps(card, ensure_ascii=False)
    return len(written) + _LINE * written.count("\\n") > _SHORT_CARD


def _block(
    block: ArticleBlock, badges: Mapping[int, Badge], lane: Mapping[int, int]
) -> dict[str, Any]:
    return {
        "kind": block.kind,
        "level": block.level,
        "words": "".join(piece.text for piece in block.pieces),
        "pieces": [_piece(piece, badges, lane) for piece in block.pieces],
    }


def _piece(piece: Piece, badges: Mapping[int, Badge], lane: Mapping[int, int]) -> dict[str, Any]:
    return {
        "text": piece.text,
        "begins": piece.begins,
        "covers": [
            {"number": number, "tone": badges[number].tone, "lane": lane[number]}
            for number in piece.inside
        ],
        "ends": [
            {"number": number, "tone": badges[number].tone, "symbol": badges[number].symbol}
            for number in piece.ends
        ],
    }


def _breakable(text: str) -> str:
    return _LONG_WORD.sub(rf"\g<0>{_BREAK}", text)


def _count(pdf: bytes, report: Report) -> None:
    """Read the bookmarks back with another library and count statements and notes."""
    from pypdfium2 import PdfDocument

    document = PdfDocument(pdf)
    try:
        entries = [(entry.level, entry.get_title()) for entry in document.get_toc()]
    finally:
        document.close()
    starts = [i for i, (level, _) in enumerate(entries) if level == 0]
    first = next((i for i in starts if entries[i][1] == _STATEMENTS), len(entries))
    last = next((i for i in starts if i > first), len(entries))
    levels = [level for level, _ in entries[first + 1 : last]]
    must_hold(report, statements=levels.count(1), notes=levels.count(2))
