from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.store.desk import Desk
from tests.making import Clock, maker, new_desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = new_desk(tmp_path / "news.factcheck")
    yield desk
    desk.close()


@pytest.fixture
def desk_again(desk: Desk) -> Iterator[Desk]:
    """The same desk, open a second time, as in another program."""
    again = Desk.open(desk.path, now=Clock(), new_id=maker(77))
    yield again
    again.close()
