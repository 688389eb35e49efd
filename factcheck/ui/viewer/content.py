"""Makes of a copy's bytes what can be shown; runs beside the window's thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from factcheck.errors import FactcheckError
from factcheck.ui.viewer.pages import PdfFile, pdf_file

if TYPE_CHECKING:
    from factcheck.domain.model import Capture
    from factcheck.ui.jobs import Job

Shown = str | QImage | PdfFile | None

# Bytes of a file, code points of a text, pixels of a picture and of its larger side on the screen.
MOST_BYTES = 200_000_000
MOST_TEXT = 100_000
_MOST_PIXELS = 100_000_000
_SIDE = 2000
_PICTURES = (b"png", b"jpeg", b"gif", b"webp", b"bmp")
_PDF, _PDF_HEAD = "application/pdf", b"%PDF-"


def shown_of(capture: Capture, content: bytes, job: Job) -> Shown:
    """Return what there is to show, None for what can only be saved.

    Raises FactcheckError with the reason where a PDF can't be shown.
    """
    if capture.media_type == _PDF or content.startswith(_PDF_HEAD):
        return pdf_file(content, job)
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
