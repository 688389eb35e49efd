import threading

import pytest

from factcheck.actions import importing, readings, worker
from factcheck.actions.evidence import Source, attach
from factcheck.actions.keeping import SMALL, attach_kept, keep_file
from factcheck.actions.readings import captured_text, read_copies, read_text
from factcheck.actions.undoing import undo
from factcheck.domain.model import BlockKind
from factcheck.errors import Cancelled, FactcheckError
from factcheck.importers.copied import MOST_BLOCKS, MOST_TEXT
from factcheck.store.pieces import Kept
from factcheck.store.readings import reading_of, unread
from factcheck.store.reports import detail
from tests.making import imported
from tests.wordfiles import comment, commented, paragraph, run, word_file

WORDS = "The bridge was two years late, the council said on Tuesday."


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("minutes.docx", word_file(paragraph(run(WORDS)))),
        ("minutes.txt", WORDS.encode("utf-16")),
        ("minutes.html", f"<article><h1>Minutes</h1>{f'<p>{WORDS}</p>' * 9}</article>".encode()),
        ("minutes", WORDS.encode()),
    ],
)
def test_the_text_is_read_as_the_name_says(tmp_path, name, content):
    found = read_text(tmp_path / "no desk is needed", content, name)
    assert WORDS in found.text
    assert WORDS in {found.text[b.start : b.end] for b in found.blocks}
    assert {b.kind for b in found.blocks} <= {BlockKind.HEADING, BlockKind.PARAGRAPH}
    assert found.reader.startswith("factcheck ")


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("a.docx", b"PK\3\4 no package", "damaged"),
        ("a.zip", b"PK\3\4 packed", "packed file"),
        ("a.exe", b"MZ\0\0", "not text"),
        ("a.txt", b"", "no words"),
    ],
)
def test_what_can_t_be_read_says_why(tmp_path, name, content, why):
    found = read_text(tmp_path, content, name)
    (remark,) = found.remarks
    assert (found.text, found.blocks) == ("", ())
    assert remark.startswith("No text could be read: ")
    assert why in remark


@pytest.mark.parametrize("name", ["scan.png", "talk.mp3", "film.mp4"])
def test_pictures_and_recordings_hold_no_text(tmp_path, name):
    assert read_text(tmp_path, b"words", name) is None


