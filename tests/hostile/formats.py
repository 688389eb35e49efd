"""The part of the corpus for mail, saved pages, subtitles and RTF."""

from collections.abc import Iterator

from tests.hostile.case import EITHER, REFUSE, TRAP, WARN, WORDS, Case

PARTS = "Content-Type: multipart/mixed; boundary="


def mails() -> Iterator[Case]:
    def mail(name: str, head: str, body: str = WORDS, *expected: str, **words: str) -> Case:
        text = f"From: a@b.example\nSubject: Bridge\n{head}\n\n{body}\n"
        raw = text.encode(errors="surrogatepass").replace(b"TRAP", TRAP)
        return Case(f"mail: {name}", "a.eml", raw, *expected, **words)

    def transferred(how: str) -> str:
        return f"Content-Transfer-Encoding: {how}"

    yield mail("bare", "X-Nothing: here", kept=WORDS)
    yield Case("mail: empty", "a.eml", b"", REFUSE, "not an e-mail")
    yield Case("mail: no head", "a.eml", WORDS.encode(), REFUSE, "not an e-mail")
    yield mail("no boundary", "Content-Type: multipart/mixed", WORDS, EITHER)
    yield mail("never closed", PARTS + "x", "--x\n\n" + WORDS, kept=WORDS)
    nested = "".join(f"--{n}\n{PARTS}{n + 1}\n\n" for n in range(5_000))
    yield mail("multipart recursion", PARTS + "0", nested, REFUSE, "nested too deeply")
    yield mail("a boundary of itself", PARTS + "x", f"--x\n{PARTS}x\n\n" * 300, REFUSE)
    message = "Content-Type: message/rfc822\n\n"
    within = message * 5_000 + WORDS
    yield mail("mails within mails", message.strip(), within, REFUSE, "nested too deeply")
    yield mail(
        "parts without end", PARTS + "x", "--x\n\nw\n" * 5_000, REFUSE, "more than 1000 part"
    )
    yield mail("broken base64", transferred("base64"), "QUJ=D===!!" * 99, EITHER)
    yield mail("broken quoted-printable", transferred("quoted-printable"), "=Z=\n=E9= =", EITHER)
    uu = "begin 644 ../../x\n#0V%T\n`\nend"
    yield mail("unknown encoding", transferred("x-uuencode"), uu, EITHER)
    yield mail(
        "a charset that is none", 'Content-Type: text/plain; charset="\u202eutf-8"', kept=WORDS
    )
    for charset in ("unicode_escape", "utf-7", "idna", "hex", "rot13", "undefined"):
        head = f"Content-Type: text/plain; charset={charset}"
        yield mail(
            f"declared as {charset}", head, "+ADw- \\u003c 3c words", kept="\\u003c", lost="<"
        )
    shifted = "Content-Type: text/plain; charset=iso-2022-jp"
    yield mail("shifted letters cut", shifted, f"{WORDS}\x1b$B", EITHER, kept=WORDS)
    yield mail("long head", "X: " + "=?utf-8?q?x?= " * 5_000, kept=WORDS)
    yield mail("a head without end", "X: " + "y" * (2 << 20), WORDS, REFUSE, "head without end")
    yield mail("many heads", "X: y\n" * 5_000 + "Z: z", kept=WORDS)
    title = "Subject: =?utf-8?b?" + "eHh4" * 100_000 + "?="
    yield Case("mail: a subject of 300 KB", "a.eml", f"{title}\n\n{WORDS}".encode(), kept=WORDS)
    odd = "Subject: =?utf-8?b?4oCu?= =?rot13?q?x?= =?utf-8?b?!?=\nFrom: " + "(" * 5_000
    content = f"{odd}\n\n{WORDS}".encode()
    yield Case("mail: an odd subject", "a.eml", content, WARN, "title holds 1 direction", WORDS)
    yield mail("addresses", "To: " + "(" * 5_000, kept=WORDS)
    yield mail("many senders", "From: " + "a <a@b.example>, " * 5_000, kept=WORDS)
    page = "Content-Type: text/html"
    yield mail(
        "page with trap", page, f'<img src="TRAP/x"><p>{WORDS}', WARN, "1 picture", kept=WORDS
    )
    yield mail("page with script", page, f"<script>steal()</script><p>{WORDS}", lost="steal")
    yield mail(
        "page that hides", page, f"<p hidden>Secret</p><p>{WORDS}", WARN, "hidden", lost="Sec"
    )
    deep = f"<p>{WORDS}</p>" + "<div>" * 3_000 + "deep"
    yield mail("page of deep boxes", page, deep, WARN, "nested so deeply", kept=WORDS)
    yield mail("page of deep tables", page, "<table><tr><td>" * 80 + WORDS, kept=WORDS)
    yield mail("page of links", page, '<a href="https://x.example/">x</a> ' * 5_000)
    yield mail("external body", 'Content-Type: message/external-body; URL="TRAP"', WORDS, EITHER)
    yield mail("dates", "Date: Fri, 99 Foo 99999999999 99:99:99 +99999", kept=WORDS)
    name = 'Content-Type: application/x; name="../../outside.exe"\n\nx\n--x\n\n'
    yield mail("a name outside", PARTS + "x", f"--x\n{name}{WORDS}", WARN, "1 attached", kept=WORDS)
    yield mail("quotes in quotes", "X: y", ">" * 100_000 + WORDS, kept=WORDS)
    yield mail("controls", "X: y", f"{WORDS}\x1b[2J\u202e", WARN, "direction control", lost="\x1b")
    yield mail("encrypted", "Content-Type: application/pkcs7-mime", "MIIB", REFUSE, "encrypted")


