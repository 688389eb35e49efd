"""One annotated article, written in each format by LibreOffice.

Kept in ``tests/data/real``, and written anew where that program is installed.
"""

import shutil
import subprocess
from pathlib import Path

import pytest

from factcheck.importers.registry import read

DATA = Path(__file__).parents[1] / "data"
DRAFT = DATA / "draft.fodt"
DRAFTS = ["docx", "odt", "rtf"]
FORMATS = [*DRAFTS, "html", "epub", "pdf"]
TEXT = (
    "The harbour bridge\n\nIt cost $40.5 million, 19 per cent more than planned. The council "
    "agreed. 🌉 It carries 3,290 cars.\n\nWhat was done\n\nbearings\n\nrivets\n\nYear\tCost\n\n"
    "2023\t20\n\n“Nobody was hurt,” said Mayor Ines Ortega."
)


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


@pytest.fixture(params=["kept", "written"])
def folder(request):
    if request.param == "kept":
        return DATA / "real"
    return request.getfixturevalue("written")


def article_in(folder: Path, kind: str):
    path = folder / f"draft.{kind}"
    article = read(path.read_bytes(), path.name)
    assert (article.title, article.byline) == ("The harbour bridge", "Mara Quill")
    assert article.published == ""
    return article


@pytest.mark.parametrize("kind", DRAFTS)
def test_each_format_brings_the_same_words_and_notes(said_of, folder, kind):
    article = article_in(folder, kind)
    assert article.text == TEXT
    assert article.original is not None
    assert "million, roughly 19 per cent than planned." in article.original.text
    assert said_of(article) == [
        (
            "footnote",
            "It cost $40.5 million, 19 per cent more than planned.",
            "Council minutes, 3 May 2024.",
        ),
        ("comment", "$40.5 million", "From the council’s ledger, p. 12"),
        ("link", "council", "https://council.example/b"),
        ("endnote", "🌉 It carries 3,290 cars.", "Count of 2024."),
    ]
    assert [block.level for block in article.blocks] == [1, 0, 2, 0, 0, 0, 0, 0]
    days = [(each.text, each.source) for each in article.proposals if each.field == "published"]
    assert days == [("2024-11-01", "file properties: created")]


def test_a_page_of_the_program_brings_the_words_and_notes_of_a_book(said_of, folder):
    """And headings; comments are not among what such a page shows."""
    article = article_in(folder, "html")
    book = article_in(folder, "epub")
    assert (article.text, said_of(article)) == (book.text, said_of(book))
    assert [block.level for block in article.blocks] == [1, 0, 2, 0, 0, 0, 0, 0]
    assert article.is_draft


def test_a_book_lacks_what_the_program_does_not_write_into_one(said_of, folder):
    """Tracked deletions are plain words there; comments and the setting of headings are gone."""
    article = article_in(folder, "epub")
    assert article.text == TEXT.replace(", 19 per cent", ", roughly 19 per cent")
    assert article.original is None
    assert said_of(article) == [
        (
            "footnote",
            "It cost $40.5 million, roughly 19 per cent more than planned.",
            "Council minutes, 3 May 2024.",
        ),
        ("link", "council", "https://council.example/b"),
        ("footnote", "🌉 It carries 3,290 cars.", "Count of 2024."),
    ]


def test_a_pdf_holds_what_is_printed(said_of, folder):
    """As in a book; the bridge, a picture there, is gone."""
    article = article_in(folder, "pdf")
    book = article_in(folder, "epub")
    assert article.text == book.text.replace("🌉 ", "")
    assert [words.replace("🌉 ", "") for _, words, _ in said_of(book)] == [
        words for _, words, _ in said_of(article)
    ]
    assert [said for _, _, said in said_of(book)] == [said for _, _, said in said_of(article)]
    assert [block.level for block in article.blocks] == [1, 0, 2, *[0] * 5]
    assert {block.place for block in article.blocks} == {"p. 1"}
    assert "Compare with its pages" in article.remarks[0]


def test_three_columns_of_a_pdf_are_read_one_after_the_other():
    article = read((DATA / "real" / "columns.pdf").read_bytes(), "columns.pdf")
    blocks = [article.text[block.start : block.end] for block in article.blocks]
    assert blocks[:2] == ["The bridge for the new town", "By Mara Quill"]
    assert blocks[2:] == (DATA / "real" / "columns.txt").read_text("utf-8").split("\n\n")
    assert (article.title, article.byline) == ("The bridge for the new town", "Mara Quill")
