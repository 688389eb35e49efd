"""Work on the queue: select statements, and do the same to all that are selected."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from factcheck.domain.moments import long_moment
from factcheck.domain.workflow import Step
from factcheck.store.watching import unwatched
from factcheck.ui.asking import ask
from factcheck.ui.dialogs.many import AssignDialog, DueDialog, SureDialog, TagDialog
from factcheck.ui.dialogs.reason import ReasonDialog
from factcheck.ui.queue.picking import Picking
from factcheck.ui.queue.selection import Chosen
from factcheck.ui.statement.words import priority_word, step_word

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from PySide6.QtWidgets import QWidget

    from factcheck.actions.bulk import Bulk
    from factcheck.domain.ids import PersonId
    from factcheck.domain.model import Priority
    from factcheck.store.desk import Desk
    from factcheck.store.transaction import Changes
    from factcheck.store.watching import Watch
    from factcheck.ui.judging import Judging
    from factcheck.ui.queue.selection import Seen
    from factcheck.ui.queue_page import QueuePage
    from factcheck.ui.session import Session

    Deed = Callable[..., Bulk]

# More than so many are done beside the window, and of more than so many it is asked first.
_FEW = 20
_MANY = 10_000
_MOST_WHYS = 3


class Triage(QObject):
    """Does to all that is selected, or else to the current line, what is asked.

    ``told``: to how many it was done, and why it was not to the others.
    """

    told = Signal(str)

    def __init__(
        self, session: Session, queue: QueuePage, judging: Judging, now: Callable[[], datetime]
    ) -> None:
        super().__init__(queue)
        self._session = session
        self._queue = queue
        self._judging = judging
        self._now = now
        self._selection = queue.list.model.selection
        listed, model = queue.list, queue.list.model
        self.picking = Picking(listed.table, model, queue.reader, lambda: queue.question)
        self._selection.changed.connect(self._show)
        self.picking.all_wanted.connect(self.select_all)
        model.modelReset.connect(self._selection.clear)
        model.rowsInserted.connect(self._show)
        model.rowsRemoved.connect(self._show)
        session.closed.connect(self._selection.clear)
        listed.bulk.priority_chosen.connect(self.set_priority)

    def is_on(self) -> bool:
        """Say whether deeds go to what is selected: it is, and on show."""
        return self._queue.list.isVisible() and self.picking.is_on()

    def select_all(self) -> None:
        """Select all of the view, as it is now."""
        from factcheck.store.many import log_position

        self.picking.take_all(log_position(self._session.open_desk()))

    def take(self, step: Step) -> None:
        """Take a step with all that is selected, or else with the statement in the panel."""
        if not self.is_on():
            self._judging.take(step)
            return
        deeds = {
            Step.APPROVE: self._approve,
            Step.SEND_BACK: self._ask_why_back,
            Step.DISMISS: self._dismiss,
        }
        self._when_sure(step_word(step), deeds[step])

    def assign(self) -> None:
        """Ask who is to check them."""
        self._when_sure(self.tr("Assign"), self._ask_whose)

    def ask_due(self) -> None:
        """Ask until when."""
        self._when_sure(self.tr("Due"), self._ask_due)

    def ask_tag(self) -> None:
        """Ask which tag to put on, or to take off."""
        self._when_sure(self.tr("Tag"), self._ask_tag)

    def ask_priority(self) -> None:
        """Offer the priorities."""
        self._queue.list.bulk.open_priorities()

    def set_priority(self, priority: Priority) -> None:
        """Say how urgent they are."""
        from factcheck.actions.bulk import set_priority

        told = self.tr("Priority {0}").format(priority_word(priority).lower())
        deed = partial(_to_statements, set_priority, priority=priority)
        self._when_sure(told, lambda: self._do(deed, self.tr("Setting the priority"), told))

    # What is asked

    def _ask_whose(self) -> None:
        from factcheck.actions.bulk import assign
        from factcheck.store import reads

        people = sorted(person.name for person in reads.people(self._session.open_desk()).values())
        dialog = AssignDialog(self._titled(self.tr("Assign")), people, self._window())

        def do() -> None:
            name = dialog.name()
            told = self.tr("Assigned to {0}").format(name or self.tr("nobody"))
            deed = partial(_to_statements, assign, checker=name)
            self._do(deed, self.tr("Assigning"), told)

        ask(self._session, dialog, do)

    def _ask_due(self) -> None:
        from factcheck.actions.bulk import set_due

        dialog = DueDialog(self._titled(self.tr("Due")), self._now(), self._window())

        def do() -> None:
            moment = dialog.value()
            told = self.tr("Due {0}").format(long_moment(moment)) if moment else self.tr("Not due")
            deed = partial(_to_statements, set_due, due_at=moment)
            self._do(deed, self.tr("Setting the due date"), told)

        ask(self._session, dialog, do)

    def _ask_tag(self) -> None:
        from factcheck.actions.bulk import add_tag, remove_tag
        from factcheck.store import tags

        known = [word for word, _ in tags.words(self._session.open_desk())]
        dialog = TagDialog(self._titled(self.tr("Tag")), known, self._window())

        def do() -> None:
            on = dialog.put_on.isChecked()
            words = self.tr("Tagged “{0}”") if on else self.tr("Tag “{0}” taken off")
            deed = partial(_to_statements, add_tag if on else remove_tag, word=dialog.word())
            self._do(deed, self.tr("Tagging"), words.format(dialog.word()))

        ask(self._session, dialog, do)

    def _ask_why_back(self) -> None:
        from factcheck.actions.bulk import send_back

        prompt = self.tr("What is missing? Each checker finds it above the verdict.")
        dialog = self._reason_dialog(Step.SEND_BACK, prompt)

        def do() -> None:
            deed = partial(send_back, reason=dialog.reason())
            self._do(deed, self.tr("Sending back"), self.tr("Sent back"))

        ask(self._session, dialog, do)

    def _approve(self) -> None:
        from factcheck.actions.bulk import approve

        self._do(approve, self.tr("Approving"), self.tr("Approved"))

    def _dismiss(self) -> None:
        from factcheck.actions.bulk import dismiss

        deed = partial(_to_statements, dismiss)
        self._do(deed, self.tr("Dismissing"), self.tr("Dismissed"))

    def _ask_override(self, own: Seen) -> None:
        """Ask for the reason without which nobody may approve what they judged themselves."""
        from factcheck.actions.bulk import approve

        prompt = self.tr(
            "You gave {0} of these verdicts, so a second person should approve them; they were "
            "left out. With a reason, which goes into the history, you can approve them all the "
            "same."
        )
        dialog = self._reason_dialog(Step.APPROVE, prompt.format(f"{len(own):,}"))

        def do() -> None:
            deed = partial(approve, reason=dialog.reason())
            self._do(deed, self.tr("Approving"), self.tr("Approved"), Chosen(own))

        ask(self._session, dialog, do)

    def _reason_dialog(self, step: Step, prompt: str) -> ReasonDialog:
        word = step_word(step)
        title = self._titled(word)
        return ReasonDialog(title=title, prompt=prompt, ok_text=word, parent=self._window())

    def _when_sure(self, word: str, then: Callable[[], None]) -> None:
        """Go on with all that is selected, after a question where that is very many."""
        self.picking.then(partial(self._ask_if_many, word, then))

    def _ask_if_many(self, word: str, then: Callable[[], None]) -> None:
        if self._count() <= _MANY:
            then()
            return
        question = self.tr("{0} statements are selected. Shall all of them be changed?")
        dialog = SureDialog(question.format(f"{self._count():,}"), word, self._window())
        ask(self._session, dialog, then)

    # What is done

    def _do(self, deed: Deed, title: str, told: str, chosen: Chosen | None = None) -> None:
        """Do it to what is chosen: here, or beside the window where that would freeze it."""
        meant = chosen or self._chosen()
        if meant is None:
            return
        count = len(meant.seen) if meant.rule is None else self._count()
        if count > _FEW or meant.rule is not None:
            self._session.do_beside(
                partial(_done_to, meant, deed),
                title=self.tr("{0}: {1} statements").format(title, f"{count:,}"),
                done=lambda done: self._tell(told, done),
            )
            return
        found: list[_Done] = []

        def verb(desk: Desk, *, actor: PersonId) -> Changes:
            found.append(_done_to(meant, deed, desk, actor=actor, watch=unwatched))
            return found[0].bulk.changes

        if self._session.do(verb) is not None:
            self._tell(told, found[0])

    def _tell(self, told: str, done: _Done) -> None:
        self._selection.clear()
        self.told.emit(" ".join([self._outcome(told, done.bulk), *self._left_out(done.bulk)]))
        if done.own:
            self._ask_override(done.own)

    def _outcome(self, told: str, bulk: Bulk) -> str:
        """Say to how many it was done; nothing is to be undone where all were so already."""
        if bulk.done and bulk.changes.event_id is None:
            return self.tr("{0}: nothing changed, it was so already.").format(told)
        return f"{told}: {bulk.done:,}."

    def _left_out(self, bulk: Bulk) -> list[str]:
        """Say how many were left out, and why most of them were."""
        if not bulk.left_out:
            return []
        whys = Counter(left.why for left in bulk.left_out).most_common(_MOST_WHYS)
        words = [f"{why} ({count:,})" for why, count in whys]
        return [self.tr("Left out: {0}.").format(f"{len(bulk.left_out):,}"), *words]

    def _chosen(self) -> Chosen | None:
        """Return what is selected, else the current line."""
        row = self._queue.list.current()
        if self._selection.is_on():
            return self._selection.chosen()
        return Chosen({row.statement_id: row.verdict_id}) if row else None

    def _count(self) -> int:
        return max(1, self._selection.count(self._queue.list.model.total))

    def _titled(self, word: str) -> str:
        if not self._selection.is_on():
            return word
        return self.tr("{0}: {1} selected").format(word, f"{self._count():,}")

    def _window(self) -> QWidget:
        return self._queue.list.window()

    def _show(self) -> None:
        listed = self._queue.list
        listed.bulk.show_count(self._selection.count(listed.model.total))
        listed.table.viewport().update()


class _Done(NamedTuple):
    """What came of a deed, and the verdicts that were left out as the person's own."""

    bulk: Bulk
    own: Seen


def _done_to(chosen: Chosen, deed: Deed, desk: Desk, *, actor: PersonId, watch: Watch) -> _Done:
    """Do it on any thread."""
    seen = chosen.read(desk)
    bulk = deed(desk, actor=actor, seen=seen, watch=watch)
    own = {left.statement: seen[left.statement] for left in bulk.left_out if left.own}
    return _Done(bulk, own)


def _to_statements(verb: Deed, desk: Desk, *, seen: Seen, **parts: object) -> Bulk:
    """Do what asks for statements, not for the verdicts that were seen on them."""
    return verb(desk, statements=seen, **parts)
