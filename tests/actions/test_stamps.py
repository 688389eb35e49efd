"""Copies are time-stamped by an authority on this machine, and what that proves is told."""

import sys

import pytest

from factcheck.actions import stamps, undoing, visits
from factcheck.actions.evidence import Source, attach
from factcheck.actions.stamps import Stamped, ask, copy_to_stamp, prove, record_stamp
from factcheck.domain.canonical import sha256_of
from factcheck.domain.stamps import LEAST_NONCE, query
from factcheck.errors import Cancelled, FactcheckError
from factcheck.fetching.fetch import SMALL
from factcheck.store import reports
from factcheck.store.verify import findings
from tests.authorities import Authority, needs_stamps
from tests.fetching.conftest import visitor
from tests.fetching.server import Server, page, redirect
from tests.making import START
from tests.store.looking import dump

CONTENT = b"\0 minutes of the council"
OTHER = sha256_of(b"another copy")
ANSWER = "Content-Type: application/timestamp-reply"


@pytest.fixture
def server():
    server = Server()
    yield server
    server.close()


@pytest.fixture
def copy(desk, ada, statement):
    source = Source(file_name="minutes.bin", content=CONTENT)
    attach(desk, actor=ada, statement=statement, source=source)
    return reports.detail(desk, statement).citations[0].captures[0]


@pytest.fixture
def url(authority, server):
    """Where the server gives time stamps."""

    def answer(server):
        yield page(authority.answer(server.asked[-1].partition(b"\r\n\r\n")[2]), ANSWER)

    server.pages["/tsa"] = answer
    return server.address("/tsa")


@pytest.fixture
def stamp(desk, ada, copy):
    """Have the copy stamped at an address, and keep what comes."""

    def stamp(url):
        sha256 = copy_to_stamp(desk, copy.id).sha256
        stamped = ask(sha256, url, post=visitor(SMALL).post)
        record_stamp(desk, actor=ada, copy=copy.id, stamped=stamped)

    return stamp


@needs_stamps
def test_nothing_goes_out_but_the_hash(desk, copy, stamp, url, server):
    stamp(url)
    (asked,) = server.asked
    head, _, body = asked.partition(b"\r\n\r\n")
    assert head.startswith(b"POST /tsa HTTP/1.1\r\n")
    assert bytes.fromhex(copy.sha256) in body
    assert len(body) == 69


@needs_stamps
def test_a_copy_is_stamped_and_proved(desk, stamp, url, authority, statement):
    stamp(url)
    (cited,) = reports.detail(desk, statement).citations
    (kept,) = cited.stamps
    copy = cited.captures[0].id
    assert (kept.capture_id, kept.authority, kept.host) == (copy, url, "site.test")
    assert list(findings(desk)) == []
    assert prove(desk).findings == ()
    assert "1 time stamp; by whom they are signed was not proved" in prove(desk).told
    assert "signed under the certificates" in prove(desk, authority.root.read_text()).told


@needs_stamps
def test_a_stamp_can_be_undone(desk, ada, copy, stamp, url):
    before = dump(desk)
    stamp(url)
    stamped = dump(desk)
    undoing.undo(desk, actor=ada)
    assert dump(desk) == before
    undoing.redo(desk, actor=ada)
    assert dump(desk) == stamped
    assert prove(desk).findings == ()


@needs_stamps
def test_a_stamp_under_another_root_is_a_finding(desk, stamp, url, tmp_path):
    stamp(url)
    proof = prove(desk, Authority(tmp_path).root.read_text())
    assert "not signed under the certificates" in proof.findings[0]
    assert proof.told == ""


@needs_stamps
@pytest.mark.parametrize("of", ["another copy", "another moment", "nothing"])
def test_a_token_of_something_else_is_found(desk, ada, copy, authority, of):
    sha256 = OTHER if of == "another copy" else copy.sha256
    token = b"nothing" if of == "nothing" else authority.answer(query(sha256, LEAST_NONCE))
    record_stamp(desk, actor=ada, copy=copy.id, stamped=Stamped("https://a.example", START, token))
    (found,) = prove(desk).findings
    assert found.startswith("The time stamp of “minutes.bin” by a.example is not ")


@needs_stamps
@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (page(b"<html>Welcome</html>"), "is no time stamp"),
        (page(b""), "is no time stamp"),
        (page(bytes.fromhex("30053003020102")), "its status is 2"),
        (page(b"0" * (2 << 20)), "more than 1 MB"),
        (page(b"", status="404 Not Found"), "404 Not Found"),
        (redirect("http://site.test/other"), "302 Found"),
        (b"SSH-2.0-OpenSSH_9.2\r\n\r\n", "does not answer as a web server"),
    ],
)
def test_whatever_else_comes_is_refused_and_nothing_is_kept(desk, stamp, server, answer, told):
    before = dump(desk)
    server.pages["/tsa"] = answer
    with pytest.raises(FactcheckError, match=told) as refusal:
        stamp(server.address("/tsa"))
    assert refusal.value.hint.startswith("No time stamp was kept.")
    assert dump(desk) == before
    assert len(server.asked) == 1


@needs_stamps
@pytest.mark.parametrize(
    "content", [b"another copy", CONTENT], ids=["another copy", "an older question"]
)
def test_a_stamp_of_something_else_is_refused(stamp, authority, server, content):
    given = authority.answer(query(sha256_of(content), LEAST_NONCE))
    server.pages["/tsa"] = page(given)
    with pytest.raises(FactcheckError, match="is of something else"):
        stamp(server.address("/tsa"))


@needs_stamps
def test_a_machine_of_the_own_network_is_not_asked(copy):
    with pytest.raises(FactcheckError, match="own network"):
        ask(copy.sha256, "http://127.0.0.1/tsa")


def test_stopping_ends_it(copy):
    def never(url, body, *, kind, cancelled):
        raise Cancelled

    with pytest.raises(Cancelled):
        ask(copy.sha256, "http://a.example", post=never)


def test_a_desk_that_stays_away_from_the_web_asks_nobody(desk, ada, copy):
    visits.allow_web(desk, actor=ada, allowed=False)
    with pytest.raises(FactcheckError, match="does not go to the web"):
        copy_to_stamp(desk, copy.id)


def test_without_the_library_it_is_told_how_to_get_it(desk, ada, copy, monkeypatch):
    monkeypatch.setitem(sys.modules, "rfc3161_client", None)
    with pytest.raises(FactcheckError, match="not installed") as refusal:
        copy_to_stamp(desk, copy.id)
    assert "factcheck[timestamps]" in refusal.value.hint
    assert prove(desk) == stamps.Proof()
    record_stamp(desk, actor=ada, copy=copy.id, stamped=Stamped("https://a.example", START, b"t"))
    assert prove(desk).findings == ()
    assert prove(desk).told.startswith("Not looked at")


def test_a_copy_that_is_gone_is_told(desk):
    with pytest.raises(FactcheckError, match="has no copy"):
        stamps.stamps.copy_called(desk, "none")
