"""Bytes are sent to the server that a person named, and to no other."""

import pytest

from factcheck.domain.web import UnreachableError
from factcheck.errors import FactcheckError
from factcheck.fetching.addresses import is_public
from factcheck.fetching.fetch import SMALL
from tests.fetching.conftest import visitor
from tests.fetching.server import page, redirect


def test_bytes_are_sent_to_one_server_and_their_answer_comes_back(server, fetcher):
    server.pages["/ask"] = page(b"\0 answer")
    body = bytes(range(256)) * 40
    assert fetcher.post(server.address("/ask"), body, kind="application/x-question") == b"\0 answer"
    head, _, sent = server.asked[0].partition(b"\r\n\r\n")
    assert sent == body
    assert b"Content-Type: application/x-question" in head
    assert b"Cookie" not in head


def test_what_is_sent_follows_no_redirect(server, fetcher):
    server.pages["/ask"] = redirect(server.address("/other"), 307)
    with pytest.raises(UnreachableError, match="307 Temporary Redirect") as refusal:
        fetcher.post(server.address("/ask"), b"question", kind="text/plain")
    assert refusal.value.status == 307
    assert len(server.asked) == 1


def test_nothing_is_sent_into_the_own_network(server):
    public_alone = visitor(is_allowed=is_public)
    with pytest.raises(FactcheckError, match="own network"):
        public_alone.post(server.address("/ask"), b"question", kind="text/plain")
    assert server.asked == []


def test_an_answer_to_what_was_sent_is_as_small_as_it_must_be(server):
    server.pages["/ask"] = page(b"0" * (SMALL.size + 1))
    with pytest.raises(FactcheckError, match="more than 1 MB"):
        visitor(SMALL).post(server.address("/ask"), b"question", kind="text/plain")
