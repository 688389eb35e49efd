from tests.cli.test_shapes import NONE, fits

HIT = {
    **dict.fromkeys(("kind", "id", "text"), str),
    **dict.fromkeys(("where", "article", "statement", "citation"), (str, NONE)),
    "places": list,
    "said": (dict, NONE),
    "number": (int, NONE),
}


def test_hits_of_each_kind_as_json(ok, marked):
    ok("evidence", marked, 1, "--note", "Invoices of $40.5 million.", "--title", "Ledger")
    found = ok("search", marked, "40.5", "--json").json
    assert all(fits(each, HIT) for each in found)
    assert [each["kind"] for each in found] == ["statement", "article", "evidence"]
    statement, article, evidence = found
    assert (statement["text"], statement["places"]) == ("$40.5 million", [[1, 5]])
    assert (statement["number"], statement["article"]) == (1, article["id"])
    assert statement["said"] is None
    start, end = article["said"]["places"][0]
    assert (article["where"], article["said"]["text"][start:end]) == ("text", "40.5")
    assert (evidence["text"], evidence["where"]) == ("Ledger", "note")
    assert evidence["statement"] == statement["id"]


def test_hits_as_lines(ok, marked):
    assert ok("search", marked, "MILLION", "has:note").text == ""
    one, two = ok("search", marked, "MILLION").text.splitlines()
    assert one.startswith("statement  ")
    assert one.endswith("  1, Harbour bridge opens two years late  $40.5 *million*")
    assert "[text: Harbour bridge opens two years late The bridge cost $40.5 *million*," in two


def test_more_than_the_limit_is_counted(ok, marked):
    ok("mark", marked, "1", "--quote", "3,290 cars")
    lines = ok("search", marked, "kind:number", "--limit", "1").text.splitlines()
    assert lines[1:] == ["statement: 2 in all"]


def test_a_minus_in_front_needs_two_dashes(ok, marked):
    assert ok("search", marked, "--", "million", "-bridge", "kind:number").text


def test_what_can_t_be_read_is_refused(run, marked):
    outcome = run("search", marked, "claim:x")
    assert (outcome.code, outcome.output) == (2, b"")
    assert outcome.errors[0].startswith("factcheck: There is no operator “claim:”.")
    assert run("search", marked, "--limit", "0", "x").code == 2