def test_a_big_file_is_read_from_its_pieces_or_from_the_desk(desk, ada, statement, tmp_path):
    path = tmp_path / "log.txt"
    path.write_text(f"{WORDS}\n" * (SMALL // len(WORDS)) * 2)
    kept = keep_file(desk.path, path)
    assert isinstance(kept, Kept)
    text = read_text(desk.path, kept, path.name)
    assert text.text.count(WORDS) == MOST_BLOCKS
    attach(desk, actor=ada, statement=statement, source=Source(content=kept, text=text))
    again = keep_file(desk.path, path)  # its pieces are gone: the desk has the bytes
    assert read_text(desk.path, again, path.name) == text


def test_notes_stand_behind_the_text(tmp_path):
    body, note = paragraph(commented(1, run(WORDS))), comment(1, "Mara Quill", "See the ledger.")
    found = read_text(tmp_path, word_file(body, comments=note), "minutes.docx")
    assert found.text == f"{WORDS}\n\nSee the ledger."
    assert found.text[found.blocks[-1].start :] == "See the ledger."


def test_of_a_page_without_an_article_all_words_are_read(tmp_path):
    found = read_text(tmp_path, b"<html><body><a href=x>Ferry times</a></body></html>", "a.html")
    assert found.text == "Ferry times"
    assert found.remarks == ("The whole page was read: no article was found in it.",)
    (remark,) = read_text(tmp_path, b"<html></html>", "a.html").remarks
    assert remark.startswith("No text could be read: ")


def test_a_very_large_one_is_not_tried(tmp_path, monkeypatch):
    monkeypatch.setattr(readings, "MOST_READ", 10)
    (remark,) = read_text(tmp_path, b"eleven char", "a.txt").remarks
    assert "too large" in remark


def test_a_parser_that_stumbles_or_hangs_says_so(tmp_path, monkeypatch):
    def stumble(*_, **__):
        raise worker.WorkerBug("Traceback: in the parser")

    monkeypatch.setattr(importing, "run", stumble)
    assert "not as it should be" in read_text(tmp_path, b"words", "a.txt").remarks[0]


def test_it_can_be_stopped(tmp_path):
    stop = threading.Event()
    stop.set()
    with pytest.raises(Cancelled):
        read_text(tmp_path, b"words", "a.txt", cancelled=stop.is_set)


def test_of_a_very_long_text_the_beginning_is_kept():
    found = captured_text(imported("x" * (MOST_TEXT + 1)))
    assert (len(found.text), found.blocks) == (MOST_TEXT, ())
    assert found.remarks == ("Only the first 2,000,000 characters were read.",)


def test_of_very_many_blocks_the_first_are_kept(tmp_path):
    found = read_text(tmp_path, b"word\n" * (MOST_BLOCKS + 5), "a.csv")
    assert len(found.blocks) == MOST_BLOCKS
    assert found.text == "word\n" * MOST_BLOCKS
    assert found.remarks == ("Only the first 150,000 characters were read.",)


def test_a_file_without_text_is_attached_all_the_same(desk, ada, statement, tmp_path):
    source = Source(file_name="a.exe", content=b"MZ\0", text=read_text(tmp_path, b"MZ\0", "a.exe"))
    attach(desk, actor=ada, statement=statement, source=source)
    (cited,) = detail(desk, statement).citations
    assert cited.unread == unread(desk, cited.captures[0].id)
    assert cited.unread == "No text could be read: This file is not text."
    assert reading_of(desk, cited.captures[0].id).length == 0


def test_nothing_is_said_of_a_text_that_was_read(desk, ada, statement, tmp_path):
    text = read_text(tmp_path, b"words", "a.txt")
    attach(desk, actor=ada, statement=statement, source=Source(content=b"words", text=text))
    attach(desk, actor=ada, statement=statement, source=Source(content=b"x", file_name="a.png"))
    attach(desk, actor=ada, statement=statement, source=Source(note="Seen."))
    assert [cited.unread for cited in detail(desk, statement).citations] == ["", "", ""]


def test_attaching_that_fails_gives_back_what_was_kept(desk, ada, statement, tmp_path):
    path = tmp_path / "film.mp4"
    path.write_bytes(b"x" * (SMALL + 1))
    source = Source(content=keep_file(desk.path, path))
    with pytest.raises(FactcheckError, match="no statement gone"):
        attach_kept(desk, actor=ada, statement="gone", source=source)
    assert desk.db.execute("SELECT count(*) FROM piece").fetchone()[0] == 0
    source = Source(content=keep_file(desk.path, path))
    attach_kept(desk, actor=ada, statement=statement, source=source)
    (cited,) = detail(desk, statement).citations
    assert cited.captures[0].size == SMALL + 1


def test_what_nobody_tried_to_read_is_read_later(desk, ada, statement):
    for name, content in (("a.txt", b"A zebrafish."), ("a.png", b"x"), ("a.exe", b"MZ\0")):
        attach(desk, actor=ada, statement=statement, source=Source(file_name=name, content=content))
    first, _picture, last = detail(desk, statement).citations
    texts = list(read_copies(desk, actor=ada))
    assert [text.text for text in texts] == ["A zebrafish.", ""]
    assert reading_of(desk, first.captures[0].id).length == 12
    assert "not text" in unread(desk, last.captures[0].id)
    assert list(read_copies(desk, actor=ada)) == []
    undo(desk, actor=ada)
    assert len(list(read_copies(desk, actor=ada))) == 1
