from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import FactcheckError
from factcheck.fetching.addresses import followed, is_public, parse, resolved

PUBLIC = ["93.184.215.14", "8.8.8.8", "2606:4700::6810:85e5", "64:ff9b::808:808"]
PRIVATE = [
    *("127.0.0.1", "127.1.2.3", "0.0.0.0", "10.0.0.1", "172.16.9.9", "192.168.1.1"),
    *("169.254.169.254", "100.64.0.1", "192.0.0.8", "192.0.2.1", "198.18.0.1", "203.0.113.5"),
    *("224.0.0.251", "239.1.1.1", "233.252.0.1", "240.0.0.1", "255.255.255.255", "192.88.99.1"),
    *("::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1", "fd12::1", "fec0::1", "ff02::fb"),
    *("::ffff:127.0.0.1", "::ffff:8.8.8.8", "::8.8.8.8", "2002:7f00:1::1", "2001::1"),
    *("2001:db8::1", "64:ff9b::7f00:1", "64:ff9b::a00:1", "64:ff9b:1::808:808", "100::1"),
    *("", "site.test", "1.2.3", "2130706433"),
]


@pytest.mark.parametrize("address", PUBLIC)
def test_the_public_web_may_be_asked(address):
    assert is_public(address)


@pytest.mark.parametrize("address", PRIVATE)
def test_nothing_else_may(address):
    assert not is_public(address)


@pytest.mark.parametrize(
    "host",
    ["2130706433", "0177.0.0.1", "0x7f000001", "127.1", "localhost", "[::1]", "[::ffff:7f00:1]"],
)
def test_however_this_machine_is_written_its_address_shows(host):
    found = resolved(parse(f"http://{host}/").host, 80)
    assert found
    assert not any(map(is_public, found))


def test_an_address_is_taken_apart():
    target = parse("HTTPS://Site.Test:8443/a b".replace(" ", "%20") + "?q=1#part")
    assert target.url == "https://site.test:8443/a%20b?q=1"
    assert (target.scheme, target.host, target.port) == ("https", "site.test", 8443)
    assert (target.netloc, target.path) == ("site.test:8443", "/a%20b?q=1")


def test_names_in_other_scripts_are_asked_for_in_ascii():
    assert parse("https://bücher.example/straße").url == (
        "https://xn--bcher-kva.example/stra%C3%9Fe"
    )
    assert parse("http://аррӏе.example/").host.startswith("xn--")


@pytest.mark.parametrize(
    "url",
    [
        *("", "site.test", "//site.test/", "ftp://site.test/", "file:///etc/passwd"),
        *("javascript:alert(1)", "data:text/html,x", "gopher://site.test/", "http://", "http:///a"),
        *("http://user@site.test/", "http://user:word@site.test/", "http://[::1/", "http://[v1]/"),
        *("http://site.test:99999/", "http://site.test:x/", "http://si te.test/", "http://a\n.b/"),
        *("http://site.test/\r\nHost: other", "http://site.test/\0", "http://xn--\u202e.test/"),
        *("http://site.test/" + "a" * 9_000, "http://si%00te.test/", "http://a..b\u3002\u00ad/"),
    ],
)
def test_what_is_no_address_of_the_web_is_refused(url):
    with pytest.raises(FactcheckError) as refused:
        parse(url)
    assert refused.value.hint
    assert refused.value.message.isprintable()
    assert len(refused.value.message) < 200


@pytest.mark.parametrize(
    ("location", "url"),
    [
        ("/b", "http://site.test/b"),
        ("b?c#d", "http://site.test/a/b?c"),
        ("//other.test/", "http://other.test/"),
        (" https://other.test ", "https://other.test"),
        ("/m\u00c3\u00bcller", "http://site.test/m%C3%BCller"),
        ("/m\u00fcller", "http://site.test/m%EF%BF%BDller"),
    ],
)
def test_a_redirect_leads_where_it_says(location, url):
    assert followed("http://site.test/a/", location).url == url


@pytest.mark.parametrize("location", ["file:///a", "http://[", "javascript:x", "https://u:p@a.b/"])
def test_a_redirect_leads_nowhere_else(location):
    with pytest.raises(FactcheckError):
        followed("http://site.test/a/", location)


parts = st.text() | st.sampled_from(
    ["http://", "https://", "[", "]", "@", "%", "..", "//", ":", "#"]
)
addresses = st.lists(parts, max_size=6).map("".join)


@given(addresses, st.sampled_from(["", "http://", "https://site.test"]))
def test_any_text_is_an_address_or_refused(text, before):
    with suppress(FactcheckError):
        target = parse(before + text)
        assert target.scheme in {"http", "https"}
        assert target.host.isascii()
        assert target.path.startswith("/")
        assert parse(target.url) == target


@given(addresses)
def test_any_redirect_leads_to_an_address_or_is_refused(text):
    with suppress(FactcheckError):
        assert followed("http://site.test/a/", text).url.startswith(("http://", "https://"))


@given(st.text() | st.ip_addresses().map(str))
def test_any_text_is_public_or_not(text):
    assert is_public(text) in {True, False}
