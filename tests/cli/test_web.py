"""Sources and articles come from the web, from a server that the tests hand in."""

import pytest

from factcheck.actions import web
from factcheck.domain.web import UnreachableError
from factcheck.store.desk import Desk
from factcheck.store.verify import findings
from tests.making import Clock, maker
from tests.webs import HTML, URL, exchange, fetched

OTHER = HTML.replace(b"Tuesday", b"Wednesday")


@pytest.fixture
def pages(monkeypatch):
    """What the web gives, in turn: an exchange, or an error."""
    given = []

    def fetch(url, *, progress, cancelled):
        assert given, f"nobody may ask for {url}"
        page = given.pop(0)
        if isinstance(page, Exception):
            raise page
        return fetched(page)

    monkeypatch.setattr(web, "fetch", fetch)
    return given


@pytest.fixture
def source(ok, marked):
    given = ("--url", URL, "--excerpt", "on Tuesday")
    return ok("evidence", marked, "1", *given).text


def test_an_article_is_imported_from_its_address(ok, desk, pages):
    pages.append(exchange())
    (article,) = ok("import", desk, URL, "--json").json
    assert article["title"] == "Bridge opens"
    assert ok("articles", desk, "--json").json[0]["url"] == URL
    assert "Tuesday" in ok("text", desk, "1").text


def test_an_address_that_gives_no_page_imports_nothing(run, desk, pages):
    pages.append(UnreachableError("city.example does not answer."))
    outcome = run("import", desk, URL)
    assert outcome.code == 2
    assert outcome.errors[0].startswith("factcheck: city.example does not answer.")
    assert run("articles", desk).text == ""


def test_a_page_is_kept_checked_again_and_compared(ok, run, marked, source, pages):
    pages += [exchange(), exchange(), UnreachableError("It said 404.", status=404)]
    assert ok("capture", marked, source).text.startswith("kept on 20")
    assert ok("capture", marked, source).text.startswith("unchanged on 20")
    assert "unreachable on 20" in ok("capture", marked, source).text
    pages.append(exchange(body=OTHER))
    changed = run("capture", marked, source)
    assert changed.code == 0
    assert changed.errors == ["factcheck: The page does not hold the excerpt “on Tuesday”."]
    listed = ok("captures", marked, source, "--json").json
    assert [each["number"] for each in listed["captures"]] == [1, 2]
    outcomes = [each["outcome"] for each in listed["visits"]]
    assert outcomes == ["kept", "unchanged", "unreachable", "kept"]
    assert listed["visits"][2]["status"] == 404
    assert "on [-Tuesday,-]{+Wednesday,+} and" in ok("compare", marked, source).text
    assert {"kind": "added", "text": "Wednesday,"} in ok("compare", marked, source, "--json").json
    assert "[-" not in ok("compare", marked, source, "--old", "1", "--new", "1").text
    assert len(ok("captures", marked, source).text.splitlines()) == 6


def test_evidence_can_come_with_a_copy(ok, run, marked, pages):
    pages.append(exchange())
    given = ("evidence", marked, "1", "--url", URL, "--copy", "--excerpt", "on Tuesday", "--json")
    found = ok(*given).json
    assert (found["title"], len(found["captures"])) == ("Bridge opens", 1)
    pages.append(UnreachableError("city.example does not answer."))
    later = run("evidence", marked, "1", "--url", URL, "--copy")
    assert later.code == 0
    assert later.errors == ["factcheck: city.example does not answer."]
    assert (
        ok("captures", marked, later.text, "--json").json["visits"][0]["outcome"] == "unreachable"
    )
    desk = Desk.open(marked, now=Clock(), new_id=maker(9))
    assert list(findings(desk)) == []
    desk.close()


@pytest.mark.parametrize(
    ("command", "words"),
    [
        (("import", URL), "does not go to the web"),
        (("evidence", "1", "--url", URL, "--copy"), "does not go to the web"),
        (("evidence", "1", "--note", "Saw it.", "--copy"), "no page to copy"),
    ],
)
def test_a_desk_that_stays_away_from_the_web_asks_nobody(run, marked, pages, command, words):
    run("web", marked, "off")
    name, *others = command
    outcome = run(name, marked, *others)
    assert outcome.code == 2
    assert words in outcome.errors[0]
    assert run("web", marked, "on").code == 0


def test_what_can_t_be_compared_is_told(run, ok, marked, source, pages):
    assert "has 0 copies" in run("compare", marked, source).errors[0]
    pages.append(exchange(body=b"\0", Content_Type="image/x-icon"))
    ok("capture", marked, source)
    assert (
        "No text was read from “bridge.warc.gz”"
        in run("compare", marked, source, "--old", "1", "--new", "1").errors[0]
    )
    assert "has 1 copies" in run("compare", marked, source, "--new", "2").errors[0]


def test_an_unknown_source_is_told(run, marked):
    for command in ("capture", "captures", "compare"):
        assert run(command, marked, "none").code == 2
