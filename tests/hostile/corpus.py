"""Files that mean harm, and what must become of each. Made here: none of them is kept."""

import base64
import struct
import zipfile
import zlib
from collections.abc import Iterator

from tests.hostile.archives import archives
from tests.hostile.books import books
from tests.hostile.case import REFUSE, TRAP, WARN, WORDS, Case
from tests.hostile.formats import mails, rich, saved_pages, subtitles
from tests.hostile.papers import documents, papers
from tests.hostile.saying import drafts, facts
from tests.hostile.zips import packed


def cases() -> Iterator[Case]:
    makers = (
        *(texts, markdown, pages, packages, documents, papers, books, mails, saved_pages),
        *(subtitles, rich, archives, facts, drafts, others),
    )
    for make in makers:
        yield from make()


def page(inside: str = "", head: str = "", attributes: str = "") -> bytes:
    words = "".join(f"<p>{WORDS} Number {at}.</p>" for at in range(6))
    return (
        f'<!doctype html><html><head><meta charset="utf-8">{head}<title>Bridge</title></head>'
        f"<body{attributes}><article><h1>Bridge</h1>{words}{inside}</article></body></html>"
    ).encode(errors="surrogatepass")


# Text


def texts() -> Iterator[Case]:
    def text(name: str, content: str | bytes, *expected: str, **words: str) -> Case:
        raw = content if isinstance(content, bytes) else content.encode(errors="surrogatepass")
        return Case(f"text: {name}", "a.txt", raw, *expected, **words)

    hello = f"Bridge\n\n{WORDS} é"
    no_words, not_text = "There are no words", "not text"
    yield text("empty", b"", REFUSE, no_words)
    yield text("spaces only", " \n\t \u00a0\n", REFUSE, no_words)
    yield text("only a byte order mark", b"\xef\xbb\xbf", REFUSE, no_words)
    yield text("many byte order marks", b"\xef\xbb\xbf" * 9 + hello.encode(), kept=WORDS)
    yield text("UTF-16 with mark", hello.encode("utf-16"), kept=WORDS)
    yield text("UTF-32 with mark", hello.encode("utf-32"), kept=WORDS)
    yield text("UTF-16 without mark", hello.encode("utf-16-le"), REFUSE, not_text)
    yield text("UTF-16 cut in a unit", hello.encode("utf-16")[:-1], REFUSE, "goes on as something")
    yield text("UTF-16, half a pair", "Bridge \ud800 é".encode("utf-16", "surrogatepass"), REFUSE)
    yield text("UTF-8 mark, then Latin", b"\xef\xbb\xbfcaf\xe9", REFUSE, "goes on as something")
    yield text("UTF-7", "Bridge +ADw-script+AD4-alert(1)+ADw-/script+AD4-", kept="+ADw-", lost="<")
    yield text("overlong slash", b"Bridge and words \xc0\xaf here", lost="/")
    yield text("overlong NUL", b"Bridge and words \xc0\x80 here", lost="\0")
    yield text("a lone surrogate", hello + "\ud800", lost="\ud800")
    yield text("beyond Unicode", b"Bridge and words \xf4\x90\x80\x80 here")
    yield text("two encodings mixed", hello.encode() + hello.encode("latin-1"), WARN, "guessed")
    yield text("random bytes", bytes(range(256)) * 20, REFUSE, not_text)
    yield text("NUL", "Bridge\0and words", REFUSE, not_text)
    yield text("escape sequences", "Bridge \x1b[2J\x1b]0;x\x07 words", WARN, "became", lost="\x1b")
    yield text("backspaces", "Bridge words\b\b\b\b\bhidden", WARN, "became", lost="\b")
    yield text("C1 controls", "Bridge \u009b31m words", WARN, "became", lost="\u009b")
    yield text("noncharacters", "Bridge \uffff\ufdd0\U0010ffff words", WARN, "3 characters", "Bri")
    yield text("right-to-left override", "Paid \u202e000,1\u202c euros", WARN, "2 direction contr")
    yield text("isolates", "Paid \u2066a\u2069 euros", WARN, "direction controls")
    yield text("zero-width space", "The ma\u200byor paid", WARN, "1 invisible character ")
    yield text("joiners among Latin letters", "The ma\u200dyor pa\u200cid", WARN, "2 invisible")
    yield text("joiners that are needed", "می\u200cخواهم 👩\u200d👩 क्\u200dष")
    yield text("word joiner", "The ma\u2060yor paid", WARN, "1 invisible")
    yield text("soft hyphens", "The may\u00ador paid", WARN, "1 invisible")
    yield text(
        "tag characters", "Paid " + "".join(chr(0xE0000 + ord(c)) for c in "no"), WARN, "2 i"
    )
    yield text("selectors that smuggle", "Paid\U000e0101\U000e0102\U000e0103", WARN, "3 invisible")
    yield text("Hangul fillers", "Paid \u3164\uffa0 nothing", WARN, "2 invisible")
    yield text("annotation controls", "Paid \ufff9a\ufffab\ufffb", WARN, "3 invisible")
    yield text("Cyrillic look-alikes", "The mаyor paid", WARN, "letters of another alphabet")
    yield text("Greek look-alikes", "The mayοr paid Αnna", WARN, "2 words with letters")
    yield text("honest Cyrillic and Greek", "Мэр заплатил, μm kΩ Δt πr, ο δήμαρχος")
    yield text("a tower of accents", "Paid " + "e" + "\u0301" * 50_000)
    yield text("one word of a megabyte", "x" * 1_000_000)
    yield text("a megabyte of empty lines", "Bridge" + "\n" * 1_000_000 + "words")
    yield text("a megabyte of line ends", "Bridge\r\n\r\r\n\u2028\u2029" * 100_000 + "words")
    yield text("markup", "<img src=//127.0.0.1/x> <script>x</script>", kept="<script>x</script>")
    yield text("a title of its own length", "T" * 199 + "\n\n" + WORDS)
    yield text("a date that is none", f"date 9999-99-99 {WORDS}")


