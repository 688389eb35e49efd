"""What can't be done ends with exit code 2, one line on standard error, and no byte changed."""

import pytest

from factcheck.actions.desks import open_desk
from factcheck.actions.keeping import SMALL
from tests.making import TEXT

NEW_PERSON = ("--as", "Somebody New")


@pytest.fixture
def judged(ok, marked):
    ok("verdict", marked, "1", "verified")
    ok("submit", marked, "1")
    return marked


@pytest.fixture
def film(tmp_path):
    path = tmp_path / "film.mp4"
    path.write_bytes(b"x" * (SMALL + 1))
    return path


@pytest.fixture
def refused(run):
    def refused(desk, *arguments):
        before = desk.read_bytes()
        outcome = run(*arguments)
        assert outcome.code == 2
        assert len(outcome.errors) == 1
        assert outcome.errors[0].startswith("factcheck: ")
        assert outcome.opened == []
        assert desk.read_bytes() == before
        assert [p.name for p in desk.parent.iterdir() if "journal" in p.name] == []
        return outcome.errors[0]

    return refused


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("frobnicate", "DESK"), "No such command 'frobnicate'"),
        (("mark",), "Missing argument 'DESK'"),
        (("mark", "DESK", "1", "--colour", "red"), "No such option"),
        (("verdict", "DESK", "1", "wrong", *NEW_PERSON), "There is no outcome “wrong”"),
        (("verdict", "DESK", "1", "false", *NEW_PERSON), "“False” needs a reason"),
        (("verdict", "DESK", "7", "verified", *NEW_PERSON), "There is no statement 7"),
        (("verdict", "DESK", "1", "verified", "--as", " "), "It is not said who acts"),
        (("submit", "DESK", "1", *NEW_PERSON), "without a verdict"),
        (("approve", "DESK", "1", *NEW_PERSON), "Submit it for review first"),
        (("reopen", "DESK", "1", *NEW_PERSON), "It is still open"),
        (("mark", "DESK", "1", "--quote", "ferry", *NEW_PERSON), "are not in the text"),
        (("mark", "DESK", "1", "--quote", "bridge", *NEW_PERSON), "stand in 2 places"),
        (("mark", "DESK", "1", "--quote", "bridge", "--nth", "3"), "there is no place 3"),
        (("mark", "DESK", "1", "--quote", "bridge", "--nth", "0"), "there is no place 0"),
        (("mark", "DESK", "1", "--start", "3"), "It is not clear which words are meant"),
        (("mark", "DESK", "1", "--end", "3"), "It is not clear which words are meant"),
        (("mark", "DESK", "1"), "It is not clear which words are meant"),
        (("mark", "DESK", "1", "--quote", "two", "--start", "1", "--end", "3"), "not clear"),
        (("mark", "DESK", "1", "--start", "3", "--end", "9999"), "There are no words"),
        (("mark", "DESK", "1", "--start", "x", "--end", "9"), "not a valid integer"),
        (("mark", "DESK", "1", "--quote", "two", "--all", "--nth", "1"), "with the words alone"),
        (("mark", "DESK", "2", "--quote", "two"), "There is no article “2”"),
        (("mark", "DESK", "1", "--quote", "two", "--kind", "rumour"), "is not one of"),
        (("mark", "DESK", "1", "--quote", "two", "--add-to", "9"), "There is no statement 9"),
        (("kind", "DESK", "1", "rumour"), "is not one of"),
        (("evidence", "DESK", "1", *NEW_PERSON), "There is no source"),
        (("evidence", "DESK", "1", "--url", "city.example"), "is not a web address"),
        (("evidence", "DESK", "1", "--file", "gone.pdf"), "can’t be read: No such file"),
        (("evidence", "DESK", "1", "--note", "x", "--published", "1/2/2024"), "can be 1 February"),
        (("evidence", "DESK", "1", "--note", "x", "--stance", "maybe"), "is not one of"),
        (("import", "DESK", "gone.txt"), "can’t be read: No such file"),
        (("text", "DESK", "1", "--revision", "2"), "There is no revision 2"),
        (("text", "DESK", "1", "--revision", "0"), "There is no revision 0"),
        (("statements", "DESK", "--state", "lost"), "is not one of"),
        (("statements", "DESK", "--verdict", "wrong"), "There is no outcome “wrong”"),
        (("history", "DESK", "9"), "There is no statement 9"),
        (("redo", "DESK", *NEW_PERSON), "There is nothing to redo"),
        (("export", "DESK", "1", "report.doc"), "names no format for a report"),
        (("backup", "DESK", "DESK"), "There is already a file at"),
        (("new", "DESK"), "There is already a file at"),
    ],
)
def test_one_line_tells_why(refused, marked, monkeypatch, arguments, message):
    monkeypatch.chdir(marked.parent)
    line = refused(marked, *(str(marked) if part == "DESK" else part for part in arguments))
    assert message in line


