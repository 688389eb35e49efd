"""A window of its own for one source of a statement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QImage, QPixmap, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from factcheck.domain.excerpts import block_at, place_at
from factcheck.domain.locators import LocatorKind
from factcheck.importers.pictures import Picture
from factcheck.ui.focus_order import order_focus
from factcheck.ui.key_labels import keys_of
from factcheck.ui.viewer.content import ShownText
from factcheck.ui.viewer.pages import PdfFile
from factcheck.ui.viewer.pdf_view import PdfView
from factcheck.ui.viewer.searching import Searching
from factcheck.ui.viewer.text_view import TextView
from factcheck.ui.widgets import ElidedLabel, button, label, without_mnemonic

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.actions.evidence import Link
    from factcheck.domain.model import Block
    from factcheck.domain.report_data import ReportCitation
    from factcheck.errors import FactcheckError
    from factcheck.ui.jobs import Jobs
    from factcheck.ui.viewer.content import Shown

_SIZE = QSize(820, 860)


class ViewerWindow(QDialog):
    """Shows a source's text, pages or picture; what else there is can be saved.

    ``excerpt_chosen``: the selected words and their place, as a Link. ``edit_wanted``: what is
    said of the source is to be changed. ``copy_wanted``: the bytes are to be saved.
    """

    excerpt_chosen = Signal(object)
    edit_wanted = Signal()
    copy_wanted = Signal()

    def __init__(self, cited: ReportCitation, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cited = cited.citation
        self._jobs = jobs
        self.setWindowTitle(cited.evidence.title or self.tr("Source"))
        self.resize(_SIZE.boundedTo(self.screen().availableSize()))
        self.text = TextView(self.tr("Text of the source"))
        self.text.selected.connect(self._follow_selection)
        self.text.cursorPositionChanged.connect(self._tell_place)
        self._blocks: tuple[Block, ...] = ()
        self.pdf: PdfView | None = None
        self.picture = QLabel()
        self.picture.setAccessibleName(self.tr("Picture of the source"))
        self._area = QScrollArea()
        self._area.setWidget(self.picture)
        self._area.setWidgetResizable(True)
        self.searching = Searching(self)
        self.searching.bar.closed.connect(self._end_search)
        self.remark = label(self.tr("It is being read…"), "muted", wrap=True)
        self.remark.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.where = label(role="muted")
        self._make_buttons(cited)
        self._lay_out(cited)
        self._offer_address(cited.evidence.url)
        self._show_only(None)
        for command, usual, deed in self._commands():
            for key in keys_of(self, command, usual):
                QShortcut(key, self).activated.connect(deed)

    def show_content(self, shown: Shown | None, note: str = "") -> None:
        """Show the text, the pages or the picture, and a note; None says that none is there."""
        if isinstance(shown, ShownText):
            self._show_text(shown)
        elif isinstance(shown, PdfFile):
            self._show_pdf(shown)
        elif isinstance(shown, Picture):
            self._show_picture(shown)
        else:
            self._show_only(None)
        self.tell(note)

    def show_error(self, error: FactcheckError) -> None:
        """Say what could not be done."""
        self.tell(str(error))

    def tell(self, text: str) -> None:
        """Say something below the source."""
        self.remark.setText(text)
        self.remark.setVisible(bool(text))

    def show_kept(self, link: Link) -> None:
        """Say that words were kept as the excerpt, and tint them."""
        place = link.get("locator", "")
        told = self.tr("Kept as the excerpt, {0}.").format(place)
        self.tell(told if place else self.tr("Kept as the excerpt."))
        if self.pdf is not None:
            self.pdf.clear_selection()
            self.pdf.show_excerpt(link["excerpt"])
        else:
            kept = self.text.place()
            self.text.clear_selection()
            self.text.show_cited([kept])

    def chosen(self) -> Link:
        """Return the selected words, with their place where it is known."""
        link: Link = {"excerpt": self._excerpt()}
        if self.pdf is not None:
            place = self.tr("p. {0}").format(self.pdf.label)
            return {**link, "locator": place, "page_index": self.pdf.index}
        start, _end = self.text.place()
        place, page = place_at(self.text.shown, self._blocks, start)
        return {**link, "locator": place, "page_index": page} if place else link

    def _excerpt(self) -> str:
        if self.pdf is not None:
            return self.pdf.excerpt()
        return self.text.shown[slice(*self.text.place())].strip()

    def search(self) -> None:
        """Look for words in the source."""
        if self.pdf is not None and not self.pdf.is_searchable:
            self.searching.bar.show()
            self.searching.bar.say(self.tr("The pages are being read…"))
            self.searching.bar.field.setFocus()
            self.pdf.texts.ask()
        elif self.pdf is not None or self.text.isVisible():
            self.searching.open()

    def look_for(self, words: str) -> None:
        """Look for these words as soon as the source is there."""
        self.searching.bar.field.setText(words)
        self.searching.bar.show()

    def done(self, result: int) -> None:
        """Close; whatever is under way is stopped."""
        if self.pdf is not None:
            self.pdf.leave()
        super().done(result)

    def _show_text(self, shown: ShownText) -> None:
        self._blocks = shown.read.blocks
        self.text.show_text(shown.read.text, shown.display, shown.read.blocks)
        self.text.show_cited(list(shown.cited))
        self._tell_place()
        self._show_only(self.text)
        self.text.setFocus()
        self.searching.look_in(self.text, self.text.shown)

    def _show_picture(self, shown: Picture) -> None:
        form, stride = QImage.Format.Format_RGBA8888, 4 * shown.width
        image = QImage(shown.pixels, shown.width, shown.height, stride, form)
        self.picture.setPixmap(QPixmap.fromImage(image))
        self._show_only(self._area)

    def _show_pdf(self, file: PdfFile) -> None:
        self.pdf = pdf = PdfView(file, self._jobs, self)
        self._pages.addWidget(pdf)
        order_focus(self)
        pdf.selection_changed.connect(self._follow_selection)
        pdf.texts.reading.connect(self._tell_reading)
        pdf.texts.read.connect(lambda texts: self.searching.look_in(pdf, pdf.take_texts(texts)))
        pdf.texts.failed.connect(lambda error: self.searching.bar.say(error.message))
        self._show_only(pdf)
        cited = self._cited
        index = cited.page_index
        if index is None:
            on_page = cited.locator_kind is LocatorKind.PAGE
            index = pdf.page_labelled(cited.locator) if on_page else 0
        pdf.open(index, cited.excerpt)
        pdf.area.setFocus()
        if self.searching.bar.isVisible():
            self.search()

    def _tell_reading(self, count: int) -> None:
        told = self.tr("{0} pages were read so far…")
        self.searching.bar.say(told.format(f"{count:,}"))

    def _end_search(self) -> None:
        self.searching.close()
        if self.pdf is not None:
            self.pdf.focus_page()
        else:
            self.text.setFocus()

    def _show_only(self, part: QWidget | None) -> None:
        for each in (self.text, self._area, self.pdf):
            if each is not None:
                each.setVisible(each is part)
        readable = part is self.text or (part is not None and part is self.pdf)
        alone = Qt.AlignmentFlag.AlignCenter if part is None else Qt.AlignmentFlag.AlignLeading
        self.remark.setAlignment(alone)
        self.take.setVisible(readable)
        self.seek.setVisible(readable)
        if not readable:
            self.searching.bar.hide()
        self._follow_selection()

    def _follow_selection(self) -> None:
        self.take.setEnabled(bool(self._excerpt()))

    def _tell_place(self) -> None:
        """Say on which page or at what time the caret is, where the source says that."""
        block = block_at(self._blocks, self.text.place()[0])
        self.where.setText(block.place if block else "")

    def _offer_address(self, url: str) -> None:
        """Offer the browser for a web address, and say which host that is.

        Both as Qt reads the address, and the host in punycode: look-alike letters show as such.
        """
        address = QUrl(url)
        host = address.host(QUrl.ComponentFormattingOption.FullyEncoded)
        self.browse.setVisible(address.scheme() in {"http", "https"} and bool(host))
        self.browse.setText(without_mnemonic(self.tr("Open {0} in the browser").format(host)))
        self.browse.clicked.connect(lambda: QDesktopServices.openUrl(address))

    def _commands(self) -> tuple[tuple[str, str, Callable[[], object]], ...]:
        """Return what has the keys here that it has in the article, and else its usual one."""
        return (
            ("edit.find", "Ctrl+F", self.search),
            ("edit.find_next", "F3", lambda: self.searching.go(1)),
            ("edit.find_previous", "Shift+F3", lambda: self.searching.go(-1)),
        )

    def _make_buttons(self, cited: ReportCitation) -> None:
        self.take = button(self.tr("Use &selection as excerpt"), primary=True)
        self.take.clicked.connect(lambda: self.excerpt_chosen.emit(self.chosen()))
        self.edit = button(self.tr("&Edit excerpt and place…"))
        self.edit.clicked.connect(self.edit_wanted)
        self.seek = button(self.tr("&Find…"))
        self.seek.clicked.connect(self.search)
        self.save = button(self.tr("Save a &copy…"))
        self.save.clicked.connect(self.copy_wanted)
        if not cited.captures:
            self.save.hide()
        self.browse = button("")

    def _lay_out(self, cited: ReportCitation) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(8)
        for each in (self.take, self.edit, self.seek, self.save, self.browse):
            foot.addWidget(each)
        foot.addStretch(1)
        foot.addWidget(self.where)
        self._pages = QVBoxLayout()
        self._pages.addWidget(self.text, 1)
        self._pages.addWidget(self._area, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        column.addWidget(ElidedLabel(cited.evidence.title, "strong"))
        if cited.evidence.url:
            column.addWidget(ElidedLabel(cited.evidence.url, "muted"))
        column.addWidget(self.searching.bar)
        column.addLayout(self._pages, 1)
        column.addWidget(self.remark)
        column.addLayout(foot)
