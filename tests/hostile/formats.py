"""The part of the corpus for PDF, mail, subtitles and RTF."""

import zlib
from collections.abc import Iterator

from tests import pdfs
from tests.hostile.case import EITHER, REFUSE, TRAP, WORDS, Case


def documents() -> Iterator[Case]:
    """PDFs, read page by page for the viewer."""

    def made(name: str, content: bytes, *expected: str) -> Case:
        return Case(f"PDF: {name}", "a.pdf", content.replace(b"TRAP", TRAP), *expected)

    def act(action: bytes) -> bytes:
        catalog = b"<</Type/Catalog/OpenAction<<" + action + b">>/Pages 2 0 R>>"
        return good.replace(b"<</Type/Catalog/Pages 2 0 R>>", catalog)

    good = pdfs.plain(b"")
    yield made("empty", b"", REFUSE, "damaged")
    yield made("only a head", b"%PDF-1.7\n", REFUSE, "damaged")
    yield made("no page", pdfs.pageless(), REFUSE, "no pages")
    yield made("locked", pdfs.locked(), REFUSE, "password")
    yield made("cut off", good.partition(b"/MediaBox")[0], EITHER)
    yield made("a form that draws itself", pdfs.drawing_itself(), REFUSE, "broke off|more memory")
    yield made("as large as can be", pdfs.huge())
    yield made("a page of no size", good.replace(b"300 300]", b"0 0]"), EITHER)
    yield made("a page of size -1", good.replace(b"300 300]", b"-1 -1]"), EITHER)
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


def mails() -> Iterator[Case]:
    """Mails: it is enough that they do no harm."""

    def mail(name: str, head: str, body: str = WORDS) -> Case:
        text = f"From: a@b.example\nSubject: Bridge\n{head}\n\n{body}\n"
        return Case(f"mail: {name}", "a.eml", text.encode().replace(b"TRAP", TRAP), EITHER)

    def transferred(how: str) -> str:
        return f"Content-Transfer-Encoding: {how}"

    parts = "Content-Type: multipart/mixed; boundary="
    nested = "".join(f"--{n}\n{parts}{n + 1}\n\n" for n in range(500))
    message = "Content-Type: message/rfc822\n\n"
    yield mail("bare", "X-Nothing: here")
    yield mail("no boundary", "Content-Type: multipart/mixed")
    yield mail("never closed", parts + "x", "--x\n\n" + WORDS)
    yield mail("multipart recursion", parts + "0", nested)
    yield mail("a boundary of itself", parts + "x", f"--x\n{parts}x\n\n" * 300)
    yield mail("mails within mails", "Content-Type: message/rfc822", message * 500 + WORDS)
    yield mail("broken base64", transferred("base64"), "QUJ=D===!!" * 99)
    yield mail("broken quoted-printable", transferred("quoted-printable"), "=Z=\n=E9= =")
    yield mail("unknown encoding", transferred("x-uuencode"), "begin 644 ../../x\n")
    yield mail("a charset that is none", 'Content-Type: text/plain; charset="\u202eutf-8"')
    yield mail("a charset that changes", "Content-Type: text/plain; charset=unicode_escape")
    yield mail("long head", "X: " + "=?utf-8?q?x?= " * 5_000)
    yield mail("many heads", "X: y\n" * 5_000 + "Z: z")
    yield mail("addresses", "To: " + "(" * 5_000)
    yield mail("page with trap", "Content-Type: text/html", f'<img src="TRAP/x"><p>{WORDS}')
    yield mail("external body", 'Content-Type: message/external-body; URL="TRAP"')
    yield mail("dates", "Date: Fri, 99 Foo 99999999999 99:99:99 +99999")


def subtitles() -> Iterator[Case]:
    """Subtitles: it is enough that they do no harm."""

    def made(name: str, text: str) -> Case:
        return Case(f"subtitles: {name}", "a.srt", text.encode(), EITHER)

    def cue(start: str, end: str = "00:00:02,000") -> str:
        return f"1\n{start} --> {end}\n{WORDS}\n\n"

    yield made("good", cue("00:00:01,000"))
    yield made("backwards", cue("00:00:09,000"))
    yield made("absurd", cue("9" * 5_000 + ":99:99,999", "99:99:99,999"))
    yield made("negative", cue("-1:00:00,000"))
    yield made("no digits", cue("xx:yy:zz,000"))
    yield made("other digits", cue("٠٠:٠٠:٠١,٠٠٠"))
    yield made("arrows", "-->" * 50_000)
    yield made("numbers only", "1\n2\n3\n" * 20_000)
    yield made("one place, many words", cue("00:00:01,000") * 5_000)
    yield made("markup", "1\n00:00:01,000 --> 00:00:02,000\n<font>{\\an8}<script>" + WORDS)


def rich() -> Iterator[Case]:
    """RTF: it is enough that it does no harm."""

    def made(name: str, inside: str, end: str = "}") -> Case:
        text = "{\\rtf1 " + inside + WORDS + end
        return Case(f"RTF: {name}", "a.rtf", text.encode().replace(b"TRAP", TRAP), EITHER)

    yield made("good", "")
    yield made("deep groups", "{" * 50_000)
    yield made("closed too often", "", "}" * 50_000)
    yield made("an endless number", "\\u" + "9" * 10_000 + "? ")
    yield made("binary that lies", "\\bin999999999 ")
    yield made("surrogates", "\\u55357?\\u-10000? ")
    yield made("object", "{\\object\\objdata " + "41" * 50_000 + "}")
    yield made("picture to fetch", '{\\field{\\*\\fldinst INCLUDEPICTURE "TRAP"}}')
    yield made("a code page that is none", "\\ansicpg99999 \\'ff ")
    yield made("hex cut", "", "\\'")
