"""Asks for a source and what it says about a statement."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from factcheck.domain.dates import PartialDate
from factcheck.domain.ids import EvidenceId
from factcheck.domain.model import EvidenceKind, Sourcing, Stance
from factcheck.ui.dialogs.date_field import DateField
from factcheck.ui.dialogs.drops import dropped_address, dropped_paths
from factcheck.ui.dialogs.files import FileDialog
from factcheck.ui.dialogs.frame import (
    SCROLLING_MARGIN,
    Question,
    add_row,
    new_form,
)
from factcheck.ui.dialogs.library import Library
from factcheck.ui.statement.words import stance_look
from factcheck.ui.widgets import ElidedLabel, button, label, set_tip

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from factcheck.domain.model import Evidence

PASTED_PICTURE = "pasted picture.png"

# The last is what the desk has already, of whatever kind.
_KINDS = (EvidenceKind.WEB_PAGE, EvidenceKind.DOCUMENT, EvidenceKind.OBSERVATION, None)


@dataclass(frozen=True, slots=True)
class Attachment:
    """What was typed. Of ``url``, ``path`` or ``picture``, ``observed`` and ``evidence`` one is
    set, as ``kind`` says: None for an ``evidence`` that the desk has already. ``keep_page``: the
    page at ``url`` is to be fetched and kept.

    ``locator`` is as typed; ``note`` is for the desk only.
    """

    kind: EvidenceKind | None
    url: str
    keep_page: bool
    path: Path | None
    picture: QImage | None
    observed: str
    evidence: EvidenceId | None
    title: str
    excerpt: str
    locator: str
    stance: Stance
    sourcing: Sourcing
    author: str
    publisher: str
    published: PartialDate | None
    confidential: bool
    note: str


class AttachDialog(Question):
    """A web address, a file, an own observation or what the desk has, with excerpt and place.

    ``search`` finds sources that the desk has already; ``may_fetch``: pages may be fetched.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        search: Callable[[str], list[Evidence]] = lambda _text: [],
        *,
        may_fetch: bool = True,
    ) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("Attach evidence"))
        self.ok.setText(self.tr("Attach"))
        self.setAcceptDrops(True)
        self._path: Path | None = None
        self._picture: QImage | None = None
        self.library = Library(search)
        self.library.chosen.connect(self.check)
        self._make_fields(may_fetch=may_fetch)
        self._lay_out()
        self.finish()
        self._choose(EvidenceKind.WEB_PAGE)
        self.resize(600, 620)

    def attachment(self) -> Attachment:
        """Return what was typed."""
        kind = self.kind()
        return Attachment(
            kind=kind,
            url=full_address(self.url.text()) if kind is EvidenceKind.WEB_PAGE else "",
            keep_page=kind is EvidenceKind.WEB_PAGE and self.keep_page.isChecked(),
            path=self._path if kind is EvidenceKind.DOCUMENT else None,
            picture=self._picture if kind is EvidenceKind.DOCUMENT else None,
            evidence=self.library.evidence() if kind is None else None,
            observed=self.observed.text().strip() if kind is EvidenceKind.OBSERVATION else "",
            title=self.title.text().strip(),
            excerpt=self.excerpt.text().strip(),
            locator=self.locator.text().strip(),
            stance=Stance(self.stance.currentData()),
            sourcing=Sourcing(self.sourcing.currentData()),
            author=self.author.text().strip(),
            publisher=self.publisher.text().strip(),
            published=self.published.value(),
            confidential=self.confidential.isChecked(),
            note=self.note.text().strip(),
        )

    def kind(self) -> EvidenceKind | None:
        """Return which of the kinds is chosen, None for what the desk has already."""
        return _KINDS[self._kinds.checkedId()]

    def set_path(self, path: Path) -> None:
        """Choose this file."""
        self._path, self._picture = path, None
        self.file_name.set_whole(self.tr("{0} in {1}").format(path.name, path.parent))
        self._choose(EvidenceKind.DOCUMENT)

    def set_picture(self, picture: QImage) -> None:
        """Choose this picture, as if it were a file."""
        self._path, self._picture = None, picture
        size = self.tr("{0} × {1} pixels").format(picture.width(), picture.height())
        self.file_name.set_whole(f"{PASTED_PICTURE}, {size}")
        self._choose(EvidenceKind.DOCUMENT)

    def set_address(self, url: str) -> None:
        """Choose this web address."""
        self.url.setText(url)
        self._choose(EvidenceKind.WEB_PAGE)

    def take_up(self, given: Attachment) -> None:
        """Go on with what was typed earlier about a file or a picture."""
        if given.path is not None:
            self.set_path(given.path)
        elif given.picture is not None:
            self.set_picture(given.picture)
        for line, text in (
            (self.title, given.title),
            (self.locator, given.locator),
            (self.author, given.author),
            (self.publisher, given.publisher),
        ):
            line.setText(text)
        self.excerpt.set_text(given.excerpt)
        self.note.set_text(given.note)
        self.published.set_text(str(given.published or ""))
        self.stance.setCurrentIndex(self.stance.findData(given.stance.value))
        self.sourcing.setCurrentIndex(self.sourcing.findData(given.sourcing.value))
        self.confidential.setChecked(given.confidential)
        self.count_as_typed()

    def problem(self) -> str:
        """Say that there is no source yet."""
        kind = self.kind()
        if kind is EvidenceKind.WEB_PAGE and not full_address(self.url.text()):
            return self.tr("Give a web address, like https://example.org/page.")
        if kind is EvidenceKind.DOCUMENT and self._path is None and self._picture is None:
            return self.tr("Choose a file, or drop one here.")
        if kind is EvidenceKind.OBSERVATION and not self.observed.text().strip():
            return self.tr("Write down what you saw, heard or worked out.")
        if kind is None:
            return "" if self.library.evidence() else self.tr("Choose a source of the desk.")
        if self.published.problem():
            return self.tr("Say when it was published, or leave that empty.")
        return ""

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and web addresses."""
        if dropped_paths(event.mimeData()) or dropped_address(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Choose what is dropped: the first file, else the address."""
        if files := dropped_paths(event.mimeData()):
            self.set_path(files[0])
        elif address := dropped_address(event.mimeData()):
            self.set_address(address)
        event.acceptProposedAction()

    def _make_fields(self, *, may_fetch: bool) -> None:
        self.keep_page = QCheckBox(self.tr("&Keep a copy of the page"))
        self.keep_page.setEnabled(may_fetch)
        self.keep_page.setChecked(may_fetch)
        set_tip(
            self.keep_page,
            self.tr("The page is fetched once, now, and kept as an archive with its date.")
            if may_fetch
            else self.tr("This desk stays away from the web: see the menu “Desk”."),
        )
        self.url, self.title, self.locator = QLineEdit(), QLineEdit(), QLineEdit()
        self.author, self.publisher, self.published = QLineEdit(), QLineEdit(), DateField()
        self.published.changed.connect(self.check)
        self.url.setPlaceholderText("https://")
        self.url.textChanged.connect(self.check)
        self.locator.setPlaceholderText(self.tr("p. 12, ¶ 3, 1:02:05, Sheet1!B7"))
        self.file_name = ElidedLabel(self.tr("No file yet"), "muted")
        self.observed = self.text_field(self.tr("What you observed"), least=3, most=6)
        self.observed.setPlaceholderText(self.tr("What you saw, heard or worked out"))
        self.excerpt = self.text_field(self.tr("Excerpt"), least=3, most=6)
        self.note = self.text_field(self.tr("Note for the desk"), least=2, most=4)
        self.confidential = QCheckBox(self.tr("Con&fidential: stays out of published reports"))
        self.stance, self.sourcing = QComboBox(), QComboBox()
        for stance in Stance:
            look = stance_look(stance)
            self.stance.addItem(f"{look.symbol} {look.word}", stance.value)
        for sourcing, word in self._sourcings():
            self.sourcing.addItem(word, sourcing.value)
        # What nobody has said is not guessed.
        self.stance.setCurrentIndex(self.stance.findData(Stance.CONTEXT.value))
        self.sourcing.setCurrentIndex(self.sourcing.findData(Sourcing.UNKNOWN.value))

    def _sourcings(self) -> tuple[tuple[Sourcing, str], ...]:
        return (
            (Sourcing.PRIMARY, self.tr("Primary: it is the matter itself")),
            (Sourcing.SECONDARY, self.tr("Secondary: it tells of the matter")),
            (Sourcing.UNKNOWN, self.tr("Not known")),
        )

    def _lay_out(self) -> None:
        self._kinds = QButtonGroup(self)
        self._sources: list[QWidget] = []
        sources = QVBoxLayout()
        sources.setContentsMargins(0, 0, SCROLLING_MARGIN, 0)
        choice = QHBoxLayout()
        choice.setSpacing(18)
        names = (
            self.tr("&Web address"),
            self.tr("&File"),
            self.tr("&Own observation"),
            self.tr("From the &desk"),
        )
        for place, (name, page) in enumerate(zip(names, self._pages(), strict=True)):
            radio = QRadioButton(name)
            self._kinds.addButton(radio, place)
            choice.addWidget(radio)
            sources.addWidget(page)
            self._sources.append(page)
        choice.addStretch(1)
        self._kinds.idClicked.connect(lambda place: self._choose(_KINDS[place]))
        self.body.addLayout(choice)
        self.body.addLayout(sources)
        inner = QWidget()
        self._rows = self._form()
        inner.setLayout(self._rows)
        self.body.addWidget(self.scrolls(inner), 1)

    def _pages(self) -> tuple[QWidget, ...]:
        self.browse = button(self.tr("Choose &file…"))
        self.browse.clicked.connect(self._browse)
        self.url.setAccessibleName(self.tr("Web address"))
        self.browse_folder = button(self.tr("Saved page’s fo&lder…"))
        self.browse_folder.clicked.connect(self._browse_folder)
        hint = label(self.tr("or drop one here"), "muted")
        file = _row(self.browse, self.browse_folder, self.file_name, hint)
        return _column(self.url, self.keep_page), file, _row(self.observed), _row(self.library)

    def _form(self) -> QFormLayout:
        form = new_form()
        add_row(form, self.tr("&Title"), self.title)
        add_row(form, self.tr("E&xcerpt"), self.excerpt)
        add_row(form, self.tr("&Place"), self.locator)
        add_row(form, self.tr("&Stance"), self.stance)
        self.stance.setAccessibleName(self.tr("What it does to the statement"))
        add_row(form, self.tr("So&urce is"), self.sourcing)
        add_row(form, self.tr("&Author"), self.author)
        add_row(form, self.tr("Pu&blisher"), self.publisher)
        add_row(form, self.tr("Publis&hed"), self.published)
        form.addRow("", self.confidential)
        add_row(form, self.tr("&Note for the desk"), self.note)
        return form

    def _choose(self, kind: EvidenceKind | None) -> None:
        place = _KINDS.index(kind)
        self._kinds.button(place).setChecked(True)
        for at, page in enumerate(self._sources):
            page.setVisible(at == place)
        for field in self._about_the_source():
            self._rows.setRowVisible(field, kind is not None)
        if kind is None:
            self.library.look()
        firsts = (self.url, self.browse, self.observed, self.library.words)
        firsts[place].setFocus(Qt.FocusReason.OtherFocusReason)
        self.check()

    def _about_the_source(self) -> tuple[QWidget, ...]:
        """Return the fields that the desk has filled already for its own sources."""
        named = (self.title, self.sourcing, self.author, self.publisher, self.published)
        return (*named, self.confidential)

    def _browse(self) -> None:
        self._ask_for(FileDialog.FileMode.ExistingFile, self.tr("Choose a file"))

    def _browse_folder(self) -> None:
        self._ask_for(FileDialog.FileMode.Directory, self.tr("Choose the folder of a page"))

    def _ask_for(self, mode: FileDialog.FileMode, title: str) -> None:
        dialog = FileDialog(self, title, Path.home())
        dialog.setFileMode(mode)
        dialog.setOption(FileDialog.Option.ShowDirsOnly, mode is FileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda chosen: self.set_path(Path(chosen)))
        dialog.open()


def full_address(text: str) -> str:
    """Return a web address with its scheme, or "" where the text can't be one."""
    text = text.strip()
    address = text if "://" in text else f"https://{text}"
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    plausible = parts.scheme in {"http", "https"} and "." in (parts.hostname or "")
    return address if plausible and not any(c.isspace() for c in text) else ""


def _column(*widgets: QWidget) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    for widget in widgets:
        column.addWidget(widget)
    return page


def _row(*widgets: QWidget) -> QWidget:
    page = QWidget()
    row = QVBoxLayout(page) if len(widgets) == 1 else QHBoxLayout(page)
    row.setContentsMargins(0, 0, 0, 0)
    for widget in widgets:
        row.addWidget(widget, int(isinstance(widget, ElidedLabel)))
    return page