def saved_pages() -> Iterator[Case]:
    related = "Content-Type: multipart/related; boundary="

    def saved(name: str, body: str, *expected: str, head: str = "", **words: str) -> Case:
        text = f"From: <Saved>\nSubject: Bridge\n{head}{related}x\n\n{body}"
        raw = text.encode(errors="surrogatepass").replace(b"TRAP", TRAP)
        return Case(f"saved page: {name}", "a.mhtml", raw, *expected, **words)

    def part(inside: str = "", head: str = "Content-Type: text/html", before: str = "") -> str:
        words = "".join(f"<p>{WORDS} Number {at}.</p>" for at in range(6))
        return f"--x\n{head}\n\n{before}<body><article>{words}{inside}</article></body>\n"

    yield saved("good", part(), kept=WORDS)
    yield saved("no page", "--x\nContent-Type: text/css\n\nx", REFUSE, "no page")
    yield saved("no parts", WORDS, REFUSE, "no page")
    nested = "".join(f"--{'x' * (n + 1)}\n{related}{'x' * (n + 2)}\n\n" for n in range(2_000))
    yield saved("nested thousands deep", nested, REFUSE, "nested too deeply|head without end")
    yield saved("parts without end", part() + "--x\n\nw\n" * 5_000, REFUSE, "more than 1000 parts")
    yield saved("frames", part() + part("Other.") * 3, WARN, "3 frames", kept=WORDS, lost="Other")
    charset = "Content-Type: text/html; charset=utf-16"
    yield saved("a charset that lies", part(head=charset), kept=WORDS)
    meta = '<meta charset="utf-16">'
    yield saved("a page that lies", part(before=meta), kept=WORDS)
    packed = "Content-Type: text/html\nContent-Transfer-Encoding: base64"
    yield saved("base64 that is none", part(head=packed), REFUSE)
    calls = '<img src="TRAP/a.png"><link rel=stylesheet href="TRAP/a.css"><img src="cid:x">'
    yield saved("what it calls", part(calls), kept=WORDS)
    yield saved("script", part("<script>steal()</script>"), lost="steal")
    where = "Content-Location: file:///etc/passwd\n"
    yield saved("from a file", part(), head=where, kept=WORDS)
    yield saved(
        "from a script", part(), head="Content-Location: javascript:steal()\n", lost="steal"
    )
    yield saved("started by a part that is not there", part(), head="start: <y>\n", kept=WORDS)
    yield saved("hidden words", part("<p hidden>Secret words here.</p>"), WARN, "hidden from")
    disguised = f"MIME-Version: 1.0\n{related}x\n\n{part()}".encode()
    told = "it is a saved page"
    yield Case("saved page: disguised as old Word", "a.doc", disguised, WARN, told, kept=WORDS)


def subtitles() -> Iterator[Case]:
    def made(name: str, text: str, *expected: str, **words: str) -> Case:
        return Case(f"subtitles: {name}", "a.srt", text.encode(), *expected, **words)

    def cue(start: str, end: str = "00:00:02,000", words: str = WORDS) -> str:
        return f"1\n{start} --> {end}\n{words}\n\n"

    good = cue("00:00:01,000")
    yield made("good", good, kept=WORDS)
    yield made("empty", "", REFUSE, "no captions")
    yield made("only words", WORDS, REFUSE, "no captions")
    yield made("no words", cue("00:00:01,000", words="<i></i>"), REFUSE, "no words")
    yield made("backwards", cue("00:00:09,000"), WARN, "goes backwards", kept=WORDS)
    yield made("absurd", cue("9" * 5_000 + ":99:99,999"), REFUSE, "no captions")
    yield made("days", cue("9999:99:99,999", "9999:99:99,999"), kept=WORDS)
    yield made("negative", good + cue("-1:00:00,000"), WARN, "no caption")
    yield made("no digits", cue("xx:yy:zz,000"), REFUSE, "no captions")
    yield made("other digits", cue("٠٠:٠٠:٠١,٠٠٠"), REFUSE, "no captions")
    yield made("arrows", good + "-->" * 50_000, WARN, "no caption")
    yield made("numbers only", "1\n2\n3\n" * 20_000, REFUSE, "no captions")
    yield made("one place, many words", good * 5_000)
    yield made("one caption, many lines", good.strip() + f"\n{WORDS}" * 5_000, kept=WORDS)
    mark = "<font>{\\an8}<script>" + WORDS
    yield made("markup", cue("00:00:01,000", words=mark), kept=WORDS, lost="script")
    yield made("open marks", cue("00:00:01,000", words="<i" * 50_000 + WORDS), kept=WORDS)
    yield made("open braces", cue("00:00:01,000", words="{\\" * 50_000 + WORDS), kept=WORDS)
    yield made("controls", cue("00:00:01,000", words=f"{WORDS}\u202e"), WARN, "direction")
    vtt = f"WEBVTT\n\nSTYLE\n::cue {{ background: url({TRAP.decode()}/x) }}\n\n"
    speaker = f"00:01.000 --> 00:02.000\n<v {'x' * 100_000}>{WORDS}\n"
    yield Case("subtitles: a style that calls", "a.vtt", f"{vtt}{good}".encode(), kept=WORDS)
    yield Case("subtitles: a long name", "a.vtt", f"{vtt}{speaker}".encode(), kept=WORDS)


