from dataclasses import replace

from factcheck.domain.import_report import import_report
from factcheck.domain.imported import Encoding, Known
from tests.making import imported


def test_what_came_in_and_how_it_was_read_goes_first():
    read = replace(
        imported("Two words."),
        source_name="a.html",
        encoding=Encoding("cp1252", Known.GUESSED, 48113),
        remarks=("One picture.",),
    )
    assert import_report(read) == (
        "“a.html” has 48,113 characters, read as Windows-1252 (Western), a guess. Its text has "
        "10 characters, 2 words.",
        "One picture.",
    )


def test_a_packed_file_is_told_in_bytes():
    read = replace(imported("Word"), source_name="a.docx", source=b"x")
    assert import_report(read) == ("“a.docx” has 1 byte. Its text has 4 characters, 1 word.",)
