import os
from dataclasses import replace

import pytest

from factcheck.actions.importing import as_chosen, file_content, name_of, read_article
from factcheck.domain.imported import Annotation, AnnotationKind, Wording
from factcheck.errors import FactcheckError
from tests.making import TEXT, imported

LINK = Annotation(AnnotationKind.LINK, 0, 7, url="https://council.example/b")
NOTED = replace(imported(), annotations=(LINK, replace(LINK, start=8, end=14)))
BEFORE = replace(imported("Before."), annotations=(replace(LINK, end=6),))


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


def test_the_tracked_changes_are_taken_or_left():
    both = replace(NOTED, original=BEFORE)
    assert as_chosen(both, wording=Wording.ORIGINAL, notes=True) == BEFORE
    assert as_chosen(both, wording=Wording.ACCEPTED, notes=True) == NOTED
    assert as_chosen(NOTED, wording=Wording.ORIGINAL, notes=True) == NOTED
    assert as_chosen(both, wording=Wording.BOTH, notes=True) == both
    assert as_chosen(NOTED, wording=Wording.BOTH, notes=True) == NOTED
    bare = as_chosen(both, wording=Wording.BOTH, notes=False)
    assert (bare.original, bare.annotations) == (BEFORE, ())


def test_notes_that_are_left_out_are_told():
    bare = as_chosen(replace(NOTED, original=BEFORE), wording=Wording.ACCEPTED, notes=False)
    assert (bare.text, bare.annotations, bare.original) == (TEXT, (), None)
    assert bare.remarks == ("The writer’s 2 notes and links were not taken over as evidence.",)
    (told,) = as_chosen(BEFORE, wording=Wording.ACCEPTED, notes=False).remarks
    assert told == "The writer’s 1 note or link was not taken over as evidence."
    assert as_chosen(imported(), wording=Wording.ACCEPTED, notes=False).remarks == ()
