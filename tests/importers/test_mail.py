import base64
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import FactcheckError
from factcheck.importers.mail import read_mail

HEAD = (
    "From: =?utf-8?q?In=C3=A9s_Ortega?= <ines@council.example>\r\n"
    "To: desk@paper.example\r\nSubject: =?iso-8859-1?q?The_caf=E9?=\r\n =?utf-8?b?4oCc?=\r\n"
    "Date: Tue, 05 Nov 2024 23:30:00 -0500\r\n"
)


def read(body: str | bytes, head: str = "Content-Type: text/plain; charset=utf-8\r\n"):
    content = body if isinstance(body, bytes) else body.encode()
    return read_mail(f"{HEAD}{head}\r\n".encode() + content, "mail.eml")


def made(text: str, page: str = "") -> EmailMessage:
    message = EmailMessage()
    message["Subject"] = "Bridge"
    message.set_content(text)
    if page:
        message.add_alternative(page, subtype="html")
    return message


def words(message: EmailMessage):
    return read_mail(message.as_bytes(), "mail.eml")


def test_the_head_proposes_title_byline_and_day():
    article = read("Words.")
    assert (article.title, article.byline, article.published) == (
        "The café“",
        "Inés Ortega",
        "2024-11-05",
    )
    assert {each.source for each in article.proposals if each.field == "byline"} == {
        "head of the mail"
    }
    assert article.media_type == "message/rfc822"


@pytest.mark.parametrize("encoding", ["utf-8", "latin-1"])
def test_letters_that_a_head_should_not_hold_are_read_all_the_same(encoding):
    source = "Subject: Café\nFrom: Inés <a@b.example>\n\nWords".encode(encoding)
    article = read_mail(source, "a.eml")
    assert (article.title, article.byline) == ("Café", "Inés")


def test_paragraphs_and_quoted_lines(blocks, sound):
    article = read(
        "Dear desk,\r\n\r\nit cost\r\n$40.5 million.\r\n> How much\r\n> > was it?\r\n>\r\n"
        "> Tell us.\r\nYes.\r\n"
    )
    sound(article)
    assert blocks(article) == [
        ("paragraph", 0, "Dear desk,"),
        ("paragraph", 0, "it cost\n$40.5 million."),
        ("quote", 0, "How much\nwas it?"),
        ("quote", 0, "Tell us."),
        ("paragraph", 0, "Yes."),
    ]


def test_flowed_text_is_joined_again():
    head = "Content-Type: text/plain; charset=utf-8; format=flowed\r\n"
    article = read("It cost \r\n$40.5 million. \r\n From\r\nus.\r\n-- \r\nInes", head)
    assert article.text == "It cost $40.5 million. From\nus.\n-- \nInes"


def test_text_is_preferred_and_the_page_read_where_there_is_none(blocks):
    page = (
        '<table><tr><td><h1>Bridge</h1><p>It <a href="https://council.example/b">cost</a> a lot.'
        '<blockquote>Said so.</blockquote><div style="display:none">unseen</div><img src="cid:x">'
        "</table><script>steal()</script>"
    )
    assert words(made("Text.", page)).text == "Text."
    article = words(made(" ", page))
    assert blocks(article) == [
        ("heading", 1, "Bridge"),
        ("paragraph", 0, "It cost a lot."),
        ("quote", 0, "Said so."),
    ]
    assert [(article.text[n.start : n.end], n.url) for n in article.annotations] == [
        ("cost", "https://council.example/b")
    ]
    assert "1 picture" in " ".join(article.remarks)
    assert "hidden text" in " ".join(article.remarks)


def test_attached_files_are_named():
    message = made("Words.")
    message.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="../a.pdf")
    message.add_attachment("More.", filename="more.txt")
    message.add_attachment(made("Inner."))
    article = words(message)
    assert article.text == "Words."
    assert "3 attached files stayed in the mail" in article.remarks[0]
    assert "“../a.pdf”, “more.txt”, “Bridge”" in article.remarks[0]


@pytest.mark.parametrize(
    ("charset", "encoding"),
    [("iso-8859-15", "iso-8859-15"), ("us-ascii", "utf-8"), ("x-none", "utf-8")],
)
def test_letters_are_read_as_declared(charset, encoding):
    body = base64.encodebytes("Café 40 €".encode(encoding))
    head = f"Content-Type: text/plain; charset={charset}\r\nContent-Transfer-Encoding: base64\r\n"
    assert read(body, head).text == "Café 40 €"


def test_japanese_mails_shift_between_alphabets():
    head = "Content-Type: text/plain; charset=iso-2022-jp\r\n"
    assert read("橋の費用".encode("iso-2022-jp"), head).text == "橋の費用"


@pytest.mark.parametrize(
    ("source", "told"),
    [
        (b"", "not an e-mail"),
        (b"Just words", "not an e-mail"),
        (b"Subject: x\n\n", "no words"),
        (b"Content-Type: application/pkcs7-mime\n\nMIIB", "is encrypted"),
        (
            b"Content-Type: multipart/encrypted; boundary=x\n\n--x\nContent-Type: "
            b"application/pgp-encrypted\n\nVersion: 1\n--x--",
            "is encrypted",
        ),
        (b"X: y\n" + b"X: " + b"y" * (2 << 20) + b"\n\nwords", "head without end"),
        (
            b"Content-Type: multipart/mixed; boundary=x\n\n" + b"--x\n\nwords\n" * 2000,
            "more than 1000 parts",
        ),
    ],
)
def test_what_cannot_be_read_is_refused(source, told):
    with pytest.raises(FactcheckError, match=told) as caught:
        read_mail(source, "a.eml")
    assert caught.value.hint


@pytest.mark.parametrize("date", ["", "soon", "Fri, 99 Foo 99999999999 99:99:99 +99999"])
def test_a_date_that_is_none_is_left_out(date):
    source = f"Subject: x\nDate: {date}\n\nWords".encode()
    assert read_mail(source, "a.eml").published == ""


@given(st.text(alphabet="> \n-a.é", max_size=60))
def test_any_text_is_sound(sound, text):
    sound(read(f"Words\n\n{text}"))


def test_a_page_that_is_cut_or_has_no_body_is_told_or_passed_over():
    head = b"Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/html\n\n"
    deep = b"<p>Words.</p>" + b"<div>" * 3000 + b"deep"
    source = b"Subject: x\n" + head + deep + b"\n--x\nContent-Type: text/html\n\n\n--x--"
    article = read_mail(source, "a.eml")
    assert article.text == "Words."
    assert "nested so deeply" in " ".join(article.remarks)


def test_senders_in_brackets_without_end_are_left_out():
    source = b"From: " + b"(" * 5000 + b"\nSubject: x\n\nWords"
    assert read_mail(source, "a.eml").byline == ""
