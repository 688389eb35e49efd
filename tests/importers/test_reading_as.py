import pytest

from factcheck.domain.imported import Encoding, Known
from factcheck.errors import FactcheckError
from factcheck.importers.reading_as import read_as
from tests.wordfiles import paragraph, run, word_file

WORDS = "Starosta řekl, že most bude stát čtyřicet milionů."
PAGE = f"<html><head><meta charset=cp1252></head><body><article><p>{WORDS * 4}</p></article>"


@pytest.mark.parametrize(("name", "text"), [("a.txt", WORDS), ("a.md", WORDS), ("a.html", PAGE)])
def test_a_file_is_read_as_a_person_says(name, text):
    source = text.encode("cp1250")
    article = read_as(source, name, "cp1250")
    assert WORDS in article.text
    assert article.source == source
    assert article.encoding == Encoding("cp1250", Known.CHOSEN, len(text))
    assert not any("guessed" in remark for remark in article.remarks)


def test_what_is_not_in_it_is_refused():
    with pytest.raises(FactcheckError, match="can’t be Shift JIS"):
        read_as(WORDS.encode("cp1250"), "a.txt", "cp932")


@pytest.mark.parametrize("source", [word_file(paragraph(run("Words."))), b"{\\rtf1 Words.}"])
def test_a_file_that_says_so_itself_is_not_asked(source):
    with pytest.raises(FactcheckError, match="says itself how its letters are stored"):
        read_as(source, "a.txt", "cp1250")
