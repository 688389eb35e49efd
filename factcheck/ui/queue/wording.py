"""What a view is called: its queue, its filters, its order and its groups in the window's words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from factcheck.domain.queues import Backing, Due, Group, Order, View
from factcheck.ui.statement.words import kind_word, priority_word, state_look

if TYPE_CHECKING:
    from collections.abc import Iterator

# The name by which lupdate finds the texts.
translate = QCoreApplication.translate

_DOWN = {False: "↑", True: "↓"}


class Filter(NamedTuple):
    """One thing that a view asks for: its words, and the fields that say so."""

    words: str
    fields: tuple[str, ...]


class Names(NamedTuple):
    """What a view names by id or code, in words: the person who looks, an article's title."""

    me: str
    article: str
    outcomes: dict[str, str]


def filters(view: View, names: Names) -> Iterator[Filter]:
    """Yield what a view asks for, its queue first."""
    if view.state is not None:
        yield Filter(state_look(view.state).word, ("state",))
    if view.overdue:
        yield Filter(translate("view", "Overdue"), ("overdue",))
    if view.stale:
        yield Filter(translate("view", "Stale evidence"), ("stale",))
    if view.checker:
        mine = view.checker == names.me
        who = translate("view", "mine") if mine else translate("view", "checker: {}")
        yield Filter(who.format(view.checker), ("checker",))
    if view.not_checker:
        mine = view.not_checker == names.me
        who = translate("view", "not checked by me") if mine else translate("view", "not by {}")
        yield Filter(who.format(view.not_checker), ("not_checker",))
    yield from _facets(view, names)


def _facets(view: View, names: Names) -> Iterator[Filter]:
    if view.outcome:
        yield Filter(names.outcomes.get(view.outcome, view.outcome), ("outcome",))
    if view.kind is not None:
        yield Filter(translate("view", "kind: {}").format(kind_word(view.kind)), ("kind",))
    if view.priority is not None:
        words = translate("view", "priority: {}").format(priority_word(view.priority))
        yield Filter(words, ("priority",))
    if view.due is not None:
        yield Filter(due_words(view.due), ("due",))
    if view.backing is not None:
        yield Filter(backing_words(view.backing), ("backing",))
    if view.tag:
        yield Filter(f"#{view.tag}", ("tag",))
    if view.article is not None:
        title = names.article or translate("view", "one article")
        yield Filter(translate("view", "in: {}").format(title), ("article",))
    if view.text:
        yield Filter(f"“{view.text}”", ("text",))


def due_words(due: Due) -> str:
    """Return on which days something is due."""
    return {
        Due.TODAY: translate("view", "due today"),
        Due.WEEK: translate("view", "due this week"),
    }[due]


def backing_words(backing: Backing) -> str:
    """Return what sources there are."""
    return {
        Backing.NONE: translate("view", "no evidence"),
        Backing.SINGLE: translate("view", "single source"),
        Backing.SECONDARY: translate("view", "only secondary sources"),
    }[backing]


def group_words(group: Group) -> str:
    """Return by what statements are gathered."""
    return {
        Group.NONE: translate("view", "none"),
        Group.ARTICLE: translate("view", "article"),
        Group.CHECKER: translate("view", "person"),
        Group.DUE: translate("view", "due"),
    }[group]


def order_words(order: Order) -> str:
    """Return by what statements are sorted."""
    return {
        Order.DUE: translate("view", "due"),
        Order.PRIORITY: translate("view", "priority"),
        Order.OUTCOME: translate("view", "verdict"),
        Order.CHECKER: translate("view", "checker"),
        Order.EVIDENCE: translate("view", "evidence"),
        Order.WORDS: translate("view", "words"),
        Order.READING: translate("view", "reading order"),
        Order.AGE: translate("view", "age"),
    }[order]


def sort_words(view: View) -> str:
    """Return by what a view is sorted, and whether upwards or downwards."""
    return f"{order_words(view.sorted_by())} {_DOWN[view.descending]}"
