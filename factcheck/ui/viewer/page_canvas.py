"""One page of a PDF as it was printed, with words on it that can be selected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QWidget

from factcheck.ui.palette import LIGHT
from factcheck.ui.viewer.page_text import PageText

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from factcheck.importers.pdf_pages import Page, PageSize
    from factcheck.ui.viewer.text_view import Place

_PAPER = "#ffffff"


class PageCanvas(QWidget):
    """Paints a page at ``zoom`` pixels a point. A page is paper: white also when it is dark around.

    ``selected`` carries start and end, code points of the page's text, equal for nothing.
    """

    selected = Signal(int, int)

    def __init__(self) -> None:
        super().__init__()
        self.words: PageText | None = None
        self._image = QImage()
        self._size: PageSize | None = None
        self._zoom = 1.0
        self._selection: Place = (0, 0)
        self._anchor = 0
        self._found: list[Place] = []
        self._cited: list[Place] = []
        self.setAccessibleName(self.tr("Page"))

    def show_empty(self, size: PageSize) -> None:
        """Show white paper of this size, until the page is drawn."""
        self._size, self.words, self._image = size, None, QImage()
        self._selection, self._found, self._cited = (0, 0), [], []
        self._fit()

    def show_page(self, page: Page) -> None:
        """Show the page, in whatever scale it was drawn."""
        drawn = page.picture
        form = QImage.Format.Format_RGB32
        # The image does not keep the bytes that it is made of: the copy has its own.
        self._image = QImage(drawn.pixels, drawn.width, drawn.height, drawn.stride, form).copy()
        if self.words is None:
            self.words = PageText(page.words)
            self.setAccessibleDescription(page.words.text)
        self.setCursor(
            Qt.CursorShape.IBeamCursor if page.words.text else Qt.CursorShape.ArrowCursor
        )
        self.update()

    def set_zoom(self, zoom: float) -> None:
        """Show the page larger or smaller; what was drawn is stretched meanwhile."""
        self._zoom = zoom
        self._fit()

    def select(self, start: int, end: int) -> None:
        """Show these words as selected."""
        self._selection = (start, end)
        self.update()

    def show_tints(self, found: list[Place], cited: list[Place]) -> None:
        """Tint what was found, and the words of the excerpt."""
        self._found, self._cited = found, cited
        self.update()

    def box_of(self, start: int, end: int) -> QRectF:
        """Return where words begin, in pixels; nothing where the page has none."""
        return self._boxes((start, end))[0] if self._boxes((start, end)) else QRectF()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the page, and the tints as a marker on paper would leave them."""
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(_PAPER))
        self._paint_image(painter)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        for places, colour in (
            (self._cited, LIGHT.tone("amber").tint),
            ([place for place in self._found if place != self._selection], LIGHT.found),
            ([self._selection], LIGHT.selection),
        ):
            for box in (box for place in places for box in self._boxes(place)):
                painter.fillRect(box, QColor(colour))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to select; with Shift, select on."""
        if event.button() is Qt.MouseButton.LeftButton:
            extends = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            if not extends:
                self._anchor = self._offset(event.position())
            self._select_to(self._offset(event.position()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Select on."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._select_to(self._offset(event.position()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select the word."""
        if self.words is not None:
            start, end = self.words.word_at(self._offset(event.position()))
            self._anchor = start
            self._select_to(end)

    def _select_to(self, offset: int) -> None:
        self.select(min(self._anchor, offset), max(self._anchor, offset))
        self.selected.emit(*self._selection)

    def _offset(self, point: QPointF) -> int:
        if self.words is None:
            return 0
        return self.words.at(point.x() / self._zoom, point.y() / self._zoom)

    def _boxes(self, place: Place) -> list[QRectF]:
        """Return where words are, in pixels."""
        if self.words is None or place[0] >= place[1]:
            return []
        return [
            QRectF(QPointF(left, top) * self._zoom, QPointF(right, bottom) * self._zoom)
            for left, top, right, bottom in self.words.boxes(*place)
        ]

    def _paint_image(self, painter: QPainter) -> None:
        """Draw pixel for pixel where the page was drawn for this size, else stretched."""
        width = self.devicePixelRatioF() * self.width()
        if abs(self._image.width() - width) <= self.devicePixelRatioF():
            self._image.setDevicePixelRatio(self.devicePixelRatioF())
            painter.drawImage(0, 0, self._image)
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(self.rect(), self._image)

    def _fit(self) -> None:
        if self._size is not None:
            width, height = self._size.width * self._zoom, self._size.height * self._zoom
            self.setFixedSize(QSize(max(1, round(width)), max(1, round(height))))
        self.update()
