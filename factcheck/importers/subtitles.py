"""Subtitles as a transcript: captions joined to paragraphs, each with the time it begins at.

WebVTT: W3C Candidate Recommendation of 4 April 2019, 4 and 6. SubRip (.srt) has no standard; it is
read as players do.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from factcheck.domain.model import BlockKind
from factcheck.errors import FactcheckError
from factcheck.importers.decode import decode
from factcheck.importers.pieces import File, Piece, article, assemble
from factcheck.importers.proposing import Proposals
from factcheck.importers.telling import told

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factcheck.domain.imported import ImportedArticle

SRT, VTT = "application/x-subrip", "text/vtt"
_TIME = r"(?:([0-9]{1,4}):)?([0-9]{1,2}):([0-9]{1,2})[.,]([0-9]{1,3})"
_TIMING = re.compile(rf"\s*{_TIME}\s*-->\s*{_TIME}(?:\s.*)?")
_NOT_SAID = ("WEBVTT", "NOTE", "STYLE", "REGION")
_VOICE = re.compile(r"<v(?:\.[^\s<>]*)?\s+([^<>]+)>")
# What players take for marks: elements, times of single words, and {\an8} and its kind.
_MARKS = re.compile(r"</?[a-z][^<>]*>|<[0-9:.]+>|\{\\[^{}]*\}", re.IGNORECASE)
_NEW_SPEAKER = re.compile(r"(?:[-–—]|>>)\s*(?=\S)")
_LANGUAGE = re.compile(r"^Language:[ \t]*([\w-]+)", re.MULTILINE)
_SENTENCE_ENDS = (".", "!", "?", "…", "。", "？", "！", ".”", "!”", "?”", '."', '!"', '?"')
# Seconds of silence behind which a paragraph begins; code points after which one ends with a
# sentence, and with whatever it has.
_PAUSE, _LONG, _LONGEST = 3.0, 300, 700
# Seconds: a caption that stays for less only moves the one before it up.
_FLASH = 0.1


@dataclass(slots=True)
class _Cue:
    """A caption: when it is shown, in seconds, and its lines."""

    start: float
    end: float
    lines: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Said:
    """Words of one speaker; ``fresh`` where somebody else begins."""

    start: float
    end: float
    words: str
    speaker: str
    fresh: bool


def read_srt(source: bytes, name: str) -> ImportedArticle:
    """Read SubRip subtitles. Raises FactcheckError where there are no captions."""
    return _read(File(source, name, SRT))


def read_vtt(source: bytes, name: str) -> ImportedArticle:
    """Read WebVTT subtitles. Raises FactcheckError where there are no captions."""
    return _read(File(source, name, VTT))


def _read(file: File) -> ImportedArticle:
    decoded = decode(file.source)
    tally: Counter[str] = Counter()
    cues = list(_cues(decoded.text.split("\n"), tally))
    if not cues:
        raise FactcheckError(
            f"There are no captions in “{file.name}”.",
            "If it holds other words, save them as a text file and bring in that.",
        )
    tally["time backwards"] = _backwards(cues)
    said = _said(_without_repeats(cues, tally), escaped=file.media_type == VTT)
    text, blocks = assemble(_paragraphs(said))
    language = _LANGUAGE.search(decoded.text.partition("-->")[0])
    proposals = [Proposals(language=language[1] if language else "", source="head of the file")]
    remarks = (*decoded.remarks, *told(tally))
    return article(file, text, blocks, proposals, remarks, encoding=decoded.encoding)


def _cues(lines: list[str], tally: Counter[str]) -> Iterator[_Cue]:
    """Find the captions: a line of times, and the lines below it up to an empty one."""
    cue: _Cue | None = None
    unsaid = False
    for at, line in enumerate(lines):
        timing = _TIMING.fullmatch(line)
        if timing:
            cue, unsaid = (
                _Cue(_seconds(*timing.groups()[:4]), _seconds(*timing.groups()[4:])),
                False,
            )
            yield cue
        elif not line.strip():
            cue, unsaid = None, False
        elif _names_the_next(line, lines[at + 1 : at + 2], within=cue is not None) or unsaid:
            continue
        elif cue is not None:
            cue.lines.append(line.strip())
        elif line.startswith(_NOT_SAID):
            unsaid = True
        else:
            tally["line outside"] += 1


def _names_the_next(line: str, following: list[str], *, within: bool) -> bool:
    """Say whether a line is the name of the caption below it; in another one, a number only."""
    is_above = bool(following) and _TIMING.fullmatch(following[0]) is not None
    return is_above and (not within or line.strip().isdecimal())


def _seconds(hours: str | None, minutes: str, seconds: str, parts: str) -> float:
    return int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds) + float(f"0.{parts}")


def _backwards(cues: list[_Cue]) -> int:
    starts = [0.0, *(cue.start for cue in cues)]
    return sum(
        cue.end < cue.start or cue.start < before for before, cue in zip(starts, cues, strict=False)
    )


def _without_repeats(cues: Iterable[_Cue], tally: Counter[str]) -> Iterator[_Cue]:
    """Leave out lines that captions which roll upwards show again."""
    before = _Cue(0, 0)
    for cue in cues:
        again = cue.lines[:1] == before.lines[-1:] and cue.start <= before.end
        rolled = len(cue.lines) > 1 or cue.end - cue.start < _FLASH
        before = cue
        if again and rolled and cue.lines:
            tally["line again"] += 1
            yield _Cue(cue.start, cue.end, cue.lines[1:])
        else:
            yield cue


def _said(cues: Iterable[_Cue], *, escaped: bool) -> Iterator[_Said]:
    speaker = ""
    for cue in cues:
        fresh = False
        for line in cue.lines:
            voice = _VOICE.search(line)
            named = " ".join(voice[1].split()) if voice else speaker
            words = " ".join(_MARKS.sub("", line).split())
            words = html.unescape(words) if escaped else words
            dash = _NEW_SPEAKER.match(words)
            fresh = bool(dash) or named != speaker
            speaker = named
            yield _Said(cue.start, cue.end, words[dash.end() :] if dash else words, named, fresh)


def _paragraphs(said: Iterable[_Said]) -> Iterator[Piece]:
    kept: list[_Said] = []
    for each in said:
        if kept and _ends(kept, each):
            yield _paragraph(kept)
            kept = []
        if each.words:
            kept.append(each)
    if kept:
        yield _paragraph(kept)


def _ends(kept: list[_Said], following: _Said) -> bool:
    length = sum(len(each.words) + 1 for each in kept)
    whole = kept[-1].words.endswith(_SENTENCE_ENDS)
    return (
        following.fresh
        or following.start - kept[-1].end >= _PAUSE
        or length > (_LONG if whole else _LONGEST)
    )


def _paragraph(kept: list[_Said]) -> Piece:
    words = " ".join(each.words for each in kept)
    speaker = kept[0].speaker
    if speaker:
        words = f"{speaker}: {words}"
    return Piece(BlockKind.PARAGRAPH, words, place=timecode(kept[0].start))


def timecode(seconds: float) -> str:
    """Write a time as a locator is typed: "1:05", "1:02:05"."""
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
