from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import FactcheckError
from factcheck.importers.registry import READERS, read, read_pasted

NAMES = ["a.txt", "a.md", "a.html", "a.unknown"]


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
    source = b"<html><body><p>Some words of an article.</p></body></html>"
    article = read(source, name)
    assert article.media_type == media_type
    assert (article.source, article.source_name) == (source, name)


@pytest.mark.parametrize(
    ("source", "what"),
    [
        (b"%PDF-1.7\n", "a PDF"),
        (b"PK\x03\x04....", "a packed file"),
        (b"\xd0\xcf\x11\xe0\xa1", "an old Word file"),
        (b"{\\rtf1 words}", "an RTF file"),
    ],
)
def test_other_formats_are_refused_by_name(source, what):
    with pytest.raises(FactcheckError, match=what) as caught:
        read(source, "story.txt")
    assert all(suffix in caught.value.hint for suffix in READERS)
    assert "Save it as HTML or text" in caught.value.hint


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
