import contextlib
import gzip
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.web import file_name
from factcheck.errors import FactcheckError
from factcheck.importers.registry import read
from factcheck.importers.web_archive import read_page
from tests.webs import HTML, URL, answer, archive, exchange, record, wacz

ICON = answer(b"icon", "Content-Type: image/png")
MOVED = answer(b"", "Location: /bridge", "Content-Type: text/html", status="301 Moved")


def test_our_own_archive_gives_the_page_back():
    old = exchange("http://city.example/old", b"Moved", 301, Location=URL)
    page = read_page(archive(old, exchange()), "a.warc.gz")
    assert (page.url, page.content, page.at) == (URL, HTML, "2026-03-02T09:00:00.250Z")
    assert (page.media_type, page.name) == ("text/html", "bridge.html")


@given(st.binary(min_size=1))
def test_whatever_it_is(body):
    assert read_page(archive(exchange(body=body)), "a").content == body
    packed = exchange(body=gzip.compress(body), Content_Encoding="gzip")
    assert read_page(archive(packed), "a").content == body


ELSEWHERE = record(answer(b"<p>Other</p>"), url="https://other.example/")
PAGE = record(answer())
ARCHIVES = {
    "not packed": PAGE,
    "packed record by record": gzip.compress(PAGE) + gzip.compress(ELSEWHERE),
    "the first page of several": PAGE + ELSEWHERE,
    "an icon first": record(ICON, url=f"{URL}/icon") + PAGE,
    "an error first": record(answer(b"Gone", status="404 Not Found"), url=f"{URL}/a") + PAGE,
    "a redirect past others": record(MOVED, url="https://city.example/old") + ELSEWHERE + PAGE,
    "a request first": record(b"GET / HTTP/1.1\r\n\r\n", kind="request") + PAGE,
    "in pieces": record(
        answer(b"%x\r\n%s\r\n0\r\n\r\n" % (len(HTML), HTML), "Transfer-Encoding: chunked")
    ),
    "said to be in pieces": record(answer(HTML, "Transfer-Encoding: chunked")),
    "deflated": record(answer(zlib.compress(HTML), "Content-Encoding: deflate")),
    "deflated without a head": record(
        answer(zlib.compress(HTML)[2:-4], "Content-Encoding: deflate")
    ),
    "a file": record(HTML, "Content-Type: text/html", kind="resource"),
    "an address in brackets": record(answer(), url=f"<{URL}>"),
    "WACZ": wacz(PAGE),
    "WACZ of several": wacz(ELSEWHERE, ELSEWHERE + PAGE, page=URL),
    "WACZ whose page is not in it": wacz(PAGE, page="https://nowhere.example/"),
}


@pytest.mark.parametrize("source", ARCHIVES.values(), ids=ARCHIVES)
def test_the_page_meant_is_found(source):
    page = read_page(source, "a")
    assert (page.url, page.content) == (URL, HTML)


ACCENTS = "<p>Málaga’s bridge</p>"


@pytest.mark.parametrize(
    ("content", "charset", "text"),
    [
        (ACCENTS.encode("cp1252"), "windows-1252", ACCENTS),
        (ACCENTS.encode("cp1252"), "iso-8859-1", ACCENTS),
        ("<p>Мост</p>".encode("koi8-r"), "'koi8-r'", "<p>Мост</p>"),
        (ACCENTS.encode(), "iso-8859-1", ACCENTS),
        (ACCENTS.encode("utf-16"), "utf-16", None),
        (ACCENTS.encode("cp1252"), "utf-7", None),
        (ACCENTS.encode("cp1252"), "no such", None),
    ],
)
def test_letters_are_stored_as_the_server_says(content, charset, text):
    page = read_page(record(answer(content, f"Content-Type: text/html; charset={charset}")), "a")
    assert page.content == content if text is None else page.content.decode("utf-8-sig") == text


def test_an_archive_is_read_as_the_article_in_it():
    article = read(archive(), "a.warc.gz")
    assert article.text.endswith("The bridge opened on Tuesday, and nobody was surprised.")
    assert (article.title, article.url, article.remarks) == ("Bridge opens", URL, ())
    assert (article.source, article.source_name) == (archive(), "a.warc.gz")
    assert article.media_type == "application/warc"


@pytest.mark.parametrize("name", ["a.txt", "a", "a.gz"])
@pytest.mark.parametrize("source", [PAGE, archive(), wacz(PAGE)])
def test_an_archive_is_known_by_its_content(source, name):
    assert read(source, name).title == "Bridge opens"


@pytest.mark.parametrize(
    ("url", "media_type", "name"),
    [
        ("https://city.example/a/bridge.php?x=1", "text/html", "bridge.html"),
        ("https://city.example/", "text/html", "city-example.html"),
        ("https://city.example/report.pdf", "application/pdf", "report.pdf"),
        ("https://city.example/%2e%2e%2f%00", "text/plain", "city-example.txt"),
        ("https://city.example/br%C3%BCcke", "application/warc", "brücke.warc.gz"),
        ("https://city.example/" + "a" * 999, "", "a" * 60),
    ],
)
def test_a_page_has_a_name_without_harm(url, media_type, name):
    assert file_name(url, media_type) == name


def test_a_pdf_is_a_page_too():
    page = read_page(record(ICON) + record(answer(b"%PDF-", "Content-Type: application/pdf")), "a")
    assert (page.media_type, page.content) == ("application/pdf", b"%PDF-")


def test_without_a_page_the_first_answer_is_taken():
    assert read_page(record(ICON), "a").content == b"icon"


BOMB = gzip.compress(bytes(150 << 20))
DAMAGED = {
    "nothing": b"",
    "words": b"words",
    "an empty gzip": gzip.compress(b""),
    "a head": b"WARC/1.0\r\n",
    "cut off": PAGE[:-60],
    "cut off packed": gzip.compress(PAGE)[:-60],
    "one gzip for all": gzip.compress(ELSEWHERE + PAGE)[:-9],
    "longer than it is": record(answer(), "Content-Length: 99999999999"),
    "no length": record(answer(), "Content-Length: many"),
    "negative length": record(answer(), "Content-Length: -5"),
    "no address": PAGE.replace(b"WARC-Target-URI", b"X"),
    "only requests": record(b"GET / HTTP/1.1\r\n\r\n", kind="request"),
    "only errors": record(answer(b"Gone", status="404 Not Found")),
    "a redirect to itself": record(MOVED),
    "a bomb in it": record(answer(BOMB, "Content-Encoding: gzip")),
    "a page that is a bomb": gzip.compress(record(answer(bytes(110 << 20)))),
    "packed as nobody reads": record(answer(b"x", "Content-Encoding: br")),
    "no WACZ": wacz(),
    "WACZ of nothing": wacz(b"words"),
    "WACZ of a bomb": wacz(bytes(60 << 20)),
    "WACZ with bad lines": wacz(b"", page="\ud800"),
}


@pytest.mark.parametrize("source", DAMAGED.values(), ids=DAMAGED)
def test_what_holds_no_page_is_refused(source):
    with pytest.raises(FactcheckError) as refused:
        read_page(source, "a.warc")
    assert refused.value.hint


@given(st.data())
def test_changed_bytes_do_no_harm(data):
    source = bytearray(PAGE if data.draw(st.booleans()) else archive())
    for _ in range(data.draw(st.integers(1, 5))):
        source[data.draw(st.integers(0, len(source) - 1))] = data.draw(st.integers(0, 255))
    with contextlib.suppress(FactcheckError):
        read_page(bytes(source), "a")
