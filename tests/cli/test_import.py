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
    said = "The writer’s 1 note or link was not taken over as evidence."
    assert outcome.errors[1] == f"factcheck: {said}"
    assert ok("statements", desk, "--json").json == []
    assert ok("text", desk, "1").text == "It cost $40.5 million or so."


def test_the_links_of_a_page_become_evidence_on_request_only(ok, run, desk, tmp_path):
    page = tmp_path / "page.html"
    words = "The council agreed on the bridge after a debate of six hours that ended at night."
    paragraphs = "".join(f"<p>{words} Number {at}.</p>" for at in range(6))
    link = '<p>It cost <a href="https://council.example/b">$40.5 million</a>, it said.</p>'
    page.write_text(f"<html><body><article>{link}{paragraphs}</article></body></html>")
    outcome = run("import", desk, page)
    assert outcome.errors[-1].endswith("1 note or link was not taken over as evidence.")
    assert ok("statements", desk, "--json").json == []
    run("import", desk, page, "--notes")
    (row,) = ok("statements", desk, "--json").json
    assert [span["quote"] for span in row["spans"]] == ["$40.5 million"]


def test_both_wordings_become_two_revisions(ok, run, desk, draft):
    run("import", desk, draft, "--changes", "both")
    assert ok("articles", desk, "--json").json[0]["revisions"] == 2
    assert ok("text", desk, "1").text == "It cost $40.5 million."
    assert ok("text", desk, "1", "--revision", "1").text == "It cost $40.5 million or so."
    (row,) = ok("statements", desk, "--json").json
    assert [span["quote"] for span in row["spans"]] == ["$40.5 million"]


def test_the_encoding_can_be_said_and_the_report_read(ok, run, desk, tmp_path):
    path = tmp_path / "most.txt"
    path.write_bytes("Starosta řekl, že most bude stát čtyřicet milionů.".encode("cp1250"))
    assert "was guessed" in run("import", desk, path).errors[0]
    ok("import", desk, path, "--encoding", "cp1250")
    assert "řekl" in ok("text", desk, "2").text
    report = ok("import-report", desk, "2", "--json").json
    assert report["revision"] == 1
    assert report["remarks"] == [
        "“most.txt” has 50 characters, read as Windows-1250 (Central European), as you chose. "
        "Its text has 50 characters, 8 words."
    ]
    assert ok("import-report", desk, "2").text == report["remarks"][0]
    refused = run("import", desk, path, "--encoding", "euc-jp")
    assert (refused.code, len(refused.errors)) == (2, 1)
    assert "EUC-JP" in refused.errors[0]
    assert run("import", desk, path, "--encoding", "no-such").code == 2
