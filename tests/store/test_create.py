"""A new desk is there whole or not at all, and never in another file's place."""

import errno
import os
from pathlib import Path

import pytest

from factcheck.domain.scales import NEWSROOM_STEPS, TRUTH_STEPS
from factcheck.errors import FactcheckError
from factcheck.store import reads
from factcheck.store.desk import Desk
from factcheck.store.verify import findings
from tests.making import Clock, article, maker, new_desk
from tests.store.looking import beside


def create(path: Path) -> None:
    Desk.create(path, now=Clock(), new_id=maker(), time_zone="Europe/Lisbon")


def no_links(*_args: object) -> None:
    raise OSError(errno.EPERM, os.strerror(errno.EPERM))


def test_a_new_desk_has_its_row_its_scales_and_its_founder(tmp_path):
    desk = new_desk(tmp_path / "Courier.factcheck")
    row = desk.row()
    assert (row.name, row.time_zone, row.second_person_rule) == ("Courier", "UTC", True)
    assert [scale.steps for scale in reads.scales(desk)] == [NEWSROOM_STEPS, TRUTH_STEPS]
    assert [person.name for person in reads.people(desk).values()] == ["Factcheck"]
    assert list(findings(desk)) == []
    desk.close()


@pytest.mark.parametrize("content", [b"", b"Somebody's notes."])
@pytest.mark.parametrize("link", [os.link, no_links], ids=["links", "no links"])
def test_no_file_is_ever_replaced(tmp_path, monkeypatch, content, link):
    monkeypatch.setattr(os, "link", link)
    path = tmp_path / "news.factcheck"
    path.write_bytes(content)
    with pytest.raises(FactcheckError, match="There is already a file at"):
        create(path)
    assert path.read_bytes() == content
    assert beside(path) == []


@pytest.mark.parametrize("link", [os.link, no_links], ids=["links", "no links"])
def test_not_even_one_that_came_meanwhile(tmp_path, monkeypatch, link):
    path = tmp_path / "news.factcheck"
    monkeypatch.setattr(os, "link", link)
    monkeypatch.setattr(Path, "exists", lambda _: False)
    path.write_bytes(b"just now")
    with pytest.raises(FactcheckError, match="There is already a file at"):
        create(path)
    assert path.read_bytes() == b"just now"
    assert beside(path) == []


def test_a_file_system_without_links_gets_its_desk(tmp_path, monkeypatch):
    monkeypatch.setattr(os, "link", no_links)
    path = tmp_path / "news.factcheck"
    new_desk(path).close()
    assert beside(path) == []


def test_a_dangling_link_is_somebody_s_name_too(tmp_path):
    path = tmp_path / "news.factcheck"
    path.symlink_to(tmp_path / "nowhere")
    with pytest.raises(FactcheckError, match="There is already a file at"):
        create(path)
    assert path.is_symlink()
    assert beside(path) == []


@pytest.mark.parametrize("folder", ["missing", "file", "long" * 80])
def test_a_folder_that_can_not_take_it(tmp_path, folder):
    (tmp_path / "file").write_bytes(b"x")
    with pytest.raises(FactcheckError, match="No file can be made in"):
        create(tmp_path / folder / "news.factcheck")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_a_failure_on_the_way_leaves_nothing(tmp_path, monkeypatch):
    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(FactcheckError, match="No space left on device"):
        create(tmp_path / "news.factcheck")
    assert list(tmp_path.iterdir()) == []


def test_one_file_at_rest(tmp_path):
    desk = new_desk(tmp_path / "news.factcheck")
    article(desk)
    other = Desk.open(desk.path, now=Clock(), new_id=maker(7))
    desk.close()
    other.close()
    assert beside(desk.path) == []


def test_settings_that_lose_nothing(tmp_path):
    desk = new_desk(tmp_path / "news.factcheck")
    found = [
        desk.db.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("journal_mode", "synchronous", "foreign_keys", "trusted_schema")
    ]
    desk.close()
    assert found == ["truncate", 2, 1, 0]
