"""A page that the browser saved as a folder is kept as one archive."""

import pytest

from factcheck.actions import folders
from factcheck.actions.captures import capture_content
from factcheck.actions.evidence import Source, attach
from factcheck.actions.importing import name_of
from factcheck.actions.keeping import keep_file
from factcheck.actions.readings import read_text
from factcheck.errors import FactcheckError
from factcheck.importers.web_archive import read_page
from factcheck.store import reports
from tests.webs import HTML


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "The bridge"
    (folder / "Bridge_files").mkdir(parents=True)
    (folder / "Bridge.html").write_bytes(HTML)
    (folder / "Bridge_files" / "frame.html").write_bytes(b"<p>Advertisement</p>")
    (folder / "Bridge_files" / "a.png").write_bytes(b"\x89PNG")
    return folder


def test_the_page_of_a_folder_is_attached_and_read(desk, ada, statement, folder):
    content, name = keep_file(desk.path, folder), name_of(folder)
    text = read_text(desk.path, content, name)
    source = Source(content=content, file_name=name, text=text)
    attach(desk, actor=ada, statement=statement, source=source)
    (cited,) = reports.detail(desk, statement).citations
    (copy,) = cited.captures
    assert cited.evidence.kind == "web page"
    assert (copy.name, copy.media_type) == ("The bridge.warc.gz", "application/warc")
    assert text.text.endswith("nobody was surprised.")
    page = read_page(capture_content(desk.path, copy.sha256), copy.name)
    assert (page.content, page.url) == (HTML, "file:///Bridge.html")


def test_a_saved_page_without_an_article_is_read_as_a_whole(desk, folder):
    (folder / "Bridge.html").write_bytes(b"<html><body><a href=x>Menu</a></body></html>")
    content = keep_file(desk.path, folder)
    assert read_text(desk.path, content, name_of(folder)).text == "Menu"


def test_what_a_link_leads_to_stays_out(desk, folder, tmp_path):
    (tmp_path / "secret.html").write_bytes(b"<p>Secret</p>")
    (folder / "A.html").symlink_to(tmp_path / "secret.html")
    (folder / "loop").symlink_to(folder)
    assert b"Secret" not in read_page(keep_file(desk.path, folder), "a").content


@pytest.mark.parametrize("limit", ["MOST_FILES", "MOST_BYTES"])
def test_too_much_is_refused(desk, folder, monkeypatch, limit):
    monkeypatch.setattr(folders, limit, 1)
    with pytest.raises(FactcheckError, match="holds more than"):
        keep_file(desk.path, folder)


def test_a_folder_without_a_page_is_refused(desk, folder):
    (folder / "Bridge.html").unlink()
    (folder / "Bridge_files" / "frame.html").unlink()
    with pytest.raises(FactcheckError, match="without a page"):
        keep_file(desk.path, folder)
