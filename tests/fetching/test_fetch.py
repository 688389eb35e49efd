"""A server that means harm, on loopback, through an allowance that only tests can give."""

import contextlib
import gzip
import socket
import ssl
import threading
from contextlib import closing
from functools import partial

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.domain.packing import unpacked
from factcheck.domain.web import UnreachableError
from factcheck.errors import Cancelled, FactcheckError
from factcheck.fetching.addresses import is_public, resolved
from factcheck.fetching.connecting import trusted
from factcheck.fetching.fetch import Limits
from tests.fetching.conftest import visitor
from tests.fetching.server import CERTIFICATE, LOOPBACK, Server, page, redirect
from tests.making import START

SHORT = Limits(seconds=0.5, silence=0.2)
SMALL = Limits(size=200_000, headers=2_000)


def for_ever(*pieces: bytes):
    """Answer with the first pieces once and with the last one until nobody listens."""

    def answer(server):
        yield from pieces[:-1]
        while not server.closing.is_set():
            yield pieces[-1]

    return answer


def slowly(*pieces: bytes):
    """Answer with the last piece again and again, with a pause in front of each."""

    def answer(server):
        yield from pieces[:-1]
        while not server.closing.wait(0.02):
            yield pieces[-1]

    return answer


def silence(server):
    server.closing.wait()
    yield b""


def test_a_page_comes_as_it_was_sent(server, fetcher):
    server.pages["/a?b"] = page(b"<p>Words.</p>", "Content-Type: text/html", "X-A: 1", "X-A: 2")
    fetched = fetcher.fetch(server.address("/a?b#part"))
    final = fetched.final
    assert (final.status, final.body, final.protocol) == (200, b"<p>Words.</p>", "HTTP/1.1")
    assert final.headers[1:] == (("Content-Type", "text/html"), ("X-A", "1"), ("X-A", "2"))
    assert final.header("CONTENT-type") == "text/html"
    assert (final.url, final.address) == (server.address("/a?b"), LOOPBACK)
    assert final.at > START
    assert fetched.exchanges == (final,)


def test_a_server_learns_the_address_and_who_asks_and_nothing_more(server, fetcher, monkeypatch):
    for name in ("http_proxy", "HTTP_PROXY", "https_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9/")
    server.pages["/"] = page(b"x", "Set-Cookie: a=b", "Refresh: 0;url=/other")
    for _ in range(2):
        fetcher.fetch(server.address())
    lines = server.asked[1].decode().splitlines()
    assert lines[0] == "GET / HTTP/1.1"
    assert [line.partition(":")[0] for line in lines[1:-1]] == [
        *("Host", "User-Agent", "Accept", "Accept-Encoding", "Connection")
    ]
    assert lines[2] == "User-Agent: Factcheck/test"
    assert len(server.asked) == 2


def test_redirects_are_followed_and_kept(server, fetcher):
    server.pages["/old"] = redirect("/newer", 301)
    server.pages["/newer"] = redirect(f"//other.test:{server.port}/new", 308)
    server.pages["/new"] = page()
    fetched = fetcher.fetch(server.address("/old"))
    assert [each.status for each in fetched.exchanges] == [301, 308, 200]
    assert fetched.url == server.address("/old")
    assert fetched.final.url == server.address("/new", host="other.test")
    assert not any(b"Referer" in asked for asked in server.asked)


@pytest.mark.parametrize(
    "location",
    [
        *("file:///etc/passwd", "javascript:alert(1)", "ftp://site.test/", "data:text/html,x"),
        *("http://user:word@site.test/", "http://[::1/", "http://a b/"),
    ],
)
def test_a_redirect_to_what_is_no_page_is_refused(server, fetcher, location):
    server.pages["/"] = redirect(location)
    with pytest.raises(FactcheckError) as refused:
        fetcher.fetch(server.address())
    assert not isinstance(refused.value, UnreachableError)
    assert len(server.asked) == 1


INWARD = ["127.0.0.2", "10.0.0.1", "169.254.169.254", "[::1]", "[::ffff:127.0.0.1]", "2130706434"]


@pytest.mark.parametrize("host", [*INWARD, "0177.0.0.2", "0x7f.2"])
def test_a_redirect_into_the_own_network_is_refused(server, host):
    fetcher = visitor(
        resolve=lambda name, port: [LOOPBACK] if name == "site.test" else resolved(name, port)
    )
    server.pages["/"] = redirect(f"http://{host}:{server.port}/secret")
    server.pages["/secret"] = page()
    with pytest.raises(FactcheckError, match=r"own network"):
        fetcher.fetch(server.address())
    assert len(server.asked) == 1


def test_a_name_is_resolved_once_and_its_answer_is_what_is_visited(server):
    answers = iter([[LOOPBACK], ["10.0.0.1"]])
    fetcher = visitor(resolve=lambda host, port: next(answers))
    server.pages["/"] = page()
    assert fetcher.fetch(server.address()).final.address == LOOPBACK
    with pytest.raises(FactcheckError, match=r"own network"):
        fetcher.fetch(server.address())


