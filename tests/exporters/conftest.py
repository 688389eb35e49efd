import pytest

from tests.exporters.sample import make_data, sample_statements


@pytest.fixture
def sample():
    return make_data(sample_statements())
