"""Files and addresses that somebody drops."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData


def dropped_files(data: QMimeData) -> list[Path]:
    """Return the files of this machine among what is dropped, folders left out."""
    return [path for path in dropped_paths(data) if not path.is_dir()]


def dropped_paths(data: QMimeData) -> list[Path]:
    """Return the files and folders of this machine among what is dropped."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def dropped_address(data: QMimeData) -> str:
    """Return the first web address among what is dropped, or ""."""
    return next((url.toString() for url in data.urls() if url.scheme() in {"http", "https"}), "")
