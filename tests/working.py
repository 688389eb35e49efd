"""Editors who do anything: random but repeatable work over all verbs."""

from dataclasses import dataclass
from random import Random

from factcheck.actions import (
    bulk,
    coverage,
    notes,
    scales,
    stamps,
    statements,
    tags,
    undoing,
    verdicts,
    views,
    visits,
)
from factcheck.actions.copying import copy_from
from factcheck.actions.details import describe
from factcheck.actions.evidence import Source, attach, edit_citation, remove_citation
from factcheck.actions.people import person_called
from factcheck.actions.stamps import Stamped
from factcheck.actions.web import Visited
from factcheck.domain.dates import PartialDate
from factcheck.domain.ids import CitationId, EvidenceId, NoteId, SpanId, StatementId
from factcheck.domain.imported import CapturedText
from factcheck.domain.model import Block, BlockKind, Priority, Stance, StatementKind
from factcheck.domain.queues import View
from factcheck.domain.scales import NEWSROOM_STEPS, TRUTH_STEPS
from factcheck.domain.visits import VisitOutcome
from factcheck.errors import FactcheckError
from factcheck.store import lists, many, reads
from factcheck.store.coverage import ticks
from factcheck.store.desk import Desk
from factcheck.store.notes import notes as notes_on
from factcheck.store.reports import detail
from tests.making import START, TEXT, article

NAMES = ("Ada Reed", "Jon Park", "Mia Torres")
READ = CapturedText(
    "Minutes\n\nThe bridge was late.",
    (Block(BlockKind.HEADING, 0, 7, 1), Block(BlockKind.PARAGRAPH, 9, 29)),
    ("1 picture was left out.",),
    "factcheck 1",
)
SOURCES = (
    Source(file_name="minutes.docx", content=b"PK minutes", text=READ),
    Source(url="https://city.example/report"),
    Source(note="Saw it myself."),
    Source(file_name="scan.png", content=b"\x89PNG scan"),
    Source(file_name="scan.png", content=b"\x89PNG scan", confidential=True),
)

_PAGE = "https://city.example/report"
VISITED = (
    Visited(_PAGE, START, VisitOutcome.UNREACHABLE, error="It is not there."),
    Visited(_PAGE, START, VisitOutcome.UNCHANGED, 200, lost=("So.",)),
    Visited(
        *(_PAGE, START, VisitOutcome.KEPT, 200),
        final_url=f"{_PAGE}/2",
        redirects=(f"{_PAGE}/2",),
        title="The report",
        published=PartialDate(2026, 3),
        content=b"WARC/1.1",
        text=READ,
    ),
)


