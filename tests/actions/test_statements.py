import pytest

from factcheck.actions import statements, undoing, verdicts
from factcheck.domain.ids import ArticleId, SpanId, StatementId
from factcheck.domain.model import Priority, StatementKind
from factcheck.domain.workflow import State
from factcheck.errors import FactcheckError
from factcheck.store import log, reads
from tests.making import TEXT
from tests.making import article as bring_in


def state_of(desk, statement):
    return reads.statement(desk, statement).state


def quotes(desk, statement):
    return [span.quote for span in reads.spans(desk, statement)]


def approved(desk, statement, ada, jon):
    verdicts.judge(desk, actor=ada, statement=statement, outcome="verified")
    statements.submit(desk, actor=ada, statement=statement)
    verdicts.approve(desk, actor=jon, statement=statement)


def test_a_mark_makes_a_statement_that_waits_to_be_checked(desk, ada, article):
    start = TEXT.index("$40.5")
    done = statements.mark(desk, actor=ada, article=article, start=start, end=start + 13)
    made = reads.statement(desk, StatementId(done.new("statement")))
    (span,) = reads.spans(desk, made.id)
    assert (made.state, made.kind) == (State.TO_CHECK, StatementKind.NUMBER)
    assert (made.priority, made.checker_id, made.due_at) == (Priority.NORMAL, None, None)
    assert (span.start, span.end, span.quote) == (start, start + 13, "$40.5 million")
    assert span.prefix.endswith("bridge cost ")
    assert span.suffix.startswith(", 19 per cent")


def test_a_mark_is_widened_to_whole_characters_and_cut_free_of_white_space(desk, ada):
    one = bring_in(desk, "A 👩\u200d🚒 came.  Then")
    done = statements.mark(desk, actor=ada, article=one, start=3, end=12)
    assert quotes(desk, done.new("statement")) == ["👩\u200d🚒 came."]


def test_marks_may_overlap_and_nest(desk, ada, article):
    for start, end in ((0, 14), (8, 20), (8, 14), (8, 14)):
        statements.mark(desk, actor=ada, article=article, start=start, end=end)
    assert reads.articles(desk)[0].statements == 4


@pytest.mark.parametrize("place", [(0, 0), (5, 4), (-1, 3), (0, 10_000), (35, 37)])
def test_a_place_without_words_is_refused(desk, ada, article, place):
    before = log.head(desk.db)
    with pytest.raises(FactcheckError, match="There are no words"):
        statements.mark(desk, actor=ada, article=article, start=place[0], end=place[1])
    assert log.head(desk.db) == before


def test_an_article_that_is_not_there_is_refused(desk, ada):
    with pytest.raises(FactcheckError, match="There is no revision"):
        statements.mark(desk, actor=ada, article=ArticleId("gone"), start=0, end=3)


def test_a_statement_can_have_several_stretches_of_words(desk, ada, statement):
    statements.add_span(desk, actor=ada, statement=statement, start=21, end=24)
    assert quotes(desk, statement) == ["Harbour bridge", "two"]


def test_words_that_belong_to_it_already_are_refused(desk, ada, statement):
    with pytest.raises(FactcheckError, match="belong to the statement already"):
        statements.add_span(desk, actor=ada, statement=statement, start=0, end=15)
    assert quotes(desk, statement) == ["Harbour bridge"]


def test_new_words_in_an_approved_statement_must_be_looked_at_again(desk, ada, jon, statement):
    approved(desk, statement, ada, jon)
    statements.add_span(desk, actor=ada, statement=statement, start=21, end=24)
    assert state_of(desk, statement) is State.CHANGED


def test_a_reviewer_never_gets_other_words_than_were_judged(desk, ada, jon, statement):
    verdicts.judge(desk, actor=ada, statement=statement, outcome="verified")
    statements.submit(desk, actor=ada, statement=statement)
    statements.add_span(desk, actor=ada, statement=statement, start=21, end=24)
    with pytest.raises(FactcheckError, match="changed since checked"):
        verdicts.approve(desk, actor=jon, statement=statement)


def test_a_dismissed_statement_takes_no_new_words(desk, ada, statement):
    statements.dismiss(desk, actor=ada, statement=statement)
    with pytest.raises(FactcheckError, match=r"dismissed\. Reopen it first"):
        statements.add_span(desk, actor=ada, statement=statement, start=21, end=24)


def test_a_kind_can_be_set(desk, ada, statement):
    statements.set_kind(desk, actor=ada, statement=statement, kind=StatementKind.PLACE)
    assert reads.statement(desk, statement).kind is StatementKind.PLACE
    again = statements.set_kind(desk, actor=ada, statement=statement, kind=StatementKind.PLACE)
    assert again.event_id is None


def test_only_what_is_judged_can_be_submitted(desk, ada, statement):
    with pytest.raises(FactcheckError, match="without a verdict"):
        statements.submit(desk, actor=ada, statement=statement)
    verdicts.judge(desk, actor=ada, statement=statement, outcome="verified")
    statements.submit(desk, actor=ada, statement=statement, reason=" Done. ")
    assert state_of(desk, statement) is State.AWAITING_REVIEW
    event = desk.db.execute("SELECT reason FROM event ORDER BY seq DESC LIMIT 1").fetchone()
    assert event == ("Done.",)


