"""The program: a command on the command line, or else the window."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from factcheck.actions.frozen import serve_if_asked

if TYPE_CHECKING:
    from pathlib import Path


def main() -> None:
    """Run what the command line says; without a command, open the window on the desk named."""
    serve_if_asked(sys.argv[1:])
    from factcheck import cli

    sys.exit(cli.run(sys.argv[1:], open_window=_open_window))


def _open_window(desk: Path | None) -> int:
    # The window's libraries are loaded only here, so that commands start fast.
    from factcheck.ui import app

    return app.run([str(desk)] if desk else [])


if __name__ == "__main__":
    main()