def rich() -> Iterator[Case]:
    def made(name: str, inside: str, *expected: str, end: str = "}", **words: str) -> Case:
        text = "{\\rtf1 " + inside + WORDS + end
        raw = text.encode().replace(b"TRAP", TRAP)
        return Case(f"RTF: {name}", "a.rtf", raw, *expected, **words)

    def note(words: str) -> str:
        return "{\\footnote " + words + "}"

    yield made("good", "", kept=WORDS)
    yield made("deep groups", "{" * 50_000, REFUSE, "nested too deeply")
    yield made("deep groups, closed", "{" * 9_000 + "}" * 9_000, kept=WORDS)
    yield made("groups beside each other", "{}" * 200_000, kept=WORDS)
    yield made("closed too often", "", end="}" * 50_000, kept=WORDS)
    yield made("more behind its end", "", WARN, "behind the end", end="} hidden", lost="hidden")
    yield made("cut off", "", WARN, "cut off", end="", kept=WORDS)
    yield made("an endless number", "\\u" + "9" * 10_000 + "? ", EITHER)
    yield made("an endless word", "\\" + "x" * 500_000 + " ", kept=WORDS)
    yield made("a skip without end", "\\uc999999999\\u8364 ", EITHER)
    yield made("binary that lies", "\\bin999999999 ", REFUSE, "no words")
    yield made("binary of size -1", "\\bin-1 ", kept=WORDS)
    yield made("surrogates", "\\u55357?\\u-10000? ", WARN, "became", lost="\ud800")
    yield made("controls by number", "\\u27?\\u0?\\u8238? ", WARN, "direction", lost="\x1b")
    yield made("object", "{\\object\\objdata " + "41" * 50_000 + "}", EITHER)
    yield made("object left out", "{\\object{\\*\\objdata " + "41" * 50_000 + "}}", kept=WORDS)
    fetched = '{\\field{\\*\\fldinst INCLUDEPICTURE "TRAP"}{\\fldrslt }}'
    yield made("picture to fetch", fetched, kept=WORDS, lost="INCLUDE")
    dynamic = '{\\field{\\*\\fldinst DDEAUTO cmd "/c steal"}{\\fldrslt x}}'
    yield made("a program to start", dynamic, kept=WORDS, lost="steal")
    template = "{\\*\\template TRAP/a.dotm}"
    yield made("template to fetch", template, kept=WORDS, lost="dotm")
    link = '{\\field{\\*\\fldinst HYPERLINK "javascript:steal()"}{\\fldrslt Click}}'
    yield made("javascript link", link, WARN, "no web address", kept="Click", lost="steal")
    fields = "{\\field{\\*\\fldinst HYPERLINK " * 2_000 + "}}" * 2_000
    yield made("fields in fields", fields, EITHER)
    yield made("a code page that is none", "\\ansicpg99999 \\'ff ", kept=WORDS)
    yield made("a code page of Python", "\\ansicpg037 \\'ff ", kept=WORDS)
    yield made("hex cut", "", end="\\'", kept=WORDS)
    yield made("hex that is none", "\\'zz\\' ", EITHER)
    yield made("hidden words", "{\\v Secret}", WARN, "hidden text", kept=WORDS, lost="Secret")
    yield made("words in white", "{\\cf8 White}", kept="White")
    boxes = "{\\shptxt Box\\par" * 2_000 + "}" * 2_000
    yield made("boxes in boxes", f"{boxes}\\par ", WARN, "text box", kept=WORDS)
    yield made("notes in notes", note(note("x") * 3) * 2_000, EITHER)
    yield made("style on itself", "{\\stylesheet{\\s1\\sbasedon1 a;}}\\s1 ", kept=WORDS)
    styles = "".join(f"{{\\s{n}\\sbasedon{n + 1} a;}}" for n in range(5_000))
    yield made("styles upon styles", f"{{\\stylesheet{styles}}}\\s1 x\\par ", kept=WORDS)
    yield made("cells without rows", "\\intbl\\cell " * 50_000, kept=WORDS)
    comment = "{\\*\\atnparent 1}{\\*\\atnauthor x}{\\*\\annotation{\\*\\atndate 99999999999}x}"
    yield made("replies to nobody", comment * 2_000, EITHER)