# Markdown


def markdown() -> Iterator[Case]:
    def made(name: str, content: str, *expected: str, **words: str) -> Case:
        raw = content.encode().replace(b"TRAP", TRAP)
        return Case(f"markdown: {name}", "a.md", raw, *expected, **words)

    nested = "nested so deeply"
    yield made("deep quotes", "Bridge\n\n" + ">" * 1000 + " words", WARN, nested)
    yield made("deep lists", "Bridge\n\n" + "- " * 500 + "words", WARN, nested)
    yield made("deep brackets", "[" * 20_000 + "words")
    yield made("deep emphasis", "*a **" * 5_000 + "words")
    yield made("backticks", "`" * 20_000 + " words " + "`" * 19_999)
    yield made("links within links", "[a](" * 2_000 + "words")
    yield made("entities", "&amp;lt; &#0; &#xd800; &#x10ffff; &#xffffffff; words")
    yield made("javascript link", "[click](javascript:alert(1)) words", kept="click")
    yield made("file link", "[words](file:///etc/passwd)", kept="words")
    yield made("picture", f"![words](TRAP/a.png) {WORDS}", WARN, "1 picture")
    yield made("UNC picture", f"![words](//host/share/a.png) {WORDS}", WARN, "1 picture")
    yield made("data link", "[words](data:text/html,x)", kept="words")
    yield made("HTML inside", '<img src="TRAP/x"> words', kept="<img")
    yield made("reference bomb", "[a]: /x\n" * 2_000 + "[a]" * 5_000)
    yield made("a wide table", "|a" * 1_000 + "\n" + "|-" * 1_000 + "\n" + "|b" * 1_000)
    yield made("ragged table", "|" + "a|" * 500 + "\n|" + "-|" * 500 + "\n" + "|x|\n" * 3_000)
    yield made("front matter that never ends", "---\n" + "a: b\n" * 50_000)
    yield made("front matter of blanks", "---\n" + "\n" * 50_000 + "words")
    yield made("front matter only", "---\ntitle: x\n---\n", REFUSE, "no words")
    yield made("title with controls", "---\ntitle: a\u202eb\n---\nwords\u202e", WARN, "direction")
    yield made("only a comment", "<!-- words -->")
    yield made("headings of no level", "####### words")


# Pages


def made(name: str, content: bytes, *expected: str, **words: str) -> Case:
    return Case(f"page: {name}", "a.html", content.replace(b"TRAP", TRAP), *expected, **words)


def pages() -> Iterator[Case]:
    yield from pages_of_odd_shape()
    yield from pages_that_call_out()
    yield from pages_that_hide()
    yield from pages_that_lie()


