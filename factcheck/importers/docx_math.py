"""Formulas of Word files on one line: "a/b", "x^2", "√(x+1)", so that no sign changes its meaning.

Office Math, ECMA-376 part 1, 22.1; written as Unicode's technical note 28 writes formulas in text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.importers.elements import attribute, child, local

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element

_HAT = "\u0302"  # the usual accent: a sign that stands above the one before


def on_one_line(element: _Element) -> str:
    """Return the signs of a formula, or of a part of one, in the order in which they are read."""
    if local(element).endswith("Pr"):
        return ""
    if local(element) == "t":
        return element.text or ""
    write = _WRITTEN.get(local(element))
    return write(element) if write else "".join(map(on_one_line, element))


def _part(element: _Element, name: str) -> str:
    found = child(element, name)
    return "" if found is None else on_one_line(found)


def _held(words: str) -> str:
    """Hold together what is more than one sign or number."""
    return words if words.isalnum() and (len(words) == 1 or words.isdigit()) else f"({words})"


def _raised(element: _Element) -> str:
    return _part(element, "e") + _limits(element)


def _limits(element: _Element) -> str:
    low, high = _part(element, "sub"), _part(element, "sup")
    return (f"_{_held(low)}" if low else "") + (f"^{_held(high)}" if high else "")


def _divided(element: _Element) -> str:
    return f"{_held(_part(element, 'num'))}/{_held(_part(element, 'den'))}"


def _root(element: _Element) -> str:
    degree = _part(element, "deg")
    inside = f"{degree}&{_part(element, 'e')}" if degree else _part(element, "e")
    return f"√({inside})"


def _sign(element: _Element, properties: str, name: str, usual: str) -> str:
    """Return a sign that the properties name; ``usual`` where they are silent."""
    named = child(element, properties, name)
    return usual if named is None else attribute(named, "val")


def _bracketed(element: _Element) -> str:
    between = _sign(element, "dPr", "sepChr", "|")
    inside = between.join(on_one_line(each) for each in element if local(each) == "e")
    return _sign(element, "dPr", "begChr", "(") + inside + _sign(element, "dPr", "endChr", ")")


def _summed(element: _Element) -> str:
    return f"{_sign(element, 'naryPr', 'chr', '∫')}{_limits(element)} {_part(element, 'e')}"


def _accented(element: _Element) -> str:
    return _part(element, "e") + _sign(element, "accPr", "chr", _HAT)


def _limited(element: _Element) -> str:
    mark = "_" if local(element) == "limLow" else "^"
    return f"{_part(element, 'e')}{mark}{_held(_part(element, 'lim'))}"


def _function(element: _Element) -> str:
    return f"{_part(element, 'fName')} {_part(element, 'e')}"


def _rows(element: _Element) -> str:
    rows = [each for each in element if local(each) in {"mr", "e"}]
    return "(" + "; ".join(map(on_one_line, rows)) + ")"


def _cells(row: _Element) -> str:
    return ", ".join(on_one_line(each) for each in row if local(each) == "e")


_WRITTEN: dict[str, Callable[[_Element], str]] = {
    "sSup": _raised,
    "sSub": _raised,
    "sSubSup": _raised,
    "f": _divided,
    "rad": _root,
    "d": _bracketed,
    "nary": _summed,
    "acc": _accented,
    "limLow": _limited,
    "limUpp": _limited,
    "func": _function,
    "m": _rows,
    "mr": _cells,
    "eqArr": _rows,
}
