"""Whatever is on a desk is found by its words; statements also by all that is known of them."""

import re
from contextlib import suppress
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.actions import notes, tags
from factcheck.actions.details import describe
from factcheck.actions.evidence import Source, attach
from factcheck.actions.statements import mark
from factcheck.actions.verdicts import judge
from factcheck.domain.ids import StatementId
from factcheck.domain.search_hits import HitKind, Place
from factcheck.domain.searching import Query, parse
from factcheck.errors import FactcheckError
from factcheck.store import lists, reads
from factcheck.store import search as store_search
from factcheck.store.notes import notes as notes_on
from factcheck.store.search import search
from factcheck.store.search_rows import matching
from tests.making import START, TEXT, article, new_desk, person
from tests.working import worked_on


def found(desk, typed, *, typing=False, limit=1000):
    return search(desk, parse(typed, typing=typing), limit)


def hits(desk, typed, kind=HitKind.STATEMENT, **how):
    section = found(desk, typed, **how)[kind]
    assert section.count == len(section.hits)
    return section.hits


def statement(desk, quote, text=TEXT, one=None):
    start = text.index(quote)
    where = {"article": one or article(desk, text), "start": start, "end": start + len(quote)}
    return StatementId(mark(desk, actor=person(desk), **where).new("statement"))


def lit(shown):
    return [shown.text[start:end] for start, end in shown.places]


@pytest.fixture
def bridge(desk):
    """A statement with something in each of its parts."""
    name = statement(desk, "The bridge cost $40.5 million")
    me = {"actor": person(desk), "statement": name}
    source = Source(
        url="https://city.example/minutes",
        title="Minutes of the council",
        author="Clerk Dahl",
        file_name="minutes.txt",
        content="Beschluß: neunzehn Prozent, 東京".encode(),
    )
    attach(desk, **me, source=source, excerpt="carried unanimously", note="only a draft")
    judge(desk, **me, outcome="fix", reasoning="The ledger differs.", correction="$41 million")
    notes.write_note(desk, **me, text="Ring the treasurer.")
    describe(desk, **me, claimant="Ines Ortega")
    tags.add_tag(desk, **me, word="port renewal")
    return name


@pytest.mark.parametrize(
    ("typed", "place", "words"),
    [
        ("BRIDGE", None, []),
        ("ledger", Place.REASONING, ["ledger"]),
        ("41", Place.CORRECTION, ["41"]),
        ("unanim*", Place.EXCERPT, ["unanimously"]),
        ("draft", Place.REMARK, ["draft"]),
        ("treasurer", Place.NOTE, ["treasurer"]),
        ("bridge ortega", Place.CLAIMANT, ["Ortega"]),
    ],
)
def test_a_statement_is_found_by_each_of_its_parts(desk, bridge, typed, place, words):
    (hit,) = hits(desk, typed)
    assert (hit.id, hit.statement, hit.number) == (bridge, bridge, 1)
    assert hit.article == reads.statement(desk, bridge).article_id
    assert hit.shown.text == "The bridge cost $40.5 million"
    assert hit.place == place
    assert (lit(hit.said) if hit.said else []) == words
    assert lit(hit.shown) == (["bridge"] if "bridge" in typed.lower() else [])


def test_a_source_is_found_by_its_title_and_details(desk, bridge):
    (hit,) = hits(desk, "minutes", HitKind.EVIDENCE)
    assert (hit.shown.text, lit(hit.shown)) == ("Minutes of the council", ["Minutes"])
    assert (hit.place, hit.said, hit.statement) == (None, None, bridge)
    assert reads.citation(desk, hit.citation).evidence_id == hit.id
    (hit,) = hits(desk, "minutes dahl", HitKind.EVIDENCE)
    assert (hit.place, lit(hit.said)) == (Place.DETAILS, ["Dahl"])
    assert hit.said.text == "Clerk Dahl · https://city.example/minutes"


@pytest.mark.parametrize("typed", ["neunzehn", "東京"])
def test_a_source_is_found_by_the_text_that_was_kept(desk, bridge, typed):
    (hit,) = hits(desk, typed, HitKind.EVIDENCE)
    assert (hit.place, lit(hit.said)) == (Place.CAPTURED, [typed])
    assert hit.said.text == "Beschluß: neunzehn Prozent, 東京"


