from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.actions.statements import mark
from factcheck.domain.ids import ArticleId, PersonId, StatementId
from factcheck.store.desk import Desk
from tests.making import article as bring_in
from tests.making import new_desk, person


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = new_desk(tmp_path / "news.factcheck")
    yield desk
    desk.close()


@pytest.fixture
def ada(desk: Desk) -> PersonId:
    return person(desk, "Ada Reed")


@pytest.fixture
def jon(desk: Desk) -> PersonId:
    return person(desk, "Jon Park")


@pytest.fixture
def article(desk: Desk, ada: PersonId) -> ArticleId:
    return bring_in(desk, actor=ada)


@pytest.fixture
def statement(desk: Desk, ada: PersonId, article: ArticleId) -> StatementId:
    """The words “Harbour bridge”, marked by Ada."""
    return StatementId(mark(desk, actor=ada, article=article, start=0, end=14).new("statement"))
