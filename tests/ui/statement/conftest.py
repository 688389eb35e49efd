from dataclasses import replace
from datetime import UTC, datetime

import pytest

from factcheck.domain.locators import LocatorKind
from factcheck.domain.model import (
    Capture,
    Citation,
    Decision,
    Evidence,
    EvidenceKind,
    Priority,
    Review,
    Scale,
    Sourcing,
    Span,
    Stance,
    Statement,
    StatementKind,
    Verdict,
)
from factcheck.domain.report_data import ReportCitation, ReportStatement
from factcheck.domain.scales import NEWSROOM_STEPS, TRUTH_STEPS
from factcheck.domain.workflow import State, Step
from factcheck.ui.statement.panel import StatementPanel

NOW = datetime(2024, 12, 17, 10, 0, tzinfo=UTC)
WORDS = "12.4 million cubic metres of water"
NEWSROOM = Scale("scale-1", "Newsroom outcomes", 1, NEWSROOM_STEPS, NOW)
TRUTH = Scale("scale-2", "Truth scale", 1, TRUTH_STEPS, NOW)


class Maker:
    """Makes a statement's detail; every part has a default."""

    now = NOW
    words = WORDS
    newsroom = NEWSROOM
    truth = TRUTH
    scales = (NEWSROOM, TRUTH)

    def statement(self, number=8, **changes):
        made = Statement(
            id=f"statement-{number}",
            article_id="article-1",
            kind=StatementKind.NUMBER,
            claimant="the ministry",
            as_of="Q3 2024",
            priority=Priority.NORMAL,
            state=State.TO_CHECK,
            checker_id=None,
            reviewer_id=None,
            due_at=NOW,
            created_at=NOW,
        )
        return replace(made, **changes)

    def span(self, quote=WORDS, start=100):
        return Span("span", "statement", "revision", start, start + len(quote), quote, "", "")

    def verdict(self, code="fix", scale=NEWSROOM, identifier="verdict-1", **changes):
        made = Verdict(
            id=identifier,
            statement_id="statement-8",
            scale_id=scale.id,
            outcome=code,
            reasoning="The yearbook says 14.2; two digits changed places.",
            original=WORDS,
            correction="14.2 million cubic metres of water",
            known_at=None,
            checker_id="person-1",
            supersedes=None,
            created_at=NOW,
        )
        return replace(made, **changes)

    def review(self, decision=Decision.SENT_BACK, reason="Which year?"):
        return Review("review-1", "verdict-1", "person-2", decision, reason, False, NOW)

    def cited(self, number=1, stance=Stance.REFUTES, captured=True, **changes):
        evidence = Evidence(
            id=f"evidence-{number}",
            kind=EvidenceKind.DOCUMENT,
            title="Water yearbook 2024",
            author="",
            publisher="",
            url="https://example.org/yearbook",
            published=None,
            sourcing=Sourcing.PRIMARY,
            interest="",
            confidential=False,
            note="",
            created_at=NOW,
        )
        citation = Citation(
            id=f"citation-{number}",
            statement_id="statement-8",
            evidence_id=evidence.id,
            stance=stance,
            excerpt="Storage at year’s end: 14.2 million m³",
            locator_kind=LocatorKind.PAGE,
            locator="12",
            page_index=11,
            note="",
            created_at=NOW,
        )
        capture = Capture(
            id=f"capture-{number}",
            evidence_id=evidence.id,
            sha256="9f2c" + "0" * 58 + "e1",
            media_type="application/pdf",
            size=1000,
            name="yearbook.pdf",
            captured_at=NOW,
        )
        return ReportCitation(citation, replace(evidence, **changes), (capture,) * captured)

    def detail(self, number=8, *, verdict=None, scale=NEWSROOM, quotes=(WORDS,), **changes):
        parts = {"review": None, "checker": "", "reviewer": "", "citations": ()}
        parts |= {name: changes.pop(name) for name in list(changes) if name in parts}
        return ReportStatement(
            number=number,
            statement=self.statement(number, **changes),
            spans=tuple(self.span(quote) for quote in quotes),
            verdict=verdict,
            scale=scale if verdict else None,
            step=scale.step(verdict.outcome) if verdict else None,
            **parts,
        )


@pytest.fixture(scope="session")
def make():
    return Maker()


@pytest.fixture
def panel(qtbot, make):
    made = StatementPanel(lambda: make.now)
    made.resize(420, 800)
    qtbot.addWidget(made)
    made.verdict_given.connect(lambda *_: made.verdict.take_down())
    with qtbot.waitActive(made):
        made.show()
    return made


@pytest.fixture
def show(panel, make):
    def show(detail, **refusals):
        why = {Step[name.upper()]: text for name, text in refusals.items()}
        panel.show_statement(detail, total=12, scales=make.scales, refusals=why)
        panel.settle()

    return show
