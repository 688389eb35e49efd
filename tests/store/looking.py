"""Look into a desk's file, and meddle with it, as another program would."""

from pathlib import Path

from sqlite_utils.db import sqlite3

from factcheck.store.desk import Desk
from factcheck.store.records import RECORDS
from factcheck.store.transaction import columns_of

NOT_UNDONE = {"person"}


def dump(desk: Desk, *, without: set[str] = NOT_UNDONE) -> dict[str, list[tuple]]:
    """Return every row of every table that undo restores, but for local keys."""
    return {table: rows(desk, table) for table in RECORDS if table not in without}


def rows(desk: Desk, table: str) -> list[tuple]:
    columns = ", ".join(f'"{name}"' for name in columns_of(table))
    return desk.db.execute(f"SELECT {columns} FROM {table} ORDER BY id").fetchall()


def log_of(desk: Desk) -> tuple[list[tuple], list[tuple]]:
    """Return all events and all changes."""
    sql = "SELECT * FROM {} ORDER BY 1"
    return tuple(desk.db.execute(sql.format(table)).fetchall() for table in ("event", "change"))


def raw(path: Path) -> sqlite3.Connection:
    """Connect as a foreign program does: no foreign keys, no checks, no waiting."""
    connection = sqlite3.connect(path, isolation_level=None, timeout=0)
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("PRAGMA ignore_check_constraints = ON")
    return connection


def tamper(path: Path, sql: str, values: tuple = ()) -> int:
    """Change rows behind the desk's back, its triggers out of the way; return how many."""
    connection = raw(path)
    triggers = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
    kept = triggers.fetchall()
    for name, _ in kept:
        connection.execute(f"DROP TRIGGER {name}")
    changed = connection.execute(sql, values).rowcount
    for _, trigger in kept:
        connection.execute(trigger)
    connection.close()
    return changed


def beside(path: Path) -> list[str]:
    """Return the names of everything in the folder but the file itself."""
    return sorted(other.name for other in path.parent.iterdir() if other != path)
