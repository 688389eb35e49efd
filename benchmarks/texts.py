"""Articles of any length for benchmarks: our own words, the same each time."""

from __future__ import annotations

from random import Random

from factcheck.domain.imported import ImportedArticle
from factcheck.domain.model import Block, BlockKind

_PROSE = (
    "the council voted on Tuesday to build a bridge over the river that will carry cars and "
    "trams from the old harbour to the new town which has grown by a third since the mill closed "
    "and costs more than planned said Mayor Ortega who had promised 1,200 flats and 40.5 million"
)
_PARAGRAPH = 80


def article(words: int) -> ImportedArticle:
    """Return an article of so many words in paragraphs of eighty."""
    chance = Random(1)
    known = _PROSE.split()
    said = [chance.choice(known) for _ in range(words)]
    paragraphs = [" ".join(said[at : at + _PARAGRAPH]) for at in range(0, words, _PARAGRAPH)]
    text = "\n\n".join(paragraphs)
    return ImportedArticle(
        text=text,
        blocks=tuple(_blocks(paragraphs)),
        title="A bridge for the new town",
        source=text.encode(),
        source_name="bridge.txt",
        media_type="text/plain",
        language="en",
    )


def _blocks(paragraphs: list[str]) -> list[Block]:
    at, blocks = 0, []
    for words in paragraphs:
        blocks.append(Block(BlockKind.PARAGRAPH, at, at + len(words)))
        at += len(words) + 2
    return blocks