def test_dismissed_is_an_end_until_reopened(desk, ada, statement):
    statements.dismiss(desk, actor=ada, statement=statement, reason="A turn of phrase.")
    assert state_of(desk, statement) is State.DISMISSED
    with pytest.raises(FactcheckError, match="Reopen it first"):
        verdicts.judge(desk, actor=ada, statement=statement, outcome="verified")
    statements.reopen(desk, actor=ada, statement=statement)
    assert state_of(desk, statement) is State.TO_CHECK


def test_an_approved_statement_is_reopened_with_its_verdict(desk, ada, jon, statement):
    approved(desk, statement, ada, jon)
    statements.reopen(desk, actor=jon, statement=statement)
    assert state_of(desk, statement) is State.IN_CHECKING
    assert reads.standing_verdict(desk, statement).outcome == "verified"


@pytest.mark.parametrize(
    "verb", [statements.submit, statements.dismiss, statements.reopen, verdicts.approve]
)
def test_a_statement_that_is_not_there_is_refused(desk, ada, verb):
    before = log.head(desk.db)
    with pytest.raises(FactcheckError, match="There is no statement gone on this desk"):
        verb(desk, actor=ada, statement=StatementId("gone"))
    assert log.head(desk.db) == before


def only_span(desk, statement):
    (span,) = reads.spans(desk, statement)
    return span


def test_a_moved_span_keeps_its_row_and_all_that_hangs_on_the_statement(desk, ada, statement):
    verdicts.judge(desk, actor=ada, statement=statement, outcome="verified")
    before = only_span(desk, statement)
    done = statements.move_span(desk, actor=ada, span=before.id, start=8, end=21)
    after = only_span(desk, statement)
    assert (after.id, after.quote, after.start, after.end) == (before.id, "bridge opens", 8, 20)
    assert (after.prefix, after.suffix[:9]) == ("Harbour ", " two year")
    assert reads.standing_verdict(desk, statement).outcome == "verified"
    assert state_of(desk, statement) is State.IN_CHECKING
    assert done.touched == (("span", before.id),)
    undoing.undo(desk, actor=ada)
    assert only_span(desk, statement) == before


def test_a_span_moved_to_where_it_is_changes_nothing(desk, ada, jon, statement):
    approved(desk, statement, ada, jon)
    done = statements.move_span(
        desk, actor=ada, span=only_span(desk, statement).id, start=0, end=15
    )
    assert done.event_id is None
    assert state_of(desk, statement) is State.APPROVED


def test_an_approved_statement_whose_words_are_moved_or_removed_must_be_looked_at_again(
    desk, ada, jon, statement
):
    approved(desk, statement, ada, jon)
    statements.move_span(desk, actor=ada, span=only_span(desk, statement).id, start=0, end=7)
    assert state_of(desk, statement) is State.CHANGED


def test_a_span_can_be_removed_but_not_the_last(desk, ada, jon, statement):
    statements.add_span(desk, actor=ada, statement=statement, start=21, end=24)
    approved(desk, statement, ada, jon)
    first, second = reads.spans(desk, statement)
    statements.remove_span(desk, actor=ada, span=first.id)
    assert quotes(desk, statement) == ["two"]
    assert state_of(desk, statement) is State.CHANGED
    with pytest.raises(FactcheckError, match="the statement’s only words"):
        statements.remove_span(desk, actor=ada, span=second.id)


def test_a_span_cannot_be_moved_onto_another_of_its_statement_nor_nowhere(desk, ada, statement):
    statements.add_span(desk, actor=ada, statement=statement, start=21, end=24)
    span = reads.spans(desk, statement)[0].id
    before = log.head(desk.db)
    for start, end, why in ((21, 24, "belong to the statement"), (35, 36, "There are no words")):
        with pytest.raises(FactcheckError, match=why):
            statements.move_span(desk, actor=ada, span=span, start=start, end=end)
    with pytest.raises(FactcheckError, match="There is no span gone"):
        statements.move_span(desk, actor=ada, span=SpanId("gone"), start=0, end=3)
    assert log.head(desk.db) == before


def test_a_dismissed_statement_keeps_its_words(desk, ada, statement):
    span = only_span(desk, statement).id
    statements.dismiss(desk, actor=ada, statement=statement)
    with pytest.raises(FactcheckError, match="You can’t change the words of a statement"):
        statements.move_span(desk, actor=ada, span=span, start=0, end=7)


def test_all_places_of_the_same_words_become_one_statement_in_one_action(desk, ada):
    one = bring_in(desk, "It cost 40. In 1940, 40 people; 40.5 per cent. 40?")
    done = statements.mark_all(desk, actor=ada, article=one, start=8, end=11)
    assert quotes(desk, done.new("statement")) == ["40."]
    done = statements.mark_all(desk, actor=ada, article=one, start=8, end=10)
    made = reads.spans(desk, done.new("statement"))
    assert [(span.start, span.quote) for span in made] == [(8, "40"), (21, "40"), (47, "40")]
    undoing.undo(desk, actor=ada)
    assert reads.articles(desk)[0].statements == 1


def test_words_that_stand_everywhere_are_not_marked_everywhere(desk, ada):
    one = bring_in(desk, "so " * 1001)
    with pytest.raises(FactcheckError, match="more than 1,000 places"):
        statements.mark_all(desk, actor=ada, article=one, start=0, end=2)
