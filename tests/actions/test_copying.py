import pytest

from factcheck.actions.copying import copy_from
from factcheck.actions.evidence import Source, attach, cite
from factcheck.actions.statements import dismiss, mark
from factcheck.actions.undoing import undo
from factcheck.actions.verdicts import judge
from factcheck.domain.ids import StatementId
from factcheck.domain.model import Stance
from factcheck.domain.workflow import State
from factcheck.errors import FactcheckError
from factcheck.store import log, reads
from factcheck.store.history import history
from factcheck.store.reports import detail
from tests.store.looking import dump

ORIGIN = (
    "As checked in “Harbour bridge opens two years late”, statement 1, 2 March 2026, by Ada Reed."
)


@pytest.fixture
def earlier(desk, ada, statement):
    """The statement, judged by Ada, with a source and a correction."""
    attach(
        desk,
        actor=ada,
        statement=statement,
        source=Source(url="https://city.example/report"),
        stance=Stance.REFUTES,
        excerpt=" three years ",
        locator="p. 12",
        note="ask again",
    )
    judge(
        desk,
        actor=ada,
        statement=statement,
        outcome="fix",
        reasoning="Late.",
        correction="A bridge",
    )
    return statement


@pytest.fixture
def later(desk, ada, article):
    return StatementId(mark(desk, actor=ada, article=article, start=15, end=20).new("statement"))


@pytest.fixture
def pair(desk, ada, earlier, later):
    return desk, ada, earlier, later


def test_verdict_and_evidence_come_with_where_they_are_from(desk, jon, earlier, later):
    copy_from(desk, actor=jon, statement=later, source=earlier)
    copied, source = detail(desk, later), detail(desk, earlier)
    verdict = copied.verdict
    assert (verdict.outcome, verdict.reasoning) == ("fix", f"{ORIGIN}\nLate.")
    assert (verdict.correction, verdict.original) == ("", "opens")
    assert (verdict.scale_id, verdict.supersedes) == (source.verdict.scale_id, None)
    assert (copied.checker, copied.statement.state) == ("Jon Park", State.IN_CHECKING)
    one, other = copied.citations[0], source.citations[0]
    assert one.evidence == other.evidence
    assert one.citation.note == f"{ORIGIN}\nask again"
    told = ("stance", "excerpt", "locator_kind", "locator", "page_index")
    assert [getattr(one.citation, name) for name in told] == [
        getattr(other.citation, name) for name in told
    ]
    assert history(desk)[-1].event.reason == ORIGIN


def test_it_is_one_action_and_undone_in_one(desk, jon, earlier, later):
    before, events = dump(desk), len(history(desk))
    copy_from(desk, actor=jon, statement=later, source=earlier, correction=True)
    assert len(history(desk)) == events + 1
    undo(desk, actor=jon)
    assert dump(desk) == before


def test_a_correction_is_copied_only_where_it_is_wanted(desk, jon, earlier, later):
    copy_from(desk, actor=jon, statement=later, source=earlier, correction=True)
    assert reads.standing_verdict(desk, later).correction == "A bridge"


def test_the_verdict_before_is_superseded(desk, ada, jon, earlier, later):
    judge(desk, actor=ada, statement=later, outcome="verified")
    before = reads.standing_verdict(desk, later)
    copy_from(desk, actor=jon, statement=later, source=earlier)
    assert reads.standing_verdict(desk, later).supersedes == before.id


def test_evidence_alone_leaves_the_verdict(desk, jon, earlier, later):
    copy_from(desk, actor=jon, statement=later, source=earlier, verdict=False)
    assert reads.standing_verdict(desk, later) is None
    assert len(detail(desk, later).citations) == 1


def test_the_verdict_alone_leaves_the_evidence(desk, jon, earlier, later):
    copy_from(desk, actor=jon, statement=later, source=earlier, evidence=False)
    assert detail(desk, later).citations == ()
    assert reads.standing_verdict(desk, later).outcome == "fix"


def test_what_is_cited_already_is_not_cited_again(desk, ada, jon, earlier, later):
    known = detail(desk, earlier).citations[0]
    cite(
        desk,
        actor=ada,
        statement=later,
        evidence=known.evidence.id,
        excerpt="three years",
        locator="p. 12",
    )
    copy_from(desk, actor=jon, statement=later, source=earlier)
    assert len(detail(desk, later).citations) == 1


@pytest.mark.parametrize(
    ("prepare", "what", "message"),
    [
        (lambda desk, ada, one, other: (one, one), {}, "the statement itself"),
        (lambda desk, ada, one, other: (other, one), {}, "has no verdict"),
        (
            lambda desk, ada, one, other: (other, one),
            {"verdict": False},
            "nothing to copy",
        ),
        (
            lambda desk, ada, one, other: (one, other),
            {"verdict": False, "evidence": False},
            "nothing to copy",
        ),
        (
            lambda desk, ada, one, other: (
                judge(desk, actor=ada, statement=one, outcome="cut", reasoning="Out.")
                and (one, other)
            ),
            {},
            "was cut from its article",
        ),
        (
            lambda desk, ada, one, other: (
                dismiss(desk, actor=ada, statement=other, reason="No fact.") and (one, other)
            ),
            {},
            "dismissed",
        ),
    ],
)
def test_what_can_t_be_copied_is_refused_and_changes_nothing(pair, jon, prepare, what, message):
    desk = pair[0]
    source, target = prepare(*pair)
    before = log.head(desk.db)
    with pytest.raises(FactcheckError, match=message):
        copy_from(desk, actor=jon, statement=target, source=source, **what)
    assert log.head(desk.db) == before
