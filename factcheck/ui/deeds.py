"""What was done, in the words of those who did it: "gave the verdict “Fix”".

The log holds actions as they were named when they were done, in English, for programs to read.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from factcheck.domain.workflow import Step
from factcheck.ui.translation import QT_TRANSLATE_NOOP


class Deed(NamedTuple):
    """``told`` stands behind a person's name, ``name`` behind “Undo:”.

    "{0}" in them is what stands in the log behind the beginning of an action.
    """

    told: str
    name: str


def deed_told(action: str, about: str = "") -> str:
    """Say what somebody did; ``about`` is the action that an undo or a redo was about."""
    told = _in_words(action, _deed(action).told)
    return " ".join(filter(None, (told, about and deed_name(about))))


def deed_name(action: str) -> str:
    """Name what can be undone; an action that is not known here goes by its own name."""
    return _in_words(action, _deed(action).name)


def _in_words(action: str, text: str) -> str:
    if not text:
        return action
    return QCoreApplication.translate("deeds", text).format(action.removeprefix(_beginning(action)))


def _deed(action: str) -> Deed:
    return DEEDS.get(action) or DEEDS.get(_beginning(action)) or Deed("", "")


def _beginning(action: str) -> str:
    """Return the beginning under which an action stands in the table, "" where it has none."""
    return next((each for each in _BEGINNINGS if action.startswith(each)), "")


# fmt: off
DEEDS = {
    "create desk": Deed(QT_TRANSLATE_NOOP("deeds", "made the desk"), QT_TRANSLATE_NOOP("deeds", "making the desk")),
    "add person": Deed(QT_TRANSLATE_NOOP("deeds", "joined the desk"), QT_TRANSLATE_NOOP("deeds", "joining the desk")),
    "import article": Deed(QT_TRANSLATE_NOOP("deeds", "imported the article"), QT_TRANSLATE_NOOP("deeds", "import of the article")),
    "mark": Deed(QT_TRANSLATE_NOOP("deeds", "marked the statement"), QT_TRANSLATE_NOOP("deeds", "marked statement")),
    "resize": Deed(QT_TRANSLATE_NOOP("deeds", "changed where the mark begins or ends"), QT_TRANSLATE_NOOP("deeds", "changed mark")),
    "add words": Deed(QT_TRANSLATE_NOOP("deeds", "added words to the statement"), QT_TRANSLATE_NOOP("deeds", "added words")),
    "remove words": Deed(QT_TRANSLATE_NOOP("deeds", "removed words from the statement"), QT_TRANSLATE_NOOP("deeds", "removed words")),
    "set kind": Deed(QT_TRANSLATE_NOOP("deeds", "changed the kind"), QT_TRANSLATE_NOOP("deeds", "changed kind")),
    "describe": Deed(QT_TRANSLATE_NOOP("deeds", "changed the details"), QT_TRANSLATE_NOOP("deeds", "changed details")),
    "copy from an earlier statement": Deed(QT_TRANSLATE_NOOP("deeds", "copied from an earlier statement"), QT_TRANSLATE_NOOP("deeds", "copy from an earlier statement")),
    "no facts here": Deed(QT_TRANSLATE_NOOP("deeds", "ticked a sentence: no facts here"), QT_TRANSLATE_NOOP("deeds", "tick “no facts here”")),
    "take a tick away": Deed(QT_TRANSLATE_NOOP("deeds", "took the tick “no facts here” off a sentence"), QT_TRANSLATE_NOOP("deeds", "removed tick “no facts here”")),
    "verdict: ": Deed(QT_TRANSLATE_NOOP("deeds", "gave the verdict “{0}”"), QT_TRANSLATE_NOOP("deeds", "verdict “{0}”")),
    Step.SUBMIT.value: Deed(QT_TRANSLATE_NOOP("deeds", "submitted the statement"), QT_TRANSLATE_NOOP("deeds", "submission")),
    Step.APPROVE.value: Deed(QT_TRANSLATE_NOOP("deeds", "approved the verdict"), QT_TRANSLATE_NOOP("deeds", "approval")),
    Step.SEND_BACK.value: Deed(QT_TRANSLATE_NOOP("deeds", "sent the statement back"), QT_TRANSLATE_NOOP("deeds", "sending back")),
    Step.DISMISS.value: Deed(QT_TRANSLATE_NOOP("deeds", "dismissed the statement: not a fact"), QT_TRANSLATE_NOOP("deeds", "dismissal")),
    Step.REOPEN.value: Deed(QT_TRANSLATE_NOOP("deeds", "reopened the statement"), QT_TRANSLATE_NOOP("deeds", "reopening")),
    f"{Step.SUBMIT} several": Deed(QT_TRANSLATE_NOOP("deeds", "submitted several statements"), QT_TRANSLATE_NOOP("deeds", "submission of several statements")),
    f"{Step.APPROVE} several": Deed(QT_TRANSLATE_NOOP("deeds", "approved several verdicts"), QT_TRANSLATE_NOOP("deeds", "approval of several verdicts")),
    f"{Step.SEND_BACK} several": Deed(QT_TRANSLATE_NOOP("deeds", "sent several statements back"), QT_TRANSLATE_NOOP("deeds", "sending several statements back")),
    f"{Step.DISMISS} several": Deed(QT_TRANSLATE_NOOP("deeds", "dismissed several statements"), QT_TRANSLATE_NOOP("deeds", "dismissal of several statements")),
    "assign several to nobody": Deed(QT_TRANSLATE_NOOP("deeds", "assigned several statements to nobody"), QT_TRANSLATE_NOOP("deeds", "several statements assigned to nobody")),
    "assign several to ": Deed(QT_TRANSLATE_NOOP("deeds", "assigned several statements to {0}"), QT_TRANSLATE_NOOP("deeds", "several statements assigned to {0}")),
    "due date of several": Deed(QT_TRANSLATE_NOOP("deeds", "set the due date of several statements"), QT_TRANSLATE_NOOP("deeds", "due date of several statements")),
    "priority of several: low": Deed(QT_TRANSLATE_NOOP("deeds", "set the priority of several statements to low"), QT_TRANSLATE_NOOP("deeds", "low priority of several statements")),
    "priority of several: normal": Deed(QT_TRANSLATE_NOOP("deeds", "set the priority of several statements to normal"), QT_TRANSLATE_NOOP("deeds", "normal priority of several statements")),
    "priority of several: high": Deed(QT_TRANSLATE_NOOP("deeds", "set the priority of several statements to high"), QT_TRANSLATE_NOOP("deeds", "high priority of several statements")),
    "tag: ": Deed(QT_TRANSLATE_NOOP("deeds", "added the tag “{0}”"), QT_TRANSLATE_NOOP("deeds", "tag “{0}”")),
    "take tag off: ": Deed(QT_TRANSLATE_NOOP("deeds", "removed the tag “{0}”"), QT_TRANSLATE_NOOP("deeds", "removed tag “{0}”")),
    "tag several: ": Deed(QT_TRANSLATE_NOOP("deeds", "added the tag “{0}” to several statements"), QT_TRANSLATE_NOOP("deeds", "tag “{0}” on several statements")),
    "take tag off several: ": Deed(QT_TRANSLATE_NOOP("deeds", "removed the tag “{0}” from several statements"), QT_TRANSLATE_NOOP("deeds", "removed tag “{0}” of several statements")),
    "attach evidence": Deed(QT_TRANSLATE_NOOP("deeds", "attached evidence"), QT_TRANSLATE_NOOP("deeds", "attached evidence")),
    "cite evidence": Deed(QT_TRANSLATE_NOOP("deeds", "attached evidence of the desk"), QT_TRANSLATE_NOOP("deeds", "attached evidence of the desk")),
    "edit citation": Deed(QT_TRANSLATE_NOOP("deeds", "edited the evidence"), QT_TRANSLATE_NOOP("deeds", "edited evidence")),
    "remove evidence": Deed(QT_TRANSLATE_NOOP("deeds", "removed evidence"), QT_TRANSLATE_NOOP("deeds", "removed evidence")),
    "capture the page": Deed(QT_TRANSLATE_NOOP("deeds", "captured the page"), QT_TRANSLATE_NOOP("deeds", "captured page")),
    "check the page again": Deed(QT_TRANSLATE_NOOP("deeds", "checked the page again and found it unchanged"), QT_TRANSLATE_NOOP("deeds", "page checked again")),
    "look for the page": Deed(QT_TRANSLATE_NOOP("deeds", "looked for the page in vain"), QT_TRANSLATE_NOOP("deeds", "page looked for in vain")),
    "read a copy": Deed(QT_TRANSLATE_NOOP("deeds", "had the text of a copy read"), QT_TRANSLATE_NOOP("deeds", "text read from a copy")),
    "time-stamp a copy": Deed(QT_TRANSLATE_NOOP("deeds", "had a copy time-stamped"), QT_TRANSLATE_NOOP("deeds", "time stamp on a copy")),
    "write a note": Deed(QT_TRANSLATE_NOOP("deeds", "wrote a note"), QT_TRANSLATE_NOOP("deeds", "note")),
    "edit a note": Deed(QT_TRANSLATE_NOOP("deeds", "edited a note"), QT_TRANSLATE_NOOP("deeds", "edited note")),
    "remove a note": Deed(QT_TRANSLATE_NOOP("deeds", "removed a note"), QT_TRANSLATE_NOOP("deeds", "removed note")),
    "define scale: ": Deed(QT_TRANSLATE_NOOP("deeds", "defined the scale “{0}”"), QT_TRANSLATE_NOOP("deeds", "definition of the scale “{0}”")),
    "choose scale: ": Deed(QT_TRANSLATE_NOOP("deeds", "chose the scale “{0}” for the article"), QT_TRANSLATE_NOOP("deeds", "choice of the scale “{0}”")),
    "save view: ": Deed(QT_TRANSLATE_NOOP("deeds", "saved the view “{0}”"), QT_TRANSLATE_NOOP("deeds", "saved view “{0}”")),
    "rename view: ": Deed(QT_TRANSLATE_NOOP("deeds", "renamed a view to “{0}”"), QT_TRANSLATE_NOOP("deeds", "new name “{0}” of a view")),
    "forget a view": Deed(QT_TRANSLATE_NOOP("deeds", "removed a saved view"), QT_TRANSLATE_NOOP("deeds", "removed view")),
    "allow the web": Deed(QT_TRANSLATE_NOOP("deeds", "allowed the web"), QT_TRANSLATE_NOOP("deeds", "allowed web")),
    "forbid the web": Deed(QT_TRANSLATE_NOOP("deeds", "forbade the web"), QT_TRANSLATE_NOOP("deeds", "forbidden web")),
    "undo": Deed(QT_TRANSLATE_NOOP("deeds", "took back:"), QT_TRANSLATE_NOOP("deeds", "undone")),
    "redo": Deed(QT_TRANSLATE_NOOP("deeds", "did again:"), QT_TRANSLATE_NOOP("deeds", "done again")),
}
# fmt: on
_BEGINNINGS = [action for action in DEEDS if action.endswith(" ")]
