from pathlib import Path

from PySide6.QtCore import QByteArray

from factcheck.ui.settings import KEPT_PLACES, RECENT_DESKS, Settings


def test_what_is_set_is_there_at_the_next_start(tmp_path: Path) -> None:
    path = tmp_path / "window.ini"
    settings = Settings(path)
    settings.person, settings.appearance, settings.zoom = "Ada Reed", "dark", -2
    settings.keep_layout("window", QByteArray(b"\x01\x02"))
    del settings
    again = Settings(path)
    assert (again.person, again.appearance, again.zoom) == ("Ada Reed", "dark", -2)
    assert again.layout_of("window") == QByteArray(b"\x01\x02")


def test_without_a_file_all_is_as_usual(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "window.ini")
    assert (settings.person, settings.appearance, settings.zoom) == ("", "system", 0)
    assert settings.recent_desks() == []
    assert settings.layout_of("window") is None


def test_the_desk_opened_last_comes_first_and_once(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "window.ini")
    desks = [tmp_path / name for name in ("a, b.factcheck", "c=d.factcheck", "ü.factcheck")]
    for desk in (*desks, desks[0]):
        desk.touch()
        settings.remember_desk(desk)
    assert settings.recent_desks() == [desks[0], desks[2], desks[1]]


def test_desks_that_are_gone_are_not_offered_and_few_are_kept(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "window.ini")
    desks = [tmp_path / f"{n}.factcheck" for n in range(RECENT_DESKS + 3)]
    for desk in desks:
        desk.touch()
        settings.remember_desk(desk)
    desks[-1].unlink()
    assert settings.recent_desks() == list(reversed(desks[:-1]))[: RECENT_DESKS - 1]


def test_the_place_in_an_article_is_kept_for_the_newest_ones(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "window.ini")
    assert settings.place_of("a") is None
    for number in range(KEPT_PLACES):
        settings.keep_place(f"a{number}", number, 0)
    settings.keep_place("a1", 7, 5)
    settings.keep_place("new", 1, 2)
    again = Settings(tmp_path / "window.ini")
    assert (again.place_of("a1"), again.place_of("new")) == ((7, 5), (1, 2))
    assert again.place_of("a0") is None
    assert again.place_of("a2") == (2, 0)
