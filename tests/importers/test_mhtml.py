import quopri

import pytest

from factcheck.errors import FactcheckError
from factcheck.importers.mhtml import read_mhtml
from factcheck.importers.registry import read

WORDS = "The council met on Tuesday and agreed on the new bridge after a debate of six hours."
BODY = "".join(f"<p>{WORDS} Number {at}, café.</p>" for at in range(6))


def part(content: str, kind: str = "text/html", charset: str = "", head: str = "") -> bytes:
    declared = f"; charset={charset}" if charset else ""
    packed = quopri.encodestring(content.encode(charset or "utf-8"))
    return (
        f"------b\r\nContent-Type: {kind}{declared}\r\n"
        f"Content-Transfer-Encoding: quoted-printable\r\n{head}\r\n".encode()
        + packed
        + b"\r\n"
    )


def saved(*parts: bytes, head: str = "", more: str = "") -> bytes:
    return (
        "From: <Saved by Blink>\r\nSubject: The bridge\r\nDate: Tue, 05 Nov 2024 09:00:00 -0000\r\n"
        f"MIME-Version: 1.0\r\n{head}"
        'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n'
        f'\tboundary="----b"{more}\r\n\r\n'
    ).encode() + b"\r\n".join(parts)


def page(title: str = "", charset: str = "utf-8") -> str:
    head = f'<meta charset="{charset}">' + (f"<title>{title}</title>" if title else "")
    return f"<html><head>{head}</head><body><article>{BODY}</article></body></html>"


def test_the_page_is_read_and_says_where_it_was():
    source = saved(
        part(page(), head="Content-Location: https://paper.example/part\r\n"),
        part("body {}", "text/css"),
        head="Snapshot-Content-Location: https://paper.example/bridge\r\n",
    )
    article = read_mhtml(source, "bridge.mhtml")
    assert article.text.startswith(f"{WORDS} Number 0, café.\n\n")
    assert article.url == "https://paper.example/bridge"
    assert (article.title, article.published) == ("The bridge", "")
    assert (article.source, article.source_name) == (source, "bridge.mhtml")
    assert article.media_type == "multipart/related"
    assert "1 picture, style sheet or the like of the page stayed in the file." in article.remarks


def test_the_encoding_of_the_head_counts_before_that_of_the_page():
    article = read_mhtml(saved(part(page(charset="utf-16"), charset="iso-8859-1")), "a.mht")
    assert "café" in article.text
    assert article.encoding is None


def test_the_named_part_is_the_page_and_frames_are_told():
    frame = part("<p>An advertisement in a frame.</p>")
    own = part(page(), head="Content-ID: <own@page>\r\n")
    article = read_mhtml(saved(frame, own, more=';\r\n\tstart="<own@page>"'), "a.mht")
    assert "advertisement" not in article.text
    assert "1 frame of the page was left out." in article.remarks


def test_it_is_known_by_its_content_and_a_mail_with_pictures_is_not_one():
    source = saved(part(page()))
    assert read(source, "page.html").media_type == "multipart/related"
    mail = source.replace(b"From: <Saved by Blink>", b"From: a@b.example\r\nTo: c@d.example")
    assert read(mail, "page.eml").media_type == "message/rfc822"
    assert read(source, "page.eml").media_type == "message/rfc822"


def test_a_file_without_a_page_is_refused():
    with pytest.raises(FactcheckError, match="no page"):
        read_mhtml(saved(part("x", "text/css")), "a.mht")
