"""The number of a cell spells what it is: all lines and cells are made anew with each step.

A pair of checker and outcome is looked up when a cell is made.
"""

from __future__ import annotations

STATEMENTS = ("CREATE INDEX cell_pair ON cell (checker, outcome)",)
