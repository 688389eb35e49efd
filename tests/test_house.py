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
RICH_TEXT = re.compile(
    r"\b(setHtml|insertHtml|appendHtml|toHtml|fromHtml|setMarkdown|insertMarkdown|fromMarkdown|"
    r"RichText|AutoText|MarkdownText|QTextBrowser|QTextDocumentFragment|QStaticText|QErrorMessage|"
    r"setOpenExternalLinks|setWhatsThis|setDetailedText|setInformativeText)\b|QTextEdit\("
)
PLAIN = "setTextFormat(Qt.TextFormat.PlainText)"
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


def calls_in(tree: ast.AST) -> Iterator[tuple[str, ast.Call]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func).rpartition(".")[2], node


def guessing_labels(tree: ast.AST) -> Iterator[str]:
    """Find the labels that show words without being told that these are plain."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            is_label = any(ast.unparse(base) == "QLabel" for base in node.bases)
            if is_label and f"self.{PLAIN}" not in ast.unparse(node):
                yield node.name
        for target in node.targets if isinstance(node, ast.Assign) else ():
            name, made = ast.unparse(target), ast.unparse(node.value)
            whole = ast.unparse(tree)
            told = f"{name}.{PLAIN}" in whole
            drawn = f"{name}.setPixmap(" in whole and f"{name}.setText(" not in whole
            if made.startswith("QLabel(") and not told and not drawn:
                yield name


@pytest.mark.parametrize("path", sorted((PACKAGE / "ui").rglob("*.py")), ids=short)
def test_no_label_and_no_tip_guesses_at_markup(path):
    tree = ast.parse(path.read_text())
    assert list(guessing_labels(tree)) == []
    made = sum(name == "QLabel" for name, _ in calls_in(tree))
    kept = [n for n in ast.walk(tree) if isinstance(n, ast.Assign)]
    assert made == sum(ast.unparse(n.value).startswith("QLabel(") for n in kept)
    for name, call in calls_in(tree):
        if name in {"setToolTip", "showText"}:
            assert any("plain_tip(" in ast.unparse(each) for each in call.args), call.lineno


def test_the_label_check_sees_what_it_looks_for():
    assert list(guessing_labels(ast.parse("a = QLabel(text)"))) == ["a"]
    assert list(guessing_labels(ast.parse("class A(QLabel):\n    pass"))) == ["A"]
    assert list(guessing_labels(ast.parse(f"a = QLabel()\na.{PLAIN}"))) == []


def test_two_places_open_what_is_outside():
    """An address of a source, after a click that names its host, and the report just written."""
    opening = [short(path) for path in FILES if "openUrl(" in path.read_text()]
    assert sorted(opening) == ["ui/exporting.py", "ui/viewer/window.py"]


def test_no_test_waits_for_a_dialog(qapp):
    with pytest.raises(AssertionError, match=r"QMessageBox\.warning would wait"):
        QMessageBox.warning(None, "Title", "Text")
    with pytest.raises(AssertionError, match=r"QDialog\.exec would wait"):
        QDialog().exec()
