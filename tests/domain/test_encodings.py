import codecs

import pytest

from factcheck.domain.encodings import ENCODINGS, encoding_name


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_each_is_one_that_can_be_read(encoding):
    assert codecs.lookup(encoding)
    assert encoding_name(encoding) == ENCODINGS[encoding]


def test_other_spellings_and_other_encodings_have_names_too():
    assert encoding_name("UTF8") == "UTF-8"
    assert encoding_name("iso8859_7") == "ISO8859-7"
    assert encoding_name("utf-16") == "UTF-16"
    assert encoding_name("no such") == "no such"
