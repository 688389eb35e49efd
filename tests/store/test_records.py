"""Lists inside a row: what older desks keep is read, and what is empty leaves no trace."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.actions.articles import add_article
from factcheck.domain.model import Block, BlockKind, Revision, Scale, ScaleStep
from factcheck.store import reads, records
from factcheck.store.verify import findings
from tests.making import imported, person

MOMENT = datetime(2026, 3, 2, tzinfo=UTC)
OLD = '[["heading", 0, 5, 1], ["paragraph", 7, 9, 0]]'
BLOCKS = st.builds(
    Block,
    st.sampled_from(BlockKind),
    st.integers(0, 9),
    st.integers(10, 19),
    st.integers(0, 6),
    st.sampled_from(["", "p. 12", "1:02:05"]),
    st.none() | st.integers(0, 99),
)


def revision(*blocks: Block) -> Revision:
    return Revision("r", "a", 1, "", 20, blocks, "a.pdf", "application/pdf", "", (), MOMENT)


def test_blocks_of_older_desks_are_read():
    row = records.write(revision()) | {"blocks": OLD}
    heading, paragraph = records.read(Revision, row).blocks
    assert heading == Block(BlockKind.HEADING, 0, 5, 1)
    assert (paragraph.place, paragraph.page_index) == ("", None)


def test_blocks_without_a_place_are_written_as_they_were():
    blocks = Block(BlockKind.HEADING, 0, 5, 1), Block(BlockKind.PARAGRAPH, 7, 9)
    assert records.write(revision(*blocks))["blocks"] == OLD


def test_a_step_without_a_value_still_says_so():
    scale = Scale("s", "Mine", 1, (ScaleStep("a", "A", "", "green", "✓", None),), MOMENT)
    assert records.write(scale)["steps"] == '[["a", "A", "", "green", "✓", null]]'


def test_a_list_of_too_many_values_is_none_of_ours():
    row = records.write(revision()) | {"blocks": '[["heading", 0, 5, 1, "", null, 7]]'}
    with pytest.raises(ValueError, match="argument 2 is longer"):
        records.read(Revision, row)


@given(st.lists(BLOCKS))
def test_blocks_come_back_as_they_were(blocks):
    kept = revision(*blocks)
    assert records.read(Revision, records.write(kept)) == kept


def test_places_are_kept_on_the_desk(desk):
    placed = Block(BlockKind.PARAGRAPH, 0, 20, place="p. iv", page_index=3)
    article = replace(imported(), blocks=(placed,))
    done = add_article(desk, actor=person(desk), imported=article)
    assert reads.revision(desk, done.new("article")).blocks == (placed,)
    assert list(findings(desk)) == []
