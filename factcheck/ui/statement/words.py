"""How states, kinds, stances and steps are named and marked in the window."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from factcheck.domain.model import Priority, Sourcing, Stance, StatementKind
from factcheck.domain.workflow import State, Step

# The name by which lupdate finds the texts.
translate = QCoreApplication.translate


class Look(NamedTuple):
    """A word with the symbol and the tone beside it; the tone never stands alone."""

    symbol: str
    word: str
    tone: str


def stance_look(stance: Stance) -> Look:
    """Return how a stance is shown."""
    return {
        Stance.SUPPORTS: Look("✓", translate("words", "Supports"), "green"),
        Stance.REFUTES: Look("✗", translate("words", "Refutes"), "red"),
        Stance.CONTEXT: Look("!", translate("words", "Context"), "violet"),
    }[stance]


def state_look(state: State) -> Look:
    """Return how a state is shown."""
    return {
        State.TO_CHECK: Look("○", translate("words", "To check"), "grey"),
        State.IN_CHECKING: Look("◐", translate("words", "In checking"), "blue"),
        State.AWAITING_REVIEW: Look("◑", translate("words", "Awaiting review"), "violet"),
        State.SENT_BACK: Look("↩", translate("words", "Sent back"), "amber"),
        State.APPROVED: Look("●", translate("words", "Approved"), "green"),
        State.CHANGED: Look("≠", translate("words", "Changed since checked"), "red"),
        State.DISMISSED: Look("–", translate("words", "Dismissed"), "grey"),
        State.CUT: Look("✂", translate("words", "Cut"), "grey"),
    }[state]


def kind_word(kind: StatementKind) -> str:
    """Return the name of a kind of statement."""
    return {
        StatementKind.NUMBER: translate("words", "Number"),
        StatementKind.QUOTATION: translate("words", "Quotation"),
        StatementKind.NAME: translate("words", "Name"),
        StatementKind.DATE: translate("words", "Date"),
        StatementKind.PLACE: translate("words", "Place"),
        StatementKind.TITLE: translate("words", "Title"),
        StatementKind.SUPERLATIVE: translate("words", "Superlative"),
        StatementKind.ATTRIBUTION: translate("words", "Attribution"),
        StatementKind.OTHER: translate("words", "Other"),
    }[kind]


def priority_word(priority: Priority) -> str:
    """Return the name of a priority."""
    return {
        Priority.LOW: translate("words", "Low"),
        Priority.NORMAL: translate("words", "Normal"),
        Priority.HIGH: translate("words", "High"),
    }[priority]


def sourcing_word(sourcing: Sourcing) -> str:
    """Return how near a source is; nothing where that is unknown."""
    return {
        Sourcing.PRIMARY: translate("words", "primary"),
        Sourcing.SECONDARY: translate("words", "secondary"),
        Sourcing.UNKNOWN: "",
    }[sourcing]


def tone_word(tone: str) -> str:
    """Return the name of a colour."""
    return {
        "green": translate("words", "Green"),
        "amber": translate("words", "Amber"),
        "violet": translate("words", "Violet"),
        "red": translate("words", "Red"),
        "blue": translate("words", "Blue"),
        "grey": translate("words", "Grey"),
    }[tone]


def step_word(step: Step) -> str:
    """Return the words on the button of a step."""
    return {
        Step.ADD_WORDS: translate("words", "Add words"),
        Step.GATHER: translate("words", "Attach"),
        Step.JUDGE: translate("words", "Judge"),
        Step.CUT: translate("words", "Cut"),
        Step.SUBMIT: translate("words", "Submit"),
        Step.APPROVE: translate("words", "Approve"),
        Step.SEND_BACK: translate("words", "Send back"),
        Step.DISMISS: translate("words", "Dismiss"),
        Step.REOPEN: translate("words", "Reopen"),
    }[step]
