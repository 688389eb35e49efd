"""Ask for a source and attach it to the chosen statement."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter

from factcheck.errors import FactcheckError
from factcheck.ui.asking import ask
from factcheck.ui.dialogs.attach import PASTED_PICTURE, AttachDialog
from factcheck.ui.dialogs.drops import dropped_address, dropped_paths
from factcheck.ui.dialogs.frame import Question
from factcheck.ui.keeping import Keeping
from factcheck.ui.widgets import label

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from factcheck.actions.evidence import Source
    from factcheck.domain.ids import EvidenceId, StatementId
    from factcheck.domain.imported import CapturedText
    from factcheck.domain.model import Evidence
    from factcheck.store.pieces import Kept
    from factcheck.ui.choice import Choice
    from factcheck.ui.dialogs.attach import Attachment
    from factcheck.ui.session import Session

# Bytes from which on a file is asked about, and how many sources a search shows.
BIG = 50_000_000
# Code points of a text that are taken in within a moment, and how many take as long as a block.
_LONG, _BLOCK = 150_000, 40
_FOUND = 50
_QUESTION_WIDTH = 440


class Attaching(QObject):
    """The way from the question for a source to the evidence on the statement.

    ``page_wanted`` carries the id of a source whose page is to be kept.
    """

    page_wanted = Signal(str)

    def __init__(self, session: Session, choice: Choice, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._choice = choice
        self._window = window
        self._keeping = Keeping(session, self)
        # What was typed for a statement about a file that could not be kept.
        self._unfinished: dict[StatementId, Attachment] = {}

    def ask(self) -> None:
        """Ask for a source for the chosen statement; go on with one that could not be kept."""
        statement = self._choice.statement
        given = self._unfinished.pop(statement, None) if statement is not None else None
        self._ask(lambda dialog: dialog.take_up(given) if given is not None else None)

    def take_files(self, paths: list[Path]) -> None:
        """Ask about each of these files, one after the other."""
        if paths:
            first, *others = paths
            self._ask(lambda dialog: dialog.set_path(first), then=lambda: self.take_files(others))

    def take_address(self, url: str) -> None:
        """Ask about this web address."""
        self._ask(lambda dialog: dialog.set_address(url))

    def paste(self) -> None:
        """Ask about what is on the clipboard: files, an address, an excerpt, a picture."""
        # An empty clipboard has none.
        data = QGuiApplication.clipboard().mimeData() or QMimeData()
        text = data.text().strip()
        if files := dropped_paths(data):
            self.take_files(files)
        elif address := dropped_address(data) or _address(text):
            self.take_address(address)
        elif text:
            self._ask(lambda dialog: dialog.excerpt.set_text(text))
        elif data.hasImage():
            picture = QImage(data.imageData())
            self._ask(lambda dialog: dialog.set_picture(picture))
        else:
            self._session.refuse(
                self.tr("There is nothing on the clipboard that can be attached."),
                self.tr("Copy an address, a text, a picture or a file first."),
            )

    def _ask(
        self, fill: Callable[[AttachDialog], object], then: Callable[[], object] = lambda: None
    ) -> None:
        from factcheck.actions.visits import may_go_to_web

        statement = self._choice.statement
        if statement is None:
            return
        may_fetch = may_go_to_web(self._session.open_desk())
        dialog = AttachDialog(self._window, self._search, may_fetch=may_fetch)
        fill(dialog)
        ask(self._session, dialog, lambda: self._take(statement, dialog.attachment()), then)

    def _search(self, text: str) -> list[Evidence]:
        from factcheck.store import reads

        return reads.evidence_like(self._session.open_desk(), text, _FOUND)

    def _take(self, statement: StatementId, given: Attachment) -> Question | None:
        """Attach; a file or a picture is kept beside the window first, a big one after asking."""
        path, picture = given.path, given.picture
        if given.evidence is not None:
            self._cite(statement, given, given.evidence)
        elif picture is not None:
            self._make_picture(statement, given, picture)
        elif path is None:
            self._attach(statement, given)
        else:
            return self._take_file(statement, given, path)
        return None

    def _take_file(self, statement: StatementId, given: Attachment, path: Path) -> Question | None:
        from factcheck.actions.files import readable_size

        try:
            size = readable_size(path)
        except FactcheckError as error:
            self._session.refused.emit(error)
            return None
        if size > BIG:
            return self._ask_big(path, size, lambda: self._keep(statement, given, path))
        self._keep(statement, given, path)
        return None

    def _ask_big(self, path: Path, size: int, then: Callable[[], object]) -> Question:
        dialog = Question(self.tr("A big file"), self.tr("Attach it"), self._window)
        told = self.tr("“{0}” has {1} MB. The desk keeps a copy and grows by as much.")
        dialog.body.addWidget(label(told.format(path.name, round(size / 1e6)), wrap=True))
        dialog.finish()
        dialog.fit(_QUESTION_WIDTH)
        return ask(self._session, dialog, then)

    def _keep(self, statement: StatementId, given: Attachment, path: Path) -> None:
        self._keeping.keep(
            path,
            partial(self._attach, statement, given),
            lost=partial(self._keep_typing, statement, given),
        )

    def _make_picture(self, statement: StatementId, given: Attachment, picture: QImage) -> None:
        def attach(content: bytes) -> None:
            if not self._attach(statement, given, content):
                self._keep_typing(statement, given)

        self._session.jobs.run(
            lambda _job: png_of(picture),
            title=self.tr("Reading {0}").format(PASTED_PICTURE),
            done=attach,
            failed=self._session.refused.emit,
        )

    def _keep_typing(self, statement: StatementId, given: Attachment) -> None:
        self._unfinished[statement] = given

    def _cite(self, statement: StatementId, given: Attachment, evidence: EvidenceId) -> None:
        from factcheck.actions.evidence import cite

        self._session.do(
            cite,
            statement=statement,
            evidence=evidence,
            stance=given.stance,
            excerpt=given.excerpt,
            locator=given.locator,
            note=given.note,
        )

    def _attach(
        self,
        statement: StatementId,
        given: Attachment,
        content: bytes | Kept | None = None,
        text: CapturedText | None = None,
    ) -> bool:
        """Attach what was given; say whether that was done, or begun where it takes long."""
        from factcheck.actions.evidence import attach
        from factcheck.actions.keeping import attach_kept

        parts = {
            "statement": statement,
            "source": source_of(given, content, text),
            "stance": given.stance,
            "excerpt": given.excerpt,
            "locator": given.locator,
            "note": given.note,
        }
        if not takes_long(text):
            done = self._session.do(attach, **parts)
            if done is not None and given.keep_page:
                self.page_wanted.emit(done.new("evidence"))
            return done is not None
        return self._session.do_beside(
            attach_kept,
            title=self.tr("Attaching {0}").format(_file_name(given)),
            done=lambda _changes: None,
            **parts,
        )


def takes_long(text: CapturedText | None) -> bool:
    """Say whether taking a text in would freeze the window, so that it is done beside."""
    return text is not None and len(text.text) + _BLOCK * len(text.blocks) > _LONG


def source_of(
    given: Attachment, content: bytes | Kept | None, text: CapturedText | None = None
) -> Source:
    """Return the source that was typed, with the bytes of its file and the text in it."""
    from factcheck.actions.evidence import Source

    return Source(
        url=given.url,
        note=given.observed,
        file_name=_file_name(given),
        content=content,
        text=text,
        title=given.title,
        author=given.author,
        publisher=given.publisher,
        published=given.published,
        sourcing=given.sourcing,
        confidential=given.confidential,
    )


def png_of(picture: QImage) -> bytes:
    """Return the picture as the bytes of a PNG file; raises FactcheckError where that fails."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not QImageWriter(buffer, QByteArray(b"png")).write(picture):
        raise FactcheckError("The picture on the clipboard can’t be kept.", "Save it as a file.")
    return bytes(content.data())


def _file_name(given: Attachment) -> str:
    from factcheck.actions.importing import name_of

    if given.picture is not None:
        return PASTED_PICTURE
    return name_of(given.path) if given.path else ""


def _address(text: str) -> str:
    """Return the text if it is one web address and nothing else, else ""."""
    alone = len(text.split()) == 1
    return text if alone and text.lower().startswith(("http://", "https://")) else ""
