"""Texts that were read from captures: kept, searched, and gone with what is undone."""

from dataclasses import replace

import pytest

from factcheck.actions.captures import insert_reading, what_was_read
from factcheck.actions.evidence import Source, attach
from factcheck.actions.undoing import redo, undo
from factcheck.domain.ids import StatementId
from factcheck.domain.search_hits import HitKind, Place
from factcheck.domain.searching import parse
from factcheck.store import derived
from factcheck.store.readings import reading_of
from factcheck.store.reports import detail
from factcheck.store.search import search
from factcheck.store.verify import findings
from factcheck.store.words import _MOST_SAID
from tests.making import article, person
from tests.store.looking import dump
from tests.store.test_search import statement
from tests.working import READ


@pytest.fixture
def bridge(desk) -> StatementId:
    return statement(desk, "Nobody was hurt", one=article(desk))


def attached(desk, bridge, text=READ, name="minutes.docx", content=b"PK minutes"):
    source = Source(file_name=name, content=content, text=text)
    attach(desk, actor=person(desk), statement=bridge, source=source)
    return detail(desk, bridge).citations[-1].captures[-1]


def found(desk, typed):
    return search(desk, parse(typed), 10)[HitKind.EVIDENCE].hits


def test_a_reading_is_kept_with_its_capture_and_undone_with_it(desk, bridge):
    before = dump(desk)
    copy = attached(desk, bridge)
    reading = reading_of(desk, copy.id)
    assert (reading.blocks, reading.remarks, reading.reader) == (
        READ.blocks,
        READ.remarks,
        READ.reader,
    )
    assert what_was_read(desk.path, copy.id) == READ
    assert reading.length == len(READ.text)
    assert list(findings(desk)) == []
    undo(desk, actor=person(desk))
    assert dump(desk) == before
    redo(desk, actor=person(desk))
    assert reading_of(desk, copy.id) == reading


def test_a_copy_that_nobody_tried_to_read_has_none(desk, bridge):
    assert reading_of(desk, attached(desk, bridge, text=None).id) is None


def test_what_was_read_is_searched(desk, bridge):
    attached(desk, bridge)
    (hit,) = found(desk, "late")
    assert (hit.statement, hit.place) == (bridge, Place.CAPTURED)
    assert hit.said.text == "Minutes The bridge was late."


def test_a_reading_counts_more_than_the_bytes_of_a_plain_text(desk, bridge):
    attached(desk, bridge, name="a.txt", content=b"untold words")
    assert found(desk, "untold") == ()
    attached(desk, bridge, name="b.txt", content=b"untold words", text=None)
    assert len(found(desk, "untold")) == 1


def test_the_newest_reading_counts_and_follows_by_itself(desk, bridge):
    copy = attached(desk, bridge)
    with desk.change("read again", person(desk)) as change:
        insert_reading(change, copy.id, replace(READ, text="Other words", blocks=()))
    assert found(desk, "late") == ()
    (hit,) = found(desk, "other")
    derived.rebuild(desk.db)
    assert found(desk, "other") == (hit,)
    undo(desk, actor=person(desk))
    assert len(found(desk, "late")) == 1


def test_of_a_long_text_the_beginning_is_searched(desk, bridge):
    # The last letter that is searched is cut in two.
    long = replace(READ, text="early " + "x" * (_MOST_SAID - 7) + "é late", blocks=())
    attached(desk, bridge, text=long)
    assert len(found(desk, "early")) == 1
    assert found(desk, "late") == ()
