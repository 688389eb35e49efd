import pytest

from factcheck.fetching.fetch import Fetcher, Limits
from tests.fetching.server import LOOPBACK, Server
from tests.making import Clock


@pytest.fixture
def server():
    server = Server()
    yield server
    server.close()


@pytest.fixture
def fetcher():
    return visitor()


def visitor(limits: Limits | None = None, **others) -> Fetcher:
    """Return one that may visit this machine, and no other place that is not public."""
    given = {
        "resolve": lambda host, port: [LOOPBACK],
        "is_allowed": lambda address: address == LOOPBACK,
        **others,
    }
    return Fetcher(now=Clock(), agent="Factcheck/test", limits=limits, **given)
