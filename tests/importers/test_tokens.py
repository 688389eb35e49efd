"""Answers of authorities are read for what they say, and whatever else comes is refused."""

import hashlib
from datetime import UTC, datetime, timedelta

import pytest

from factcheck.domain.stamps import LEAST_NONCE, MOST_NONCE, query
from factcheck.errors import FactcheckError
from factcheck.importers.tokens import prove_signed, read_token
from tests.authorities import Authority, needs_stamps

pytestmark = needs_stamps
HOST = "stamps.example"
OTHER = hashlib.sha256(b"another copy").hexdigest()
COPY = hashlib.sha256(b"a copy").hexdigest()
REFUSED = bytes.fromhex("30053003020102")  # PKIStatus 2: rejection
EMPTY = bytes.fromhex("30053003020100")  # granted, without a token


@pytest.fixture(scope="module")
def answer(authority):
    return authority.answer(query(COPY, LEAST_NONCE))


@pytest.mark.parametrize("nonce", [LEAST_NONCE, LEAST_NONCE + 12345, MOST_NONCE])
def test_a_token_says_of_what_it_is_and_when(authority, nonce):
    token = read_token(authority.answer(query(COPY, nonce)), HOST)
    assert (token.sha256, token.nonce) == (COPY, nonce)
    assert abs(token.at - datetime.now(UTC)) < timedelta(hours=1)


@pytest.mark.parametrize(
    "content", [b"", b"<html>Welcome</html>", EMPTY, b"0" * 100_000, bytes.fromhex("30820fff")]
)
def test_what_is_no_token_is_refused(content):
    with pytest.raises(FactcheckError, match=r"came from stamps\.example is no time stamp"):
        read_token(content, HOST)


def test_an_authority_that_refuses_is_told():
    with pytest.raises(FactcheckError, match="gave no time stamp: its status is 2"):
        read_token(REFUSED, HOST)


def test_a_token_is_proved_under_its_root_alone(authority, answer, tmp_path):
    root = authority.root.read_text()
    other = Authority(tmp_path).root.read_text()
    prove_signed(answer, HOST, COPY, root)
    prove_signed(answer, HOST, COPY, other + root)
    with pytest.raises(FactcheckError, match="not signed under"):
        prove_signed(answer, HOST, COPY, other)


def test_a_token_with_an_odd_certificate_is_not_proved(authority, answer):
    inside = answer.index(b"An authority", answer.index(b"A root"))
    odd = answer[: inside - 2] + b"\xff" + answer[inside - 1 :]
    with pytest.raises(FactcheckError):
        prove_signed(odd, HOST, COPY, authority.root.read_text())


def test_a_changed_token_is_not_proved(authority, answer):
    changed = answer[:-1] + bytes([answer[-1] ^ 1])
    assert read_token(changed, HOST) == read_token(answer, HOST)
    with pytest.raises(FactcheckError, match="not signed under"):
        prove_signed(changed, HOST, COPY, authority.root.read_text())


def test_a_token_proves_no_other_copy(authority, answer):
    with pytest.raises(FactcheckError, match="not signed under"):
        prove_signed(answer, HOST, OTHER, authority.root.read_text())


@pytest.mark.parametrize("roots", ["no certificate", "-----BEGIN CERTIFICATE-----\n", "\ufffd"])
def test_what_is_no_root_is_told(answer, roots):
    with pytest.raises(FactcheckError, match="holds no certificate"):
        prove_signed(answer, HOST, COPY, roots)