def pages_of_odd_shape() -> Iterator[Case]:
    none, deep = "No article", "nested so deeply"
    yield made("empty", b"", REFUSE, none)
    yield made("no element", b"<!-- -->", REFUSE, none)
    yield made("cut off", page()[:400])
    yield made("cut in a tag", page()[:-30])
    yield made("NULs", page("\0"), REFUSE, "not text")
    yield made("deep boxes", page("<div>" * 3_000 + "deep"), WARN, deep)
    yield made("deep boxes around all", b"<div>" * 300 + page(), kept=WORDS)
    yield made("deep tables", page("<table><tr><td>" * 400 + "deep"), kept="deep")
    yield made("deep lists", page("<ul><li>" * 120 + "deep"), kept="deep")
    yield made("deep fonts", page("<b><i>" * 5_000), WARN, deep)
    yield made("a huge attribute", page(f'<p title="{"x" * 2_000_000}">more</p>'))
    yield made("many attributes", page("<p " + " ".join(f"a{n}=1" for n in range(3_000)) + ">x"))
    yield made("a huge tag name", page(f"<{'x' * 1_000_000}>words"))
    yield made("many empty boxes", page("<p></p>" * 50_000))


def pages_that_call_out() -> Iterator[Case]:
    laughs = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(20))
    yield made(
        "entity expansion", f"<!DOCTYPE a [<!ENTITY l0 'ha'>{laughs}]>".encode() + page("&l20;")
    )
    yield made(
        "entity of a file",
        b"<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>" + page("&e;"),
        lost="root:",
    )
    yield made("DTD on the network", b'<!DOCTYPE html SYSTEM "TRAP/a.dtd">' + page())
    yield made("style sheet", page(head='<link rel="stylesheet" href="TRAP/a.css">'))
    yield made("imported style", page(head="<style>@import url(TRAP/a.css)</style>"), lost="import")
    yield made("XML style sheet", b'<?xml-stylesheet href="TRAP/a.xsl"?>' + page())
    yield made("base address", page(head='<base href="TRAP/">'))
    yield made("refresh", page(head='<meta http-equiv="refresh" content="0;url=TRAP/">'))
    yield made("frame", page('<iframe src="TRAP/"></iframe>'))
    yield made("object", page('<object data="TRAP/"><embed src="TRAP/"></object>'))
    yield made("picture", page('<img src="TRAP/a.png" srcset="TRAP/b.png 2x" onerror="x()">'))
    yield made("picture of a host", page('<img src="\\\\host\\share\\a.png">'))
    yield made("script", page("<script>steal()</script>"), lost="steal")
    yield made("script in a drawing", page("<svg><script>steal()</script></svg>"), lost="steal")
    yield made("handlers", page('<p onclick="steal()">Click</p>'), lost="steal")
    yield made(
        "javascript link", page('<p><a href="javascript:steal()">Click</a></p>'), lost="steal"
    )
    yield made("file link", page('<p><a href="file:///etc/passwd">Click</a></p>'), lost="passwd")
    yield made("data link", page('<p><a href="data:text/html,steal">Click</a></p>'), lost="steal")
    yield made("canonical is a script", page(head='<link rel="canonical" href="javascript:x">'))


def pages_that_hide() -> Iterator[Case]:
    hidden = "hidden from the eye"
    yield made(
        "hidden by style", page('<p style="display: none">Secret words.</p>'), WARN, "were kept"
    )
    sheet = '<style>.gone{display:none}</style><p class="gone">Secret words of the page.</p>'
    yield made("hidden by style sheet", page(sheet), WARN, hidden)
    yield made("hidden by attribute", page("<p hidden>Secret words.</p>"), WARN, hidden)
    yield made("hidden by size", page('<p style="FONT-SIZE:0px">Secret words</p>'), WARN, hidden)
    yield made("hidden by opacity", page('<p style="opacity:0.0">Secret words</p>'), WARN, hidden)
    yield made("moved out", page('<p style="text-indent:-9999px">Secret words</p>'), WARN, hidden)
    yield made(
        "hidden within hidden",
        page("<div hidden><p hidden>Secret words</p></div>"),
        WARN,
        "2 words",
    )
    yield made("U+FFFF by reference", page("<p>More &#xFFFF; words</p>"), WARN, "became")
    yield made("NUL by reference", page("<p>More &#0; words</p>"), lost="\0")
    yield made("surrogate by reference", page("<p>More &#xD800; words</p>"), lost="\ud800")
    yield made("bidi by reference", page("<p>More &#x202E; words</p>"), WARN, "direction control")
    yield made("zero width by reference", page("<p>ma&ZeroWidthSpace;yor</p>"), WARN, "invisible")
    yield made("look-alikes", page("<p>The m&#1072;yor</p>"), WARN, "another alphabet")


