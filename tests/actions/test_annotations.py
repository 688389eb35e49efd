from dataclasses import replace

import pytest

from factcheck.actions.articles import add_article
from factcheck.actions.undoing import undo
from factcheck.domain.dates import PartialDate
from factcheck.domain.ids import ArticleId, CitationId, EvidenceId
from factcheck.domain.imported import Annotation, AnnotationKind, Reply
from factcheck.domain.model import EvidenceKind
from factcheck.domain.workflow import State
from factcheck.store import lists, reads
from tests.making import TEXT, imported

COST = TEXT.index("$40.5 million")
CARS = TEXT.index("3,290 cars")
COMMENT = Annotation(
    AnnotationKind.COMMENT,
    COST,
    COST + 13,
    text="Ledger: https://council.example/l).\nPage 3.",
    author="Mara Quill",
    date="2024-11-04T09:00:00Z",
    resolved=True,
    replies=(Reply("Ed Lane", "2024-11-05", "Seen."), Reply("", "soon", "Good.")),
)
LINK = Annotation(AnnotationKind.LINK, COST, COST + 13, url="https://council.example/b")
AGAIN = replace(LINK, start=CARS, end=CARS + 10)
DRAFT = replace(imported(), annotations=(AGAIN, COMMENT, LINK))


@pytest.fixture
def done(desk, ada):
    return add_article(desk, actor=ada, imported=DRAFT)


def of_table(done, table, kind):
    return [kind(name) for known, name in done.inserted if known == table]


def test_notes_on_the_same_words_share_a_statement(desk, ada, done):
    rows = lists.statement_rows(desk, article=ArticleId(done.new("article")))
    quotes = [row.quote for row in rows]
    assert quotes == ["$40.5 million", "3,290 cars"]
    assert {row.state for row in rows} == {State.IN_CHECKING}
    assert {row.checker for row in rows} == {"Ada Reed"}
    assert len(of_table(done, "citation", CitationId)) == 3


def test_a_comment_is_kept_with_its_replies_author_and_day(desk, done):
    found = [reads.evidence(desk, name) for name in of_table(done, "evidence", EvidenceId)]
    (comment,) = [each for each in found if each.kind is EvidenceKind.DOCUMENT]
    assert (comment.author, comment.published) == ("Mara Quill", PartialDate(2024, 11, 4))
    assert comment.url == "https://council.example/l"
    assert comment.title == "Ledger: https://council.example/l). Page 3."
    assert comment.note.splitlines() == [
        "Ledger: https://council.example/l).",
        "Page 3.",
        "",
        "Ed Lane replied on 2024-11-05: Seen.",
        "",
        "Somebody replied: Good.",
        "",
        "The writers marked this comment as resolved.",
    ]


def test_links_to_one_address_share_the_evidence(desk, done):
    found = [reads.evidence(desk, name) for name in of_table(done, "evidence", EvidenceId)]
    (page,) = [each for each in found if each.kind is EvidenceKind.WEB_PAGE]
    assert page.url == "https://council.example/b"
    cited = [reads.citation(desk, name) for name in of_table(done, "citation", CitationId)]
    assert [each.evidence_id for each in cited].count(page.id) == 2


def test_the_import_is_one_step_back(desk, ada, done):
    undo(desk, actor=ada)
    assert reads.articles(desk) == []
