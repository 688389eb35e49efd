"""From an empty folder to the report, by two people; once in this process, once as programs."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.making import TEXT

ADA, JON = ("--as", "Ada Reed"), ("--as", "Jon Park")
ROOT = Path(__file__).parents[2]


def whole_job(do, folder):
    """Bring in, mark, attach, judge, review, send back, judge again, approve, export."""
    desk, register = folder / "news.factcheck", folder / "register.txt"
    (folder / "bridge.txt").write_bytes(TEXT.encode())
    register.write_bytes(b"Final cost: 40,586,000")
    do("new", desk)
    do("import", desk, folder / "bridge.txt", *ADA)
    do("mark", desk, "1", "--quote", "$40.5 million", *ADA)
    do("mark", desk, "1", "--quote", "“Nobody was hurt,”", "--kind", "quotation", *ADA)
    do("evidence", desk, "1", "--file", register, "--stance", "refutes", "--locator", "p. 1", *ADA)
    do("verdict", desk, "1", "verified", *ADA)
    do("submit", desk, "1", *ADA)
    do("send-back", desk, "1", "--reason", "The register says 40.6.", *JON)
    do(
        *("verdict", desk, "1", "fix", "--reason", "Rounded down.", *ADA),
        *("--correction", "$40.6 million"),
    )
    do("submit", desk, "1", *ADA)
    do("approve", desk, "1", *JON)
    do("dismiss", desk, "2", "--reason", "A witness’s words.", *ADA)
    do("verify", desk)
    do("export", desk, "1", folder / "report.md", "--profile", "publish")
    return desk


def look(found, folder):
    first, second = found
    assert (first["state"], first["verdict"]) == ("approved", "fix")
    assert (first["checker"], first["reviewer"]) == ("Ada Reed", "Jon Park")
    assert (first["evidence"], first["correction"]) == (1, "$40.6 million")
    assert (second["state"], second["kind"]) == ("dismissed", "quotation")
    report = (folder / "report.md").read_text(encoding="utf-8")
    for words in ("40.6", "Rounded down.", "Ada Reed", "Jon Park", "register.txt"):
        assert words in report
    assert sorted(path.name for path in folder.iterdir()) == [
        *("bridge.txt", "news.factcheck", "register.txt", "report.md")
    ]


def test_two_people_take_an_article_from_the_file_to_the_report(ok, tmp_path):
    desk = whole_job(ok, tmp_path)
    look(ok("statements", desk, "--json").json, tmp_path)


def program(*arguments, **environment):
    return subprocess.run(
        [sys.executable, "-m", "factcheck", *(str(part) for part in arguments)],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        check=False,
    )


def test_the_same_as_programs(tmp_path):
    def do(*arguments):
        done = program(*arguments)
        assert (done.returncode, done.stderr) == (0, b""), arguments

    desk = whole_job(do, tmp_path)
    listed = program("statements", desk, "--json", LC_ALL="C", PYTHONIOENCODING="ascii")
    look(json.loads(listed.stdout), tmp_path)


def test_a_program_that_is_refused(tmp_path):
    done = program("articles", tmp_path / "gone.factcheck")
    assert (done.returncode, done.stdout) == (2, b"")
    assert len(done.stderr.decode().splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform != "linux", reason="the log's place is set by XDG_STATE_HOME")
def test_a_fault_is_told_in_one_line_and_kept(tmp_path):
    broken = (
        "import sys; from factcheck import cli; import factcheck.store.gate as gate; "
        "gate.inspect = None; cli.run(['articles', 'x'], open_window=None)"
    )
    done = subprocess.run(
        [sys.executable, "-c", broken],
        cwd=ROOT,
        env={**os.environ, "XDG_STATE_HOME": str(tmp_path)},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1
    (line,) = done.stderr.decode().splitlines()
    assert line.startswith("factcheck: this is a fault of the program (TypeError)")
    kept = tmp_path / "factcheck" / "log" / "faults.log"
    assert str(kept) in line
    assert "TypeError: 'NoneType' object is not callable" in kept.read_text(encoding="utf-8")
