"""PDFs to be read: a real one set by typst, and some that were made to be trouble."""

from functools import cache
from io import BytesIO

REPORT = """
#set page(width: 300pt, height: 400pt, margin: 40pt, numbering: "i")
#set text(size: 12pt, hyphenate: true)
#set par(justify: true)
= Annual report
The harbour was extended by a representative of the administration.
#pagebreak()
#set page(numbering: "1")
#counter(page).update(1)
Storage at the end of the year: 14.2 million tonnes.

COVID-19 and the 2019-20 budget 😀 were well-known, notwithstanding incomprehensibilities.
#pagebreak()
#set page(flipped: true)
Turned round. The storage grew.
#pagebreak()
#set page(numbering: none)
#rect(width: 40pt, height: 40pt)
"""


@cache
def report() -> bytes:
    """Four pages: "i", "1", "2" (turned), and one without words and label."""
    import typst

    return bytes(typst.compile(REPORT.encode()))


def typeset(source: str) -> bytes:
    """Return the PDF that typst makes of its markup."""
    import typst

    return bytes(typst.compile(source.encode()))


def lines(*written: tuple[float, float, str] | tuple[float, float, str, float]) -> bytes:
    """Return a page with words at places (from the left, from below), 10 points or as said."""
    drawn = "".join(
        f"BT /F1 {size[0] if size else 10} Tf {x} {y} Td ({words}) Tj ET\n"
        for x, y, words, *size in written
    )
    font = b"/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>"
    return plain(drawn.encode(), page=font)


def pages_of(count: int) -> bytes:
    """Return a PDF with so many pages, each with its number in words."""
    import typst

    body = "#for at in range(1, " + str(count + 1) + ") [Sheet number #at #pagebreak(weak: true)]"
    return bytes(typst.compile(body.encode()))


def plain(contents: bytes, *more: bytes, trailer: bytes = b"", page: bytes = b"") -> bytes:
    """Return a small PDF of one page; it has no table of objects, which readers then mend."""
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R" + page + b">>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(contents), contents),
        *more,
    )
    numbered = b"".join(
        b"%d 0 obj%s endobj\n" % (number, each) for number, each in enumerate(objects, 1)
    )
    return b"%PDF-1.4\n" + numbered + b"trailer<</Root 1 0 R" + trailer + b">>\n%%EOF"


def drawing_itself() -> bytes:
    """Return a page with a form that draws itself four times, each of which does so again."""
    form = (
        b"<</Type/XObject/Subtype/Form/BBox[0 0 300 300]/Resources<</XObject<</F 5 0 R>>>>"
        b"/Length 23>>stream\n/F Do /F Do /F Do /F Do\nendstream"
    )
    return plain(b"/F Do", form, page=b"/Resources<</XObject<</F 5 0 R>>>>")


def locked() -> bytes:
    """Return a PDF whose key is not known to anybody."""
    key = b"<" + b"5a" * 32 + b">"
    encryption = b"<</Filter/Standard/V 1/R 2/P -4/O" + key + b"/U" + key + b">>"
    return plain(b"", encryption, trailer=b"/Encrypt 5 0 R/ID[<00><00>]")


def pageless() -> bytes:
    """Return a PDF with no page."""
    import pypdfium2

    kept = BytesIO()
    pypdfium2.PdfDocument.new().save(kept)
    return kept.getvalue()


def huge() -> bytes:
    """Return a PDF whose page is as large as a PDF may say."""
    return plain(b"").replace(b"0 0 300 300", b"0 0 14400 14400")
