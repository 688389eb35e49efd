"""Makes of a copy's bytes what can be shown; runs beside the window's thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from factcheck.domain.model import Capture

Shown = str | QImage | None

# Code points of a text, and pixels of a picture and of its larger side on the screen.
MOST_TEXT = 100_000
_MOST_PIXELS = 100_000_000
_SIDE = 2000
_PICTURES = (b"png", b"jpeg", b"gif", b"webp", b"bmp")


def shown_of(capture: Capture, content: bytes) -> Shown:
    """Return the text or the picture to show, None for what can only be saved."""
    if capture.media_type.startswith("text/"):
        return _text(content)
    if capture.media_type.startswith("image/"):
        return _picture(content)
    return None


def _text(content: bytes) -> Shown:
    from factcheck.importers.decode import decode

    try:
        return decode(content).text[:MOST_TEXT]
    except FactcheckError:
        return None


def _picture(content: bytes) -> Shown:
    """Decode a picture scaled down; None where it is too large or of another format."""
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    size = reader.size()
    if bytes(reader.format().data()) not in _PICTURES or not _is_fit(size):
        return None
    reader.setAutoTransform(True)
    if max(size.width(), size.height()) > _SIDE:
        reader.setScaledSize(size.scaled(_SIDE, _SIDE, Qt.AspectRatioMode.KeepAspectRatio))
    picture = reader.read()
    return None if picture.isNull() else picture


def _is_fit(size: QSize) -> bool:
    return size.isValid() and size.width() * size.height() <= _MOST_PIXELS
