"""What the overview shows, in words and numbers, before anything is drawn or written."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from factcheck.domain.workflow import State
from factcheck.ui.statement.when import day_words, full_day
from factcheck.ui.statement.words import state_look

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from factcheck.store.overview import Standing, Week

# The name by which lupdate finds the texts.
translate = QCoreApplication.translate

_OPEN = (State.SENT_BACK, State.TO_CHECK, State.IN_CHECKING, State.CHANGED, State.AWAITING_REVIEW)
_DAY_HOURS = 24
_LONG_DAYS = 48  # hours from which days are told


class Column(NamedTuple):
    """One week: its name, its value, None where there is none, and that value in words."""

    name: str
    value: float | None
    words: str


class Columns(NamedTuple):
    """A plot of values week by week."""

    title: str
    tone: str
    columns: tuple[Column, ...]


class Segment(NamedTuple):
    """A part of a bar: what it is, how much, with symbol and tone."""

    symbol: str
    word: str
    value: int
    tone: str


class Bar(NamedTuple):
    """One row: a name, its parts, and what else is to be said."""

    name: str
    segments: tuple[Segment, ...]
    remark: str


class Bars(NamedTuple):
    """A plot of one bar for each person or article."""

    title: str
    bars: tuple[Bar, ...]


Plot = Columns | Bars


def plots(weeks: Iterable[Week], standing: Standing, now: datetime) -> tuple[Plot, ...]:
    """Return all plots of the overview, in the order in which they are shown."""
    return (*over_time(tuple(weeks), now), *of_today(standing, now))


def over_time(weeks: tuple[Week, ...], now: datetime) -> tuple[Columns, ...]:
    """Return what was done week by week, and how long it took."""
    names = [_short_day(week.start, now) for week in weeks]
    counts = (
        (translate("overview", "Marked a week"), "blue", [week.marked for week in weeks]),
        (translate("overview", "Judged a week"), "violet", [week.judged for week in weeks]),
        (translate("overview", "Approved a week"), "green", [week.approved for week in weeks]),
        (translate("overview", "Sent back a week"), "amber", [week.sent_back for week in weeks]),
    )
    to_verdict = translate("overview", "From marking to verdict, median")
    to_review = translate("overview", "From verdict to review, median")
    times = (
        (to_verdict, "violet", [week.to_verdict for week in weeks]),
        (to_review, "green", [week.to_review for week in weeks]),
    )
    return (
        *(
            Columns(title, tone, tuple(map(_counted, names, values)))
            for title, tone, values in counts
        ),
        *(Columns(title, tone, tuple(map(_timed, names, values))) for title, tone, values in times),
    )


def of_today(standing: Standing, now: datetime) -> tuple[Bars, ...]:
    """Return what is open now."""
    return (
        Bars(translate("overview", "Open work by person"), _people(standing)),
        Bars(translate("overview", "Waiting for a review"), _awaiting(standing, now)),
        Bars(translate("overview", "Sent back, waiting for their checker"), _sent_back(standing)),
        Bars(translate("overview", "Articles with open statements"), _articles(standing)),
    )


def hours_words(hours: float | None) -> str:
    """Write a time in minutes, hours or days, whichever reads best."""
    if hours is None:
        return "–"
    if hours < 1:
        return translate("overview", "{0} min").format(round(60 * hours))
    if hours < _LONG_DAYS:
        return translate("overview", "{0} h").format(round(hours))
    return translate("overview", "{0} d").format(round(hours / _DAY_HOURS))


def _counted(name: str, value: int) -> Column:
    return Column(name, value, f"{value:,}")


def _timed(name: str, hours: float | None) -> Column:
    return Column(name, hours, hours_words(hours))


def _short_day(moment: datetime, now: datetime) -> str:
    return full_day(moment, now).rpartition(" ")[0]


def _people(standing: Standing) -> tuple[Bar, ...]:
    return tuple(
        Bar(
            _person(one.name),
            tuple(
                Segment(look.symbol, look.word, one.states[state], look.tone)
                for state in _OPEN
                if one.states.get(state)
                for look in [state_look(state)]
            ),
            "",
        )
        for one in standing.people
    )


def _awaiting(standing: Standing, now: datetime) -> tuple[Bar, ...]:
    look = state_look(State.AWAITING_REVIEW)
    since = translate("overview", "the oldest since {0}")
    return tuple(
        Bar(
            _person(one.checker),
            (Segment(look.symbol, look.word, one.count, look.tone),),
            since.format(day_words(one.since, now)) if one.since else "",
        )
        for one in standing.awaiting
    )


def _sent_back(standing: Standing) -> tuple[Bar, ...]:
    look = state_look(State.SENT_BACK)
    by = translate("overview", "by {0}")
    return tuple(
        Bar(
            _person(one.checker),
            (Segment(look.symbol, look.word, one.count, look.tone),),
            by.format(_person(one.reviewer)),
        )
        for one in standing.sent_back
    )


def _articles(standing: Standing) -> tuple[Bar, ...]:
    done, left = translate("overview", "Done"), translate("overview", "Open")
    of = translate("overview", "{0} of {1} done")
    return tuple(
        Bar(
            one.title,
            (
                Segment("●", done, one.ended, "green"),
                Segment("○", left, one.total - one.ended, "grey"),
            ),
            of.format(f"{one.ended:,}", f"{one.total:,}"),
        )
        for one in standing.articles
    )


def _person(name: str) -> str:
    return name or translate("overview", "Nobody yet")
