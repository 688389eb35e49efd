import pytest

from factcheck.domain.kinds import likely_kind
from factcheck.domain.model import StatementKind


@pytest.mark.parametrize(
    ("quote", "kind"),
    [
        ("$40.5 million", StatementKind.NUMBER),
        ("“Nobody was hurt in 2024”", StatementKind.QUOTATION),
        ("„Niemand“", StatementKind.QUOTATION),
        ("«Personne»", StatementKind.QUOTATION),
        ("the first bridge", StatementKind.OTHER),
        ("٤٠ مليون", StatementKind.NUMBER),
    ],
)
def test_a_kind_is_proposed_from_how_the_words_look(quote, kind):
    assert likely_kind(quote) is kind
