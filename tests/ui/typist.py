"""A window in a process of its own: types a note and a reason for an open statement, and stays.

Arguments: the desk, the settings file, the text. It says "kept" once the text is on the disk.
"""

import sys
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from factcheck.ui.app import make_window
from factcheck.ui.settings import Settings


def main(desk: str, settings: str, text: str) -> None:
    app = QApplication(["factcheck"])
    window = make_window(app, Settings(Path(settings)), Path(desk))

    def type_it() -> None:
        work = window.work
        work.go_to_open()
        work.drafts.kept.connect(lambda: print("kept", flush=True))  # noqa: T201
        QTest.keyClicks(work.panel.notes.writing.field, text)
        QTest.keyClicks(work.panel.verdict.reasoning, text)

    window.settled.connect(type_it)
    window.show()
    app.exec()


if __name__ == "__main__":
    main(*sys.argv[1:])
