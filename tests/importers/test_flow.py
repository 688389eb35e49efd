import pytest

from factcheck.domain.imported import Annotation, AnnotationKind
from factcheck.domain.model import BlockKind
from factcheck.errors import FactcheckError
from factcheck.importers.flow import Flow
from factcheck.importers.pieces import File
from factcheck.importers.telling import told

FILE = File(b"", "a.docx", "text/x")
NOTE = Annotation(AnnotationKind.COMMENT, 0, 0, text="n")


def words(flow: Flow) -> list[str]:
    article = flow.article(FILE, [])
    return [article.text[note.start : note.end] for note in article.annotations]


def test_places_survive_trimming_empty_pieces_and_mended_characters():
    flow = Flow()
    flow.end()
    flow.say(" \ufeff\r\nIt cost ")
    start = flow.here
    flow.say("$4\r\n0.5\x00")
    flow.hang(NOTE, start, flow.here)
    flow.end(BlockKind.QUOTE)
    assert words(flow) == ["$4\n0.5\ufffd"]


def test_a_note_on_a_point_hangs_on_its_sentence_up_to_there():
    flow = Flow()
    flow.hang(NOTE, flow.here, flow.here)
    flow.say("One. Two three")
    flow.hang(NOTE, flow.here, flow.here)
    flow.say(" four.")
    flow.hang(NOTE, flow.here, flow.here)
    flow.end()
    flow.hang(NOTE, flow.here, flow.here)
    assert words(flow) == ["One.", "Two three", "Two three four.", "Two three four."]


def test_links_to_the_web_are_hung_and_others_told():
    flow = Flow()
    flow.say("a b")
    for url in ("HTTPS://x.example/ y", "ftp://x.example", "#inner", ""):
        flow.hang_link(url, (0, 0))
    article = flow.article(FILE, [])
    assert [note.url for note in article.annotations] == ["HTTPS://x.example/y"]
    assert len(article.remarks) == 2


def test_a_flow_without_words_is_refused():
    flow = Flow()
    flow.hang(NOTE, flow.here, flow.here)
    with pytest.raises(FactcheckError, match="no words"):
        flow.article(FILE, [])


def test_what_was_counted_is_told_in_whole_sentences():
    one, several = told({"picture": 1, "hidden": 2, "object": 0})
    assert one == "1 picture stayed in the file and is not shown."
    assert several == "2 stretches of hidden text were left out."
