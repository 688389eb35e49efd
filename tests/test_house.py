"""The rules of the house, checked on the code itself."""

import ast
import re
import statistics
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QMessageBox

PACKAGE = Path(__file__).parents[1] / "factcheck"
FILES = sorted(PACKAGE.rglob("*.py"))
RICH_TEXT = re.compile(r"\b(setHtml|insertHtml|appendHtml|toHtml|setMarkdown|RichText)\b")
SLOW_TO_LOAD = {"PySide6", "trafilatura", "typst", "lxml", "markdown_it", "charset_normalizer"}
LIST_MODULES = """
import pkgutil, sys, factcheck.actions
for module in pkgutil.walk_packages(factcheck.actions.__path__, "factcheck.actions."):
    __import__(module.name)
print(*{name.partition(".")[0] for name in sys.modules})
"""


def short(path: Path) -> str:
    return str(path.relative_to(PACKAGE))


def function_lengths() -> Iterator[tuple[str, int]]:
    for path in FILES:
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield f"{short(path)}: {node.name}", (node.end_lineno or 0) - node.lineno + 1


def test_the_verbs_load_neither_qt_nor_what_is_slow():
    run = subprocess.run(
        [sys.executable, "-c", LIST_MODULES], capture_output=True, text=True, check=True
    )
    assert "factcheck" in run.stdout.split()
    assert SLOW_TO_LOAD.isdisjoint(run.stdout.split())


def test_qt_keeps_its_hands_off_none():
    # PySide6 6.12.0 on Python 3.11 drops a reference to None with each call that returns nothing.
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(20_000):
        thing.setObjectName("name")
    assert abs(sys.getrefcount(None) - before) < 1_000


def test_files_are_short():
    lengths = {short(path): len(path.read_text().splitlines()) for path in FILES}
    assert {name: n for name, n in lengths.items() if n > 400} == {}


def test_functions_are_short():
    lengths = list(function_lengths())
    assert [(name, n) for name, n in lengths if n > 60] == []
    assert statistics.median(n for _, n in lengths) < 10


@pytest.mark.parametrize("path", sorted((PACKAGE / "ui").rglob("*.py")), ids=short)
def test_the_window_shows_plain_text_only(path):
    # Qt's rich text reads files from the disk and the network that a source's text names.
    assert RICH_TEXT.findall(path.read_text()) == []


def test_no_test_waits_for_a_dialog(qapp):
    with pytest.raises(AssertionError, match=r"QMessageBox\.warning would wait"):
        QMessageBox.warning(None, "Title", "Text")
    with pytest.raises(AssertionError, match=r"QDialog\.exec would wait"):
        QDialog().exec()
