from io import BytesIO

from hypothesis import given
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator
from warcio.checker import Checker

from tests.webs import HTML, URL, archive, exchange

OLD = exchange("http://city.example/old", b"Moved", 301, Location=URL)


def records(content: bytes) -> list[tuple[str, str, bytes]]:
    """Read an archive as warcio does: each record's type, address and bytes."""
    return [
        (
            each.rec_type,
            each.rec_headers.get_header("WARC-Target-URI"),
            each.content_stream().read(),
        )
        for each in ArchiveIterator(BytesIO(content))
    ]


def test_redirects_requests_and_answers_stand_in_it():
    found = records(archive(OLD, exchange()))
    assert [(kind, url) for kind, url, _ in found] == [
        ("warcinfo", None),
        ("response", "http://city.example/old"),
        ("request", "http://city.example/old"),
        ("response", URL),
        ("request", URL),
        ("metadata", URL),
    ]
    assert [body for kind, _, body in found if kind == "response"] == [b"Moved", HTML]
    assert found[0][2] == b"software: Factcheck/test\r\nformat: WARC File Format 1.1\r\n"
    assert found[-1][2] == b"via: http://city.example/old\r\nhopsFromSeed: R\r\n"


def test_records_say_when_where_and_what_belongs_together():
    answer, request = [
        each.rec_headers for each in ArchiveIterator(BytesIO(archive())) if each.http_headers
    ]
    assert answer["WARC-Date"] == request["WARC-Date"] == "2026-03-02T09:00:00.250Z"
    assert answer["WARC-IP-Address"] == "192.0.2.7"
    assert request["WARC-Concurrent-To"] == answer["WARC-Record-ID"]


def test_headers_are_those_of_the_wire():
    chunked = exchange(Transfer_Encoding="chunked", X_Odd="one two", Content_Encoding="gzip")
    answer, request = [
        each.http_headers
        for each in ArchiveIterator(BytesIO(archive(chunked)))
        if each.http_headers
    ]
    assert answer.statusline == "200 OK"
    assert answer.headers == [
        ("Content-Type", "text/html; charset=utf-8"),
        ("X-Archive-Orig-Transfer-Encoding", "chunked"),
        ("X-Odd", "one two"),
        ("Content-Encoding", "gzip"),
    ]
    assert (request.protocol, request.statusline) == ("GET", "/bridge HTTP/1.1")
    assert request.headers == [("Host", "city.example"), ("User-Agent", "Factcheck/test")]


def test_the_same_fetch_gives_the_same_bytes():
    assert archive(OLD, exchange()) == archive(OLD, exchange())


@given(st.binary())
def test_every_body_is_kept_and_proved(body):
    content = archive(exchange(body=body))
    assert records(content)[1][2] == body


def test_its_digests_are_right(tmp_path):
    path = tmp_path / "a.warc.gz"
    path.write_bytes(archive(OLD, exchange(X_Name="Müller")))
    checker = Checker(type("Command", (), {"inputs": [str(path)], "verbose": False})())
    checker.process_all()
    assert checker.exit_value == 0
