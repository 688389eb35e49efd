"""What a start must not wait for is not loaded when the window is first painted."""

import os
import subprocess
import sys

SLOW = (
    *("sqlite_utils", "sqlite3", "pysqlite3", "dateutil", "trafilatura", "lxml", "typst"),
    *("pypdfium2", "markdown_it", "regex", "charset_normalizer", "click", "tzlocal"),
    *("sentencex", "pickle", "subprocess", "factcheck.actions.serving"),
)

PROGRAM = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from factcheck.ui.app import make_window
from factcheck.ui.settings import Settings

app = QApplication([])
window = make_window(app, Settings(Path(sys.argv[1]) / "window.ini"), None)
loaded = []
window.painted.connect(lambda: loaded.extend(sys.modules))
window.settled.connect(app.quit)
window.show()
app.exec()
assert "factcheck.ui.window" in loaded
print(*(name for name in sys.argv[2:] if name in loaded))
"""


def test_slow_libraries_wait_until_after_the_first_paint(tmp_path) -> None:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(tmp_path), *SLOW],
        capture_output=True,
        text=True,
        env=environment,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == []
