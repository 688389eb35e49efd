"""What means harm does none: each case of the corpus has the outcome that is written beside it."""

import re
import socket
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from factcheck.actions import worker
from factcheck.actions.articles import add_article
from factcheck.actions.desks import create_desk, open_desk
from factcheck.actions.importing import read_article
from factcheck.actions.people import person_called
from factcheck.actions.worker import run
from factcheck.domain.canonical import canonical
from factcheck.errors import FactcheckError
from factcheck.importers import pdf_pages
from factcheck.store.desk import Desk
from tests.hostile import corpus
from tests.hostile.case import EITHER, REFUSE, TRAP, WARN, WORDS, Case

CASES = list(corpus.cases())
# Megabytes for pages of a PDF: what draws itself should not take long to fill them.
MEGABYTES = 256
ODD = "invisible|direction|alphabet|hidden from"


@pytest.fixture(scope="module")
def trap() -> Iterator[socket.socket]:
    """Listen for a call that must never come."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.setblocking(False)
        yield listening


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    path = tmp_path_factory.mktemp("desk") / "desk.factcheck"
    create_desk(path)
    opened = open_desk(path)
    person_called(opened, name="Ada Reed")
    yield opened
    opened.close()


def around(folder: Path) -> set[Path]:
    return {*folder.rglob("*"), *Path.cwd().iterdir(), *Path(__file__).parent.iterdir()}


def bring_in(desk: Desk, folder: Path, case: Case) -> tuple[str, str, tuple[str, ...]]:
    """Bring a file in as a person would; return its words, title and remarks."""
    if case.file == "a.pdf":  # as the viewer shows it
        sizes = run(pdf_pages.page_sizes, case.content, megabytes=MEGABYTES)
        run(pdf_pages.pages, case.content, [(0, 1.0)], megabytes=MEGABYTES)
        words = run(pdf_pages.texts, case.content, 0, len(sizes), megabytes=MEGABYTES)
        return "\n".join(words), "", ()
    path = folder / case.file
    path.write_bytes(case.content)
    imported = read_article(path)
    path.unlink()
    add_article(desk, actor=person_called(desk, name="Ada Reed"), imported=imported)
    assert imported.text == canonical(imported.text).text
    return imported.text, imported.title, imported.remarks


def aimed(case: Case, trap: socket.socket) -> Case:
    port = b"%05d" % trap.getsockname()[1]
    return replace(case, content=case.content.replace(TRAP, TRAP[:-5] + port))


def must_be_meant(case: Case, refusal: FactcheckError) -> None:
    assert not isinstance(refusal.__cause__, worker.WorkerBug), refusal.__cause__
    assert case.outcome in {REFUSE, EITHER}, refusal
    assert re.search(case.told, str(refusal))
    assert refusal.hint


def must_be_kept(case: Case, text: str, title: str, told: str) -> None:
    assert case.outcome != REFUSE, (text[:200], told)
    assert case.kept in text
    assert not case.lost or case.lost not in text + title
    assert re.search(case.told, told)
    assert case.outcome in {WARN, EITHER} or not re.search(ODD, told)


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_it_ends_as_it_should(case: Case, desk: Desk, tmp_path: Path, trap: socket.socket) -> None:
    before, head = around(tmp_path), desk.log_head()
    refusal: FactcheckError | None = None
    try:
        text, title, remarks = bring_in(desk, tmp_path, aimed(case, trap))
    except FactcheckError as error:
        refusal = error
    if refusal:
        must_be_meant(case, refusal)
        assert desk.log_head() == head
    else:
        must_be_kept(case, text, title, "\n".join(remarks))
    (tmp_path / case.file).unlink(missing_ok=True)
    assert around(tmp_path) == before
    with pytest.raises(BlockingIOError):
        trap.accept()


def test_the_next_file_works_after_the_worst(desk: Desk, tmp_path: Path) -> None:
    worst = next(case for case in CASES if case.name == "PDF: a form that draws itself")
    with pytest.raises(FactcheckError):
        bring_in(desk, tmp_path, worst)
    good = Case("good", "a.txt", WORDS.encode())
    assert bring_in(desk, tmp_path, good)[0] == WORDS


def test_there_are_enough_of_them() -> None:
    assert len(CASES) >= 100
    assert len({case.name for case in CASES}) == len(CASES)


def test_what_nobody_foresaw_is_told_as_a_fault_of_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumble(*_: object, **__: object) -> None:
        raise worker.WorkerBug("Traceback: in the parser")

    monkeypatch.setattr("factcheck.actions.importing.run", stumble)
    (tmp_path / "a.txt").write_text("words")
    with pytest.raises(FactcheckError, match=r"Something in “a\.txt” is not as") as caught:
        read_article(tmp_path / "a.txt")
    assert isinstance(caught.value.__cause__, worker.WorkerBug)
