import pytest

from factcheck.actions.demo import make_demo
from factcheck.actions.desks import open_desk, verify
from factcheck.domain.workflow import State
from factcheck.errors import FactcheckError
from factcheck.store import lists


def test_the_sample_shows_work_in_every_stage_and_both_reports(tmp_path):
    desk_path, markdown, pdf = make_demo(tmp_path / "new" / "demo")
    desk = open_desk(desk_path)
    rows = lists.statement_rows(desk)
    troubles = verify(desk)
    desk.close()
    assert troubles == []
    assert {row.state for row in rows} >= {
        *(State.TO_CHECK, State.IN_CHECKING, State.AWAITING_REVIEW),
        *(State.SENT_BACK, State.APPROVED, State.DISMISSED),
    }
    assert markdown.read_text(encoding="utf-8").startswith("#")
    assert pdf.read_bytes().startswith(b"%PDF-")


def test_a_desk_is_never_replaced(tmp_path):
    (tmp_path / "sample.factcheck").write_bytes(b"mine")
    with pytest.raises(FactcheckError, match="There is already a file at"):
        make_demo(tmp_path)
    assert (tmp_path / "sample.factcheck").read_bytes() == b"mine"


def test_a_folder_that_can_not_be_made(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(FactcheckError, match="can’t be made"):
        make_demo(tmp_path / "file" / "demo")
