"""The whole job on a real article, three times: by mouse, by keyboard, by command. Same result."""

import json
import re
from pathlib import Path
from typing import NamedTuple

import pytest
from pytestqt.qtbot import QtBot

from factcheck.cli import run
from factcheck.ui.window import Window
from tests.ui.hands import Keyboard, Mouse

SHARED = Path(__file__).parents[3] / "shared" / "data" / "articles"
ARTICLE = SHARED / "meta-llama-government.txt"


CHANCE = re.compile(r"\d\d:\d\d|its log ends with\s+[0-9a-f]{64}")


class Check(NamedTuple):
    quote: str
    place: int
    outcome: str
    reason: str
    correction: str
    note: str


CHECKS = (
    Check(
        "no financial incentive",
        3,
        "context",
        "She said so; an indirect gain is likely.",
        "",
        "Statement by e-mail, 4 November 2024",
    ),
    Check(
        "$40.5 billion in revenue",
        2,
        "fix",
        "Revenue was 40,589 million, cut off instead of rounded.",
        "$40.6 billion in revenue",
        "Quarterly results, table on page 1",
    ),
    Check(
        "profit of $17.3 billion",
        5,
        "false",
        "That is operating income.",
        "operating income of $17.3 billion",
        "Quarterly results, income from operations",
    ),
)


@pytest.fixture(autouse=True)
def _needs_the_article() -> None:
    if not ARTICLE.exists():
        pytest.skip(f"the article to check is not there: {ARTICLE}")


def outcome_of(desk: Path, folder: Path, capsys: pytest.CaptureFixture[str]) -> object:
    """Return what can be compared of a desk: statements without ids, and the text of the report."""
    capsys.readouterr()
    assert command("statements", desk, "--json") == 0
    rows = json.loads(capsys.readouterr().out)
    for row in rows:
        del row["id"], row["article"]
    report = (folder / "report.md").read_text("utf-8")
    assert (folder / "report.pdf").read_bytes().startswith(b"%PDF-")
    # The two desks were made at other minutes, so their logs end with other hashes.
    return rows, CHANCE.sub("", report).splitlines()


def command(*parts: object) -> int:
    return run([str(part) for part in parts], open_window=lambda _desk: 1)


def by_command(folder: Path) -> Path:
    desk = folder / "desk.factcheck"
    assert command("new", desk) == 0
    assert command("--as", "Ada Reed", "import", desk, ARTICLE) == 0
    for check in CHECKS:
        assert command("mark", desk, 1, "--quote", check.quote, "--as", "Ada Reed") == 0
    for number, check in enumerate(CHECKS, start=1):
        who = ("--as", "Ada Reed")
        assert command("evidence", desk, number, "--note", check.note, *who) == 0
        more = ("--correction", check.correction) if check.correction else ()
        words = (check.outcome, "--reason", check.reason, *more)
        assert command("verdict", desk, number, *words, *who) == 0
        assert command("submit", desk, number, *who) == 0
        assert command("approve", desk, number, "--as", "Jon Lund") == 0
    for name in ("report.md", "report.pdf"):
        assert command("export", desk, 1, folder / name) == 0
    return desk


def by_hand(folder: Path, hands: Keyboard | Mouse) -> Path:
    desk = folder / "desk.factcheck"
    hands.make_desk(desk)
    hands.import_article(ARTICLE)
    for check in CHECKS:
        hands.mark(check.quote)
        hands.attach_note(check.note)
        hands.judge(check.place, check.reason, check.correction)
        hands.submit()
    hands.change_person("Jon Lund")
    hands.approve_all(len(CHECKS))
    for name in ("report.md", "report.pdf"):
        hands.export(folder / name)
    return desk


@pytest.mark.parametrize("kind", [Mouse, Keyboard])
def test_the_window_gives_what_the_commands_give(
    kind: type[Mouse] | type[Keyboard],
    qtbot: QtBot,
    window: Window,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    folders = [tmp_path / name for name in ("hand", "command")]
    for folder in folders:
        folder.mkdir()
    desk = by_hand(folders[0], kind(qtbot, window))
    window.session.close()
    expected = outcome_of(by_command(folders[1]), folders[1], capsys)
    assert outcome_of(desk, folders[0], capsys) == expected
    assert command("verify", desk) == 0
