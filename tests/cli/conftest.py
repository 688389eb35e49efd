import json
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from factcheck import cli
from tests.making import TEXT


@dataclass(frozen=True)
class Outcome:
    """What a command left: exit code, output as bytes, lines of complaint, desks it opened."""

    code: int
    output: bytes
    errors: list[str]
    opened: list[Path | None]

    @property
    def text(self) -> str:
        return self.output.decode().strip()

    @property
    def json(self):
        return json.loads(self.output)


@pytest.fixture
def run(capsysbinary, monkeypatch):
    """Run a command line in this process; ``person`` acts unless the line says who."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setenv("FACTCHECK_PERSON", "Ada Reed")

    def run(*arguments):
        opened = []
        capsysbinary.readouterr()
        code = cli.run(
            [str(part) for part in arguments], open_window=lambda desk: opened.append(desk) or 7
        )
        found = capsysbinary.readouterr()
        return Outcome(code, found.out, found.err.decode().splitlines(), opened)

    return run


@pytest.fixture
def ok(run):
    """Run a command line that must succeed without a word of complaint."""

    def ok(*arguments):
        outcome = run(*arguments)
        assert (outcome.code, outcome.errors) == (0, []), arguments
        return outcome

    return ok


@pytest.fixture
def desk(ok, tmp_path):
    """An empty desk."""
    path = tmp_path / "news.factcheck"
    ok("new", path)
    return path


@pytest.fixture
def bridge(tmp_path):
    """A file with the article that most tests are about."""
    path = tmp_path / "bridge.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def marked(ok, desk, bridge):
    """A desk with one article and one statement."""
    ok("import", desk, bridge)
    ok("mark", desk, "1", "--quote", "$40.5 million")
    return desk