def test_the_checker_does_not_approve_the_own_verdict(refused, judged):
    assert "so a second person should approve it" in refused(judged, "approve", judged, "1")
    assert "needs a reason" in refused(judged, "send-back", judged, "1", *NEW_PERSON)


def test_nothing_to_undo_on_a_new_desk(refused, desk):
    assert "There is nothing to undo" in refused(desk, "undo", desk, *NEW_PERSON)


def test_a_number_alone_names_no_statement_among_two_articles(ok, refused, marked, bridge):
    ok("import", marked, bridge)
    assert "holds 2 articles" in refused(marked, "verdict", marked, "1", "verified")
    assert "belongs to another article" in refused(
        *(marked, "mark", marked, "2", "--quote", "two years"),
        *("--add-to", ok("statements", marked, "--json").json[0]["id"]),
    )


@pytest.mark.parametrize(
    "content", [b"", b" \n", b"\xef\xbb\xbf", b"\0\1\2", b"%PDF-1.7", b"PK\x03\x04"]
)
def test_a_file_that_is_no_article(refused, desk, bridge, content):
    bad = desk.parent / "bad.txt"
    bad.write_bytes(content)
    assert refused(desk, "import", desk, bridge, bad, *NEW_PERSON)


def test_a_folder_is_no_article(refused, desk):
    assert "Is a directory" in refused(desk, "import", desk, desk.parent)


def test_a_missing_desk_is_not_made(run, tmp_path):
    outcome = run("articles", tmp_path / "gone.factcheck")
    assert (outcome.code, outcome.output) == (2, b"")
    assert outcome.errors == [
        f"factcheck: There is no desk at {tmp_path / 'gone.factcheck'}. "
        "See whether it was moved, or make one: factcheck new."
    ]
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_no_desk(refused, bridge):
    assert "not a desk" in refused(bridge, "articles", bridge)
    assert bridge.read_text(encoding="utf-8") == TEXT


def test_a_big_file_for_no_statement_is_not_kept(refused, marked, film):
    assert "no statement 2" in refused(marked, "evidence", marked, "2", "--file", film)


def test_a_big_file_that_is_refused_later_is_taken_away_again(run, marked, film):
    outcome = run("evidence", marked, "1", "--url", "city.example", "--file", film)
    assert (outcome.code, len(outcome.errors)) == (2, 1)
    desk = open_desk(marked)
    assert desk.db.execute("SELECT count(*) FROM piece").fetchall() == [(0,)]
    desk.close()


def test_words_that_are_no_text(refused, marked):
    line = refused(marked, "evidence", marked, "1", "--note", "gr\udcdf", *NEW_PERSON)
    assert "holds bytes that are no text" in line


def test_an_option_without_a_command(run):
    outcome = run("--as", "Ada Reed")
    assert (outcome.code, len(outcome.errors)) == (2, 1)


def test_a_refusal_of_several_lines_is_told_on_one(refused, marked):
    line = refused(marked, "mark", marked, "1", "--quote", "late\n\nThe ferry")
    assert "“late The ferry”" in line


def test_an_existing_report_is_kept_without_force(ok, refused, marked):
    report = marked.parent / "report.md"
    report.write_text("mine", encoding="utf-8")
    assert "Use --force to replace it" in refused(marked, "export", marked, "1", report)
    assert report.read_text(encoding="utf-8") == "mine"
    ok("export", marked, "1", report, "--force")
    assert "$40.5 million" in report.read_text(encoding="utf-8")


def test_a_fault_of_the_program_is_no_refusal(run, desk, monkeypatch):
    def broken(*_arguments, **_options):
        raise ZeroDivisionError

    monkeypatch.setattr("factcheck.store.reads.articles", broken)
    with pytest.raises(ZeroDivisionError):
        run("articles", desk)
