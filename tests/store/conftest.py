from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.store.desk import Desk
from tests.making import new_desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = new_desk(tmp_path / "news.factcheck")
    yield desk
    desk.close()
