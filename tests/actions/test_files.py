import errno
import os
import stat
from pathlib import Path

import pytest

from factcheck.actions.files import write_beside
from factcheck.errors import FactcheckError


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def full_disk(*_args):
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@pytest.mark.parametrize("replace", [True, False])
def test_writes_a_new_file_and_leaves_nothing_else(tmp_path, replace):
    path = tmp_path / "report.md"
    write_beside(path, b"# Report", replace=replace)
    assert path.read_bytes() == b"# Report"
    assert names(tmp_path) == ["report.md"]


def test_new_files_have_the_permissions_that_files_have(tmp_path):
    (tmp_path / "other").write_bytes(b"")
    write_beside(tmp_path / "report.md", b"", replace=False)
    assert (tmp_path / "report.md").stat().st_mode == (tmp_path / "other").stat().st_mode


def test_a_replaced_file_hands_on_its_permissions(tmp_path):
    path = tmp_path / "secret.md"
    path.write_bytes(b"old")
    path.chmod(0o600)
    write_beside(path, b"new", replace=True)
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_does_not_overwrite_unasked(tmp_path):
    path = tmp_path / "report.md"
    path.write_bytes(b"old")
    with pytest.raises(FactcheckError, match="exists already") as caught:
        write_beside(path, b"new", replace=False)
    assert "--force" in caught.value.hint
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["report.md"]


def test_does_not_overwrite_what_appears_meanwhile(tmp_path, monkeypatch):
    path = tmp_path / "report.md"
    fsync = os.fsync

    def somebody_writes(handle):
        fsync(handle)
        path.write_bytes(b"theirs")

    monkeypatch.setattr(os, "fsync", somebody_writes)
    with pytest.raises(FactcheckError, match="exists already"):
        write_beside(path, b"ours", replace=False)
    assert path.read_bytes() == b"theirs"


def test_says_that_there_is_no_folder(tmp_path):
    with pytest.raises(FactcheckError, match="There is no folder"):
        write_beside(tmp_path / "absent" / "report.md", b"", replace=True)


def test_a_folder_is_not_replaced(tmp_path):
    (tmp_path / "report.md").mkdir()
    with pytest.raises(FactcheckError, match="is a folder"):
        write_beside(tmp_path / "report.md", b"", replace=True)
    assert names(tmp_path) == ["report.md"]


def test_a_full_disk_leaves_the_old_file_and_nothing_else(tmp_path, monkeypatch):
    path = tmp_path / "report.md"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", full_disk)
    with pytest.raises(FactcheckError, match="no room left"):
        write_beside(path, b"new", replace=True)
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["report.md"]


def test_a_name_claimed_in_vain_is_given_back(tmp_path, monkeypatch):
    monkeypatch.setattr(Path, "replace", full_disk)
    with pytest.raises(FactcheckError, match="no room left"):
        write_beside(tmp_path / "report.md", b"new", replace=False)
    assert names(tmp_path) == []


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.EACCES, "You may not write"),
        (errno.EROFS, "You may not write"),
        (errno.EIO, "can’t be written"),
    ],
)
def test_other_troubles_are_told_plainly(tmp_path, monkeypatch, number, words):
    def trouble(*_args):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", trouble)
    with pytest.raises(FactcheckError, match=words):
        write_beside(tmp_path / "report.md", b"", replace=False)


def test_file_and_folder_are_written_through(tmp_path, monkeypatch):
    synced = []
    fsync = os.fsync

    def note(handle):
        synced.append(stat.S_ISDIR(os.fstat(handle).st_mode))
        fsync(handle)

    monkeypatch.setattr(os, "fsync", note)
    write_beside(tmp_path / "report.md", b"", replace=True)
    assert synced == [False, True]