def test_a_copy_that_is_no_text_is_not_searched(desk):
    name = statement(desk, "Nobody was hurt")
    source = Source(file_name="odd.txt", content=b"neunzehn \xff")
    attach(desk, actor=person(desk), statement=name, source=source)
    assert hits(desk, "neunzehn", HitKind.EVIDENCE) == ()
    assert len(hits(desk, "odd", HitKind.EVIDENCE)) == 1


def test_an_article_is_found_by_title_and_text(desk):
    one = article(desk)
    (hit,) = hits(desk, '"bridge opens" hurt', HitKind.ARTICLE)
    assert (hit.id, hit.article, hit.place) == (one, one, Place.TEXT)
    assert lit(hit.shown) == ["bridge opens"]
    assert lit(hit.said) == ["hurt"]


def test_accents_case_and_unspaced_scripts(desk):
    text = "Der Käse in 東京都 kostet CAFÉ-Preise. Второй герой."
    one = article(desk, text)
    name = statement(desk, text, text, one)
    for typed in ("kase", "KÄSE", "東京", "京都", "cafe preise", "герой", '"kostet café"'):
        assert [hit.id for hit in hits(desk, typed)] == [name], typed
    for typed in ("京東", "東都", "kas", '"preise kostet"'):
        assert hits(desk, typed) == (), typed


def test_minus_and_phrases(desk):
    one = article(desk)
    cost = statement(desk, "The bridge cost $40.5 million", one=one)
    cars = statement(desk, "It carries 3,290 cars a day", one=one)
    assert {hit.id for hit in hits(desk, "a* -carries", typing=True)} == set()
    assert [hit.id for hit in hits(desk, "cars")] == [cars]
    assert [hit.id for hit in hits(desk, 'kind:other kind:number -"40.5 mil"*')] == []
    assert {hit.id for hit in hits(desk, "-carries state:to")} == {cost}


def test_of_rare_words_the_best_fit_comes_first_of_common_ones_the_newest(desk, monkeypatch):
    text = "Ferry ferry ferry. The ferry sails from the long quay to the far island."
    one = article(desk, text)
    short, long = text.split(". ")
    first = statement(desk, short, text, one)
    second = statement(desk, long, text, one)
    assert [hit.id for hit in found(desk, "ferry", limit=1)[HitKind.STATEMENT].hits] == [first]
    assert found(desk, "ferry", limit=1)[HitKind.STATEMENT].count == 2
    monkeypatch.setattr(store_search, "MOST_COUNTED", 1)
    newest = found(desk, "ferry", limit=1)[HitKind.STATEMENT]
    assert ([hit.id for hit in newest.hits], newest.count) == ([second], 2)


@pytest.fixture(scope="module")
def busy(tmp_path_factory):
    desk = worked_on(new_desk(tmp_path_factory.mktemp("search") / "news.factcheck"), 3, 260)
    yield desk
    desk.close()


def people_of(desk, row):
    at = reads.statement(desk, row.id)
    known = reads.people(desk)
    return {known[one].name for one in (at.checker_id, at.reviewer_id) if one}


def tags_of(desk, row):
    sql = "SELECT word FROM tag WHERE statement_id = ?"
    return {word for (word,) in desk.db.execute(sql, [row.id]).fetchall()}


@pytest.mark.parametrize(
    ("typed", "fits"),
    [
        ("state:approved", lambda _, row: row.state == "approved"),
        ('state:"in checking"', lambda _, row: row.state == "in checking"),
        ("verdict:verified", lambda _, row: row.step and row.step.code == "verified"),
        ("verdict:none", lambda _, row: row.step is None),
        ("kind:quot", lambda _, row: row.kind == "quotation"),
        ("person:torres", lambda desk, row: "Mia Torres" in people_of(desk, row)),
        ('person:"ada reed"', lambda desk, row: "Ada Reed" in people_of(desk, row)),
        ("tag:bri", lambda desk, row: "bridge" in tags_of(desk, row)),
        ("has:evidence", lambda _, row: row.evidence > 0),
        ("has:note", lambda desk, row: bool(notes_on(desk, row.id))),
        ("has:correction", lambda _, row: bool(row.correction)),
        ("article:harbour", lambda _, row: "Harbour" in row.article_title),
    ],
)
def test_operators_find_what_looking_at_each_statement_finds(busy, typed, fits):
    rows = lists.statement_rows(busy)
    expected = {row.id for row in rows if fits(busy, row)}
    assert {hit.id for hit in hits(busy, typed)} == expected
    turned = {hit.id for hit in hits(busy, f"has:evidence -{typed}")}
    assert turned == {row.id for row in rows if row.evidence and not fits(busy, row)}


