import codecs

import pytest

from factcheck.domain.imported import Known
from factcheck.errors import FactcheckError
from factcheck.importers.decode import decode

WORDS = "Café “Süd” costs 5 € – 🌉 no more"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32", "utf-8"])
def test_unicode_is_read_without_a_guess(encoding):
    assert decode(WORDS.encode(encoding)).text == WORDS
    assert decode(WORDS.encode(encoding)).remarks == ()


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [(codecs.BOM_UTF16_BE, "utf-16-be"), (codecs.BOM_UTF32_BE, "utf-32-be")],
)
def test_big_endian_marks_count_too(mark, encoding):
    assert decode(mark + WORDS.encode(encoding)).text == WORDS


def test_a_second_mark_is_cut_as_well():
    assert decode("\ufeff\ufeffA".encode()).text == "A"


def test_valid_utf_8_wins_over_what_a_page_declares():
    assert decode("é".encode(), declared="iso-8859-1").text == "é"


def test_a_declared_encoding_wins_over_a_guess():
    assert decode("Ωμέγα".encode("iso-8859-7"), declared="iso-8859-7").text == "Ωμέγα"


@pytest.mark.parametrize("declared", ["iso-8859-1", "latin1", "us-ascii"])
def test_latin_1_is_read_as_browsers_do(declared):
    assert decode("“é”".encode("cp1252"), declared=declared).text == "“é”"


@pytest.mark.parametrize("declared", ["", "no-such", "utf-8", "hex", "\0", "idna"])
def test_a_guess_is_told(declared):
    text = "Le café de la Bibliothèque nationale a été fermé à cause de la grève générale. " * 9
    decoded = decode(text.encode("cp1252"), declared=declared)
    assert decoded.text == text
    assert "was guessed" in decoded.remarks[0]
    assert "quotation marks" in decoded.remarks[0]


def test_what_is_no_text_is_refused():
    with pytest.raises(FactcheckError, match="not text") as caught:
        decode(b"GIF89a\0\1\2")
    assert "HTML" in caught.value.hint


def test_a_mark_that_lies_is_told():
    with pytest.raises(FactcheckError, match="begins like UTF-16"):
        decode(codecs.BOM_UTF16_LE + b"odd")


@pytest.mark.parametrize(
    ("raw", "what"), [("a\x01b", "1 character "), ("\x01\x02", "2 characters ")]
)
def test_replaced_characters_are_counted(raw, what):
    decoded = decode(raw.encode())
    assert "\ufffd" in decoded.text
    assert decoded.remarks[0].startswith(what)


def test_line_ends_become_newlines_and_no_break_spaces_stay():
    assert decode("a\r\nb\rc\u00a0d".encode()).text == "a\nb\nc\u00a0d"


@pytest.mark.parametrize(
    ("source", "declared", "name", "known"),
    [
        (WORDS.encode("utf-16"), "", "utf-16", Known.MARK),
        (WORDS.encode(), "latin-1", "utf-8", Known.VALID),
        ("é".encode("latin-1"), "latin-1", "cp1252", Known.DECLARED),
        ("Café".encode("latin-1"), "", "cp1252", Known.GUESSED),
    ],
)
def test_it_is_known_how_the_letters_were_read(source, declared, name, known):
    encoding = decode(source, declared).encoding
    assert encoding is not None
    assert (encoding.name, encoding.known) == (name, known)
    assert encoding.characters == len(source.decode(name))