def pages_that_lie() -> Iterator[Case]:
    word = '<meta name="generator" content="Microsoft Word">'
    marks = "".join(f'<p><a name="{n}" href="#{n + 1}">1</a></p>' for n in range(5_000))
    yield made("a draft of marks", page(marks, head=word), kept=WORDS)
    ring = '<p>x<a name="a" href="#b">1</a></p><p>y<a name="b" href="#a">1</a></p>'
    yield made("a draft of notes on each other", page(ring, head=word), kept=WORDS)
    yield made("a draft with script", page("<script>steal()</script>", head=word), lost="steal")
    deep = "<div>" * 3_000 + "deep"
    yield made("a draft of deep boxes", page(deep, head=word), WARN, "nested so deeply")
    for codec in (
        "utf-7",
        "unicode_escape",
        "punycode",
        "idna",
        "hex",
        "rot13",
        "undefined",
        "x" * 99,
    ):
        head = f'<meta charset="{codec}">'.encode()
        content = page("<p>\\u003cb\\u003e +ADw-</p>").replace(b'<meta charset="utf-8">', head)
        raw = content.replace(b"Tuesday", b"T\xfcsday")
        yield made(f"declared as {codec[:20]}", raw, WARN, "guessed", lost="<b>")
    yield made("UTF-16 that says UTF-8", page().decode().encode("utf-16"))
    yield made("title of a megabyte", page(head=f"<title>{'x' * 1_000_000}</title>"))
    ld = '<script type="application/ld+json">{}</script>'
    yield made("deep JSON-LD", page(head=ld.format('{"a":' * 50_000)))
    yield made("JSON-LD of numbers", page(head=ld.format('{"datePublished":' + "9" * 9_000 + "}")))
    yield made("JSON-LD of lists", page(head=ld.format('{"author":[[[1]]],"headline":{}}')))
    yield made("dates that are none", page(head='<meta name="date" content="9999-99-99">'))
    yield made("a table of spans", page('<table><tr><td colspan="999999999">x</td></tr></table>'))
    yield made("comment bomb", page("<!--" * 100_000))
    yield made("an attribute that is none", page("<p {\\='&#1;'>x</p>"), kept=WORDS)
    yield made("CDATA", page("<![CDATA[<script>steal()</script>]]>"))
    yield made(
        "XML with a namespace bomb",
        page("<p " + "".join(f'xmlns:a{n}="x" ' for n in range(5_000)) + ">x</p>"),
    )


# Packed files


def patched(content: bytes, signature: bytes, at: int, new: bytes) -> bytes:
    start = content.index(signature) + at
    return content[:start] + new + content[start + len(new) :]


_ENTRY, _LOCAL = b"PK\1\2", b"PK\3\4"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/package/2006/relationships"
_D = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships'
    f'+xml"/><Override PartName="/word/document.xml" ContentType="{_TYPE}"/></Types>'
).encode()
_RELS = (
    f'<Relationships xmlns="{_R}"><Relationship Id="r1" Type="{_D}/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
).encode()


def word_parts(inside: str = "", before: str = "") -> list[tuple[str, bytes]]:
    body = f"<w:p><w:r><w:t>{WORDS}</w:t></w:r></w:p>{inside}"
    document = f'{before}<w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>'.encode()
    return [
        ("[Content_Types].xml", _TYPES),
        ("_rels/.rels", _RELS),
        ("word/document.xml", document),
    ]


def odt_parts() -> list[tuple[str, bytes]]:
    spaces = " ".join(f'xmlns:{name}="{_OASIS}{name}:1.0"' for name in ("office", "text", "table"))
    inside = (
        f'<text:h text:outline-level="1">Bridge</text:h><text:p>{WORDS}<text:s text:c="3"/>'
        '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
        "<text:note-body><text:p>Minutes.</text:p></text:note-body></text:note></text:p>"
        "<text:list><text:list-item><text:p>One</text:p></text:list-item></text:list>"
    )
    content = (
        f'<office:document-content {spaces} office:version="1.3"><office:body><office:text>'
        f"{inside}</office:text></office:body></office:document-content>"
    )
    kind = b"application/vnd.oasis.opendocument.text"
    return [("mimetype", kind), ("content.xml", content.encode())]


def packages() -> Iterator[Case]:
    for suffix in (".docx", ".odt", ".epub"):
        yield from packings(suffix)
    yield from word_documents()


