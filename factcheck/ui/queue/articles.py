"""The articles of a desk, each with how far the work on it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStackedWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from factcheck.domain.workflow import State
from factcheck.ui import fonts
from factcheck.ui.statement.words import state_look
from factcheck.ui.widgets import button, current_palette, label

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from factcheck.domain.ids import ArticleId
    from factcheck.ui.queue.rows import ArticleRow

    # The lines of some articles.
    Read = Callable[[Sequence[ArticleId]], Sequence[ArticleRow]]

Index = QModelIndex | QPersistentModelIndex
_ROW = int(Qt.ItemDataRole.UserRole)
_OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PADDING = 14
_BAR = QSize(120, 8)
_SHOWN = 300
_TOGETHER = 50
_BATCH = 1_000  # lines that are given their places in one turn of the event loop


class ArticleList(QWidget):
    """``opened`` carries an article id."""

    opened = Signal(str)
    import_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.model = _Articles(self)
        self.list = _List(self.model)
        self.list.setAccessibleName(self.tr("Articles"))
        self.import_button = button(self.tr("Import an article…"), primary=True)
        self.import_button.clicked.connect(self.import_requested)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._empty_page())
        self._pages.addWidget(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._pages)
        self.list.opened.connect(self._open)
        self.list.doubleClicked.connect(self._open)

    def show_articles(self, articles: Sequence[ArticleId], read: Read) -> None:
        """Show these articles, of which ``read`` gives the lines; the current one stays current."""
        if articles == self.model.articles:
            self.model.read_anew(read)
            return
        place = self.list.currentIndex().row()
        before = self.model.articles[place] if place >= 0 else None
        self.model.set_articles(articles, read)
        self._pages.setCurrentIndex(int(bool(articles)))
        at = articles.index(before) if before in articles else 0
        self.list.setCurrentIndex(self.model.index(at, 0))

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self.model.articles[index.row()])

    def _empty_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setSpacing(8)
        centre = Qt.AlignmentFlag.AlignHCenter
        column.addStretch(2)
        column.addWidget(label(self.tr("No article yet"), "title"), 0, centre)
        hint = self.tr("Import a file, paste a text, or drop an article here.")
        column.addWidget(label(hint, "muted"), 0, centre)
        column.addWidget(self.import_button, 0, centre)
        column.addStretch(3)
        return page


class _Articles(QAbstractListModel):
    """Articles in the order in which they are handed in; their lines are read as they are met."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.articles: Sequence[ArticleId] = ()
        self._rows: dict[ArticleId, ArticleRow] = {}

    def set_articles(self, articles: Sequence[ArticleId], read: Read) -> None:
        self.beginResetModel()
        self.articles, self._read = articles, read
        self._rows = {}
        self.endResetModel()

    def read_anew(self, read: Read) -> None:
        """Show the same articles with what is to be said of them now."""
        self._read, self._rows = read, {}
        if self.articles:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.articles) - 1, 0))

    def row(self, place: int) -> ArticleRow | None:
        """Return a line, read together with its neighbours; None for one that has just gone."""
        if self.articles[place] not in self._rows:
            first = place - place % _TOGETHER
            rows = self._read(self.articles[first : first + _TOGETHER])
            self._rows |= {row.article_id: row for row in rows}
        return self._rows.get(self.articles[place])

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.articles)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self.row(index.row())
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join([row.title, self.progress(row), *_counts_in_words(row)])
        return row if role == _ROW else None

    def progress(self, row: ArticleRow) -> str:
        """Return "9 of 12 judged"."""
        if not row.total:
            return self.tr("no statements yet")
        return self.tr("{} of {} judged").format(row.judged, row.total)


class _List(QListView):
    """The list with its key: Return opens."""

    opened = Signal(QModelIndex)

    def __init__(self, model: _Articles) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(_ArticleDelegate(model, self))
        self.setUniformItemSizes(True)
        # Twenty thousand at once would take longer than a frame.
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(_BATCH)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def paintEvent(self, event: QPaintEvent) -> None:
        ground = QPainter(self.viewport())
        ground.fillRect(event.rect(), QColor(current_palette().paper))
        ground.end()
        super().paintEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _OPENING and not event.modifiers():
            self.opened.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


class _ArticleDelegate(QStyledItemDelegate):
    """Draws title and facts at the left, the bar and what it means at the right."""

    def __init__(self, model: _Articles, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del index
        return QSize(200, round(option.fontMetrics.height() * 2.8) + 2 * _PADDING)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: ArticleRow | None = index.data(_ROW)
        if row is None:
            return
        palette = current_palette()
        rect = QRectF(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(rect, QColor(palette.accent_soft if chosen else palette.paper))
        painter.fillRect(rect.adjusted(0, rect.height() - 1, 0, 0), QColor(palette.line))
        inner = rect.adjusted(_PADDING, _PADDING, -_PADDING, -_PADDING)
        left = inner.adjusted(0, 0, -_BAR.width() - 2 * _PADDING, 0)
        painter.setFont(fonts.serif(16))
        _draw_lines(painter, left, row.title, _facts(row))
        self._draw_progress(painter, inner, row)
        painter.restore()

    def _draw_progress(self, painter: QPainter, inner: QRectF, row: ArticleRow) -> None:
        bar = QRectF(inner.right() - _BAR.width(), inner.y() + 6, _BAR.width(), _BAR.height())
        draw_bar(painter, bar, row.counts)
        words = bar.adjusted(0, 10, 0, painter.fontMetrics().height() + 8)
        top = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(words, top, self._model.progress(row))


def draw_bar(painter: QPainter, rect: QRectF, counts: tuple[tuple[State, int], ...]) -> None:
    """Draw how many statements are in each state as stretches of one thin bar.

    What nobody has begun is the empty rest.
    """
    palette = current_palette()
    begun = [(state, count) for state, count in counts if state is not State.TO_CHECK]
    total = sum(count for _, count in counts)
    at = rect.x()
    painter.fillRect(rect, QColor(palette.groove))
    for state, count in begun:
        width = rect.width() * count / total if total else 0.0
        part = QRectF(at, rect.y(), width, rect.height())
        painter.fillRect(part, QColor(palette.tone(state_look(state).tone).ink))
        at += width


def _draw_lines(painter: QPainter, rect: QRectF, title: str, facts: str) -> None:
    palette = current_palette()
    mode, left = Qt.TextElideMode.ElideRight, int(Qt.AlignmentFlag.AlignLeft)
    height = painter.fontMetrics().height()
    painter.setPen(QColor(palette.ink))
    words = " ".join(title[:_SHOWN].split())
    shown = painter.fontMetrics().elidedText(words, mode, int(rect.width()))
    painter.drawText(rect, left, shown)
    painter.setFont(fonts.sans(12))
    painter.setPen(QColor(palette.muted))
    shown = painter.fontMetrics().elidedText(facts, mode, int(rect.width()))
    painter.drawText(rect.adjusted(0, height + 2, 0, 6), left, shown)


def _facts(row: ArticleRow) -> str:
    return " · ".join(part for part in (row.publication, row.date) if part)


def _counts_in_words(row: ArticleRow) -> list[str]:
    return [f"{state_look(state).word} {count}" for state, count in row.counts if count]
