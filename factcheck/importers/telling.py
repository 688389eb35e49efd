"""What an importer counted while reading, as sentences for the person."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

# For each thing: what is said of one, and of several.
_SENTENCES = {
    "picture": (
        "1 picture stayed in the file and is not shown.",
        "{} pictures stayed in the file and are not shown.",
    ),
    "text box": (
        "The words of 1 text box stand behind the paragraph that it hangs on.",
        "The words of {} text boxes stand behind the paragraphs that they hang on.",
    ),
    "hidden": (
        "1 stretch of hidden text was left out.",
        "{} stretches of hidden text were left out.",
    ),
    "faint": (
        "1 stretch of words is white or tiny in the draft, so that the eye may miss it; it is in "
        "the text.",
        "{} stretches of words are white or tiny in the draft, so that the eye may miss them; they "
        "are in the text.",
    ),
    "object": (
        "1 embedded object (a chart, a sheet or a formula) stayed in the file.",
        "{} embedded objects (charts, sheets or formulas) stayed in the file.",
    ),
    "formula": (
        "1 formula was written on one line (“^” raises, “_” lowers, “/” divides); compare it with "
        "the draft.",
        "{} formulas were written on one line (“^” raises, “_” lowers, “/” divides); compare them "
        "with the draft.",
    ),
    "inner file": (
        "1 part of the draft is a file of its own in or beside it and was left out.",
        "{} parts of the draft are files of their own in or beside it and were left out.",
    ),
    "reading aid": (
        "1 word has small signs that say how it is read; they were left out.",
        "{} words have small signs that say how they are read; they were left out.",
    ),
    "form field": (
        "1 form field is in the file; only what was filled in is in the text.",
        "{} form fields are in the file; only what was filled in is in the text.",
    ),
    "page margin": (
        "The words of 1 page header or footer were left out.",
        "The words of {} page headers and footers were left out.",
    ),
    "list item": (
        "The number or bullet of 1 list item is not part of the text.",
        "The numbers or bullets of {} list items are not part of the text.",
    ),
    "inner link": (
        "1 link leads to another place of the file itself and was left out.",
        "{} links lead to other places of the file itself and were left out.",
    ),
    "other link": (
        "1 link is no web address and was left out; its words are in the text.",
        "{} links are no web addresses and were left out; their words are in the text.",
    ),
    "empty note": (
        "1 comment or footnote without words was left out.",
        "{} comments and footnotes without words were left out.",
    ),
    "lost note": (
        "1 comment or footnote hangs on nothing in the text and was left out.",
        "{} comments and footnotes hang on nothing in the text and were left out.",
    ),
    "symbol": (
        "1 sign of a symbol font may look different from what the writer saw.",
        "{} signs of symbol fonts may look different from what the writer saw.",
    ),
    "lost chapter": (
        "1 chapter that the book names is not in the file.",
        "{} chapters that the book names are not in the file.",
    ),
    "chapter again": (
        "1 chapter that the book names again was taken once.",
        "{} chapters that the book names again were taken once.",
    ),
    "side page": (
        "1 side page of the book was left out.",
        "{} side pages of the book were left out.",
    ),
    "frame": (
        "1 frame of the page was left out.",
        "{} frames of the page were left out.",
    ),
    "page part": (
        "1 picture, style sheet or the like of the page stayed in the file.",
        "{} pictures, style sheets and the like of the page stayed in the file.",
    ),
    "line outside": (
        "1 line that belongs to no caption was left out.",
        "{} lines that belong to no caption were left out.",
    ),
    "line again": (
        "1 line that a rolling caption shows again was taken once.",
        "{} lines that rolling captions show again were taken once.",
    ),
    "time backwards": (
        "The time of 1 caption goes backwards; the order of the file was kept.",
        "The times of {} captions go backwards; the order of the file was kept.",
    ),
    "inserted": (
        "1 tracked insertion was accepted: its words are in the text.",
        "{} tracked insertions were accepted: their words are in the text.",
    ),
    "deleted": (
        "1 tracked deletion was accepted: its words are not in the text.",
        "{} tracked deletions were accepted: their words are not in the text.",
    ),
    "not inserted": (
        "1 tracked insertion was not taken: its words are not in the text.",
        "{} tracked insertions were not taken: their words are not in the text.",
    ),
    "not deleted": (
        "1 tracked deletion was not taken: its words are in the text.",
        "{} tracked deletions were not taken: their words are in the text.",
    ),
}


def told(tally: Mapping[str, int]) -> Iterator[str]:
    """Yield a sentence for each thing that was counted. KeyError for a thing without words."""
    for thing, count in tally.items():
        one, several = _SENTENCES[thing]
        if count:
            yield one if count == 1 else several.format(count)
