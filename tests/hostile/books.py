"""The part of the corpus for EPUB: what is packed in one, beyond how it is packed."""

from collections.abc import Iterator

from tests.hostile.case import EITHER, REFUSE, TRAP, WARN, WORDS, Case
from tests.hostile.zips import packed

_CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="{}"/></rootfiles></container>'
)
_HEAD = '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">'


def book_parts(
    inside: str = "", before: str = "", spine: str = "", opf: str = "b.opf"
) -> list[tuple[str, bytes]]:
    """Return the parts of a book of one chapter, with a note and a link."""
    note = '<aside epub:type="footnote" id="n"><p>Minutes.</p></aside>'
    body = (
        f'<h1>Bridge</h1><p>{WORDS}<a epub:type="noteref" href="#n">1</a> <a href="https://x.example/">'
        f"More</a>.</p><ul><li>One</li></ul><table><tr><td>a</td><td>b</td></tr></table>{note}"
    )
    page = f"{before}{_HEAD}<body>{body}{inside}</body></html>"
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        "<metadata><dc:title>Bridge</dc:title></metadata>"
        '<manifest><item id="c" href="c.xhtml"/></manifest>'
        f'<spine><itemref idref="c"/>{spine}</spine></package>'
    )
    return [
        ("mimetype", b"application/epub+zip"),
        ("META-INF/container.xml", _CONTAINER.format(opf).encode()),
        ("b.opf", package.encode()),
        ("c.xhtml", page.encode()),
    ]


def books() -> Iterator[Case]:
    def made(name: str, parts: list[tuple[str, bytes]], *expected: str, **words: str) -> Case:
        content = packed(*((part, each.replace(b"TRAP", TRAP)) for part, each in parts))
        return Case(f"book: {name}", "a.epub", content, *expected, **words)

    good = book_parts()
    yield made("good", good, kept=WORDS)
    yield made("no container", [good[0], *good[2:]], REFUSE, "lacks a part")
    yield made("no package", [*good[:2], good[3]], REFUSE, "not an EPUB")
    yield made("no chapter", good[:3], REFUSE, "no words")
    yield made("a package outside", book_parts(opf="../../etc/passwd"), REFUSE, "not an EPUB")
    yield made("a package on the network", book_parts(opf=f"{TRAP.decode()}/b.opf"), REFUSE)
    loop = '<itemref idref="c"/>' * 5_000
    yield made("a chapter over and over", book_parts(spine=loop), WARN, "names again", kept=WORDS)
    lost = '<itemref idref="none"/>' * 5_000
    yield made("chapters that are not there", book_parts(spine=lost), WARN, "are not in the file")
    yield from locked(made)
    yield from pages(made)


def locked(made) -> Iterator[Case]:
    def by(way: str, uri: str = "c.xhtml") -> list[tuple[str, bytes]]:
        inside = (
            f'<EncryptedData><EncryptionMethod Algorithm="{way}"/><CipherData>'
            f'<CipherReference URI="{uri}"/></CipherData></EncryptedData>'
        )
        locks = f"<encryption>{inside}</encryption>".encode()
        return [*book_parts(), ("META-INF/encryption.xml", locks)]

    yield made("locked", by("http://www.w3.org/2001/04/xmlenc#aes256-cbc"), REFUSE, "copy protec")
    yield made("locked in no known way", by(""), REFUSE, "copy protection")
    yield made("locked fonts", by("http://www.idpf.org/2008/embedding", "f.otf"), kept=WORDS)


def pages(made) -> Iterator[Case]:
    document_type = "document type"
    entity = '<!DOCTYPE html [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    yield made("entity of a file", book_parts("&e;", entity), REFUSE, document_type)
    laughs = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(20))
    bomb = f'<!DOCTYPE html [<!ENTITY l0 "ha">{laughs}]>'
    yield made("entity expansion", book_parts("&l20;", bomb), REFUSE, "damaged|document type")
    remote = '<!DOCTYPE html SYSTEM "TRAP/a.dtd">'
    yield made("DTD on the network", book_parts(before=remote), kept=WORDS)
    sheet = '<?xml-stylesheet href="TRAP/a.css"?>'
    yield made("style sheet", book_parts(before=sheet), kept=WORDS)
    calls = '<img src="TRAP/a.png"/><object data="TRAP/"/><iframe src="TRAP/"/>'
    yield made("pictures and frames", book_parts(calls), WARN, "1 picture", kept=WORDS)
    script = '<script>steal()</script><p onclick="steal()">Click</p>'
    yield made("script", book_parts(script), kept="Click", lost="steal")
    link = '<p><a href="javascript:steal()">Click</a></p>'
    yield made("javascript link", book_parts(link), WARN, "no web address", lost="steal")
    include = '<x xmlns:i="http://www.w3.org/2001/XInclude"><i:include href="c.xhtml"/></x>'
    yield made("inclusion of itself", book_parts(include), kept=WORDS)
    yield made("deep boxes", book_parts("<div>" * 3_000 + "</div>" * 3_000), REFUSE, "too deeply")
    boxes = "<div>" * 240 + "deep" + "</div>" * 240
    yield made("boxes as deep as may be", book_parts(boxes), kept="deep")
    tables = "<table><tr><td>" * 70 + "deep" + "</td></tr></table>" * 70
    yield made("tables in tables", book_parts(tables), kept="deep")
    marks = '<a epub:type="noteref" href="#n">1</a>' * 2_000
    yield made("a note referred to by thousands", book_parts(f"<p>{marks}</p>"), EITHER)
    far = "".join(f'<p id="n{n}">x<a href="#n{n}"><sup>1</sup></a></p>' for n in range(2_000))
    yield made("thousands of notes", book_parts(far), kept=WORDS)
    itself = '<p><a epub:type="noteref" href="#m">1</a></p><p id="m"><a href="#m">1</a> So.</p>'
    yield made("a note on itself", book_parts(itself), kept="So.")
    outside = '<p>x<a epub:type="noteref" href="../../../etc/passwd#root">1</a></p>'
    yield made("a note outside", book_parts(outside), lost="root")
    hidden = '<p style="display:none">Secret words.</p>'
    yield made("hidden words", book_parts(hidden), WARN, "hidden text", lost="Secret")
    yield made("a name of no character", book_parts("&steal;"), REFUSE, "damaged")
    yield made("a name of many", book_parts("&nbsp;" * 200_000), EITHER)
