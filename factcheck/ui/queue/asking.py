"""What the queue asks for: a name, an address, one of many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem

from factcheck.domain.queues import view_at
from factcheck.errors import FactcheckError
from factcheck.ui.dialogs.frame import Question, add_row, new_form
from factcheck.ui.dialogs.search_line import SearchLine
from factcheck.ui.widgets import label

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QWidget

    from factcheck.domain.queues import View


class NameDialog(Question):
    """Asks under which name a view is kept; ``taken`` are the names of the others."""

    def __init__(self, title: str, name: str, taken: Iterable[str], parent: QWidget) -> None:
        super().__init__(title, self.tr("Save"), parent)
        self._taken = {each.casefold() for each in taken}
        self.line = QLineEdit(name)
        self.line.selectAll()
        form = new_form()
        add_row(form, self.tr("&Name"), self.line)
        self.body.addLayout(form)
        self.line.textChanged.connect(self.check)
        self.finish()
        self.fit(420)

    def name(self) -> str:
        """Return the name without outer white space."""
        return " ".join(self.line.text().split())

    def problem(self) -> str:
        """Say that there is no name, or that another view has it."""
        if not self.name():
            return self.tr("Give it a name.")
        taken = self.name().casefold() in self._taken
        return self.tr("Another view has this name.") if taken else ""


class AddressDialog(Question):
    """Asks for the address of a view."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent=parent, title="", ok_text="")
        self.setWindowTitle(self.tr("Go to an address"))
        self.ok.setText(self.tr("Go"))
        self.line = QLineEdit()
        self.line.setPlaceholderText("state=awaiting+review&order=due")
        form = new_form()
        add_row(form, self.tr("&Address"), self.line)
        self.body.addLayout(form)
        self.line.textChanged.connect(self.check)
        self.finish()
        self.fit(520)

    def view(self) -> View:
        """Return the view at the address. Raises FactcheckError where there is none."""
        return view_at(self.line.text())

    def problem(self) -> str:
        """Say why this is no address."""
        if not self.line.text().strip():
            return self.tr("Paste or type an address.")
        try:
            self.view()
        except FactcheckError as error:
            return str(error)
        return ""


class PickDialog(Question):
    """Offers what fits a few words; ``looked_for`` asks for that, ``show_found`` answers."""

    looked_for = Signal(str)

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(title, self.tr("Filter"), parent)
        self.found = QListWidget()
        self.words = SearchLine(self.found)
        self.words.setAccessibleName(title)
        self.words.setPlaceholderText(self.tr("Type to narrow the list"))
        self.found.setAccessibleName(self.tr("What fits"))
        self.found.setMinimumHeight(220)
        self.found.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.nothing = label(self.tr("Nothing fits."), "muted")
        for part in (self.words, self.found, self.nothing):
            self.body.addWidget(part)
        self.words.textChanged.connect(self.looked_for)
        self.found.itemActivated.connect(self.accept)
        self.finish()
        self.fit(460)

    def show_found(self, choices: Iterable[tuple[str, str]]) -> None:
        """Offer these: keys with their words."""
        self.found.clear()
        for key, words in choices:
            item = QListWidgetItem(words, self.found)
            item.setData(Qt.ItemDataRole.UserRole, key)
        self.found.setCurrentRow(0)
        self.nothing.setVisible(not self.found.count())
        self.check()

    def picked(self) -> str:
        """Return the key of what was chosen, "" for nothing."""
        item = self.found.currentItem()
        return str(item.data(Qt.ItemDataRole.UserRole)) if item else ""

    def problem(self) -> str:
        """Say that nothing is chosen."""
        return "" if self.found.currentItem() else self.tr("Choose one.")
