import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.stamps import LEAST_NONCE, MOST_NONCE, host_of, query


@given(st.binary(min_size=32, max_size=32), st.integers(LEAST_NONCE, MOST_NONCE))
def test_a_question_is_der_whose_lengths_are_true(digest, nonce):
    asked = query(digest.hex(), nonce)
    assert asked[0] == 0x30
    assert asked[1] == len(asked) - 2
    assert digest in asked
    # DER writes a number in as few bytes as it needs, the first bit its sign.
    number = asked.index(digest) + len(digest)
    assert asked[number : number + 2] == b"\x02\x08"
    assert int.from_bytes(asked[number + 2 : number + 10], signed=True) == nonce
    assert 0 < asked[number + 2] < 0x80


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://stamps.example/tsa", "stamps.example"),
        ("http://stamps.example:3128", "stamps.example"),
        ("http://[stamps", "http://[stamps"),
    ],
)
def test_an_authority_is_told_by_its_host(address, host):
    assert host_of(address) == host
