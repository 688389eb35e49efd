import pytest

from factcheck.actions.evidence import Source, attach, cite, edit_citation, remove_citation
from factcheck.actions.statements import dismiss, mark
from factcheck.actions.undoing import undo
from factcheck.domain.canonical import sha256_of
from factcheck.domain.dates import PartialDate
from factcheck.domain.ids import StatementId
from factcheck.domain.locators import LocatorKind
from factcheck.domain.model import EvidenceKind, Sourcing, Stance
from factcheck.domain.workflow import State
from factcheck.errors import FactcheckError
from factcheck.store import blobs, log, reads
from factcheck.store.reports import detail


def cited(desk, ada, statement, **given):
    attach(desk, actor=ada, statement=statement, **given)
    return detail(desk, statement).citations[-1]


def test_a_source_is_kept_with_all_that_is_said_of_it(desk, ada, statement):
    source = Source(
        url=" https://city.example/report ",
        title=" Annual report ",
        author="City",
        publisher="Press",
        published=PartialDate(2026, 2),
        sourcing=Sourcing.PRIMARY,
        interest="Wants it built.",
        confidential=True,
        note=" Page saved. ",
    )
    found = cited(
        desk,
        ada,
        statement,
        source=source,
        stance=Stance.REFUTES,
        excerpt=" three years ",
        locator="p. 12",
        note=" ask again ",
    )
    evidence, citation = found.evidence, found.citation
    assert (evidence.title, evidence.url) == ("Annual report", "https://city.example/report")
    assert (evidence.author, evidence.publisher, evidence.interest) == (
        "City",
        "Press",
        "Wants it built.",
    )
    assert (evidence.published, evidence.sourcing) == (PartialDate(2026, 2), Sourcing.PRIMARY)
    assert (evidence.confidential, evidence.note) == (True, "Page saved.")
    assert (citation.stance, citation.excerpt) == (Stance.REFUTES, "three years")
    assert (citation.locator_kind, citation.locator) == (LocatorKind.PAGE, "12")
    assert (citation.note, citation.page_index) == ("ask again", None)
    assert found.captures == ()


def test_a_file_s_bytes_are_kept_with_their_hash(desk, ada, statement):
    content = bytes(range(256))
    source = Source(file_name="scan.png", content=content)
    (copy,) = cited(desk, ada, statement, source=source).captures
    assert (copy.sha256, copy.size) == (sha256_of(content), 256)
    assert (copy.name, copy.media_type) == ("scan.png", "image/png")
    assert blobs.content_of(desk.db, copy.sha256) == content


def test_the_same_bytes_are_kept_once(desk, ada, statement):
    before = desk.db.execute("SELECT count(*) FROM blob").fetchone()[0]
    for name in ("one.txt", "two.txt"):
        attach(desk, actor=ada, statement=statement, source=Source(file_name=name, content=b"x"))
    assert desk.db.execute("SELECT count(*) FROM blob").fetchone()[0] == before + 1


def test_an_empty_file_is_a_file(desk, ada, statement):
    (copy,) = cited(desk, ada, statement, source=Source(file_name="a.log", content=b"")).captures
    assert copy.size == 0


@pytest.mark.parametrize(
    ("source", "proposed"),
    [
        (Source(url="https://a.example/b"), (EvidenceKind.WEB_PAGE, "https://a.example/b")),
        (Source(file_name="a.png", content=b"x"), (EvidenceKind.IMAGE, "a.png")),
        (Source(file_name="a.mp3", content=b"x"), (EvidenceKind.RECORDING, "a.mp3")),
        (Source(file_name="a.mp4", content=b"x"), (EvidenceKind.RECORDING, "a.mp4")),
        (Source(file_name="a.eml", content=b"x"), (EvidenceKind.EMAIL, "a.eml")),
        (Source(file_name="a.pdf", content=b"x"), (EvidenceKind.DOCUMENT, "a.pdf")),
        (Source(file_name="a", content=b"x"), (EvidenceKind.DOCUMENT, "a")),
        (Source(content=b"x"), (EvidenceKind.DOCUMENT, "File without a name")),
        (Source(file_name=" ", content=b"x"), (EvidenceKind.DOCUMENT, "File without a name")),
        (Source(note="Saw it.\nTwice."), (EvidenceKind.OBSERVATION, "Saw it.")),
        (Source(note="x" * 81), (EvidenceKind.OBSERVATION, "x" * 80 + "…")),
        (Source(note="Told.", kind=EvidenceKind.EXPERT), (EvidenceKind.EXPERT, "Told.")),
        (Source(url="https://a.example", title="A page"), (EvidenceKind.WEB_PAGE, "A page")),
        (
            Source(url="https://a.example", file_name="a.pdf", content=b"x"),
            (EvidenceKind.DOCUMENT, "a.pdf"),
        ),
    ],
)
def test_kind_and_title_are_proposed(desk, ada, statement, source, proposed):
    evidence = cited(desk, ada, statement, source=source).evidence
    assert (evidence.kind, evidence.title) == proposed


