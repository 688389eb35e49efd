"""How long until the window is painted? Ours with 10,000 statements, against a bare Qt window.

Both are whole processes, timed from outside until they say that they have painted. The bare one
imports the same names from Qt: PySide makes a class when its name is first asked for.
"""

from __future__ import annotations

import ast
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import filled
from harness import paired

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import factcheck.ui

PAINTED = "painted"
WORDS, STATEMENTS = 100_000, 10_000

# What our window has loaded when it is first painted.
OF_THE_SHELL = (
    *("app", "appearance", "finder/field", "fonts", "jobs", "palette", "rail", "session"),
    "settings",
    *("status_bar", "theme", "title_bar", "widgets", "window"),
)

BARE = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

class Bare(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, said)

def said():
    print("painted", flush=True)
    app.quit()

app = QApplication(["bare"])
window = Bare()
window.resize(1440, 900)
window.show()
app.exec()
"""

OURS = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from factcheck.ui.app import make_window
from factcheck.ui.settings import Settings

app = QApplication(["ours"])
settings = Settings(Path(sys.argv[1]).with_name("window.ini"))
settings.person = "Ada Reed"
window = make_window(app, settings, Path(sys.argv[1]))
def said():
    print("painted", flush=True)
    app.quit()
window.{signal}.connect(said)
window.show()
app.exec()
"""


def same_names() -> str:
    """Return import lines for all names of Qt that our shell imports."""
    lines = set()
    for name in OF_THE_SHELL:
        source = Path(factcheck.ui.__path__[0], f"{name}.py").read_text("utf-8")
        for node in ast.parse(source).body:
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("PySide6"):
                lines.add(ast.unparse(node))
    return "\n".join(sorted(lines))


def seconds(program: str, desk: Path) -> float:
    began = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-c", program, str(desk)], stdout=subprocess.PIPE, text=True
    ) as child:
        assert child.stdout is not None
        line = child.stdout.readline().strip()
        taken = time.perf_counter() - began
    assert line == PAINTED, f"the window was not painted: {line!r}"
    return taken


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        desk = Path(folder) / "years.factcheck"
        filled.make_desk(desk, WORDS, STATEMENTS)
        bare = same_names() + BARE
        for signal, name, limit in (
            ("painted", "start to the first paint", 1.3),
            ("settled", "start to the article on show", None),
        ):
            ours = OURS.format(signal=signal)
            paired(name, lambda: seconds(bare, desk), lambda ours=ours: seconds(ours, desk), limit)


if __name__ == "__main__":
    main()
