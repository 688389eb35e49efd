"""Sources are looked for on the web, and what came of it is kept."""

import gzip
from random import Random

import pytest

from factcheck.actions import undoing, visits, web
from factcheck.actions.captures import capture_content, what_was_read
from factcheck.actions.evidence import Source, attach, edit_citation
from factcheck.actions.keeping import SMALL, keep_content
from factcheck.actions.web import Sought, visit
from factcheck.domain.dates import PartialDate
from factcheck.domain.ids import CitationId, EvidenceId
from factcheck.domain.web import UnreachableError
from factcheck.errors import Cancelled, FactcheckError
from factcheck.importers.web_archive import read_page
from factcheck.store import reports
from factcheck.store.history import history
from factcheck.store.readings import reading_of
from factcheck.store.verify import findings
from factcheck.store.visits import captures
from factcheck.store.visits import visits as visits_to
from tests.making import START
from tests.store.looking import dump
from tests.webs import HTML, URL, exchange, fetched

OLD = "http://city.example/old"
MOVED = exchange(OLD, b"", 301, Location=URL)
DATED = HTML.replace(
    b"</head>",
    b"<meta property='article:published_time' content='2026-02-27T08:00:00Z'>"
    b"<link rel=canonical href='https://city.example/the-bridge'></head>",
)
FOOT = b"</article><footer>Phone 555-0100</footer>"


def bringing(*exchanges):
    return lambda url, **_rest: fetched(*exchanges)


def failing(error):
    def fetch(url, **_rest):
        raise error

    return fetch


@pytest.fixture
def evidence(desk, ada, statement):
    done = attach(
        desk, actor=ada, statement=statement, source=Source(url=OLD), excerpt="on Tuesday"
    )
    return EvidenceId(done.new("evidence"))


def look(desk, actor, evidence, *exchanges):
    """Look for a source on the web as it stands, and note what comes of it."""
    visited = visit(visits.asked_about(desk, evidence), fetch=bringing(*exchanges))
    return visits.record_visit(desk, actor=actor, evidence=evidence, visited=visited)


def test_a_page_is_kept_with_all_that_it_says(desk, ada, evidence):
    look(desk, ada, evidence, MOVED, exchange(body=DATED))
    (found,) = visits_to(desk, evidence)
    (copy,) = captures(desk, evidence)
    assert (found.outcome, found.status, found.error, found.lost) == ("kept", 200, "", ())
    assert (found.url, found.redirects, found.final_url) == (OLD, (URL,), URL)
    assert found.canonical_url == "https://city.example/the-bridge"
    assert (found.title, found.published) == ("Bridge opens", PartialDate(2026, 2, 27))
    assert (found.capture_id, found.at) == (copy.id, exchange().at)
    assert (copy.media_type, copy.name) == ("application/warc", "bridge.warc.gz")
    page = read_page(capture_content(desk.path, copy.sha256), copy.name)
    assert (page.url, page.content) == (URL, DATED)
    reading = reading_of(desk, copy.id)
    assert what_was_read(desk.path, reading.capture_id).text.endswith("nobody was surprised.")
    assert list(findings(desk)) == []


def test_a_source_without_a_title_gets_that_of_its_page(desk, ada, evidence, statement):
    look(desk, ada, evidence)
    assert reports.detail(desk, statement).citations[0].evidence.title == "Bridge opens"
    look(desk, ada, evidence, exchange(body=HTML.replace(b"Bridge opens", b"Ship sinks")))
    assert reports.detail(desk, statement).citations[0].evidence.title == "Bridge opens"


def test_it_is_one_action_that_can_be_undone(desk, ada, evidence):
    before = dump(desk)
    look(desk, ada, evidence)
    kept = dump(desk)
    assert history(desk)[-1].event.action == "capture the page"
    undoing.undo(desk, actor=ada)
    assert dump(desk) == before
    undoing.redo(desk, actor=ada)
    assert dump(desk) == kept


def test_a_page_that_says_the_same_is_not_kept_again(desk, ada, evidence):
    look(desk, ada, evidence)
    look(desk, ada, evidence, exchange(body=HTML.replace(b"<head>", b"<head><!-- 2 -->")))
    assert [each.outcome for each in visits_to(desk, evidence)] == ["kept", "unchanged"]
    assert len(captures(desk, evidence)) == 1


def test_a_page_that_says_something_else_is_a_new_copy(desk, ada, evidence, statement):
    look(desk, ada, evidence)
    look(desk, ada, evidence, exchange(body=HTML.replace(b"Tuesday", b"Wednesday")))
    assert [each.lost for each in visits_to(desk, evidence)] == [(), ("on Tuesday",)]
    assert reports.detail(desk, statement).citations[0].lost
    gone = visit(visits.asked_about(desk, evidence), fetch=failing(UnreachableError("Gone.")))
    visits.record_visit(desk, actor=ada, evidence=evidence, visited=gone)
    assert reports.detail(desk, statement).citations[0].lost, "it is not there all the more"
    first, second = captures(desk, evidence)
    assert first.sha256 != second.sha256
    assert first.captured_at < second.captured_at


