"""The part of the corpus for PDFs: read page by page for the viewer, and as articles."""

import zlib
from collections.abc import Iterator

from tests import pdfs
from tests.hostile.case import EITHER, IMPORT, REFUSE, TRAP, WARN, WORDS, Case

_FONT = b"/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>"


def documents() -> Iterator[Case]:
    """PDFs, read page by page for the viewer."""

    def made(name: str, content: bytes, *expected: str) -> Case:
        return Case(f"PDF: {name}", "a.pdf", content.replace(b"TRAP", TRAP), *expected)

    yield from harmful(made, pdfs.plain(b""))
    yield made("a page of no size", pdfs.plain(b"").replace(b"300 300]", b"0 0]"), EITHER)
    yield made("a page of size -1", pdfs.plain(b"").replace(b"300 300]", b"-1 -1]"), EITHER)
    yield made("as large as can be", pdfs.huge())


def harmful(made, good: bytes) -> Iterator[Case]:
    """Give what does harm to the viewer and to the reader of articles alike."""

    def act(action: bytes) -> bytes:
        catalog = b"<</Type/Catalog/OpenAction<<" + action + b">>/Pages 2 0 R>>"
        return good.replace(b"<</Type/Catalog/Pages 2 0 R>>", catalog)

    yield made("empty", b"", REFUSE, "damaged|no words")
    yield made("only a head", b"%PDF-1.7\n", REFUSE, "damaged")
    yield made("no page", pdfs.pageless(), REFUSE, "no pages")
    yield made("locked", pdfs.locked(), REFUSE, "password")
    yield made("cut off", good.partition(b"/MediaBox")[0], EITHER)
    yield made("a form that draws itself", pdfs.drawing_itself(), REFUSE, "broke off|more memory")
    yield made("JavaScript", act(b"/S/JavaScript/JS(app.alert(1))"))
    yield made("launch", act(b"/S/Launch/F(/bin/sh)"))
    yield made("address", act(b"/S/URI/URI(TRAP/)"))
    yield made("form sent", act(b"/S/SubmitForm/F<</FS/URL/F(TRAP/)>>"))
    yield made("another file", act(b"/S/GoToR/F(\\\\host\\share\\a.pdf)"))
    yield made("pages in a loop", good.replace(b"[3 0 R]", b"[2 0 R]"), EITHER)
    yield made("a page that is not there", good.replace(b"[3 0 R]", b"[9 0 R]"), EITHER)
    yield made("two billion pages", good.replace(b"/Count 1", b"/Count 2000000000"), EITHER)
    yield made("deep arrays", pdfs.plain(b"[" * 100_000), EITHER)
    yield made("many states", pdfs.plain(b"q " * 100_000), EITHER)
    yield made("a length that lies", good.replace(b"/Length 0", b"/Length 999999999"), EITHER)
    bomb = zlib.compress(bytes(50 << 20))
    filtered = b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(bomb), bomb)
    bombed = pdfs.plain(b"", filtered).replace(b"/Contents 4 0 R", b"/Contents 5 0 R")
    yield made("a bomb of contents", bombed, EITHER)
    kept = b"/Catalog/Names<</EmbeddedFiles<</Names[(a.exe)<</EF<</F 4 0 R>>>>]>>>>"
    yield made("embedded program", good.replace(b"/Catalog", kept))


def papers() -> Iterator[Case]:
    """PDFs, read as articles."""

    def made(name: str, content: bytes, *expected: str, **words: str) -> Case:
        raw = content.replace(b"TRAP", TRAP)
        return Case(f"paper: {name}", "paper.pdf", raw, *expected, **words)

    good = pdfs.lines((20, 250, WORDS))
    yield made("good", good, WARN, "Compare with its pages", kept="new bridge")
    yield from harmful(made, good)
    yield made("no words", pdfs.plain(b""), REFUSE, "its pages are pictures")
    many = "".join(f"BT /F1 1 Tf {at % 300} {at // 300} Td (a) Tj ET\n" for at in range(20_000))
    yield made("a letter a line", pdfs.plain(many.encode(), page=_FONT))
    long = (
        b"BT /F1 1 Tf 0 %d Td (" % (9 * at) + b"word " * 2_000 + b") Tj ET " for at in range(30)
    )
    yield made(
        "more letters than are read",
        pdfs.plain(b"".join(long), page=_FONT),
        WARN,
        "more words than",
    )
    yield made("letters of no size", pdfs.lines((20, 250, WORDS, 0)), EITHER)
    yield made("letters of size -9", pdfs.lines((20, 250, WORDS, -9)), EITHER)
    yield made("letters as large as can be", pdfs.lines((20, 250, WORDS, 10**9)), EITHER)
    yield made("far outside", pdfs.lines((10**9, -(10**9), WORDS)), EITHER)
    yield made("odd letters", pdfs.lines((20, 250, "Bridge \\000\\001\\377 words")), kept="Bridge")
    yield made("five hundred pages", pdfs.pages_of(500), IMPORT, "", kept="Sheet number 499")
    link = b"/Annots[<</Subtype/Link/Rect[0 0 300 300]/A<</S/URI/URI(%s)>>>>]"
    for name, url in (
        ("to a trap", b"TRAP/"),
        ("to a script", b"javascript:steal\\(\\)"),
        ("to a file", b"file:///etc/passwd"),
        ("without end", b"https://x.example/" + b"x" * 100_000),
    ):
        linked = good.replace(b"/Contents", link % url + b"/Contents")
        yield made(f"a link {name}", linked, kept="new bridge", lost="steal")
    marks = "".join(
        f"BT /F1 9 Tf 9 {at} Td (a) Tj /F1 5 Tf 4 Ts (1) Tj ET\n" for at in range(9_000)
    )
    yield made("thousands of marks", pdfs.plain(marks.encode(), page=_FONT))
    links = b"/Annots[" + b"<</Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(x)>>>>" * 20_000 + b"]"
    yield made("many links", good.replace(b"/Contents", links + b"/Contents"), kept="new bridge")
    title = b"/Info<</Title(" + b"x" * 1_000_000 + b")/CreationDate(D:99999999)>>"
    yield made("a title of a megabyte", good.replace(b"trailer<<", b"trailer<<" + title))
