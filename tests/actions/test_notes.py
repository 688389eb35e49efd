"""Notes are for the desk; everybody changes their own."""

import pytest

from factcheck.actions.notes import edit_note, remove_note, write_note
from factcheck.actions.undoing import redo, undo
from factcheck.domain.ids import NoteId, StatementId
from factcheck.errors import FactcheckError
from factcheck.store.notes import note, notes


@pytest.fixture
def written(desk, ada, statement):
    done = write_note(desk, actor=ada, statement=statement, text="  Ask the clerk.\nAgain. ")
    return NoteId(done.new("note"))


def texts(desk, statement):
    return [each.text for each in notes(desk, statement)]


def test_notes_are_read_oldest_first_with_who_and_when(desk, ada, jon, statement, written):
    write_note(desk, actor=jon, statement=statement, text="Asked.")
    first, second = notes(desk, statement)
    assert (first.id, first.person_id, first.text) == (written, ada, "Ask the clerk.\nAgain.")
    assert (second.person_id, second.text) == (jon, "Asked.")
    assert first.created_at < second.created_at


def test_the_statement_is_told_as_touched(desk, ada, statement):
    done = write_note(desk, actor=ada, statement=statement, text="Ask.")
    assert done.statements == {statement}


def test_one_s_own_note_is_edited_and_removed(desk, ada, statement, written):
    before = note(desk, written)
    edit_note(desk, actor=ada, note=written, text=" Asked. ")
    after = note(desk, written)
    assert (after.text, after.created_at) == ("Asked.", before.created_at)
    remove_note(desk, actor=ada, note=written)
    assert texts(desk, statement) == []


def test_somebody_else_s_note_is_left_alone(desk, jon, statement, written):
    with pytest.raises(FactcheckError, match="This note is Ada Reed’s"):
        edit_note(desk, actor=jon, note=written, text="No.")
    with pytest.raises(FactcheckError, match="This note is Ada Reed’s"):
        remove_note(desk, actor=jon, note=written)
    assert texts(desk, statement) == ["Ask the clerk.\nAgain."]


@pytest.mark.parametrize("text", ["", " \n\t"])
def test_a_note_that_says_nothing_is_refused(desk, ada, statement, written, text):
    with pytest.raises(FactcheckError, match="says nothing"):
        write_note(desk, actor=ada, statement=statement, text=text)
    with pytest.raises(FactcheckError, match="says nothing"):
        edit_note(desk, actor=ada, note=written, text=text)
    assert texts(desk, statement) == ["Ask the clerk.\nAgain."]


def test_what_is_not_there_is_refused(desk, ada):
    with pytest.raises(FactcheckError, match="no statement"):
        write_note(desk, actor=ada, statement=StatementId("gone"), text="Ask.")
    with pytest.raises(FactcheckError, match="no longer there"):
        edit_note(desk, actor=ada, note=NoteId("gone"), text="Ask.")
    with pytest.raises(FactcheckError, match="no longer there"):
        remove_note(desk, actor=ada, note=NoteId("gone"))


def test_each_is_undone_and_done_again(desk, ada, statement, written):
    edit_note(desk, actor=ada, note=written, text="Asked.")
    remove_note(desk, actor=ada, note=written)
    seen = []
    for _ in range(3):
        undo(desk, actor=ada)
        seen.append(texts(desk, statement))
    assert seen == [["Asked."], ["Ask the clerk.\nAgain."], []]
    for _ in range(3):
        redo(desk, actor=ada)
    assert texts(desk, statement) == []
