import pytest

from factcheck.actions.evidence import Source, attach
from factcheck.actions.people import person_called
from factcheck.actions.statements import mark
from factcheck.actions.verdicts import judge
from factcheck.domain.ids import ArticleId, StatementId
from factcheck.domain.likeness import Differences
from factcheck.errors import FactcheckError
from factcheck.store import similar as store_similar
from factcheck.store.similar import similar
from tests.making import article


@pytest.fixture
def said(desk):
    """Mark a text of its own as one statement, judged unless told otherwise."""
    ada = person_called(desk, name="Ada Reed")

    def said(text, *, outcome="verified"):
        where = ArticleId(article(desk, text=text, actor=ada))
        done = mark(desk, actor=ada, article=where, start=0, end=len(text))
        statement = StatementId(done.new("statement"))
        if outcome:
            judge(desk, actor=ada, statement=statement, outcome=outcome, reasoning="So it is.")
        return statement

    return said


def test_what_says_nearly_the_same_is_found_the_most_alike_first(desk, said):
    asked = said("The harbour bridge cost $40.5 million", outcome="")
    other = said("The harbour bridge did not cost $40 million")
    same = said("Harbour bridge: it cost $40.5 million", outcome="false")
    said("The ferry leaves at noon")
    found = similar(desk, asked)
    assert [one.id for one in found] == [same, other]
    assert found[0].differences == Differences()
    assert found[0].likeness == 1
    assert found[1].differences == Differences(
        numbers_here=("$40.5 million",), numbers_there=("$40 million",), negations_there=("not",)
    )


def test_of_those_alike_the_newest_comes_first(desk, said):
    older, newer = said("The harbour bridge is red"), said("The harbour bridge is red")
    asked = said("The harbour bridge is red", outcome="")
    assert [one.id for one in similar(desk, asked)] == [newer, older]
    assert [one.id for one in similar(desk, asked, limit=1)] == [newer]


def test_it_is_told_with_what_was_found_out(desk, said):
    known = said("The harbour bridge is red", outcome="fix")
    ada = person_called(desk, name="Ada Reed")
    attach(desk, actor=ada, statement=known, source=Source(note="Saw it."))
    (found,) = similar(desk, said("A red harbour bridge", outcome=""))
    assert (found.step.word, found.checker, found.sources) == ("Fix", "Ada Reed", 1)
    assert (found.quote, found.article_title) == (
        "The harbour bridge is red",
        "Harbour bridge opens two years late",
    )


def test_what_was_never_judged_and_the_statement_itself_are_left_out(desk, said):
    said("The harbour bridge is red", outcome="")
    assert similar(desk, said("The harbour bridge is red")) == []


@pytest.mark.parametrize("asked", ["$40.5 million", "40.5 million dollars"])
def test_a_bare_number_is_found_by_its_digits(desk, said, asked):
    known = said("$40.5 million")
    said("$41 million")
    assert [one.id for one in similar(desk, said(asked, outcome=""))] == [known]


@pytest.mark.parametrize(
    ("known", "asked"),
    [
        ("El café de la reina fue pagado", "El cafe de la reina fue pagado"),
        ("东京的人口是一千四百万", "东京人口一千四百万"),
        ('O’Neil’s mill "burnt" AND fell', 'O’Neil’s mill "burnt" NEAR fell'),
    ],
)
def test_accents_scripts_and_signs_are_no_hindrance(desk, said, known, asked):
    earlier = said(known)
    assert [one.id for one in similar(desk, said(asked, outcome=""))] == [earlier]


def test_words_of_no_content_find_nothing(desk, said):
    said("It was the one that it is")
    assert similar(desk, said("It was the one", outcome="")) == []


def test_where_all_words_are_common_they_are_found_together(desk, said, monkeypatch):
    monkeypatch.setattr(store_similar, "_COMMON", 0)
    known = said("The harbour bridge cost 12")
    said("The harbour ferry cost 12")
    (found,) = similar(desk, said("The harbour bridge cost 14", outcome=""))
    assert found.id == known


def test_a_statement_that_is_gone_is_refused(desk):
    with pytest.raises(FactcheckError, match="There is no statement"):
        similar(desk, StatementId("none"))