def test_only_statements_are_found_by_what_only_they_have(busy):
    assert list(found(busy, "bridge has:evidence")) == [HitKind.STATEMENT]
    assert list(found(busy, "bridge before:2030")) == list(HitKind)


def test_before_and_after_are_days_of_the_desk(desk):
    name = statement(desk, "Nobody was hurt")
    day = START.date()
    inside = ("after:2025", "before:2026-04", f"before:{day + timedelta(days=1)}", "before:9999")
    outside = ("after:2026", "before:2026-03", f"before:{day}", f"after:{day}", "before:1200")
    for typed in inside:
        assert [hit.id for hit in hits(desk, f"hurt {typed}")] == [name], typed
    for typed in outside:
        assert hits(desk, f"hurt {typed}") == (), typed
        assert hits(desk, f"hurt {typed}", HitKind.ARTICLE) == (), typed
    assert len(hits(desk, "hurt after:2026-02 before:2026-04", HitKind.ARTICLE)) == 1


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("person:nobody", "Nobody is called “nobody”. The desk knows “Ada Reed”"),
        ("verdict:odd", "There is no verdict “odd”. The desk has “verified”"),
        ("article:zebra", "No article is called “zebra”."),
        ("article:?!", "No article is called “?!”."),
    ],
)
def test_what_the_desk_does_not_know_is_said_plainly(busy, typed, said):
    with pytest.raises(FactcheckError) as refused:
        found(busy, typed)
    assert str(refused.value).startswith(said)


@pytest.mark.parametrize("typed", ["bridge", "har", "cost has:evidence", "state:to -hurt", ""])
def test_matching_chooses_the_same_lines(busy, typed):
    words = matching(busy, typed, {})
    if words is None:
        assert not typed
        return
    wanted = {hit.id for hit in hits(busy, typed, typing=True)}
    for condition in (words.condition, f"pk IN (SELECT {words.keys})"):
        rows = busy.db.execute(f"SELECT id FROM line WHERE {condition}", words.values).fetchall()
        assert {name for (name,) in rows} == wanted


def test_nothing_is_looked_for_where_nothing_is_typed(busy):
    assert search(busy, Query(), 10) == {}


SIGNS = ('"', "-", "*", ":", " ", "(", ")", "^", "{", "+", "'", "ª", "ก็", "\u0301", "\ue000")
NAMES = ("bridge", "Käse", "橋本", "person:", "before:", "2024", "has:", "note", "state:", "\x00")
MORE = (" AND ", "NEAR(", "verdict:", "article:", "tag:", "after:", "1", "9999", "\ud800")
TYPED = st.lists(st.sampled_from(SIGNS + NAMES + MORE)).map("".join)


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(typed=st.text() | TYPED, typing=st.booleans())
def test_anything_is_looked_for_or_refused(busy, typed, typing):
    with suppress(FactcheckError):
        found(busy, typed, typing=typing, limit=3)
        matching(busy, typed, {})


# Tables of a few rows, and what questions make of their own; all else may be large.
SMALL = r"SCAN (person|scale|cell|desk|chosen|standing|\(subquery-\d+\)|json_each)"
BY_WORDS = r"SCAN \w+_words VIRTUAL TABLE INDEX \d+:.*M"


@pytest.mark.parametrize(
    "typed",
    [
        "bridge",
        "bri*",
        "har cost -zebra",
        "hurt before:2030 after:2020",
        "verdict:fix person:reed state:in",
        "cost article:harbour tag:bridge",
    ],
)
def test_no_table_is_walked_through(busy, typed):
    asked = []
    busy.db.conn.set_trace_callback(asked.append)
    found(busy, typed)
    busy.db.conn.set_trace_callback(None)
    questions = {sql for sql in asked if not sql.startswith("--")}
    assert len(questions) > 3
    for sql in questions:
        plan = [row[3] for row in busy.db.execute(f"EXPLAIN QUERY PLAN {sql}").fetchall()]
        scans = [step for step in plan if step.startswith("SCAN")]
        assert [step for step in scans if not re.match(f"{SMALL}|{BY_WORDS}", step)] == [], sql
