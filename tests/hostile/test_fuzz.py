"""Good files with something changed at random: they come in or are refused, nothing else.

A few for each format; FACTCHECK_FUZZ=1000 in the environment tries so many, FACTCHECK_SEED others.
"""

import os
import random
from collections.abc import Callable
from contextlib import suppress
from functools import partial

import pytest

from factcheck.actions.worker import run
from factcheck.domain.canonical import canonical
from factcheck.domain.imported import ImportedArticle
from factcheck.errors import FactcheckError
from factcheck.importers import pdf_pages, registry
from tests import pdfs
from tests.hostile import archives, corpus, good
from tests.hostile.books import book_parts
from tests.hostile.case import WORDS

COUNT = int(os.environ.get("FACTCHECK_FUZZ", "40"))
SEED = os.environ.get("FACTCHECK_SEED", "0")
# Of a limit: a small file that was changed has no reason to reach one. PDFium does at times.
LIMITS = ("took more than", "broke off", "more memory")
NASTY = (
    *(b"\0", b"\xff", b"<", b">", b"&", b"\n\n", b"]]>", b"<!--", b"&#xFFFF;", b"9" * 40, b"-1"),
    *("\u202e".encode(), b"\xed\xa0\x80", b"<!DOCTYPE a [", b"%s%n", b"{\\", b"--x", b"endobj"),
)
MARKDOWN = (
    f"---\ntitle: Bridge\n---\n\n# Bridge\n\n{WORDS} [A link](/x).\n\n"
    "> - a\n>   - b\n\n|a|b|\n|-|-|\n|1|2|\n"
)
TEXT = f"Bridge\n\n{WORDS} é “so” 😀\n\nMore of it.\n\n{WORDS}"
PAGE_EXTRAS = (
    "<figure><img src=a><figcaption>Picture</figcaption></figure><ul><li>a<ul><li>b</ul></ul>"
    "<table><tr><td>1<td>2</table><blockquote>Said <q>so</q> at <time>noon</time></blockquote>"
)


def damaged(chance: random.Random, good: bytes) -> bytes:
    """Change a file in one to four places: bits, a cut, a stretch twice, nasty bytes."""
    content = bytearray(good)
    for _ in range(chance.randint(1, 4)):
        one, other = sorted(chance.randrange(len(content) + 1) for _ in range(2))
        deed = chance.randrange(5)
        if deed == 0 and content:
            content[min(one, len(content) - 1)] ^= 1 << chance.randrange(8)
        elif deed == 1:
            del content[one : min(other, one + 50)]
        elif deed == 2:
            content[one:one] = content[one : min(other, one + 200)] * chance.randint(1, 20)
        elif deed == 3:
            content[one:one] = chance.choice(NASTY) * chance.randint(1, 5)
        elif chance.random() < 0.2:
            del content[one:]
    return bytes(content)


def damaged_package(chance: random.Random, parts: list[tuple[str, bytes]]) -> bytes:
    """Change the packed file, or a part of it, which is packed again."""
    if chance.random() < 0.3:
        return damaged(chance, corpus.packed(*parts))
    at = chance.randrange(len(parts))
    changed = (parts[at][0], damaged(chance, parts[at][1]))
    return corpus.packed(*parts[:at], changed, *parts[at + 1 :])


GOOD: dict[str, Callable[[], bytes]] = {
    ".txt": TEXT.encode,
    ".md": MARKDOWN.encode,
    ".html": partial(corpus.page, PAGE_EXTRAS),
    ".rtf": good.RICH.encode,
    ".eml": good.MAIL.encode,
    ".mhtml": good.SAVED_PAGE.encode,
    ".srt": good.SRT.encode,
    ".vtt": good.VTT.encode,
    ".warc": lambda: archives.GOOD,
}
PARTS = {".docx": corpus.word_parts, ".odt": corpus.odt_parts, ".epub": book_parts}


@pytest.mark.parametrize("suffix", [*GOOD, *PARTS])
def test_a_changed_file_comes_in_or_is_refused(suffix: str) -> None:
    chance = random.Random(f"{SEED} {suffix}")
    for number in range(COUNT):
        if suffix in PARTS:
            content = damaged_package(chance, PARTS[suffix]())
        else:
            content = damaged(chance, GOOD[suffix]())
        fault = ""
        try:
            article = run(registry.read, content, f"a{suffix}")
            must_be_sound(article)
        except FactcheckError as error:
            fault = error.message
        assert not any(limit in fault for limit in LIMITS), (number, content)


def must_be_sound(article: ImportedArticle) -> None:
    assert article.text == canonical(article.text).text
    assert all(0 <= b.start < b.end <= len(article.text) for b in article.blocks)


def look_at(content: bytes) -> int:
    """Read a PDF as the viewer does, and as an article; return how many pages it has."""
    sizes = pdf_pages.page_sizes(content)
    pdf_pages.pages(content, [(0, 0.5)])
    pdf_pages.texts(content, 0, 3)
    with suppress(FactcheckError):  # without words
        must_be_sound(registry.read(content, "a.pdf"))
    return len(sizes)


def test_a_changed_pdf_is_shown_and_read_or_refused() -> None:
    chance = random.Random(f"{SEED} PDF")
    text = pdfs.lines((20, 250, WORDS), (20, 238, "and so on."), (170, 250, "Beside it."))
    for number in range(COUNT):
        with suppress(FactcheckError):  # of a limit, too: PDFium reaches them at times
            assert run(look_at, damaged(chance, text if number % 2 else pdfs.report())) > 0
