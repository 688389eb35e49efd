"""Single commands: what they print, who acts, and the window where there is none."""

import getpass
import hashlib
import shutil
from pathlib import Path

import pytest

from factcheck.actions.captures import capture_content
from factcheck.cli.run import commands
from factcheck.store.pieces import PIECE
from tests.making import TEXT
from tests.store.looking import tamper
from tests.store.stored import DATA
from tests.wordfiles import paragraph, word_file
from tests.wordfiles import run as words_of


def actors(ok, desk):
    return [event["actor"] for event in ok("history", desk, "--json").json]


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b"One.\r\nTwo.\rThree.\n", "One.\nTwo.\nThree.\n"),
        (b"\xef\xbb\xbfOne.\n", "One.\n"),
        ("\ufeffOne.\r\n🌉".encode("utf-16-le"), "One.\n🌉"),
        (
            "A\u00a0B\u2028C\x00D e\u0301".encode("utf-8").replace(b"\0", b"\x07"),
            "A\u00a0B\nC\ufffdD e\u0301",
        ),
    ],
)
def test_text_is_printed_byte_for_byte(ok, run, desk, raw, text):
    path = desk.with_name("raw.txt")
    path.write_bytes(raw)
    assert run("import", desk, path).code == 0
    assert ok("text", desk, "1").output == text.encode()
    assert ok("text", desk, "1", "--revision", "1").output == text.encode()


def test_import_prints_ids_and_tells_remarks_apart(run, ok, desk, bridge, tmp_path):
    odd = tmp_path / "odd.txt"
    odd.write_bytes(b"One\x07two.")
    outcome = run("import", desk, bridge, odd)
    assert outcome.code == 0
    assert outcome.text.split() == [row["id"] for row in ok("articles", desk, "--json").json]
    assert outcome.errors == ["factcheck: 1 character that no text may hold became “\ufffd”."]


def test_a_bad_file_among_good_ones_leaves_nothing_half_done(run, ok, desk, bridge, tmp_path):
    empty = tmp_path / "empty.txt"
    empty.touch()
    assert run("import", desk, bridge, empty).code == 2
    assert ok("articles", desk, "--json").json == []


def test_mark_prints_the_statement_s_id_and_adds_to_one(ok, marked):
    (row,) = ok("statements", marked, "--json").json
    printed = ok("mark", marked, "1", "--quote", "bridge", "--nth", "2", "--add-to", "1").text
    assert printed == row["id"]
    (row,) = ok("statements", marked, "--json").json
    assert [span["quote"] for span in row["spans"]] == ["bridge", "$40.5 million"]


def test_a_big_file_is_kept_whole(ok, marked, tmp_path):
    film = tmp_path / "film.mp4"
    film.write_bytes(b"\x01\x02\x03" * PIECE)
    (capture,) = ok("evidence", marked, "1", "--file", film, "--json").json["captures"]
    sha256 = hashlib.sha256(film.read_bytes()).hexdigest()
    assert capture == {
        "sha256": sha256,
        "media_type": "video/mp4",
        "size": 3 * PIECE,
        "name": "film.mp4",
        "characters": None,
        "remarks": [],
    }
    assert capture_content(marked, sha256) == film.read_bytes()
    ok("verify", marked)


def test_the_text_of_a_file_is_read_and_found(ok, marked, tmp_path):
    (tmp_path / "minutes.docx").write_bytes(
        word_file(paragraph(words_of("Nobody saw the ledger.")))
    )
    given = ("evidence", marked, "1", "--file", tmp_path / "minutes.docx", "--json")
    (capture,) = ok(*given).json["captures"]
    assert (capture["characters"], capture["remarks"]) == (22, [])
    (hit,) = ok("search", marked, "ledger", "--json").json
    assert (hit["kind"], hit["where"]) == ("evidence", "captured text")


