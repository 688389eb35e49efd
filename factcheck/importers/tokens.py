"""Read the answers of time-stamping authorities (RFC 3161), with a library that is an extra."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING

from factcheck.domain.stamps import Token
from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from cryptography.x509 import Certificate
    from rfc3161_client import TimeStampResponse

_GRANTED = 0  # RFC 3161, section 2.4.2
_SHA256 = "2.16.840.1.101.3.4.2.1"  # RFC 5754, section 2.2


def can_read() -> bool:
    """Say whether the library is there."""
    return find_spec("rfc3161_client") is not None


def read_token(answer: bytes, host: str) -> Token:
    """Return what the answer of a host says; who signed it is not looked at. FactcheckError."""
    return _said(_decoded(answer, host), host)


def prove_signed(answer: bytes, host: str, sha256: str, roots: str) -> None:
    """Raise FactcheckError where an answer is not of this hash, and signed under the roots.

    These are certificates as PEM; they must have been valid at the moment of the stamp.
    """
    from rfc3161_client import VerificationError, VerifierBuilder

    verifier = VerifierBuilder(roots=_certificates(roots)).build()
    decoded = _decoded(answer, host)
    try:
        verifier.verify(decoded, bytes.fromhex(sha256))
    except (VerificationError, ValueError):
        raise FactcheckError("It is not signed under the certificates that were given.") from None


def _decoded(answer: bytes, host: str) -> TimeStampResponse:
    from rfc3161_client import decode_timestamp_response

    try:
        decoded = decode_timestamp_response(answer)
    except ValueError:
        raise FactcheckError(f"What came from {host} is no time stamp.") from None
    if decoded.status != _GRANTED:
        raise FactcheckError(f"{host} gave no time stamp: its status is {decoded.status}.")
    return decoded


def _said(decoded: TimeStampResponse, host: str) -> Token:
    try:
        info = decoded.tst_info
        hashed, at = info.message_imprint, info.gen_time
    except ValueError:
        raise FactcheckError(f"What came from {host} is no time stamp.") from None
    is_sha256 = hashed.hash_algorithm.dotted_string == _SHA256
    return Token(
        sha256=hashed.message.hex() if is_sha256 else "",
        # A desk keeps milliseconds.
        at=at.replace(microsecond=at.microsecond // 1000 * 1000),
        nonce=info.nonce,
    )


def _certificates(roots: str) -> list[Certificate]:
    from cryptography.x509 import load_pem_x509_certificates

    try:
        return load_pem_x509_certificates(roots.encode())
    except ValueError:
        raise FactcheckError(
            "The file of the root holds no certificate.",
            "Give the authority’s root certificate as PEM: it begins with BEGIN CERTIFICATE.",
        ) from None
