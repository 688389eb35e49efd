"""Killed at any moment, a desk loses nothing that was acknowledged and holds nothing half done."""

import os
import select
import signal
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from factcheck.actions import system
from factcheck.actions.desks import open_desk
from factcheck.store.journal import log_of
from factcheck.store.pieces import PIECE, discard_abandoned
from factcheck.store.verify import findings
from tests.making import article, new_desk

KILLS = 100
ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and SIGKILL")


def worker(*arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.store.worker", *arguments],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def events(path: Path) -> list[str]:
    """Return all events of editors in the order of the log, the desk found sound."""
    desk = open_desk(path)
    found = desk.db.execute("SELECT id FROM event WHERE action <> 'add person' ORDER BY seq")
    ids = [row[0] for row in found.fetchall()]
    assert list(findings(desk)) == []
    desk.close()
    return ids


def killed(helper: subprocess.Popen[str], seed: int, chance: Random) -> tuple[list[str], bool]:
    """Let a worker work, kill it at a random moment, and return what it had acknowledged.

    Also whether it had begun what it did not acknowledge any more.
    """
    helper.stdin.write(f"{seed}\n")
    helper.stdin.flush()
    _, _, pid = helper.stdout.readline().strip().partition("pid ")
    told = [helper.stdout.readline().strip() for _ in range(chance.randrange(18))]
    # Wait for a fraction of an action's time; what arrives meanwhile is read below.
    select.select([], [], [], chance.uniform(0, 0.004))
    os.kill(int(pid), signal.SIGKILL)
    while (line := helper.stdout.readline().strip()) != "gone":
        told.append(line)
    return [line for line in told if line != "begun"], told[-1:] == ["begun"]


@pytest.mark.parametrize("manner", ["lasting", "command"])
def test_a_hundred_kills_lose_nothing_and_leave_nothing_half_done(tmp_path, manner):
    path = tmp_path / "news.factcheck"
    new_desk(path).close()
    chance, before, in_the_middle = Random(7), events(path), 0
    with worker("fork", str(path), manner) as helper:
        for seed in range(KILLS):
            acknowledged, begun = killed(helper, seed, chance)
            in_the_middle += begun
            if seed == 0:
                log_was_kept = log_of(path).exists()
            after = events(path)
            assert after[: len(before)] == before
            new = after[len(before) :]
            assert new[: len(acknowledged)] == acknowledged
            # The last action may be finished and not yet acknowledged.
            assert len(new) - len(acknowledged) in {0, 1}
            before = after
        helper.stdin.close()
    assert log_was_kept is (manner == "lasting")
    assert in_the_middle > KILLS / 4, "too few kills came between beginning and end of an action"


def test_killed_while_it_keeps_a_file_a_desk_is_sound_and_the_rest_goes_in_time(tmp_path):
    path, file = tmp_path / "news.factcheck", tmp_path / "film.mp4"
    new_desk(path).close()
    file.write_bytes(Random(1).randbytes(12 * PIECE))
    before = events(path)
    for pieces_seen in range(1, 11):
        with worker("keep", str(path), str(file)) as helper:
            for _ in range(pieces_seen):
                helper.stdout.readline()
            helper.kill()
    assert events(path) == before
    desk = open_desk(path)
    left = "SELECT count(*), count(DISTINCT upload) FROM piece"
    count, uploads = desk.db.execute(left).fetchone()
    assert count >= sum(range(1, 11))
    assert uploads == 10
    discard_abandoned(desk.db, system.now() + timedelta(minutes=1))
    assert desk.db.execute(left).fetchone() == (0, 0)
    desk.close()


def test_two_programs_work_on_one_desk_and_no_action_fails(tmp_path):
    desk = new_desk(tmp_path / "news.factcheck")
    article(desk)
    desk.close()
    before = events(desk.path)
    editors = [worker("mark", str(desk.path), name, "300") for name in ("Ada Reed", "Jon Park")]
    told = [editor.communicate()[0].split() for editor in editors]
    assert [editor.returncode for editor in editors] == [0, 0]
    assert [len(ids) for ids in told] == [300, 300]
    after = events(desk.path)
    assert sorted(after) == sorted([*before, *told[0], *told[1]])
    for ids in told:
        assert [name for name in after if name in set(ids)] == ids
