"""What is derived follows every action: it is always what making it anew gives."""

import pytest

from factcheck.actions import undoing
from factcheck.actions.details import describe
from factcheck.domain.model import Priority
from factcheck.store import derived, lists, reads
from factcheck.store.cells import FACETS
from tests.making import article, new_desk, person
from tests.working import worked_on

WORDS = ("statement_words", "evidence_words", "article_words")


QUERIES = {
    "line": f"SELECT line.*, {', '.join(f'cell.{name}' for name in FACETS)} "
    "FROM line JOIN cell ON cell.pk = line.cell ORDER BY line.pk",
    "cell": f"SELECT {', '.join(FACETS)}, total FROM cell WHERE total > 0 "
    "ORDER BY 1, 2, 3, 4, 5, 6, 7",
    "article_cell": f"SELECT article, article_cell.total, {', '.join(FACETS)} FROM article_cell "
    "JOIN cell ON cell.pk = cell ORDER BY 1, 3, 4, 5, 6, 7, 8, 9",
    **{name: f"SELECT rowid, * FROM {name} ORDER BY rowid" for name in WORDS},
}


def held(desk) -> dict[str, list[tuple]]:
    """Return all that is derived, but for the keys of cells, which say nothing."""
    found = {name: desk.db.execute(sql).fetchall() for name, sql in QUERIES.items()}
    return {**found, "line": [(row[0], *row[2:]) for row in found["line"]]}


@pytest.mark.parametrize("seed", range(1, 6))
def test_it_is_what_making_it_anew_gives(tmp_path, seed):
    desk = worked_on(new_desk(tmp_path / "news.factcheck"), seed)
    before = held(desk)
    assert all(before.values())
    derived.rebuild(desk.db)
    assert held(desk) == before
    while undoing.next_undo(desk):
        undoing.undo(desk, actor=person(desk))
    after = held(desk)
    derived.rebuild(desk.db)
    assert held(desk) == after
    desk.close()


@pytest.mark.parametrize("seed", range(1, 6))
def test_lines_stand_in_reading_order(tmp_path, seed):
    desk = worked_on(new_desk(tmp_path / "news.factcheck"), seed)
    for row in reads.articles(desk):
        sql = """SELECT id FROM line WHERE article = (SELECT pk FROM article WHERE id = ?)
            ORDER BY start, before, id"""
        found = [name for (name,) in desk.db.execute(sql, [row.article.id]).fetchall()]
        assert found == lists.ids_in_order(desk, row.article.id)
    desk.close()


@pytest.mark.parametrize("again", [False, True])
def test_words_are_kept_in_pages_so_small_that_merging_some_takes_less_than_a_frame(
    tmp_path, again
):
    desk = new_desk(tmp_path / "news.factcheck")
    article(desk, " ".join(f"word{n}" for n in range(5_000)))
    if again:
        derived.rebuild(desk.db)
    sql = "SELECT max(length(block)) FROM article_words_data WHERE id > 10"
    assert 0 < desk.db.execute(sql).fetchone()[0] < 1_100
    desk.close()


def test_words_that_stay_are_not_written_again(tmp_path):
    desk = worked_on(new_desk(tmp_path / "news.factcheck"), 1)
    statement = lists.statement_rows(desk)[0].id
    asked: list[str] = []
    desk.db.conn.set_trace_callback(asked.append)
    describe(desk, actor=person(desk), statement=statement, priority=Priority.LOW)
    assert not [sql for sql in asked if sql.startswith("INSERT INTO statement_words")]
    describe(desk, actor=person(desk), statement=statement, claimant="The mayor")
    assert len([sql for sql in asked if sql.startswith("INSERT INTO statement_words")]) == 1
    desk.close()
