"""What came over the web, made up: pages, and archives of them as other programs write them."""

import io
import json
import zipfile
from datetime import timedelta

from factcheck.domain.web import Exchange, Fetched
from factcheck.fetching.warc import warc
from tests.making import START, maker

URL = "https://city.example/bridge"
HTML = (
    b"<!doctype html><html lang=en><head><title>Bridge opens</title></head><body><article>"
    b"<h1>Bridge opens</h1><p>The bridge opened on Tuesday, and nobody was surprised.</p>"
    b"</article></body></html>"
)


def exchange(url=URL, body=HTML, status=200, **headers) -> Exchange:
    given = {"Content-Type": "text/html; charset=utf-8"} | headers
    return Exchange(
        url=url,
        address="192.0.2.7",
        at=START + timedelta(milliseconds=250),
        sent=(("Host", "city.example"), ("User-Agent", "Factcheck/test")),
        protocol="HTTP/1.1",
        status=status,
        reason="OK",
        headers=tuple((name.replace("_", "-"), value) for name, value in given.items()),
        body=body,
    )


def fetched(*exchanges: Exchange) -> Fetched:
    return Fetched(exchanges or (exchange(),))


def archive(*exchanges: Exchange) -> bytes:
    return warc(fetched(*exchanges), agent="Factcheck/test", new_id=maker())


def record(body: bytes, *lines: str, kind: str = "response", url: str = URL) -> bytes:
    """Return one record as other programs write it; ``lines`` replace those of the same name."""
    heads = {
        "WARC-Type": kind,
        "WARC-Target-URI": url,
        "WARC-Date": "2024-05-06T07:08:09Z",
        "WARC-Record-ID": "<urn:uuid:0>",
        "Content-Type": "application/http; msgtype=response",
        "Content-Length": str(len(body)),
    } | dict(line.split(": ", 1) for line in lines)
    written = "".join(f"{name}: {value}\r\n" for name, value in heads.items())
    return f"WARC/1.0\r\n{written}\r\n".encode() + body + b"\r\n\r\n"


def answer(body: bytes = HTML, *heads: str, status: str = "200 OK") -> bytes:
    lines = "\r\n".join((f"HTTP/1.1 {status}", *(heads or ("Content-Type: text/html",))))
    return lines.encode() + b"\r\n\r\n" + body


def wacz(*archives: bytes, page: str = "") -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as packed:
        packed.writestr("datapackage.json", "{}")
        lines = [{"format": "json-pages-1.0", "id": "pages"}, {"url": page, "ts": "2024-01-01"}]
        if page:
            packed.writestr("pages/pages.jsonl", "\n".join(map(json.dumps, lines)))
        for number, content in enumerate(archives):
            packed.writestr(f"archive/{number}.warc", content)
    return kept.getvalue()
