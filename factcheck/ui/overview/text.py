"""The overview as Markdown tables: for who can't see the plots, and for the clipboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from factcheck.ui.overview.plots import Columns

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.ui.overview.plots import Bar, Plot

# The name by which lupdate finds the texts.
translate = QCoreApplication.translate


def as_markdown(title: str, plots: Iterable[Plot]) -> str:
    """Return the title and a table for each plot."""
    return "\n\n".join((f"# {_cell(title)}", *map(_table, plots))) + "\n"


def spoken(plot: Plot) -> str:
    """Return the numbers of a plot in a line, as a screen reader says them."""
    if isinstance(plot, Columns):
        said = [f"{one.name}: {one.words}" for one in plot.columns]
    else:
        said = [f"{bar.name}: {_parts(bar)}" for bar in plot.bars]
    return "; ".join(said) or nothing()


def nothing() -> str:
    """Say that a plot has nothing to show."""
    return translate("overview", "Nothing.")


def _table(plot: Plot) -> str:
    if isinstance(plot, Columns):
        head = (translate("overview", "Week of"), plot.title)
        rows = [(one.name, one.words) for one in plot.columns]
    else:
        head = ("", translate("overview", "Statements"))
        rows = [(bar.name, _parts(bar)) for bar in plot.bars]
    lines = [_row(head), "| --- | --- |", *map(_row, rows)]
    return "\n".join((f"## {_cell(plot.title)}", "", *(lines if rows else [nothing()])))


def _row(cells: tuple[str, str]) -> str:
    return f"| {' | '.join(map(_cell, cells))} |"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("\\", "\\\\").replace("|", "\\|")


def _parts(bar: Bar) -> str:
    parts = [f"{part.word} {part.value:,}" for part in bar.segments if part.value]
    return ", ".join(filter(None, (*parts, bar.remark)))
