"""The outcomes of a scale, three in a row where they fit, and the choice of the scale."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QGridLayout, QMenu, QWidget

from factcheck.ui.statement.verdict_button import Lit, VerdictButton
from factcheck.ui.widgets import Button, plain_tip, without_mnemonic

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QResizeEvent

    from factcheck.domain.model import Scale, ScaleStep

_MOST_COLUMNS = 3
_GAP = 6
_KEYED = 9
_POINTING = {QEvent.Type.Enter, QEvent.Type.Leave, QEvent.Type.FocusIn, QEvent.Type.FocusOut}


class VerdictGrid(QWidget):
    """A button for each step; ``pressed`` carries the step's code.

    ``pointed``: ``pointed_at()`` may say something else now.
    """

    pressed = Signal(str)
    pointed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.buttons: list[VerdictButton] = []
        self._scale: Scale | None = None
        self._arranged: tuple[int, list[VerdictButton]] = (0, [])
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_GAP)

    def set_scale(self, scale: Scale) -> None:
        """Show the steps of this scale; nothing is done where they are shown already."""
        if scale == self._scale:
            return
        self._scale = scale
        for button in self.buttons:
            self._grid.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = [self._make(place, step) for place, step in enumerate(scale.steps)]
        self._arrange()

    def light(self, code: str, lit: Lit) -> None:
        """Light the step with this code, and no other."""
        for button in self.buttons:
            button.set_lit(lit if button.step.code == code else Lit.NO)

    def set_refusal(self, why: str) -> None:
        """Disable all outcomes and say why; "" allows them."""
        for button in self.buttons:
            button.set_refusal(why)

    def pointed_at(self) -> ScaleStep | None:
        """Return the step that the mouse is on, or else the focus."""
        found = [each for each in self.buttons if each.underMouse() or each.hasFocus()]
        return min(found, key=VerdictButton.hasFocus).step if found else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell that mouse or focus came or went."""
        if event.type() in _POINTING:
            self.pointed.emit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep every word whole: fewer columns where three don't fit."""
        super().resizeEvent(event)
        self._arrange()

    def _make(self, place: int, step: ScaleStep) -> VerdictButton:
        command = f"statement.verdict{place + 1}" if place < _KEYED else ""
        button = VerdictButton(step, command)
        button.installEventFilter(self)
        button.clicked.connect(lambda: self.pressed.emit(step.code))
        return button

    def _arrange(self) -> None:
        columns = self._columns()
        if (columns, self.buttons) == self._arranged:
            return
        self._arranged = (columns, self.buttons)
        for column in range(_MOST_COLUMNS):
            self._grid.setColumnStretch(column, int(column < columns))
        for place, button in enumerate(self.buttons):
            self._grid.addWidget(button, place // columns, place % columns)
            button.show()

    def _columns(self) -> int:
        widest = max((button.sizeHint().width() for button in self.buttons), default=1)
        return min(_MOST_COLUMNS, max(1, (self.width() + _GAP) // (widest + _GAP)))


class ScaleChoice(Button):
    """The scale's name; a press offers all of the desk by id, and to define others.

    The first of them is the article's own. A version that is not the newest is named as such.
    """

    chosen = Signal(str)
    scales_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFlat(True)
        self.setProperty("role", "link")
        self._shown: tuple[Scale, ...] = ()
        self.menu_of_scales = QMenu(self)
        self.menu_of_scales.setToolTipsVisible(True)
        self.clicked.connect(self._pop_up)

    def show_scales(self, scales: tuple[Scale, ...], current: Scale) -> None:
        """Offer these scales; ``current`` is the one on show."""
        name = current.name
        if current not in scales:
            name = self.tr("{0}, version {1}").format(name, current.version)
        self.setText(without_mnemonic(f"{name} ▾"))
        self.setAccessibleName(self.tr("Scale: {}").format(name))
        if scales != self._shown:
            self._shown = scales
            self._fill(scales)
        for action in self.menu_of_scales.actions():
            action.setChecked(action.data() == current.id)

    def _fill(self, scales: tuple[Scale, ...]) -> None:
        self.menu_of_scales.clear()
        group = QActionGroup(self.menu_of_scales)
        group.triggered.connect(lambda action: self.chosen.emit(action.data()))
        for scale in scales:
            action = QAction(without_mnemonic(scale.name), group)
            action.setData(scale.id)
            action.setCheckable(True)
            action.setToolTip(plain_tip(" · ".join(step.word for step in scale.steps)))
            self.menu_of_scales.addAction(action)
        self.menu_of_scales.addSeparator()
        define = self.menu_of_scales.addAction(self.tr("&Scales…"))
        define.triggered.connect(self.scales_requested)

    def _pop_up(self) -> None:
        self.menu_of_scales.popup(self.mapToGlobal(self.rect().bottomLeft()))