def packings(suffix: str) -> Iterator[Case]:
    """What is refused before a part is read, so the parts are the same for each format."""
    good = word_parts()

    def made(name: str, content: bytes, told: str) -> Case:
        return Case(f"packed {suffix}: {name}", f"a{suffix}", content, REFUSE, told)

    first = packed(*good)
    damaged = "cut off or damaged"
    yield made("nothing but a head", _LOCAL, damaged)
    yield made("cut off", first[:-40], damaged)
    yield made("no part", packed(), "")
    yield made("a bomb", packed(*good, ("x.xml", bytes(60 << 20))), "too large")
    yield made(
        "many small bombs", packed(*good, *((f"{n}", bytes(1 << 20)) for n in range(60))), "too"
    )
    yield made(
        "too many parts", packed(*good, *((f"{n}", b"") for n in range(10_001))), "more than"
    )
    yield made("parent name", packed(*good, ("../../outside.txt", b"x")), "points outside")
    yield made("absolute name", packed(*good, ("/tmp/outside.txt", b"x")), "points outside")
    yield made("drive name", packed(*good, ("C:\\outside.txt", b"x")), "points outside")
    yield made("host name", packed(*good, ("\\\\host\\outside.txt", b"x")), "points outside")
    yield made("two of a name", packed(*good, good[2]), "same name")
    yield made("two of a name by slash", packed(*good, ("word\\document.xml", b"")), "same name")
    overlap = packed(*good, packing=zipfile.ZIP_STORED)
    last = overlap.rindex(_ENTRY)
    yield made("overlap", overlap[: last + 42] + bytes(4) + overlap[last + 46 :], "overlap")
    yield made("encrypted", patched(first, _ENTRY, 8, b"\1"), "password")
    yield made("packed by bzip2", packed(*good, packing=zipfile.ZIP_BZIP2), "packed in a way")
    yield made("packed by LZMA", packed(*good, packing=zipfile.ZIP_LZMA), "packed in a way")
    yield made("unknown packing", patched(first, _ENTRY, 10, b"\x63"), "packed in a way")
    yield made("4 GB by its word", patched(first, _ENTRY, 24, b"\xff" * 4), "too large|damaged")


def word_documents() -> Iterator[Case]:
    good = word_parts()

    def made(name: str, content: bytes, told: str) -> Case:
        return Case(f"Word: {name}", "a.docx", content, REFUSE, told)

    document_type = "declares a document type"
    small = patched(packed(good[2], *good[:2]), _ENTRY, 24, struct.pack("<I", 9))
    large = patched(packed(good[2], *good[:2]), _ENTRY, 24, struct.pack("<I", 1 << 20))
    yield made("smaller than it is", small, "damaged part")
    yield made("larger than it is", large, "damaged part")
    wrong = patched(packed(good[2], *good[:2]), _ENTRY, 16, b"abcd")
    yield made("another check sum", wrong, "damaged part")
    yield made("document type", packed(*word_parts(before="<!DOCTYPE a>")), document_type)
    entity = '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    yield made("entity of a file", packed(*word_parts("&e;", entity)), document_type)
    remote = f'<!DOCTYPE a SYSTEM "{TRAP.decode()}/a.dtd">'
    yield made("DTD on the network", packed(*word_parts(before=remote)), document_type)
    laughs = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(20))
    laughs = f'<!DOCTYPE a [<!ENTITY l0 "ha">{laughs}]>'
    yield made("entity expansion", packed(*word_parts("&l20;", laughs)), "damaged|document type")
    deep = "<w:p>" * 3_000 + "</w:p>" * 3_000
    yield made("deep nesting", packed(*word_parts(deep)), "nested too deeply")
    yield made("no XML", packed(*good[:2], ("word/document.xml", b"words")), "damaged")
    yield made("XML cut off", packed(*good[:2], (good[2][0], good[2][1][:-9])), "damaged")
    yield made("without its document", packed(*good[:2]), "")


# What is told by its first bytes


def others() -> Iterator[Case]:
    old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
    yield Case("disguised: old Word as text", "a.txt", old, REFUSE, "not text|old Word")
    yield Case("disguised: old Word as a new one", "a.docx", old, REFUSE)
    png = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + b"IHDR" + zlib.compress(b"x" * 99)
    yield Case("disguised: a picture as text", "a.txt", png, REFUSE, "not text")
    elf = b"\x7fELF\2\1\1" + bytes(64)
    yield Case("disguised: a program as text", "a.md", elf, REFUSE, "not text")
    yield Case("disguised: gzip as a page", "a.html", zlib.compress(page(), wbits=31), REFUSE)
    yield Case("names: none", ".txt", WORDS.encode())
    yield Case("names: bidi", "a\u202etxt.exe", WORDS.encode())
    yield Case("names: markup", "<img src=x>.txt", WORDS.encode())
    yield Case("names: two endings", "a.html.txt", b"<p>words</p>", kept="<p>")
    yield Case("names: unknown ending", "a.exe", WORDS.encode())
    base = base64.b64encode(page())
    yield Case("disguised: base64", "a.txt", base, kept=base[:20].decode())
