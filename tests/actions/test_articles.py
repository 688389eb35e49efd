from dataclasses import replace

import pytest

from factcheck.actions.articles import add_article
from factcheck.actions.undoing import redo, undo
from factcheck.domain.canonical import sha256_of
from factcheck.domain.dates import PartialDate
from factcheck.domain.ids import ArticleId
from factcheck.domain.imported import Annotation, AnnotationKind
from factcheck.domain.search_hits import HitKind
from factcheck.domain.searching import parse
from factcheck.errors import FactcheckError
from factcheck.store import blobs, lists, reads
from factcheck.store.reports import report_data
from factcheck.store.search import search
from tests.making import TEXT, imported


def added(desk, ada, **given):
    done = add_article(desk, actor=ada, imported=replace(imported(), **given))
    one = ArticleId(done.new("article"))
    return reads.article(desk, one), reads.revision(desk, one)


def test_an_article_keeps_its_text_and_its_file(desk, ada):
    source = TEXT.replace("\n", "\r\n").encode()
    article, revision = added(desk, ada, source=source, language="en")
    assert reads.text(desk, revision) == TEXT
    assert blobs.content_of(desk.db, revision.source_sha256) == source
    assert (revision.number, revision.length) == (1, len(TEXT))
    assert revision.text_sha256 == sha256_of(TEXT)
    assert (article.title, article.language) == ("Harbour bridge opens two years late", "en")


def test_an_article_without_a_title_is_called_like_its_file(desk, ada):
    assert added(desk, ada, title=" \n")[0].title == "bridge.txt"


@pytest.mark.parametrize(
    ("told", "published"),
    [
        ("", None),
        ("2026-03-02T08:00:00Z", PartialDate(2026, 3, 2)),
        ("March 2026", PartialDate(2026, 3)),
    ],
)
def test_a_date_that_can_be_read_is_taken_over(desk, ada, told, published):
    article, revision = added(desk, ada, published=told, remarks=("First.",))
    assert article.published == published
    assert revision.remarks[1:] == ("First.",)


@pytest.mark.parametrize("told", ["02/03/2026", "last week"])
def test_a_date_that_can_not_be_read_is_left_out_and_told(desk, ada, told):
    article, revision = added(desk, ada, published=told, remarks=("First.",))
    assert article.published is None
    assert revision.remarks[1] == "First."
    assert revision.remarks[2].startswith(f"No date of publication was taken over. “{told}”")


def test_the_same_text_twice_is_two_articles(desk, ada):
    one, two = added(desk, ada)[0], added(desk, ada)[0]
    assert [row.article.id for row in reads.articles(desk)] == [one.id, two.id]


@pytest.mark.parametrize("number", [0, 2, -1])
def test_a_revision_that_is_not_there_is_named(desk, ada, number):
    article, _ = added(desk, ada)
    with pytest.raises(FactcheckError, match=f"There is no revision {number} on this desk"):
        reads.revision(desk, article.id, number)


def test_both_wordings_are_two_revisions_and_one_step(desk, ada):
    before = imported("Before the changes.")
    link = Annotation(AnnotationKind.LINK, 0, 7, url="https://council.example/b")
    article, revision = added(
        desk, ada, original=replace(before, remarks=("Not taken.",)), annotations=(link,)
    )
    first = reads.revision(desk, article.id, 1)
    assert (first.number, reads.text(desk, first)) == (1, "Before the changes.")
    assert first.remarks[1:] == ("Not taken.",)
    assert (revision.number, reads.text(desk, revision)) == (2, TEXT)
    (row,) = lists.statement_rows(desk, article=article.id)
    assert [span.revision_id for span in row.spans] == [revision.id]
    report = report_data(desk, article.id)
    assert (report.text, report.revisions_total) == (TEXT, 2)
    sections = search(desk, parse("before the changes"), 9)
    assert not sections[HitKind.ARTICLE].hits
    undo(desk, actor=ada)
    assert reads.articles(desk) == []
    redo(desk, actor=ada)
    assert reads.text(desk, reads.revision(desk, article.id)) == TEXT
    assert reads.articles(desk)[0].revisions == 2
