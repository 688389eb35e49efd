"""Files of any size come into a desk and out again, whole or not at all."""

import errno
import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from random import Random

import pytest

from factcheck.actions.captures import capture_content
from factcheck.actions.evidence import Source, attach
from factcheck.actions.keeping import SMALL, discard, keep_file, save_copy, unless_failed
from factcheck.actions.undoing import redo, undo
from factcheck.errors import Cancelled, FactcheckError
from factcheck.store import blobs, pieces
from factcheck.store.pieces import PIECE, Kept
from factcheck.store.reports import detail
from factcheck.store.verify import findings

BIG = Random(3).randbytes(2 * PIECE + 77)
ROOT = Path(__file__).parents[2]
# Peak memory of a fresh process, in KiB, before and after a sparse file of 300 MB was kept.
PEAK = """
import resource, sys
from pathlib import Path
from factcheck.actions.keeping import keep_file
from factcheck.actions.desks import create_desk
folder = Path(sys.argv[1])
create_desk(folder / "news.factcheck")
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
kept = keep_file(folder / "news.factcheck", folder / "big")
print(kept.size, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
"""


@pytest.fixture
def big(tmp_path):
    path = tmp_path / "film.mp4"
    path.write_bytes(BIG)
    return path


def left(desk) -> int:
    return desk.db.execute("SELECT count(*) FROM piece").fetchone()[0]


def attached(desk, ada, statement, content, name="film.mp4"):
    source = Source(file_name=name, content=content)
    attach(desk, actor=ada, statement=statement, source=source)
    return detail(desk, statement).citations[-1].captures[0]


def test_a_big_file_is_kept_and_attached(desk, ada, statement, big):
    told = []
    kept = keep_file(desk.path, big, progress=lambda *done: told.append(done))
    assert (kept.sha256, kept.size, kept.pieces) == (sha256(BIG).hexdigest(), len(BIG), 3)
    assert told == [(PIECE, len(BIG)), (2 * PIECE, len(BIG)), (len(BIG), len(BIG))]
    copy = attached(desk, ada, statement, kept)
    assert (copy.sha256, copy.size, copy.media_type) == (kept.sha256, len(BIG), "video/mp4")
    assert capture_content(desk.path, copy.sha256) == BIG
    assert list(findings(desk)) == []


def test_attaching_it_is_undone_and_done_again(desk, ada, statement, big):
    copy = attached(desk, ada, statement, keep_file(desk.path, big))
    undo(desk, actor=ada)
    assert detail(desk, statement).citations == ()
    redo(desk, actor=ada)
    assert capture_content(desk.path, copy.sha256) == BIG


@pytest.mark.parametrize("size", [0, 1, SMALL])
def test_a_small_file_is_its_bytes_and_the_desk_is_not_touched(desk, tmp_path, size):
    path = tmp_path / "note.txt"
    path.write_bytes(b"x" * size)
    assert keep_file(tmp_path / "no desk", path) == b"x" * size
    assert left(desk) == 0


def test_the_same_big_file_is_kept_once(desk, ada, statement, big):
    first = attached(desk, ada, statement, keep_file(desk.path, big))
    second = attached(desk, ada, statement, keep_file(desk.path, big))
    assert first.sha256 == second.sha256
    assert left(desk) == 3


def test_stopped_it_leaves_nothing(desk, big):
    looks = iter((False, False, True))
    with pytest.raises(Cancelled):
        keep_file(desk.path, big, cancelled=lambda: next(looks))
    assert left(desk) == 0


def test_others_may_go_before_each_piece(desk, big):
    seen = []
    keep_file(desk.path, big, pause=lambda: seen.append(left(desk)))
    assert seen == [0, 1, 2]


def grow(path: Path) -> None:
    with path.open("ab") as file:
        file.write(b"more")


def shrink(path: Path) -> None:
    os.truncate(path, PIECE + 1)


def overwrite(path: Path) -> None:
    with path.open("r+b") as file:
        file.write(b"other")
    os.utime(path, (1, 1))


@pytest.mark.parametrize("meddle", [grow, shrink, overwrite])
def test_a_file_that_changes_meanwhile_is_refused(desk, big, meddle):
    with pytest.raises(FactcheckError, match="changed while it was read"):
        keep_file(desk.path, big, progress=lambda done, _size: done == PIECE and meddle(big))
    assert left(desk) == 0


def test_the_desk_itself_is_not_opened(desk, tmp_path):
    other_name = tmp_path / "other name"
    os.link(desk.path, other_name)
    for path in (desk.path, other_name):
        with pytest.raises(FactcheckError, match="this desk itself"):
            keep_file(desk.path, path)