@dataclass
class Editor:
    """Does one thing after another on a desk, each chosen by ``chance``."""

    desk: Desk
    chance: Random

    def act(self) -> str:
        """Do one thing; return its event's id, "" if it changed nothing or was refused."""
        verb = self.chance.choice(VERBS)
        try:
            done = verb(self)
        except FactcheckError:
            return ""
        return done.event_id or ""

    def anybody(self):
        return person_called(self.desk, name=self.chance.choice(NAMES))

    def some_article(self):
        rows = reads.articles(self.desk)
        return self.chance.choice(rows).article.id if rows else "none yet"

    def some_statement(self):
        rows = lists.statement_rows(self.desk)[:3]  # so few that some come to be reviewed
        return self.chance.choice(rows).id if rows else StatementId("none yet")

    def some_place(self):
        start = self.chance.randrange(len(TEXT) - 1)
        return {"start": start, "end": self.chance.randint(start + 1, len(TEXT))}

    def bring_in(self):
        before = reads.articles(self.desk)
        article(self.desk, actor=self.anybody())
        assert len(reads.articles(self.desk)) == len(before) + 1
        return LastEvent(self.desk)

    def mark(self):
        return statements.mark(
            self.desk, actor=self.anybody(), article=self.some_article(), **self.some_place()
        )

    def add_words(self):
        return statements.add_span(self.desk, **self.who_and_what(), **self.some_place())

    def mark_all(self):
        return statements.mark_all(
            self.desk, actor=self.anybody(), article=self.some_article(), **self.some_place()
        )

    def move_words(self):
        return statements.move_span(self.desk, **self.who_and_which_words(), **self.some_place())

    def remove_words(self):
        return statements.remove_span(self.desk, **self.who_and_which_words())

    def set_kind(self):
        kind = self.chance.choice(list(StatementKind))
        return statements.set_kind(self.desk, **self.who_and_what(), kind=kind)

    def describe(self):
        told = {"claimant": self.chance.choice(("", "the council")), "due_at": START}
        return describe(self.desk, **self.who_and_what(), **told, checker=self.chance.choice(NAMES))

    def some_citation(self):
        citations = detail(self.desk, self.some_statement()).citations
        return self.chance.choice(citations).citation.id if citations else CitationId("none yet")

    def edit_citation(self):
        place = self.chance.choice(({}, {"locator": "p. iv", "page_index": 3}, {"locator": ""}))
        return edit_citation(
            self.desk, actor=self.anybody(), citation=self.some_citation(), excerpt="So.", **place
        )

    def remove_evidence(self):
        return remove_citation(self.desk, actor=self.anybody(), citation=self.some_citation())

    def attach(self):
        return attach(
            self.desk,
            **self.who_and_what(),
            source=self.chance.choice(SOURCES),
            stance=self.chance.choice(list(Stance)),
            locator=self.chance.choice(("", "p. 7", "¶ 2")),
        )

    def visit(self):
        known = reads.evidence_like(self.desk, "", 3)
        source = self.chance.choice(known).id if known else EvidenceId("none yet")
        visited = self.chance.choice(VISITED)
        return visits.record_visit(
            self.desk, actor=self.anybody(), evidence=source, visited=visited
        )

    def stamp(self):
        citations = detail(self.desk, self.some_statement()).citations
        copies = [copy.id for cited in citations for copy in cited.captures]
        copy = self.chance.choice(copies) if copies else "none yet"
        stamped = Stamped("https://stamps.example/tsa", START, b"token")
        return stamps.record_stamp(self.desk, actor=self.anybody(), copy=copy, stamped=stamped)

    def allow_web(self):
        allowed = self.chance.choice((True, False))
        return visits.allow_web(self.desk, actor=self.anybody(), allowed=allowed)

    def judge(self):
        step = self.chance.choice((*NEWSROOM_STEPS[:3], *NEWSROOM_STEPS))
        reason = self.chance.choice(("", "The record says so."))
        return verdicts.judge(self.desk, **self.who_and_what(), outcome=step.code, reasoning=reason)

    def step(self):
        verb = self.chance.choice(STEPS)
        reason = self.chance.choice(("", "Nobody else is here."))
        return verb(self.desk, **self.who_and_what(), reason=reason)

    def copy(self):
        what = {name: self.chance.choice((True, False)) for name in ("evidence", "verdict")}
        return copy_from(self.desk, **self.who_and_what(), source=self.some_statement(), **what)

    def tick(self):
        places = [tuple(self.some_place().values()) for _ in range(2)]
        return coverage.tick(
            self.desk, actor=self.anybody(), article=self.some_article(), places=places
        )

    def untick(self):
        revision = reads.revision(self.desk, self.some_article())
        gone = [tick.id for tick in ticks(self.desk, revision.id)[:1]]
        return coverage.untick(self.desk, actor=self.anybody(), ticks=gone)

    def write_note(self):
        return notes.write_note(self.desk, **self.who_and_what(), text="Ask the council.")

    def edit_note(self):
        found = notes_on(self.desk, self.some_statement())
        note = found[0].id if found else NoteId("none yet")
        verb = self.chance.choice((notes.edit_note, notes.remove_note))
        words = {"text": "They wrote back."} if verb is notes.edit_note else {}
        return verb(self.desk, actor=self.anybody(), note=note, **words)

    def define_scale(self):
        steps = TRUTH_STEPS[: self.chance.randint(2, 6)]
        return scales.define_scale(self.desk, actor=self.anybody(), name="House", steps=steps)

    def choose_scale(self):
        scale = self.chance.choice(reads.scales(self.desk)).id
        return scales.choose_scale(
            self.desk, actor=self.anybody(), article=self.some_article(), scale=scale
        )

    def tag(self):
        verb = self.chance.choice((tags.add_tag, tags.add_tag, tags.remove_tag))
        return verb(self.desk, **self.who_and_what(), word=self.chance.choice(("Bridge", "urgent")))

    def do_to_many(self):
        rows = lists.statement_rows(self.desk)[:5]
        found = many.found(self.desk, [row.id for row in rows])
        seen = {name: each.verdict for name, each in found.items()}
        verb, parts = self.chance.choice(BULK)
        meant = {"seen": seen} if "reason" in parts else {"statements": list(seen)}
        return verb(self.desk, actor=self.anybody(), **meant, **parts).changes

    def save_view(self):
        view = View(checker=self.chance.choice(NAMES))
        name = self.chance.choice(("Mine", "Late"))
        return views.save_view(self.desk, actor=self.anybody(), name=name, view=view)

    def who_and_what(self):
        return {"actor": self.anybody(), "statement": self.some_statement()}

    def who_and_which_words(self):
        spans = reads.spans(self.desk, self.some_statement())
        span = self.chance.choice(spans).id if spans else SpanId("none yet")
        return {"actor": self.anybody(), "span": span}


