"""Look at a panel, and hear what it asks for."""

from PySide6.QtCore import Qt

from factcheck.ui.statement.verdict_button import Lit

CONTROL = Qt.KeyboardModifier.ControlModifier


def outcome(panel, word):
    return next(each for each in panel.verdict.grid.buttons if each.step.word == word)


def lit(panel):
    return {each.step.word: each.lit for each in panel.verdict.grid.buttons if each.lit != Lit.NO}


def heard(signal):
    said = []
    signal.connect(lambda *values: said.append(values))
    return said