@pytest.mark.parametrize(
    ("source", "message"),
    [
        (Source(), "There is no source"),
        (Source(note=" \n", title="Only a title"), "There is no source"),
        (Source(url="city.example"), "is not a web address"),
        (Source(url="ftp://city.example"), "is not a web address"),
        (Source(url="javascript:alert(1)"), "is not a web address"),
        (Source(url="file:///etc/hosts"), "is not a web address"),
        (Source(url=" ", note="Saw it."), "is not a web address"),
    ],
)
def test_what_is_no_source_is_refused(desk, ada, statement, source, message):
    before = log.head(desk.db)
    with pytest.raises(FactcheckError, match=message):
        attach(desk, actor=ada, statement=statement, source=source)
    assert log.head(desk.db) == before


def test_the_first_evidence_takes_a_statement_into_checking(desk, ada, jon, statement):
    attach(desk, actor=ada, statement=statement, source=Source(note="Saw it."))
    attach(desk, actor=jon, statement=statement, source=Source(note="Me too."))
    row = reads.statement(desk, statement)
    assert (row.state, row.checker_id) == (State.IN_CHECKING, ada)


def test_evidence_may_come_at_any_time_and_changes_no_end(desk, ada, statement):
    dismiss(desk, actor=ada, statement=statement)
    attach(desk, actor=ada, statement=statement, source=Source(note="Saw it."))
    assert reads.statement(desk, statement).state is State.DISMISSED


def test_a_statement_that_is_not_there_keeps_no_bytes(desk, ada):
    source = Source(file_name="a.txt", content=b"left over")
    with pytest.raises(FactcheckError, match="There is no statement gone"):
        attach(desk, actor=ada, statement=StatementId("gone"), source=source)
    kept = desk.db.execute("SELECT 1 FROM blob WHERE sha256 = ?", [sha256_of(b"left over")])
    assert kept.fetchall() == []


def test_a_source_is_cited_again_with_its_own_excerpt_and_place(desk, ada, article, statement):
    first = cited(desk, ada, statement, source=Source(url="https://city.example/report"))
    other = StatementId(mark(desk, actor=ada, article=article, start=20, end=30).new("statement"))
    given = {"stance": Stance.SUPPORTS, "excerpt": " two years ", "locator": "p. 9", "note": "ask"}
    done = cite(desk, actor=ada, statement=other, evidence=first.evidence.id, **given)
    (again,) = detail(desk, other).citations
    assert again.evidence == first.evidence
    assert again.citation.id == done.new("citation") != first.citation.id
    assert (again.citation.excerpt, again.citation.locator) == ("two years", "9")
    assert (again.citation.stance, again.citation.note) == (Stance.SUPPORTS, "ask")
    assert reads.statement(desk, other).checker_id == ada
    undo(desk, actor=ada)
    assert detail(desk, other).citations == ()


def test_a_source_that_is_not_there_can_t_be_cited(desk, ada, statement):
    with pytest.raises(FactcheckError, match="no evidence gone"):
        cite(desk, actor=ada, statement=statement, evidence="gone")
    assert reads.statement(desk, statement).state is State.TO_CHECK


def test_sources_are_found_by_any_words_of_title_publisher_and_address(desk, ada, statement):
    for number, (title, publisher) in enumerate((("Water book", "City"), ("100 % sure", "Press"))):
        url = f"https://example.org/{number}"
        source = Source(url=url, title=title, publisher=publisher)
        attach(desk, actor=ada, statement=statement, source=source)

    def titles(text, limit=10):
        return [found.title for found in reads.evidence_like(desk, text, limit)]

    assert titles("") == ["100 % sure", "Water book"]
    assert titles("", limit=1) == ["100 % sure"]
    assert titles("CITY wat") == ["Water book"]
    assert titles("org/1") == ["100 % sure"]
    assert titles("%") == ["100 % sure"]
    assert titles("_") == []
    assert titles("water press") == []


def test_an_edited_place_is_on_no_known_page_unless_it_says_so(desk, ada, statement):
    citation = cited(desk, ada, statement, source=Source(note="Seen."), locator="p. 1").citation
    edit_citation(desk, actor=ada, citation=citation.id, locator="p. iv", page_index=3)
    kept = reads.citation(desk, citation.id)
    assert (kept.locator_kind, kept.locator, kept.page_index) == (LocatorKind.PAGE, "iv", 3)
    edit_citation(desk, actor=ada, citation=citation.id, excerpt="no place given")
    assert reads.citation(desk, citation.id).page_index == 3
    edit_citation(desk, actor=ada, citation=citation.id, locator="¶ 2")
    kept = reads.citation(desk, citation.id)
    assert (kept.locator_kind, kept.page_index) == (LocatorKind.PARAGRAPH, None)


def test_a_source_taken_from_a_statement_stays_on_the_desk(desk, ada, statement):
    found = cited(desk, ada, statement, source=Source(note="Seen."), excerpt="yes")
    remove_citation(desk, actor=ada, citation=found.citation.id)
    assert detail(desk, statement).citations == ()
    assert reads.evidence(desk, found.evidence.id) == found.evidence
    with pytest.raises(FactcheckError, match="no evidence"):
        remove_citation(desk, actor=ada, citation=found.citation.id)
    undo(desk, actor=ada)
    assert detail(desk, statement).citations == (found,)
