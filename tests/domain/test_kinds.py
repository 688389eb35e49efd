import pytest

from factcheck.domain.kinds import likely_kind
from factcheck.domain.model import StatementKind


@pytest.mark.parametrize(
    ("quote", "kind"),
    [
        ("$40.5 million", StatementKind.NUMBER),
        ("profit of $17.3 million in 2024", StatementKind.NUMBER),
        ("“Nobody was hurt in 2024”", StatementKind.QUOTATION),
        ("“Nobody was hurt,” said 40 people", StatementKind.QUOTATION),
        ("“Nobody was hurt", StatementKind.QUOTATION),
        ("„Niemand“", StatementKind.QUOTATION),
        ("«Personne»", StatementKind.QUOTATION),
        ("third quarter of 2024", StatementKind.DATE),
        ("opened in 2024", StatementKind.DATE),
        ("the first bridge", StatementKind.SUPERLATIVE),
        ("Ines Ortega", StatementKind.NAME),
        ("Ines Ortega resigned", StatementKind.OTHER),
        ("no financial incentive", StatementKind.OTHER),
        ("٤٠ مليون", StatementKind.NUMBER),
    ],
)
def test_a_kind_is_proposed_from_how_the_words_look(quote, kind):
    assert likely_kind(quote) is kind
