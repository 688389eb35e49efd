from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import FactcheckError
from factcheck.importers import docx
from factcheck.importers.registry import read, read_pasted
from tests import wordfiles

NAMES = ["a.rtf", "a.txt", "a.md", "a.html", "a.unknown"]


PAGE = b"<html><body><p>Some words of an article.</p></body></html>"
RICH = rb"{\rtf1 Some words of an article.}"


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("a.txt", "text/plain"),
        ("A.TXT", "text/plain"),
        ("a.tar.markdown", "text/markdown"),
        ("a.md", "text/markdown"),
        ("a.htm", "text/html"),
        ("a.xhtml", "text/html"),
        ("notes.log", "text/plain"),
        ("README", "text/plain"),
    ],
)
def test_the_suffix_chooses_the_reader(name, media_type):
    source = b"<p>Some words of an article.</p>"
    article = read(source, name)
    assert article.media_type == media_type
    assert (article.source, article.source_name) == (source, name)
    assert not any("is called" in remark for remark in article.remarks)


@pytest.mark.parametrize(
    ("source", "name", "media_type"),
    [
        (RICH, "a.doc", "application/rtf"),
        (RICH, "a.docx", "application/rtf"),
        (b"\xef\xbb\xbf\r\n" + RICH, "a.txt", "application/rtf"),
        (PAGE, "a.txt", "text/html"),
        (b"WEBVTT\n\n00:01.000 --> 00:02.000\nWords", "a.txt", "text/vtt"),
        (b"<!DOCTYPE HTML>" + PAGE, "a.doc", "text/html"),
        (b"<?xml version='1.0'?><!-- x -->\n" + PAGE, "a", "text/html"),
        (
            wordfiles.word_file(wordfiles.paragraph(wordfiles.run("Words"))),
            "a.odt",
            docx.MEDIA_TYPE,
        ),
    ],
)
def test_what_a_file_is_by_its_content_counts_more_and_is_told(source, name, media_type):
    article = read(source, name)
    assert article.media_type == media_type
    assert f"is called “{name}”" in article.remarks[0]


def test_a_text_about_a_format_is_none_of_it():
    text = b"A PDF begins with %PDF-1.7, rich text with {\\rtf1 and a page with <html>."
    assert read(text, "formats.txt").media_type == "text/plain"


def test_markdown_may_begin_with_a_tag():
    article = read(PAGE, "a.md")
    assert (article.media_type, article.remarks) == ("text/markdown", ())


def test_a_mail_of_outlook_is_refused_with_the_way_out():
    with pytest.raises(FactcheckError, match="Outlook") as caught:
        read(b"\xd0\xcf\x11\xe0\xa1", "Bridge.MSG")
    assert ".eml" in caught.value.hint


@pytest.mark.parametrize(
    ("source", "what", "hint"),
    [
        (b"PK\x03\x04....", "a packed file", "These can be read"),
        (b"\xd0\xcf\x11\xe0\xa1", "an old Word file", "save it as DOCX"),
    ],
)
def test_other_formats_are_refused_by_name(source, what, hint):
    with pytest.raises(FactcheckError, match=what) as caught:
        read(source, "story.txt")
    assert hint in caught.value.hint


def test_other_binaries_are_refused():
    with pytest.raises(FactcheckError, match="not text"):
        read(b"\x89PNG\r\n\x1a\n\0\0\0", "story.png")


def test_a_paste_is_plain_text():
    assert read_pasted("# Words").text == "# Words"


def must_be_sound_or_refused(sound, source, name):
    with suppress(FactcheckError):
        article = read(source, name)
        sound(article)
        assert article.source == source


@pytest.mark.parametrize("name", NAMES)
@given(source=st.binary())
def test_any_bytes_are_sound_or_refused(sound, name, source):
    must_be_sound_or_refused(sound, source, name)


@pytest.mark.parametrize("name", NAMES)
@given(text=st.text(), encoding=st.sampled_from(["utf-8", "utf-16", "utf-32", "cp1252"]))
def test_any_text_is_sound_or_refused(sound, name, text, encoding):
    must_be_sound_or_refused(sound, text.encode(encoding, errors="ignore"), name)
