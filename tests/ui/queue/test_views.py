"""Views of the queue that are kept: saved under a name, as an address, with the desk."""

from PySide6.QtGui import QGuiApplication

from factcheck.domain.queues import Group, Order, View
from factcheck.domain.workflow import State
from factcheck.ui.queue.asking import AddressDialog, NameDialog
from tests.ui.driving import dialog, press, type_text


def test_a_view_is_saved_renamed_and_forgotten(hand):
    hand.choose(View(state=State.APPROVED, outcome="verified"))
    press(hand.qtbot, "Ctrl+Shift+S", hand.table)
    asked = dialog(hand.qtbot, hand.window, NameDialog)
    assert not asked.ok.isEnabled()
    type_text(hand.qtbot, "Done well")
    press(hand.qtbot, "Return")
    hand.back()
    assert hand.counts(hand.side.saved) == {"Done well": f"{hand.list.model.total}"}
    hand.click_line(hand.side.queues, State.TO_CHECK)
    saved = hand.side.saved
    hand.click_line(saved, saved.keys()[0])
    assert hand.page.view == View(state=State.APPROVED, outcome="verified")
    assert saved.lit()
    saved.setFocus()
    press(hand.qtbot, "F2")
    dialog(hand.qtbot, hand.window, NameDialog)
    type_text(hand.qtbot, "Fine")
    press(hand.qtbot, "Return")
    hand.back()
    assert [*hand.counts(saved)] == ["Fine"]
    saved.setFocus()
    hand.press("Delete")
    assert saved.isHidden()
    hand.press("Ctrl+Z", hand.table)
    assert [*hand.counts(saved)] == ["Fine"]


def test_an_address_is_copied_and_gone_to(hand):
    view = View(state=State.APPROVED, order=Order.WORDS, descending=True)
    hand.choose(view)
    press(hand.qtbot, "Ctrl+Shift+C", hand.table)
    address = QGuiApplication.clipboard().text()
    assert address == "state=approved&order=words&descending=1"
    hand.choose(View())
    press(hand.qtbot, "Ctrl+2", hand.window)
    press(hand.qtbot, "Ctrl+L", hand.window)
    asked = dialog(hand.qtbot, hand.window, AddressDialog)
    type_text(hand.qtbot, "state=lost")
    assert "state is one of" in asked.missing.text()
    assert not asked.ok.isEnabled()
    press(hand.qtbot, "Ctrl+A")
    type_text(hand.qtbot, address)
    press(hand.qtbot, "Return")
    hand.wait()
    assert hand.page.view == view
    assert hand.list.isVisible()


def test_a_desk_is_left_and_met_again_with_its_view(hand):
    path = hand.work.session.desk.path
    hand.choose(View(state=State.APPROVED, group=Group.DUE))
    hand.work.session.close()
    assert hand.work.session.open(path)
    hand.open()
    assert hand.page.view == View(state=State.APPROVED, group=Group.DUE)
    assert hand.list.model.total == 7
