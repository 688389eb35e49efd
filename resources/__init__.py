"""Data shipped with the program. A plain path: importlib.resources would slow the start."""

from pathlib import Path

FOLDER = Path(__file__).parent
