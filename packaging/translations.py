"""Collect the window's texts for translators, and make of their work what the window loads.

python3 packaging/translations.py update de    make or renew resources/translations/factcheck_de.ts
python3 packaging/translations.py release      make a .qm file of each .ts file

Needs PySide6 in the Python that runs it (.venv/bin/python). Translate the .ts file with
pyside6-linguist. The window takes the language of the system, if there is a .qm file for it.
"""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "factcheck" / "ui"
FOLDER = ROOT / "resources" / "translations"


def main(arguments: list[str]) -> int:
    """Do what the command line asks; return the exit code."""
    if find_spec("PySide6") is None:
        print("PySide6 is not installed here. Set up .venv first: python3 packaging/dev.py test")
        return 2
    match arguments:
        case ["update", language]:
            return update(language)
        case ["release"]:
            return release()
    print(__doc__)
    return 2


def update(language: str, folder: Path = FOLDER) -> int:
    """Put all texts into the .ts file of a language such as "de" or "pt_BR"; keep what is done."""
    sources = [str(path.relative_to(ROOT)) for path in sorted(SOURCES.rglob("*.py"))]
    target = folder / f"factcheck_{language}.ts"
    # Without the language lupdate knows no plural forms. Line numbers would change with each edit.
    options = ["-target-language", language, "-source-language", "en", "-locations", "none"]
    return run("lupdate", *options, *sources, "-ts", str(target))


def release(folder: Path = FOLDER) -> int:
    """Make the .qm file of each .ts file."""
    files = [str(path) for path in sorted(folder.glob("factcheck_*.ts"))]
    return run("lrelease", *files) if files else 0


def run(tool: str, *arguments: str) -> int:
    """Run one of Qt's tools as PySide6 brings it."""
    program = f"import sys; from PySide6.scripts.pyside_tool import {tool}; {tool}()"
    command = [sys.executable, "-c", program, *arguments]
    return subprocess.run(command, cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
