"""The shape of the file, step by step. A released step is never edited; a new one is added.

Every row has a globally unique ``id``; ``pk`` is local to the file, for joins and indexes, and
appears in no log entry. ``user_version`` is the number of steps applied.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlite_utils import Database, Migrations

from factcheck.store.steps import (
    s0001_desk,
    s0002_checking,
    s0003_queue,
    s0004_reading,
    s0005_visit,
    s0006_orders,
    s0007_stamp,
    s0008_cells,
)

if TYPE_CHECKING:
    from types import ModuleType

# "FcDk" in ASCII: tells a desk from every other SQLite file.
APPLICATION_ID = 0x4663446B
SET_NAME = "factcheck"

migrations = Migrations(SET_NAME)
STEPS: list[str] = []


def _add(step: ModuleType) -> None:
    name = step.__name__.rpartition(".")[2]

    def apply(db: Database) -> None:
        for statement in step.STATEMENTS:
            db.execute(statement)

    STEPS.append(name)
    migrations(name=name)(apply)


for _step in (
    *(s0001_desk, s0002_checking, s0003_queue, s0004_reading, s0005_visit),
    *(s0006_orders, s0007_stamp, s0008_cells),
):
    _add(_step)


def migrate(db: Database) -> None:
    """Apply the pending steps; the caller holds the write transaction."""
    migrations.apply(db)
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute(f"PRAGMA user_version = {len(STEPS)}")


def expected_schema(version: int) -> list[tuple[str, str, str]]:
    """Return type, name and SQL of everything that a desk of this version consists of."""
    db = Database(memory=True, execute_plugins=False)
    try:
        migrations.apply(db, stop_before=STEPS[version:])
        return schema_of(db)
    finally:
        db.close()


def schema_of(db: Database) -> list[tuple[str, str, str]]:
    """Return type, name and SQL of what the file declares.

    sqlite_utils keeps the migrations' own table as it likes; only a trigger on it is looked at.
    The tables inside a search index are as the version of SQLite makes them.
    """
    rows = db.execute(
        "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL "
        "AND (tbl_name <> ? OR type = 'trigger') AND name NOT GLOB '*_words_*' ORDER BY type, name",
        [Migrations.migrations_table],
    )
    return [(str(kind), str(name), str(sql)) for kind, name, sql in rows]
