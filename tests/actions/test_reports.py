import pytest

from factcheck.actions.reports import export_report, require_target
from factcheck.domain.ids import ArticleId
from factcheck.errors import FactcheckError


def test_a_report_is_the_same_bytes_each_time(desk, article, statement, tmp_path):
    one, two = tmp_path / "one.md", tmp_path / "TWO.MD"
    for path in (one, two):
        export_report(desk, article=article, path=path)
    assert one.read_bytes() == two.read_bytes()
    assert "Harbour bridge" in one.read_text(encoding="utf-8")


def test_a_file_that_is_there_is_replaced_only_when_told_so(desk, article, tmp_path):
    path = tmp_path / "report.md"
    path.write_bytes(b"older")
    with pytest.raises(FactcheckError, match="There is already a file at"):
        export_report(desk, article=article, path=path)
    assert path.read_bytes() == b"older"
    export_report(desk, article=article, path=path, replace=True)
    assert path.read_bytes() != b"older"
    assert [other.name for other in tmp_path.glob("*report*")] == ["report.md"]


@pytest.mark.parametrize("name", ["report", "report.txt", "report.doc", ".md", "report.md.bak"])
def test_a_name_that_tells_no_format_is_refused(desk, article, tmp_path, name):
    before = sorted(tmp_path.iterdir())
    with pytest.raises(FactcheckError, match="names no format for a report"):
        export_report(desk, article=article, path=tmp_path / name)
    assert sorted(tmp_path.iterdir()) == before


def test_a_folder_that_is_not_there_is_refused(desk, article, tmp_path):
    with pytest.raises(FactcheckError, match="There is no folder"):
        export_report(desk, article=article, path=tmp_path / "missing" / "report.md")


def test_an_article_that_is_not_there_leaves_no_file(desk, tmp_path):
    with pytest.raises(FactcheckError, match="There is no article gone"):
        export_report(desk, article=ArticleId("gone"), path=tmp_path / "report.md")
    assert not (tmp_path / "report.md").exists()


def test_the_target_is_looked_at_early(tmp_path):
    require_target(tmp_path / "report.PDF", replace=False)
    (tmp_path / "report.pdf").touch()
    require_target(tmp_path / "report.pdf", replace=True)
    with pytest.raises(FactcheckError, match="Use --force to replace it"):
        require_target(tmp_path / "report.pdf", replace=False)
