"""One annotated article, written in each format by LibreOffice where that is installed."""

import shutil
import subprocess
from pathlib import Path

import pytest

from factcheck.importers.registry import read

DRAFT = Path(__file__).parents[1] / "data" / "draft.fodt"
FORMATS = ["docx", "odt", "rtf"]


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """Give the folder into which LibreOffice wrote the article in each format."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    folder = tmp_path_factory.mktemp("written")
    for kind in FORMATS:
        subprocess.run(
            [
                *(program, "--headless", f"-env:UserInstallation={(folder / 'own').as_uri()}"),
                *("--convert-to", kind, "--outdir", folder, DRAFT),
            ],
            check=True,
            capture_output=True,
            timeout=100,
        )
    return folder


@pytest.mark.parametrize("kind", FORMATS)
def test_each_format_brings_the_same_words_and_notes(written, kind):
    path = written / f"draft.{kind}"
    article = read(path.read_bytes(), path.name)
    assert article.text == (
        "The harbour bridge\n\nIt cost $40.5 million, 19 per cent more than planned. The council "
        "agreed. 🌉 It carries 3,290 cars.\n\nWhat was done\n\nbearings\n\nrivets\n\nYear\tCost\n\n"
        "2023\t20\n\n“Nobody was hurt,” said Mayor Ines Ortega."
    )
    assert article.original is not None
    assert "million, roughly 19 per cent than planned." in article.original.text
    found = [
        (note.kind.value, article.text[note.start : note.end], note.text or note.url)
        for note in article.annotations
    ]
    assert found == [
        (
            "footnote",
            "It cost $40.5 million, 19 per cent more than planned.",
            "Council minutes, 3 May 2024.",
        ),
        ("comment", "$40.5 million", "From the council’s ledger, p. 12"),
        ("link", "council", "https://council.example/b"),
        ("endnote", "🌉 It carries 3,290 cars.", "Count of 2024."),
    ]
    assert (article.title, article.byline) == ("The harbour bridge", "Mara Quill")
    days = [(each.text, each.source) for each in article.proposals if each.field == "published"]
    assert days == [("2024-11-01", "file properties: created")]
    assert article.published == ""
