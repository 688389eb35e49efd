"""Copies are time-stamped from the command line; what was proved of that is said, and no more."""

import pytest

from factcheck.actions import stamps
from tests.authorities import Authority, needs_stamps

URL = "https://stamps.example/tsa"


@pytest.fixture
def copy(ok, marked, tmp_path):
    """The SHA-256 of a copy on the desk."""
    path = tmp_path / "minutes.txt"
    path.write_text("The minutes of the council.")
    evidence = ok("evidence", marked, "1", "--file", path).text
    return ok("captures", marked, evidence, "--json").json["captures"][0]["sha256"], evidence


@pytest.fixture
def posted(monkeypatch, authority):
    """Let the authority answer whatever is posted; return the addresses."""
    asked = []

    def post(url, body, *, kind, cancelled):
        asked.append(url)
        return authority.answer(body)

    monkeypatch.setattr(stamps, "post", post)
    return asked


@needs_stamps
def test_a_copy_is_stamped_and_listed(ok, marked, copy, posted):
    sha256, evidence = copy
    assert ok("verify", marked).text == "The desk is sound."
    assert ok("stamp", marked, sha256, "--authority", URL).text.startswith("time-stamped 20")
    assert posted == [URL]
    listed = ok("captures", marked, evidence, "--json").json
    (stamp,) = listed["stamps"]
    assert (stamp["authority"], stamp["capture"]) == (URL, listed["captures"][0]["id"])
    assert "by stamps.example" in ok("captures", marked, evidence).text


@needs_stamps
@pytest.mark.usefixtures("posted")
def test_what_was_proved_is_said_and_no_more(ok, marked, copy, authority, tmp_path):
    for _ in range(2):
        ok("stamp", marked, copy[0], "--authority", URL)
    said = ok("verify", marked).text.splitlines()
    assert said[0] == "The desk is sound."
    assert said[1].startswith("Of the very copies that they stand by: 2 time stamps; by whom")
    proved = ok("verify", marked, "--root", authority.root).text
    assert proved.endswith("2 time stamps; signed under the certificates that were given.")
    ok("export", marked, "1", tmp_path / "report.md")
    assert "time-stamped" in (tmp_path / "report.md").read_text(encoding="utf-8")


@needs_stamps
@pytest.mark.usefixtures("posted")
def test_a_wrong_root_is_no_proof(run, marked, copy, tmp_path):
    run("stamp", marked, copy[0], "--authority", URL)
    outcome = run("verify", marked, "--root", Authority(tmp_path).root)
    assert outcome.code == 2
    assert outcome.text.startswith("The desk is sound.")
    assert "not signed under the certificates" in outcome.errors[0]


def test_an_authority_must_be_named(run, marked):
    outcome = run("stamp", marked, "none")
    assert outcome.code == 2
    assert "--authority" in outcome.errors[0]


def test_an_unknown_copy_is_told(run, marked):
    assert run("stamp", marked, "none", "--authority", URL).code == 2
