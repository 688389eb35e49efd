"""Makes the stored desk of a schema: once, when the schema is released, never again."""

import json
from pathlib import Path

from factcheck.actions.demo import fill
from factcheck.store.desk import Desk
from factcheck.store.history import history
from factcheck.store.lists import statement_rows
from factcheck.store.migrations import STEPS
from tests.making import new_desk

DATA = Path(__file__).parents[1] / "data"


def expectations(desk: Desk) -> dict:
    """Say what a person finds on the desk."""
    entries = history(desk)
    return {
        "statements": [
            {
                "number": row.number,
                "quote": row.quote,
                "state": row.state,
                "verdict": row.step.code if row.step else None,
                "reasoning": row.reasoning,
                "correction": row.correction,
                "checker": row.checker,
                "reviewer": row.reviewer,
                "evidence": row.evidence,
            }
            for row in statement_rows(desk)
        ],
        "events": len(entries),
        "last event": entries[-1].event.action,
        "log head": entries[-1].event.hash,
    }


def store(folder: Path = DATA) -> None:
    """Write the sample desk and what is to be found on it, with fixed clock and ids."""
    path = folder / f"desk-{len(STEPS)}.factcheck"
    desk = new_desk(path)
    fill(desk)
    found = json.dumps(expectations(desk), ensure_ascii=False, indent=1)
    path.with_suffix(".json").write_text(f"{found}\n", encoding="utf-8")
    desk.close()
