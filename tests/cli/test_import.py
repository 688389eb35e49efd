"""What ``factcheck import`` makes of a writer's draft."""

import pytest

from tests.wordfiles import comment, commented, paragraph, word_file
from tests.wordfiles import run as said


@pytest.fixture
def draft(tmp_path):
    deleted = "<w:del><w:r><w:delText> or so</w:delText></w:r></w:del>"
    body = paragraph(said("It cost ") + commented(1, said("$40.5 million")) + deleted + said("."))
    path = tmp_path / "draft.docx"
    path.write_bytes(word_file(body, comments=comment(1, "Mara Quill", "See the ledger.")))
    return path


def test_comments_become_statements(run, ok, desk, draft):
    assert run("import", desk, draft).errors == [
        "factcheck: 1 tracked deletion was accepted: its words are not in the text."
    ]
    (row,) = ok("statements", desk, "--json").json
    assert row["state"] == "in checking"
    assert ok("text", desk, "1").text == "It cost $40.5 million."


def test_the_original_wording_without_notes(run, ok, desk, draft):
    outcome = run("import", desk, draft, "--changes", "original", "--no-notes")
    assert outcome.errors[1] == "factcheck: The writer’s 1 note or link was left out, as you asked."
    assert ok("statements", desk, "--json").json == []
    assert ok("text", desk, "1").text == "It cost $40.5 million or so."


def test_both_wordings_become_two_revisions(ok, run, desk, draft):
    run("import", desk, draft, "--changes", "both")
    assert ok("articles", desk, "--json").json[0]["revisions"] == 2
    assert ok("text", desk, "1").text == "It cost $40.5 million."
    assert ok("text", desk, "1", "--revision", "1").text == "It cost $40.5 million or so."
    (row,) = ok("statements", desk, "--json").json
    assert [span["quote"] for span in row["spans"]] == ["$40.5 million"]
