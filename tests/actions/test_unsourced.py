import pytest

from factcheck.actions.unsourced import ask_writer, unsourced_numbers
from factcheck.errors import FactcheckError
from factcheck.importers.registry import read
from factcheck.store import reads
from tests.making import START


def asking(desk, article, path, **given):
    return ask_writer(desk, article=article, path=path, author="Ada Reed", at=START, **given)


def test_the_draft_and_the_list_are_written(desk, article, statement, tmp_path):
    assert unsourced_numbers(desk, article) == (1,)
    assert asking(desk, article, tmp_path / "out.docx") == 1
    back = read((tmp_path / "out.docx").read_bytes(), "out.docx")
    (span,) = reads.spans(desk, statement)
    assert [back.text[note.start : note.end] for note in back.annotations] == [span.quote]
    assert asking(desk, article, tmp_path / "OUT.TXT") == 1
    assert span.quote in (tmp_path / "OUT.TXT").read_text("utf-8")


def test_nothing_is_written_where_nothing_is_to_be_asked(desk, article, tmp_path):
    with pytest.raises(FactcheckError, match="No statement of this article lacks a source"):
        asking(desk, article, tmp_path / "out.docx")
    assert not (tmp_path / "out.docx").exists()


def test_the_ending_says_what_is_written(desk, article, statement, tmp_path):
    with pytest.raises(FactcheckError, match="no format") as refusal:
        asking(desk, article, tmp_path / "out.pdf")
    assert refusal.value.hint == "End the name in .docx or .txt."


def test_a_file_that_is_there_is_replaced_only_when_told_so(desk, article, statement, tmp_path):
    path = tmp_path / "out.txt"
    path.write_bytes(b"older")
    with pytest.raises(FactcheckError, match="already a file"):
        asking(desk, article, path)
    assert path.read_bytes() == b"older"
    asking(desk, article, path, replace=True)
    assert path.read_bytes() != b"older"