def test_of_several_addresses_the_public_ones_are_tried_in_turn(server):
    with closing(socket.create_server(("127.0.0.9", 0))) as unheard:
        tried = []

        def is_allowed(address):
            tried.append(address)
            return address in {LOOPBACK, "127.0.0.9"}

        addresses = ["192.168.0.1", "127.0.0.9", LOOPBACK]
        fetcher = visitor(resolve=lambda host, port: addresses, is_allowed=is_allowed)
        server.pages["/"] = page()
        unheard.close()
        assert fetcher.fetch(server.address()).final.address == LOOPBACK
        assert tried == addresses


def test_no_setting_opens_the_own_network(server):
    server.pages["/"] = page()
    fetcher = visitor(is_allowed=is_public)
    with pytest.raises(FactcheckError, match=r"own network"):
        fetcher.fetch(server.address())
    assert server.asked == []


UNREACHABLE = {
    "a loop": redirect("/"),
    "an error": page(b"Gone", status="410 <b>Words of the server</b>"),
    "an unknown error": page(b"", status="799 Words of the server"),
    "a redirect to nowhere": page(b"", status="302 Found"),
    "nothing": b"",
    "an empty page": page(b""),
    "no content": page(b"", status="204 No Content"),
    "another protocol": b"220 mail.test ESMTP\r\n",
    "less than announced": b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nshort",
    "two lengths": b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
    "a chunk cut off": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff\r\nab",
    "a chunk of no size": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nx\r\n",
    "a chunk of negative size": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-5\r\nx",
    "an endless status": for_ever(b"HTTP/1.1 200 " + b"x" * 9_000),
    "an endless header": for_ever(b"HTTP/1.1 200 OK\r\nX: ", b"x" * 9_000),
    "endless headers": for_ever(b"HTTP/1.1 200 OK\r\n", b"X: x\r\n" * 99),
    "an endless chunk size": for_ever(
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"0" * 9_000
    ),
    "endless trailers": for_ever(
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n0\r\n", b"X: x\r\n" * 99
    ),
    "endless beginnings": for_ever(b"HTTP/1.1 100 Continue\r\n\r\n" * 99),
    "a word at a time": slowly(b"HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n", b"x"),
    "a letter of a header at a time": slowly(b"HTTP/1.1 200 OK\r\nX: ", b"x"),
    "a page that never ends": slowly(b"HTTP/1.1 200 OK\r\n\r\n", b"x"),
    "silence": silence,
}


@pytest.mark.parametrize("answer", UNREACHABLE.values(), ids=UNREACHABLE)
def test_what_brings_no_page_ends_and_is_told(server, answer):
    server.pages["/"] = answer
    with pytest.raises(UnreachableError) as told:
        visitor(SHORT).fetch(server.address())
    assert "site.test" in told.value.message
    assert "dead" not in str(told.value)
    assert "Words of the server" not in str(told.value)
    assert told.value.hint


