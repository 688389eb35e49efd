"""Define the desk's scales and choose the one for the article on show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from factcheck.domain.model import Scale
    from factcheck.errors import FactcheckError
    from factcheck.ui.choice import Choice
    from factcheck.ui.dialogs.scale_editor import ScaleEditor
    from factcheck.ui.dialogs.scales import ScalesDialog
    from factcheck.ui.session import Session


class Scaling(QObject):
    """Opens the list of scales, and from there the editor; does what they are asked for."""

    def __init__(self, session: Session, choice: Choice, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._choice = choice
        self._window = window
        self._dialog: ScalesDialog | None = None
        session.changed.connect(lambda _changes: self._refresh())
        session.refused.connect(self._tell)

    def ask(self) -> None:
        """Show the scales of the desk."""
        from factcheck.ui.dialogs.scales import ScalesDialog

        if self._session.desk is None:
            return
        dialog = self._dialog = ScalesDialog(self._window)
        dialog.new_requested.connect(self._define)
        dialog.edit_requested.connect(self._define)
        dialog.use_requested.connect(self._use)
        dialog.finished.connect(self._forget)
        dialog.finished.connect(dialog.deleteLater)
        self._refresh()
        dialog.open()

    def _forget(self) -> None:
        self._dialog = None

    def _refresh(self) -> None:
        """Show the scales as they are now, if they are on show."""
        from factcheck.store import reads
        from factcheck.store.scales import scales_for

        desk, article = self._session.desk, self._choice.article
        if self._dialog is None or desk is None:
            return
        no_use = desk.read_only if article else self.tr("Open an article first.")
        self._dialog.show_scales(
            reads.scales(desk),
            used=scales_for(desk, article)[0].id if article else "",
            no_use=no_use,
            read_only=desk.read_only,
        )

    def _tell(self, error: FactcheckError) -> None:
        """Say what could not be done where the person looks, before the message bar."""
        if self._dialog is not None:
            self._dialog.refusal.say(str(error))

    def _define(self, edited: Scale | None = None) -> None:
        from factcheck.store import reads
        from factcheck.ui.asking import ask
        from factcheck.ui.dialogs.scale_editor import ScaleEditor

        known = reads.scales(self._session.open_desk())
        editor = ScaleEditor(known, edited, self._dialog)
        ask(self._session, editor, lambda: self._take(editor))

    def _take(self, editor: ScaleEditor) -> None:
        from factcheck.actions.scales import define_scale

        name, steps = editor.definition()
        done = self._session.do(define_scale, name=name, steps=steps)
        if done is not None and self._dialog is not None:
            self._dialog.choose(name)

    def _use(self, scale: Scale) -> None:
        from factcheck.actions.scales import choose_scale

        self._session.do(choose_scale, article=self._choice.article, scale=scale.id)
