from factcheck.actions import undoing
from factcheck.actions.statements import set_kind
from factcheck.domain.model import StatementKind
from factcheck.store import reads


def test_undo_and_redo_say_beforehand_what_they_are_about(desk, ada, statement):
    set_kind(desk, actor=ada, statement=statement, kind=StatementKind.PLACE)
    assert (undoing.next_undo(desk), undoing.next_redo(desk)) == ("set kind", "")
    undoing.undo(desk, actor=ada)
    assert (undoing.next_undo(desk), undoing.next_redo(desk)) == ("mark", "set kind")
    assert reads.statement(desk, statement).kind is StatementKind.OTHER
    undoing.redo(desk, actor=ada)
    assert (undoing.next_undo(desk), undoing.next_redo(desk)) == ("set kind", "")
    assert reads.statement(desk, statement).kind is StatementKind.PLACE


def test_a_new_desk_has_nothing_to_undo(desk):
    assert (undoing.next_undo(desk), undoing.next_redo(desk)) == ("", "")


def test_an_undo_says_which_rows_it_touched(desk, ada, statement):
    done = undoing.undo(desk, actor=ada)
    assert {table for table, _ in done.touched} == {"statement", "span"}
    assert done.inserted == ()
    assert {table for table, _ in undoing.redo(desk, actor=ada).inserted} == {"statement", "span"}
