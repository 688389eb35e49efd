"""The window itself: it fits the screen."""

from factcheck.ui.window import Window


def test_it_is_no_larger_than_the_screen_has_room_for(window: Window) -> None:
    room = window.screen().availableSize()
    window.resize(room * 2)
    window.fit_screen()
    assert window.width() < room.width()
    assert window.height() < room.height()


def test_a_smaller_one_stays_as_it_was(window: Window) -> None:
    window.resize(700, 600)
    small = window.size()
    window.fit_screen()
    assert window.size() == small