def test_a_folder_with_the_desk_is_not_read(desk, tmp_path):
    (tmp_path / "page.html").write_text("<p>Two trams collided.</p>", "utf-8")
    with pytest.raises(FactcheckError, match="This desk itself lies in"):
        keep_file(desk.path, tmp_path)


def test_folders_and_pipes_are_refused(desk, tmp_path):
    folder = tmp_path / "folder"
    folder.mkdir()
    with pytest.raises(FactcheckError, match="is a folder without a page"):
        keep_file(desk.path, folder)
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(FactcheckError, match="not a file that can be kept"):
        keep_file(desk.path, tmp_path / "pipe")


def test_a_file_that_is_not_there_is_told(desk, tmp_path):
    with pytest.raises(FactcheckError, match="can’t be read: No such file"):
        keep_file(desk.path, tmp_path / "gone")


def test_a_disk_that_gives_up_half_way_is_told(desk, big, monkeypatch):
    class Failing:
        def __init__(self, file):
            self.file, self.reads = file, 0

        def __enter__(self):
            return self

        def __exit__(self, *_error):
            self.file.close()

        def fileno(self):
            return self.file.fileno()

        def read(self, size):
            self.reads += 1
            if self.reads == 2:
                raise OSError(errno.EIO, os.strerror(errno.EIO))
            return self.file.read(size)

    real = Path.open
    monkeypatch.setattr(Path, "open", lambda path, *a, **k: Failing(real(path, *a, **k)))
    with pytest.raises(FactcheckError, match="Input/output error"):
        keep_file(desk.path, big)
    assert left(desk) == 0


def test_a_full_disk_is_told_and_leaves_nothing(desk, big, monkeypatch):
    def small_disk(db, upload, number, content):
        if number == 1:
            full = db.execute("PRAGMA page_count").fetchone()[0] + 100
            db.execute(f"PRAGMA max_page_count = {full}")
        put(db, upload, number, content)

    put = pieces.put
    monkeypatch.setattr(pieces, "put", small_disk)
    with pytest.raises(FactcheckError, match="disk is full"):
        keep_file(desk.path, big)
    assert left(desk) == 0


def test_work_that_fails_gives_back_what_was_kept(desk, big):
    seen = []

    def fail():
        content = keep_file(desk.path, big)
        with unless_failed(desk.path, content):
            seen.append((type(content), left(desk)))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert seen == [(Kept, 3)]
    assert left(desk) == 0


def test_discarding_spares_what_counts(desk, ada, statement, big):
    kept = keep_file(desk.path, big)
    copy = attached(desk, ada, statement, kept)
    discard(desk.path, kept)
    discard(desk.path, b"small bytes are nowhere yet")
    assert capture_content(desk.path, copy.sha256) == BIG


@pytest.mark.parametrize("content", [BIG, b"small", b""], ids=["big", "small", "empty"])
def test_a_copy_is_saved_with_progress(desk, ada, statement, tmp_path, content):
    path, target, told = tmp_path / "in.bin", tmp_path / "out.bin", []
    path.write_bytes(content)
    copy = attached(desk, ada, statement, keep_file(desk.path, path), name="in.bin")
    target.write_bytes(b"older")
    save_copy(desk.path, copy, target, progress=lambda *done: told.append(done))
    assert target.read_bytes() == content
    assert [done for done in told if done[0]][-1:] == [(len(content),) * 2][: bool(content)]


def test_a_copy_that_is_stopped_or_damaged_leaves_the_older_file(desk, ada, statement, big):
    copy = attached(desk, ada, statement, keep_file(desk.path, big))
    target = big.with_name("out.mp4")
    target.write_bytes(b"older")
    looks = iter((False, True))
    with pytest.raises(Cancelled):
        save_copy(desk.path, copy, target, cancelled=lambda: next(looks))
    desk.db.execute("DROP TRIGGER piece_no_delete")
    desk.db.execute("DELETE FROM piece WHERE number = 2")
    with pytest.raises(blobs.DamagedBytesError):
        save_copy(desk.path, copy, target)
    assert target.read_bytes() == b"older"
    assert not list(target.parent.glob(".factcheck-*"))


def test_a_copy_is_not_saved_over_the_desk(desk, ada, statement):
    copy = attached(desk, ada, statement, b"small")
    with pytest.raises(FactcheckError, match="this desk itself"):
        save_copy(desk.path, copy, desk.path)


@pytest.mark.skipif(sys.platform != "linux", reason="counts memory as Linux does")
def test_a_file_of_300_mb_is_never_held_whole(tmp_path):
    (tmp_path / "big").touch()
    os.truncate(tmp_path / "big", 300_000_000)
    run = subprocess.run(
        [sys.executable, "-c", PEAK, str(tmp_path)],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    size, grown = map(int, run.stdout.split())
    assert size == 300_000_000
    assert grown < 40_000
