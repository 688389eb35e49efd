"""Every action that the log can hold has its words."""

import ast
from pathlib import Path

import pytest

import factcheck.actions
import factcheck.store
from factcheck.domain.model import Priority
from factcheck.domain.workflow import Step
from factcheck.ui.deeds import DEEDS, deed_name, deed_told

FOLDERS = [Path(package.__file__).parent for package in (factcheck.actions, factcheck.store)]
# Where the name of an action is the first argument, and where it is the second.
DOORS = {"change": 0, "_each": 1, "_set": 1, "_take_back": 3}
ALONE = [Step.SUBMIT, Step.APPROVE, Step.SEND_BACK, Step.DISMISS, Step.REOPEN]
# What a part of an action's name stands for, by its source; all other parts are anybody's words.
PARTS = {
    "step": [*ALONE[:-1]],
    "step.value": ALONE,
    "Step.APPROVE.value": [Step.APPROVE],
    "Step.SEND_BACK.value": [Step.SEND_BACK],
    "priority": list(Priority),
    "name or 'nobody'": ["nobody", "Mia Torres"],
}


class Reader(ast.NodeVisitor):
    """Finds the names of actions in a module."""

    def __init__(self, tree: ast.Module) -> None:
        self.tree = tree
        self.found: set[str] = set()
        self.visit(tree)

    def visit_Call(self, node: ast.Call) -> None:
        self.generic_visit(node)
        called = node.func.attr if isinstance(node.func, ast.Attribute) else ast.unparse(node.func)
        place = DOORS.get(called)
        if place is not None and len(node.args) > place:
            self.found |= set(self.names(node.args[place]))

    def names(self, node: ast.expr) -> list[str]:
        match node:
            case ast.Constant(value=str(text)):
                return [text]
            case ast.IfExp(body=one, orelse=other):
                return [*self.names(one), *self.names(other)]
            case ast.JoinedStr(values=parts):
                return self.joined(parts)
            case ast.Name(id=name):
                return [text for value in self.values_of(name) for text in self.names(value)]
            case ast.Subscript(value=ast.Name(id=name)):
                table = self.values_of(name)[0]
                return [text for value in table.values for text in self.names(value)]
        return [str(each) for each in PARTS.get(ast.unparse(node), [])]

    def joined(self, parts: list[ast.expr]) -> list[str]:
        texts = [""]
        for part in parts:
            if isinstance(part, ast.Constant):
                ends = [str(part.value)]
            else:
                ends = [str(each) for each in PARTS.get(ast.unparse(part.value), ["R&D {7}"])]
            texts = [text + end for text in texts for end in ends]
        return texts

    def values_of(self, name: str) -> list[ast.expr]:
        """Whatever the name is set to anywhere in the module; a parameter is told by its caller."""
        return [
            node.value
            for node in ast.walk(self.tree)
            if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == name
        ]


def actions() -> list[str]:
    files = [path for folder in FOLDERS for path in folder.glob("*.py")]
    return sorted(set().union(*(Reader(ast.parse(path.read_text())).found for path in files)))


@pytest.mark.parametrize("action", actions())
def test_every_action_has_words_of_its_own(action: str) -> None:
    assert deed_told(action) != action
    # What only a part of the log is about is never undone by itself.
    assert deed_name(action)
    assert "{0}" not in deed_told(action) + deed_name(action)
    if "R&D" in action:
        assert "R&D {7}" in deed_told(action)
        assert "R&D {7}" in deed_name(action)


def test_the_table_has_no_row_that_no_action_needs() -> None:
    needed = {action for action in actions() if action in DEEDS}
    needed |= {row for row in DEEDS if row.endswith(" ") and any(row in a for a in actions())}
    assert needed == DEEDS.keys()


def test_one_row_is_not_hidden_by_another() -> None:
    assert deed_told("tag several: x") == "added the tag “x” to several statements"
    assert deed_told("tag: several: x") == "added the tag “several: x”"
    assert deed_told("assign several to nobody") == "assigned several statements to nobody"


def test_what_was_undone_is_named() -> None:
    assert deed_told("undo", "verdict: Fix") == "took back: verdict “Fix”"
    assert deed_told("redo", "resize") == "did again: changed mark"


def test_an_action_of_a_later_version_goes_by_its_own_name() -> None:
    assert deed_told("sing {0}") == deed_name("sing {0}") == "sing {0}"
