"""The part of the corpus for web archives."""

import gzip
from collections.abc import Iterator

from tests.hostile.case import EITHER, REFUSE, TRAP, WARN, WORDS, Case
from tests.webs import answer, record, wacz

PAGE = (
    "<!doctype html><html><head><title>Bridge</title></head><body><article><h1>Bridge</h1>"
    + "".join(f"<p>{WORDS} Number {at}.</p>" for at in range(6))
    + "</article></body></html>"
).encode()
GOOD = record(answer(PAGE))


def archives() -> Iterator[Case]:
    def made(name: str, content: bytes, *expected: str, **words: str) -> Case:
        return Case(f"archive: {name}", "a.warc", content, *expected, **words)

    address = TRAP.decode()
    moved = answer(b"", f"Location: {address}/", status="301 Moved")
    yield made("a page", GOOD, kept=WORDS)
    yield made("packed", gzip.compress(GOOD), kept=WORDS)
    yield made("called a text", GOOD, kept=WORDS)
    yield made("a redirect that is not in it", record(moved, url="http://a.example/") + GOOD)
    yield made("a redirect in a loop", record(moved, url=f"{address}/"), REFUSE, "No page")
    yield made("an address that is a script", record(answer(PAGE), url="javascript:steal()"))
    yield made("an address that is a file", record(answer(PAGE), url="file:///etc/passwd"))
    yield made("a page that loads", record(answer(PAGE + f"<img src={address}/a>".encode())))
    yield made("longer by its word", record(answer(PAGE), "Content-Length: 9999999999"), REFUSE)
    yield made("shorter by its word", record(answer(PAGE), "Content-Length: 300"), EITHER)
    yield made("a length that is none", record(answer(PAGE), "Content-Length: ٣"), EITHER)
    yield made("a bomb", gzip.compress(record(answer(bytes(120 << 20)))), REFUSE, "more than")
    bomb = gzip.compress(bytes(120 << 20))
    yield made("a bomb in it", record(answer(bomb, "Content-Encoding: gzip")), REFUSE)
    yield made("one endless line", b"WARC/1.0\r\n" + b"x" * (4 << 20), REFUSE)
    yield made("many headers", record(answer(PAGE, *["X: y"] * 50_000)), EITHER)
    yield made("many records", record(answer(b"x", "Content-Type: image/png")) * 5_000 + GOOD)
    twice = "Content-Encoding: gzip, gzip"
    yield made("packed twice", record(answer(gzip.compress(gzip.compress(PAGE)), twice)), REFUSE)
    yield made(
        "a chunk of 4 GB", record(answer(b"ffffffff\r\nx", "Transfer-Encoding: chunked")), EITHER
    )
    charset = "Content-Type: text/html; charset=utf-7"
    latin = PAGE.replace(b"Tuesday", b"T\xfcsday") + b"<p>+ADw-b+AD4-</p>"
    yield made("UTF-7 by its word", record(answer(latin, charset)), WARN, "guessed", lost="<b>")
    yield made("an archive in it", record(answer(GOOD, "Content-Type: application/warc")), EITHER)
    yield made("nothing but a head", b"WARC/1.0", REFUSE)
    yield made("a collection", wacz(GOOD), kept=WORDS)
    yield made("a collection of bombs", wacz(bytes(60 << 20)), REFUSE)