def test_an_excerpt_beside_the_article_is_found(desk, ada, evidence, statement):
    citation = CitationId(reports.detail(desk, statement).citations[0].citation.id)
    edit_citation(desk, actor=ada, citation=citation, excerpt="Phone 555-0100")
    look(desk, ada, evidence, exchange(body=HTML.replace(b"</article>", FOOT)))
    assert visits_to(desk, evidence)[-1].lost == ()


def test_what_has_no_article_is_read_as_a_whole(desk, ada, evidence):
    look(desk, ada, evidence, exchange(body=b"<html><body><a href=x>Menu</a></body></html>"))
    (copy,) = captures(desk, evidence)
    reading = reading_of(desk, copy.id)
    assert what_was_read(desk.path, reading.capture_id).text == "Menu"
    assert "no article" in reading.remarks[0]


def test_what_can_t_be_read_is_kept_all_the_same(desk, ada, evidence):
    for _ in range(2):
        look(desk, ada, evidence, exchange(body=b"\0\1", Content_Type="application/x-thing"))
    copies = captures(desk, evidence)
    assert len(copies) == 2
    reading = reading_of(desk, copies[1].id)
    assert reading.length == 0
    assert reading.remarks[0].startswith("No text could be read")
    assert visits_to(desk, evidence)[-1].lost == ()


def test_a_packed_page_is_read(desk, ada, evidence):
    look(desk, ada, evidence, exchange(body=gzip.compress(HTML), Content_Encoding="gzip"))
    assert reading_of(desk, captures(desk, evidence)[0].id).length > 0


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (UnreachableError("It said 404.", status=404), ("unreachable", 404)),
        (UnreachableError("Nobody is there."), ("unreachable", None)),
        (FactcheckError("It is too large."), ("refused", None)),
    ],
)
def test_what_was_not_to_be_had_is_noted_with_its_day(desk, ada, evidence, error, told):
    visited = visit(visits.asked_about(desk, evidence), fetch=failing(error))
    visits.record_visit(desk, actor=ada, evidence=evidence, visited=visited)
    found = visits_to(desk, evidence)[-1]
    assert (found.outcome, found.status) == told
    assert found.error == error.message
    assert found.at > START
    assert captures(desk, evidence) == []
    assert history(desk)[-1].event.action == "look for the page"


def test_stopping_leaves_nothing(desk, evidence):
    before = dump(desk)
    with pytest.raises(Cancelled):
        visit(visits.asked_about(desk, evidence), fetch=failing(Cancelled()))
    assert dump(desk) == before


def test_a_big_archive_is_kept_in_pieces(desk, ada, evidence):
    body = Random(1).randbytes(SMALL)
    visited = visit(
        Sought(URL),
        fetch=bringing(exchange(body=body)),
        keep=lambda content: keep_content(desk.path, content),
    )
    visits.record_visit(desk, actor=ada, evidence=evidence, visited=visited)
    (copy,) = captures(desk, evidence)
    assert copy.size == visited.content.size
    assert read_page(capture_content(desk.path, copy.sha256), "a").content == body
    assert list(findings(desk)) == []


def test_a_source_can_be_attached_with_its_copy_in_one(desk, ada, statement):
    before = dump(desk)
    visited = visit(Sought(OLD), fetch=bringing(MOVED, exchange()))
    attach(desk, actor=ada, statement=statement, source=Source(url=OLD, visited=visited))
    (cited,) = reports.detail(desk, statement).citations
    assert (cited.evidence.title, cited.evidence.kind) == ("Bridge opens", "web page")
    assert cited.visit.capture_id == cited.captures[0].id
    undoing.undo(desk, actor=ada)
    assert dump(desk) == before


def test_a_desk_can_be_kept_from_the_web(desk, ada, evidence):
    visits.allow_web(desk, actor=ada, allowed=False)
    assert not visits.may_go_to_web(desk)
    with pytest.raises(FactcheckError, match="does not go to the web"):
        visits.asked_about(desk, evidence)
    assert visits.allow_web(desk, actor=ada, allowed=False).event_id is None
    visits.allow_web(desk, actor=ada, allowed=True)
    assert visits.asked_about(desk, evidence).url == OLD
    undoing.undo(desk, actor=ada)
    assert not visits.may_go_to_web(desk)
    undoing.undo(desk, actor=ada)
    assert visits.may_go_to_web(desk)


def test_a_source_without_address_can_t_be_looked_for(desk, ada, statement):
    done = attach(desk, actor=ada, statement=statement, source=Source(note="Saw it."))
    with pytest.raises(FactcheckError, match="no web address"):
        visits.asked_about(desk, EvidenceId(done.new("evidence")))


def test_an_article_is_read_from_its_address():
    article = web.read_article(OLD, fetch=bringing(MOVED, exchange()))
    assert (article.title, article.url) == ("Bridge opens", URL)
    assert read_page(article.source, article.source_name).content == HTML


def test_the_public_web_alone_is_asked():
    with pytest.raises(FactcheckError, match="own network"):
        web.fetch("http://127.0.0.1/", progress=lambda *_: None, cancelled=lambda: False)
