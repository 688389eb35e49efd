import os

import pytest

from factcheck.actions.importing import file_content, name_of, read_article
from factcheck.errors import FactcheckError


def test_an_article_is_read_with_its_file_s_own_bytes(tmp_path):
    path = tmp_path / "news.txt"
    path.write_bytes(b"\xef\xbb\xbfA title\r\n\r\nA first paragraph.\r\n")
    found = read_article(path)
    assert found.text == "A title\n\nA first paragraph.\n"
    assert found.source == path.read_bytes()
    assert (found.title, found.source_name) == ("A title", "news.txt")


@pytest.mark.parametrize(
    ("name", "reason"), [("gone.txt", "No such file"), (".", "Is a directory"), ("a/b", "No such")]
)
def test_a_file_that_can_not_be_read(tmp_path, name, reason):
    with pytest.raises(FactcheckError, match=f"can’t be read: {reason}"):
        read_article(tmp_path / name)


@pytest.mark.parametrize("content", [b"", b" \r\n\t", b"\xef\xbb\xbf", b"\0\0\0\0"])
def test_a_file_without_words(tmp_path, content):
    path = tmp_path / "empty.txt"
    path.write_bytes(content)
    with pytest.raises(FactcheckError) as refusal:
        read_article(path)
    assert refusal.value.hint


def test_an_old_name_that_is_no_utf_8(tmp_path):
    path = tmp_path / os.fsdecode(b"gru\xdf.txt")
    path.write_bytes(b"Some words.")
    assert name_of(path) == "gru\ufffd.txt"
    assert read_article(path).source_name == "gru\ufffd.txt"
    assert file_content(path) == b"Some words."