PIECES = (
    *(
        b"HTTP/1.1 200 OK\r\n",
        b"HTTP/1.0 ",
        b"HTTP/9.9 999\r\n",
        b"\r\n",
        b"\n",
        b"\r",
        b": ",
        b"0",
    ),
    *(b"Content-Length: 5\r\n", b"Content-Length: -1\r\n", b"Transfer-Encoding: chunked\r\n"),
    *(b"Location: /\r\n", b"Content-Encoding: gzip\r\n", b" folded\r\n", b"5\r\nwords\r\n", b"\0"),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(said=st.lists(st.binary() | st.sampled_from(PIECES), max_size=12).map(b"".join))
def test_whatever_a_server_says_is_a_page_or_told(server, said):
    server.pages["/"] = said
    with contextlib.suppress(FactcheckError):
        assert visitor(SHORT).fetch(server.address()).final.body


def test_the_status_of_an_error_is_known(server, fetcher):
    server.pages["/"] = page(b"", status="404 Gone fishing")
    with pytest.raises(UnreachableError, match=r"404 Not Found") as told:
        fetcher.fetch(server.address())
    assert told.value.status == 404


def packed(body: bytes, coding: str = "gzip") -> bytes:
    return page(body, f"Content-Encoding: {coding}")


REFUSED = {
    "too large by its own word": b"HTTP/1.1 200 OK\r\nContent-Length: 200001\r\n\r\n",
    "too large by 10 TB": b"HTTP/1.1 200 OK\r\nContent-Length: 9999999999999\r\n\r\n",
    "too large": for_ever(b"HTTP/1.1 200 OK\r\n\r\n", b"x" * 9_000),
    "too large in chunks": for_ever(
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"5\r\nwords\r\n" * 99
    ),
    "a chunk of 4 GB": for_ever(
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffff\r\n", b"x" * 9_000
    ),
    "too many headers": page(b"x", f"X: {'x' * 3_000}"),
    "a bomb": packed(gzip.compress(bytes(50 << 20))),
    "a bomb of several": packed(gzip.compress(bytes(100_000)) * 9),
    "a bomb in a bomb": packed(gzip.compress(gzip.compress(bytes(50 << 20))), "gzip, gzip"),
    "packed as nobody asked": packed(b"x", "br"),
    "not packed at all": packed(b"words"),
    "packed and cut off": packed(gzip.compress(b"words " * 99)[:-9]),
    "large redirects": page(b"x" * 150_000, "Location: /", status="302 Found"),
}


@pytest.mark.parametrize("answer", REFUSED.values(), ids=REFUSED)
def test_what_is_too_much_or_odd_is_refused(server, answer):
    server.pages["/"] = answer
    with pytest.raises(FactcheckError) as refused:
        visitor(SMALL).fetch(server.address())
    assert not isinstance(refused.value, UnreachableError)
    assert refused.value.hint


def test_a_packed_page_stays_packed_and_can_be_unpacked(server, fetcher):
    body = gzip.compress(b"words " * 999)
    server.pages["/"] = packed(body)
    final = fetcher.fetch(server.address()).final
    assert final.body == body
    assert b"".join(unpacked(final.body, "gzip", 9_999)) == b"words " * 999


def test_a_page_in_chunks_is_put_together(server, fetcher):
    head = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
    server.pages["/"] = head + b"3\r\nOne\r\n5;x=y\r\n two.\r\n0\r\nX: trailer\r\n\r\n"
    assert fetcher.fetch(server.address()).final.body == b"One two."


def test_what_follows_the_announced_end_is_left(server, fetcher):
    server.pages["/"] = b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nwords and more"
    assert fetcher.fetch(server.address()).final.body == b"words"


def test_an_old_server_ends_its_page_by_hanging_up(server, fetcher):
    server.pages["/"] = b"HTTP/1.0 200 OK\r\n\r\nwords"
    final = fetcher.fetch(server.address()).final
    assert (final.body, final.protocol) == (b"words", "HTTP/1.0")


def test_progress_tells_what_came_and_what_was_announced(server, fetcher):
    server.pages["/"] = page(b"x" * 100_000)
    told = []
    fetcher.fetch(server.address(), progress=lambda done, size: told.append((done, size)))
    assert told[-1] == (100_000, 100_000)
    assert told == sorted(told)


@pytest.mark.parametrize("answer", [silence, slowly(b"HTTP/1.1 200 OK\r\n\r\n", b"x")])
def test_it_can_be_stopped_wherever_it_waits(server, answer):
    server.pages["/"] = answer
    with pytest.raises(Cancelled):
        visitor().fetch(server.address(), cancelled=lambda: bool(server.asked))


def test_it_can_be_stopped_while_a_name_is_looked_up():
    asked, over = threading.Event(), threading.Event()

    def resolve(host, port):
        asked.set()
        over.wait()
        return [LOOPBACK]

    try:
        with pytest.raises(Cancelled):
            visitor(resolve=resolve).fetch("http://site.test/", cancelled=asked.is_set)
    finally:
        over.set()


def test_nothing_is_left_open_or_running(server):
    server.pages["/"] = slowly(b"HTTP/1.1 200 OK\r\n\r\n", b"x")
    with pytest.raises(UnreachableError, match=r"0\.5 seconds"):
        visitor(SHORT).fetch(server.address())
    server.close()  # joins what serves the visitor: it ends because nobody listens any more


@pytest.mark.parametrize(
    ("resolve", "words"),
    [
        (lambda host, port: [LOOPBACK], "could not be reached"),
        (partial(socket.getaddrinfo, "no such host.invalid"), "no server"),
    ],
)
def test_a_server_that_is_not_there_is_told(resolve, words):
    with closing(socket.create_server((LOOPBACK, 0))) as gone:
        port = gone.getsockname()[1]
    with pytest.raises(UnreachableError, match=words):
        visitor(resolve=resolve).fetch(f"http://site.test:{port}/")


@pytest.fixture
def safe_server():
    server = Server(safe=True)
    server.pages["/"] = page()
    yield server
    server.close()


def test_a_certificate_of_nobody_is_refused(safe_server):
    with pytest.raises(UnreachableError, match=r"certificate"):
        visitor().fetch(safe_server.address())
    assert safe_server.asked == []


def trusting() -> ssl.SSLContext:
    context = trusted()
    context.load_verify_locations(CERTIFICATE)
    return context


def test_a_known_certificate_is_good_for_its_name_alone(safe_server):
    fetcher = visitor(trust=trusting)
    assert fetcher.fetch(safe_server.address()).final.status == 200
    with pytest.raises(UnreachableError, match=r"certificate"):
        fetcher.fetch(safe_server.address(host="other.test"))


def test_a_safe_page_that_stops_is_left_in_time(safe_server):
    safe_server.pages["/"] = slowly(b"HTTP/1.1 200 OK\r\n\r\n", b"x")
    with pytest.raises(UnreachableError, match=r"0\.5 seconds"):
        visitor(SHORT, trust=trusting).fetch(safe_server.address())