def test_a_file_that_can_t_be_read_is_attached_and_told(run, marked, tmp_path):
    (tmp_path / "run.exe").write_bytes(b"MZ\0")
    outcome = run("evidence", marked, "1", "--file", tmp_path / "run.exe")
    assert outcome.code == 0
    assert outcome.errors == ["factcheck: No text could be read: This file is not text."]


def test_copies_that_were_kept_without_their_text_are_read(run, ok, tmp_path):
    desk = Path(shutil.copy(DATA / "desk-3.factcheck", tmp_path))
    outcome = run("read-copies", desk)
    assert (outcome.text, outcome.errors) == ("2", [])
    assert ok("read-copies", desk).text == "0"
    ok("verify", desk)


def test_evidence_prints_its_id(ok, marked):
    printed = ok("evidence", marked, "1", "--note", "Saw it.").text
    changes = ok("history", marked, "1", "--json").json[-1]["changes"]
    assert printed in [change["id"] for change in changes if change["table"] == "evidence"]


def test_kind_is_set(ok, marked):
    ok("kind", marked, "1", "place")
    assert ok("statements", marked, "--json").json[0]["kind"] == "place"


def test_undo_and_redo_say_what(ok, marked):
    ok("verdict", marked, "1", "verified")
    assert ok("undo", marked).text == "Undone: verdict: Verified"
    assert ok("undo", marked).text == "Undone: mark"
    assert ok("redo", marked).text == "Done again: mark"
    assert ok("redo", marked).text == "Done again: verdict: Verified"


def test_filters(ok, marked):
    ok("mark", marked, "1", "--start", "0", "--end", "7")
    ok("verdict", marked, "2", "verified")
    for options in (("--verdict", "Verified"), ("--state", "in checking")):
        (row,) = ok("statements", marked, *options, "--json").json
        assert (row["number"], row["verdict"]) == (2, "verified")
    assert len(ok("statements", marked, "--article", "1", "--json").json) == 2


def test_lists_for_people(ok, marked):
    ok("verdict", marked, "1", "false", "--reason", "No.")
    assert "(1 statements, 1 judged, 0 approved)" in ok("articles", marked).text
    lines = ok("statements", marked).text.splitlines()
    assert lines[0] == "Harbour bridge opens two years late"
    assert lines[1].split() == ["1", "✗", "False", "in", "checking", "$40.5", "million"]
    assert ok("history", marked).text.splitlines()[-1].endswith("Ada Reed  verdict: False")


def test_two_articles_of_one_title_are_listed_apart(ok, marked, bridge):
    ok("import", marked, bridge)
    ok("mark", marked, "2", "--start", "0", "--end", "7")
    lines = ok("statements", marked).text.splitlines()
    assert lines.count("Harbour bridge opens two years late") == 2


@pytest.mark.parametrize(
    ("before", "after", "named"),
    [
        ((), ("--as", "Jon Park"), "Jon Park"),
        (("--as", "Jon Park"), (), "Jon Park"),
        (("--as", "Mia Torres"), ("--as", "Jon Park"), "Jon Park"),
        ((), (), "Ada Reed"),
    ],
)
def test_who_acts_is_said_before_or_after_the_command_or_by_the_environment(
    ok, marked, before, after, named
):
    ok(*before, "verdict", marked, "1", "verified", *after)
    assert actors(ok, marked)[-1] == named


@pytest.mark.parametrize("empty", [True, False])
def test_otherwise_the_user_of_this_machine_acts(ok, marked, monkeypatch, empty):
    monkeypatch.setattr(getpass, "getuser", lambda: "mia")
    if empty:
        monkeypatch.setenv("FACTCHECK_PERSON", "")
    else:
        monkeypatch.delenv("FACTCHECK_PERSON")
    ok("verdict", marked, "1", "verified")
    assert actors(ok, marked)[-1] == "mia"


