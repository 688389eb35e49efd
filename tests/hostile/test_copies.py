"""What means harm is kept as evidence all the same: with its text, or with why there is none."""

from pathlib import Path

import pytest

from factcheck.actions.readings import read_text
from factcheck.domain.canonical import canonical
from tests.hostile import corpus
from tests.hostile.case import IMPORT, REFUSE, WARN, Case


@pytest.mark.parametrize("case", list(corpus.cases()), ids=lambda case: case.name)
def test_a_copy_has_its_text_or_says_why_not(case: Case, tmp_path: Path) -> None:
    found = read_text(tmp_path, case.content, case.file)
    assert found is not None
    assert found.text == canonical(found.text).text
    assert all(0 <= b.start < b.end <= len(found.text) for b in found.blocks)
    if not found.text:
        # A PDF of pages without words is meant to be shown.
        assert case.outcome not in {IMPORT, WARN} or case.file == "a.pdf"
        assert found.remarks[0].startswith("No text could be read: ")
    elif case.outcome == REFUSE:
        assert "The whole page was read" in found.remarks[0]
    assert not case.lost or case.lost not in found.text
