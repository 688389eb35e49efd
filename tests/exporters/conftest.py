import pytest

from tests.exporters.building import make_data
from tests.exporters.sample import sample_statements


@pytest.fixture
def sample():
    return make_data(sample_statements())