def test_a_machine_without_users_asks_for_a_name(run, marked, monkeypatch):
    def nobody():
        raise KeyError("getpwuid(): uid not found: 4711")

    monkeypatch.setattr(getpass, "getuser", nobody)
    monkeypatch.delenv("FACTCHECK_PERSON")
    outcome = run("verdict", marked, "1", "verified")
    assert outcome.code == 2
    assert outcome.errors == [
        "factcheck: It is not said who acts. Give a name: --as “Ada Lovelace”."
    ]


def test_a_sound_desk_is_proved(ok, marked):
    assert ok("verify", marked).text == "The desk is sound."


def test_a_meddled_desk_is_found_out(run, marked):
    tamper(marked, "UPDATE verdict SET reasoning = 'x'")
    tamper(marked, "UPDATE article SET title = 'Something else'")
    outcome = run("verify", marked)
    assert outcome.code == 2
    assert "is not as the log says" in outcome.text
    assert len(outcome.errors) == 1
    assert "The desk is not sound: 1 findings" in outcome.errors[0]


def test_a_damaged_desk_is_told_in_one_line(run, marked):
    tamper(marked, "UPDATE article SET title = CAST(x'41ff42' AS TEXT)")
    for command in (("verify", marked), ("articles", marked), ("statements", marked)):
        outcome = run(*command)
        assert (outcome.code, len(outcome.errors)) == (2, 1)
        assert "The desk file is damaged" in outcome.errors[0]


def test_a_backup_is_a_desk(ok, marked, tmp_path):
    ok("backup", marked, tmp_path / "copy.factcheck")
    assert ok("verify", tmp_path / "copy.factcheck").text == "The desk is sound."
    whole = ok("history", marked, "--json").output
    assert ok("history", tmp_path / "copy.factcheck", "--json").output == whole


def test_demo_prints_what_it_made(ok, tmp_path):
    printed = ok("demo", tmp_path / "demo").text.splitlines()
    assert [Path(line).name for line in printed] == ["sample.factcheck", "report.md", "report.pdf"]
    assert all(Path(line).is_file() for line in printed)


def test_without_arguments_the_window_opens(run):
    outcome = run()
    assert (outcome.code, outcome.opened, outcome.output) == (7, [None], b"")


@pytest.mark.parametrize("name", ["news.factcheck", "gone.factcheck", "folder/news.factcheck"])
def test_a_desk_alone_opens_the_window_on_it(run, name):
    outcome = run(name)
    assert (outcome.code, outcome.opened) == (7, [Path(name)])


def test_a_file_without_a_suffix_opens_the_window_too(run, desk, monkeypatch):
    desk.rename(desk.with_name("desk"))
    monkeypatch.chdir(desk.parent)
    assert run("desk").opened == [Path("desk")]


@pytest.mark.parametrize("name", sorted(commands.commands))
def test_every_command_has_help_and_opens_no_window(ok, name):
    outcome = ok(name, "--help")
    assert outcome.text.startswith(f"Usage: factcheck {name}")
    assert outcome.opened == []


def test_the_version_is_told(ok):
    assert ok("--version").text.startswith("factcheck, version ")


def test_the_text_of_the_fixture_is_what_is_read(ok, marked):
    assert ok("text", marked, "1").output == TEXT.encode()


def test_what_has_no_source_is_listed_and_asked(run, ok, desk, marked, tmp_path):
    (row,) = ok("unsourced", desk, "1", "--json").json
    assert row["evidence"] == 0
    quote = row["spans"][0]["quote"]
    assert f"1. “{quote}”" in ok("unsourced", desk, "1").text
    ok("unsourced", desk, "1", tmp_path / "out.txt")
    assert quote in (tmp_path / "out.txt").read_text("utf-8")
    assert run("unsourced", desk, "1", tmp_path / "out.txt").code == 2
    ok("evidence", desk, "1", "--note", "Asked the council.")
    assert ok("unsourced", desk, "1", "--json").json == []
