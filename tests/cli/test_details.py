from factcheck.store.records import moment_of
from tests.making import START


def described(ok, desk):
    (event,) = [e for e in ok("history", desk, "--json").json if e["action"] == "describe"]
    (change,) = [each for each in event["changes"] if each["table"] == "statement"]
    return change["after"]


def test_all_is_said_at_once_and_the_due_day_is_read_back(ok, marked):
    told = ("--claimant", "the council", "--as-of", "2026", "--priority", "high")
    printed = ok("describe", marked, 1, *told, "--checker", "Jon Park", "--due", "26 Nov 2036 9:00")
    assert printed.text == "Wednesday 26 November 2036, 09:00"
    after = described(ok, marked)
    assert (after["claimant"], after["as_of"], after["priority"]) == ("the council", "2026", "high")
    assert moment_of(after["due_at"]).utcoffset() == START.utcoffset()
    (row,) = ok("statements", marked, "--json").json
    assert row["due"] == after["due_at"]
    assert row["checker"] == "Jon Park"


def test_what_is_not_named_stays(ok, marked):
    ok("describe", marked, 1, "--claimant", "the council", "--due", "26 Nov 2036")
    assert ok("describe", marked, 1, "--checker", "Jon Park").text == ""
    ok("describe", marked, 1, "--due", "")
    (row,) = ok("statements", marked, "--json").json
    assert (row["due"], row["checker"]) == (None, "Jon Park")


def test_what_can_t_be_read_changes_nothing(run, ok, marked):
    outcome = run("describe", marked, 1, "--checker", "Jon Park", "--due", "soon")
    assert outcome.code == 2
    assert "“soon” is not a day" in outcome.errors[0]
    (row,) = ok("statements", marked, "--json").json
    assert row["checker"] == ""


def test_a_source_of_the_desk_is_cited_again(run, ok, marked):
    first = ok("evidence", marked, 1, "--note", "Asked the council.").text
    again = ok("evidence", marked, 1, "--evidence", first, "--excerpt", "yes", "--json").json
    assert (again["id"], again["excerpt"]) == (first, "yes")
    assert ok("statements", marked, "--json").json[0]["evidence"] == 2
    assert run("evidence", marked, 1, "--evidence", first, "--note", "x").code == 2
    assert run("evidence", marked, 1, "--evidence", "gone").code == 2
    assert ok("statements", marked, "--json").json[0]["evidence"] == 2


def test_a_citation_is_edited_and_what_is_not_named_stays(run, ok, marked):
    made = ok("evidence", marked, 1, "--note", "Asked.", "--excerpt", "yes", "--json").json
    ok("citation", marked, made["citation"], "--locator", "p. 7", "--stance", "refutes")
    (event,) = [e for e in ok("history", marked, "--json").json if e["action"] == "edit citation"]
    (change,) = event["changes"]
    after = change["after"]
    assert (after["excerpt"], after["stance"]) == ("yes", "refutes")
    assert (after["locator_kind"], after["locator"]) == ("page", "7")
    assert run("citation", marked, "gone", "--note", "x").code == 2


def test_a_source_is_taken_from_a_statement_and_stays_on_the_desk(run, ok, marked):
    made = ok("evidence", marked, 1, "--note", "Asked the council.", "--json").json
    ok("remove-evidence", marked, made["citation"])
    (row,) = ok("statements", marked, "--json").json
    assert row["evidence"] == 0
    assert run("remove-evidence", marked, made["citation"]).code == 2
    ok("evidence", marked, 1, "--evidence", made["id"])
