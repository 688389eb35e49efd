"""The scales of a desk: what their steps mean, and which of them an article is judged with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QScrollArea,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from factcheck.ui.dialogs.frame import room_for, scrolling
from factcheck.ui.widgets import Pill, ToneLabel, button, label, set_tip

if TYPE_CHECKING:
    from factcheck.domain.model import Scale

_LIST_HEIGHT = 150
_ROW_PADDING = 5
_IN_USE_COLUMN = 3


class ScalesDialog(QDialog):
    """A list of the scales; below it the steps of the chosen one in full.

    ``new_requested``; ``edit_requested`` and ``use_requested`` carry a Scale.
    """

    new_requested = Signal()
    edit_requested = Signal(object)
    use_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Scales"))
        self._scales: tuple[Scale, ...] = ()
        self._used = ""
        self._no_use = self._read_only = ""
        self.list = self._make_list()
        self.new, self.edit = button(self.tr("&New…")), button(self.tr("&Edit…"))
        self.use = button(self.tr("&Use for this article"), primary=True)
        self.steps = scrolling(QWidget())
        self.refusal = ToneLabel("amber")
        self.refusal.say("")
        self._lay_out()
        self._connect()
        self.resize(620, min(620, room_for(self)))

    def show_scales(
        self, scales: tuple[Scale, ...], *, used: str, no_use: str, read_only: str
    ) -> None:
        """Show the newest versions; ``used`` is the id of the one the article is judged with.

        ``no_use`` says why none can be chosen for an article, ``read_only`` why none be changed.
        """
        chosen = self.scale()
        self._scales, self._used = scales, used
        self._no_use, self._read_only = no_use, read_only
        self.list.setColumnHidden(_IN_USE_COLUMN, not used)
        self.list.clear()
        for scale in scales:
            self.list.addTopLevelItem(self._item(scale))
        by_default = next((scale.name for scale in scales if scale.id == used), "")
        self.choose(chosen.name if chosen else by_default)
        self.refusal.say(read_only)

    def choose(self, name: str) -> None:
        """Go to the scale of this name, or to the first."""
        names = [scale.name for scale in self._scales]
        place = names.index(name) if name in names else 0
        self.list.setCurrentIndex(self.list.model().index(place, 0))

    def scale(self) -> Scale | None:
        """Return the scale that is chosen in the list."""
        item = self.list.currentItem()
        return self._scales[self.list.indexOfTopLevelItem(item)] if item else None

    def _make_list(self) -> QTreeWidget:
        made = QTreeWidget()
        made.setAccessibleName(self.tr("Scales of the desk"))
        made.setRootIsDecorated(False)
        made.setUniformRowHeights(True)
        made.setFixedHeight(_LIST_HEIGHT)
        made.setHeaderLabels(
            [self.tr("Scale"), self.tr("Version"), self.tr("Steps"), self.tr("This article")]
        )
        made.header().setStretchLastSection(False)
        for column in range(1, 4):
            made.header().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        made.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        return made

    def _item(self, scale: Scale) -> QTreeWidgetItem:
        mark = self.tr("● in use") if scale.id == self._used else ""
        item = QTreeWidgetItem([scale.name, str(scale.version), str(len(scale.steps)), mark])
        item.setSizeHint(0, QSize(0, self.list.fontMetrics().height() + 2 * _ROW_PADDING))
        return item

    def _lay_out(self) -> None:
        tools = QHBoxLayout()
        for each in (self.new, self.edit):
            tools.addWidget(each)
        tools.addStretch(1)
        tools.addWidget(self.use)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(self.list)
        column.addLayout(tools)
        column.addWidget(self.steps, 1)
        column.addWidget(self.refusal)
        column.addWidget(buttons)

    def _connect(self) -> None:
        self.list.currentItemChanged.connect(lambda *_items: self._show_chosen())
        self.list.itemActivated.connect(lambda *_item: self.edit.click())
        self.new.clicked.connect(self.new_requested)
        self.edit.clicked.connect(lambda: self.edit_requested.emit(self.scale()))
        self.use.clicked.connect(lambda: self.use_requested.emit(self.scale()))

    def _show_chosen(self) -> None:
        scale = self.scale()
        self.refusal.say(self._read_only)
        for each in (self.new, self.edit):
            _allow(each, self._read_only)
        if scale is None:
            return
        in_use = self.tr("This article is judged with it already.")
        _allow(self.use, self._no_use or (in_use if scale.id == self._used else ""))
        heads = (self.tr("Key"), self.tr("Step"), self.tr("What it means"), self.tr("Number"))
        _fill(self.steps, heads, scale)


def _allow(deed: QWidget, why_not: str) -> None:
    deed.setEnabled(not why_not)
    deed.setAccessibleDescription(why_not)
    set_tip(deed, why_not)


def _fill(area: QScrollArea, heads: tuple[str, ...], scale: Scale) -> None:
    """Show each step with its key, its number and its meaning in full."""
    page = QWidget()
    page.setContentsMargins(0, 0, 10, 0)
    grid = QGridLayout(page)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(10)
    grid.setVerticalSpacing(8)
    grid.setColumnStretch(2, 1)
    top, left = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignLeft
    for column, head in enumerate(heads):
        grid.addWidget(label(head, "small"), 0, column)
    for place, step in enumerate(scale.steps, start=1):
        grid.addWidget(label(str(place), "key"), place, 0, top | left)
        grid.addWidget(Pill(f"{step.symbol} {step.word}", step.tone), place, 1, top | left)
        grid.addWidget(label(step.meaning, wrap=True), place, 2, top)
        value = "" if step.value is None else str(step.value)
        grid.addWidget(label(value, "muted"), place, 3, top | Qt.AlignmentFlag.AlignRight)
    grid.setRowStretch(len(scale.steps) + 1, 1)
    area.setWidget(page)
