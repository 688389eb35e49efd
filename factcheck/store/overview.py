"""How the work on a desk goes: week by week, by person, who waits for whom, article by article.

A week's rows are found by their ids, which are ordered by time; what stands now is added up from
cells. So each question is short, however large the desk.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median
from typing import TYPE_CHECKING

from factcheck.domain.ids import ArticleId, earliest_id
from factcheck.domain.workflow import State
from factcheck.store.records import moment_of

if TYPE_CHECKING:
    from factcheck.store.desk import Desk

WEEKS = 26
_WEEK = timedelta(days=7)
_HOUR = timedelta(hours=1)
_MOST_SENT_BACK = 2_000
_NEWEST_ARTICLES = 200
_MOST_ARTICLES = 20
_ENDED = {State.APPROVED, State.DISMISSED, State.CUT}

_MARKED = "SELECT count(*) FROM statement WHERE id >= ? AND id < ?"
# The plus keeps SQLite from walking through all verdicts that supersede none.
_JUDGED = """SELECT statement.created_at, verdict.created_at FROM verdict
    CROSS JOIN statement ON statement.id = verdict.statement_id
    WHERE verdict.id >= ? AND verdict.id < ? AND +verdict.supersedes IS NULL"""
_REVIEWED = """SELECT verdict.created_at, review.created_at, review.decision = 'approved'
    FROM review CROSS JOIN verdict ON verdict.id = review.verdict_id
    WHERE review.id >= ? AND review.id < ?"""
# Of the statements in a cell, the one with the lowest key was marked first.
_BY_PERSON = """SELECT checker, state, sum(total),
    min((SELECT min(line.pk) FROM line INDEXED BY line_cell WHERE line.cell = cell.pk))
    FROM cell WHERE total > 0 AND state NOT IN ('approved', 'dismissed', 'cut')
    GROUP BY checker, state ORDER BY checker, state"""
_JUDGED_AT = """SELECT max(verdict.created_at) FROM statement
    CROSS JOIN verdict ON verdict.statement_id = statement.id WHERE statement.pk = ?"""
_SENT_BACK = """SELECT coalesce(checker.name, '') AS checker, coalesce(reviewer.name, ''), count(*)
    FROM (SELECT checker_id, reviewer_id FROM statement WHERE state = 'sent back'
        ORDER BY id DESC LIMIT ?) found
    LEFT JOIN person checker ON checker.id = checker_id
    LEFT JOIN person reviewer ON reviewer.id = reviewer_id GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2"""
_ARTICLES = """SELECT article.pk, article.id, article.title, cell.state, sum(article_cell.total)
    FROM (SELECT pk, id, title FROM article ORDER BY pk DESC LIMIT ?) article
    CROSS JOIN article_cell ON article_cell.article = article.pk
    CROSS JOIN cell ON cell.pk = article_cell.cell
    GROUP BY article.pk, cell.state ORDER BY article.pk DESC"""


@dataclass(frozen=True, slots=True)
class Week:
    """What was done in the seven days from ``start`` on, a Monday's first moment.

    ``to_verdict`` is the median of the hours from marking to the first verdict, ``to_review`` of
    those from a verdict to its review; None where there was none.
    """

    start: datetime
    marked: int
    judged: int
    approved: int
    sent_back: int
    to_verdict: float | None
    to_review: float | None


@dataclass(frozen=True, slots=True)
class PersonWork:
    """How many open statements a person has as their checker, by state; "" is nobody."""

    name: str
    states: dict[State, int]


@dataclass(frozen=True, slots=True)
class Awaiting:
    """So many statements of a checker wait for a review.

    ``since`` is when the one of them that was marked first got its verdict.
    """

    checker: str
    count: int
    since: datetime | None


@dataclass(frozen=True, slots=True)
class SentBack:
    """So many statements were sent back to a checker by a reviewer."""

    checker: str
    reviewer: str
    count: int


@dataclass(frozen=True, slots=True)
class Progress:
    """An article with open statements: all of them, and those that have ended."""

    id: ArticleId
    title: str
    total: int
    ended: int


@dataclass(frozen=True, slots=True)
class Standing:
    """What is open now. Articles are the newest, those with the most open statements first."""

    people: tuple[PersonWork, ...]
    awaiting: tuple[Awaiting, ...]
    sent_back: tuple[SentBack, ...]
    articles: tuple[Progress, ...]


def week_starts(now: datetime, count: int = WEEKS) -> list[datetime]:
    """Return when the last weeks began, this one last, in the time zone of ``now``."""
    monday = now.date() - timedelta(days=now.weekday())
    days = [monday - number * _WEEK for number in reversed(range(count))]
    return [datetime(day.year, day.month, day.day, tzinfo=now.tzinfo) for day in days]


def week(desk: Desk, start: datetime) -> Week:
    """Return what was done in the week that begins at this moment."""
    # By the calendar: a week in which the clocks change is an hour longer or shorter.
    between = [earliest_id(start), earliest_id(start + _WEEK)]
    judged = desk.db.execute(_JUDGED, between).fetchall()
    reviewed = desk.db.execute(_REVIEWED, between).fetchall()
    approved = sum(bool(row[2]) for row in reviewed)
    return Week(
        start=start,
        marked=int(desk.db.execute(_MARKED, between).fetchone()[0]),
        judged=len(judged),
        approved=approved,
        sent_back=len(reviewed) - approved,
        to_verdict=_median_hours([(row[0], row[1]) for row in judged]),
        to_review=_median_hours([(row[0], row[1]) for row in reviewed]),
    )


def standing(desk: Desk) -> Standing:
    """Return what is open now, by person and by article."""
    rows = desk.db.execute(_BY_PERSON).fetchall()
    people: dict[str, dict[State, int]] = {}
    for checker, state, count, _ in rows:
        people.setdefault(checker, {})[State(state)] = count
    waiting = [row for row in rows if row[1] == State.AWAITING_REVIEW]
    return Standing(
        people=tuple(PersonWork(*each) for each in people.items()),
        awaiting=tuple(
            Awaiting(checker, count, _judged_at(desk, first))
            for checker, _, count, first in sorted(waiting, key=lambda row: (-row[2], row[0]))
        ),
        sent_back=tuple(
            SentBack(*row) for row in desk.db.execute(_SENT_BACK, [_MOST_SENT_BACK]).fetchall()
        ),
        articles=_articles(desk),
    )


def _judged_at(desk: Desk, statement: int) -> datetime | None:
    found = desk.db.execute(_JUDGED_AT, [statement]).fetchone()[0]
    return moment_of(found) if found else None


def _articles(desk: Desk) -> tuple[Progress, ...]:
    found: dict[int, Progress] = {}
    for pk, name, title, state, count in desk.db.execute(_ARTICLES, [_NEWEST_ARTICLES]).fetchall():
        known = found.get(pk) or Progress(ArticleId(name), title, 0, 0)
        ended = known.ended + (count if State(state) in _ENDED else 0)
        found[pk] = Progress(known.id, title, known.total + count, ended)
    unfinished = [one for one in found.values() if one.ended < one.total]
    unfinished.sort(key=lambda one: one.ended - one.total)
    return tuple(unfinished[:_MOST_ARTICLES])


def _median_hours(pairs: list[tuple[str, str]]) -> float | None:
    if not pairs:
        return None
    return median((moment_of(end) - moment_of(begin)) / _HOUR for begin, end in pairs)