@dataclass
class LastEvent:
    """What a builder did, read from the log."""

    desk: Desk

    @property
    def event_id(self):
        sql = "SELECT id FROM event ORDER BY seq DESC LIMIT 1"
        return self.desk.db.execute(sql).fetchone()[0]


STEPS = (
    *(statements.submit, statements.submit, statements.submit, statements.dismiss),
    *(statements.reopen, statements.reopen, statements.reopen),
    *(verdicts.approve, verdicts.approve, verdicts.send_back),
)
BULK = (
    (bulk.assign, {"checker": NAMES[0]}),
    (bulk.set_due, {"due_at": START}),
    (bulk.set_priority, {"priority": Priority.HIGH}),
    (bulk.add_tag, {"word": "bridge"}),
    (bulk.remove_tag, {"word": "bridge"}),
    (bulk.submit, {}),
    (bulk.approve, {"reason": "Nobody else is here."}),
    (bulk.send_back, {"reason": "No source."}),
)
VERBS = (
    *(Editor.bring_in, Editor.mark, Editor.mark, Editor.add_words, Editor.set_kind),
    *(Editor.describe, Editor.mark_all, Editor.move_words, Editor.remove_words),
    *(Editor.attach, Editor.attach, Editor.attach, Editor.judge, Editor.judge),
    *(Editor.judge, Editor.judge),
    *(Editor.tick, Editor.untick, Editor.write_note, Editor.edit_note),
    *(Editor.define_scale, Editor.choose_scale, Editor.tag, Editor.save_view),
    *(Editor.edit_citation, Editor.remove_evidence, Editor.do_to_many, Editor.copy),
    *(Editor.visit, Editor.visit, Editor.allow_web, Editor.stamp),
    *[Editor.step] * 12,
)


def worked_on(desk: Desk, seed: int, actions: int = 160) -> Desk:
    """Fill a desk with random work, some of it undone."""
    editor = Editor(desk, Random(seed))
    article(desk)
    for name in NAMES:
        person_called(desk, name=name)
    for number in range(actions):
        editor.act()
        if number % 11 == 10 and undoing.next_undo(desk):
            undoing.undo(desk, actor=editor.anybody())
    return desk
