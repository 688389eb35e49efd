"""A time-stamping authority on this machine, made with the openssl program."""

import importlib.util
import shutil
import subprocess
from pathlib import Path

import pytest

MISSING = [
    name
    for name, there in (
        ("the openssl program", shutil.which("openssl")),
        ("rfc3161-client (factcheck[timestamps])", importlib.util.find_spec("rfc3161_client")),
    )
    if not there
]
needs_stamps = pytest.mark.skipif(bool(MISSING), reason=f"needs {' and '.join(MISSING)}")

_SETTINGS = """
[req]
distinguished_name = name
[name]
[root]
basicConstraints = critical, CA:TRUE
keyUsage = critical, keyCertSign
[signer]
basicConstraints = critical, CA:FALSE
keyUsage = critical, digitalSignature
extendedKeyUsage = critical, timeStamping
[tsa]
default_tsa = here
[here]
serial = serial
signer_cert = signer.pem
signer_key = signer.key
signer_digest = sha256
default_policy = 1.2.3.4
digests = sha256
ess_cert_id_alg = sha256
"""
_NEW_KEY = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes")


class Authority:
    """Has a root certificate, and one under it with which it signs."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        (folder / "settings").write_text(_SETTINGS)
        (folder / "serial").write_text("01\n")
        root = ("-x509", "-keyout", "root.key", "-out", "root.pem", "-subj", "/CN=A root")
        self._run("req", *_NEW_KEY, *root, "-config", "settings", "-extensions", "root")
        signer = ("-keyout", "signer.key", "-out", "signer.csr", "-subj", "/CN=An authority")
        self._run("req", *_NEW_KEY, *signer, "-config", "settings")
        under = ("-CA", "root.pem", "-CAkey", "root.key", "-set_serial", "7", "-out", "signer.pem")
        extensions = ("-extfile", "settings", "-extensions", "signer")
        self._run("x509", "-req", "-in", "signer.csr", *under, *extensions)

    @property
    def root(self) -> Path:
        return self._folder / "root.pem"

    def answer(self, query: bytes) -> bytes:
        """Return the time stamp that is asked for."""
        (self._folder / "query").write_bytes(query)
        files = ("-config", "settings", "-queryfile", "query", "-out", "answer")
        self._run("ts", "-reply", *files)
        return (self._folder / "answer").read_bytes()

    def _run(self, *arguments: str) -> None:
        command = ["openssl", *arguments]
        subprocess.run(command, cwd=self._folder, check=True, capture_output=True)
