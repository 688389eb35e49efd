from itertools import combinations

import pytest

from factcheck.domain.model import ScaleStep, Stance
from factcheck.domain.scales import STARTING_SCALES, TONES
from factcheck.domain.workflow import State
from factcheck.ui.palette import DARK, LIGHT, Palette
from factcheck.ui.rows import OPEN_SYMBOL
from factcheck.ui.statement.words import stance_look, state_look
from tests.ui.colour_vision import VISION, ciede2000, distance, linear

READABLE = 4.5
# In CIEDE2000. The pictures' own inks came down to 1.7 (amber and red with deuteranopia).
TOLD_APART = 8.0
TINTS_TOLD_APART = 7.5
PALETTES = pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])


def luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.1."""
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("name", sorted(LIGHT.tones))
@PALETTES
def test_a_tone_can_be_read_on_everything_it_stands_on(palette: Palette, name: str):
    tone = palette.tone(name)
    for ground in (palette.paper, palette.panel, tone.tint):
        assert contrast(tone.ink, ground) >= READABLE


@PALETTES
def test_words_can_be_read_on_everything_they_stand_on(palette: Palette):
    grounds = [palette.paper, palette.panel, palette.background, palette.accent_soft]
    grounds += [palette.chip, palette.selection, palette.warning_tint, palette.found]
    grounds += [tone.tint for tone in palette.tones.values()]
    for ground in grounds:
        assert contrast(palette.ink, ground) >= READABLE
    for ground in (palette.paper, palette.panel, palette.background):
        assert contrast(palette.muted, ground) >= READABLE
    for ground in (palette.paper, palette.panel, palette.accent_soft):
        assert contrast(palette.accent, ground) >= READABLE
    assert contrast(palette.accent_ink, palette.accent) >= READABLE


@PALETTES
def test_an_unknown_tone_is_grey(palette: Palette):
    assert palette.tone("ultraviolet") == palette.tones["grey"]


def test_both_appearances_have_the_tones_that_a_scale_may_name():
    assert set(LIGHT.tones) == set(DARK.tones) == set(TONES)


def test_the_distance_is_that_of_the_published_examples():
    """Pairs 1, 7, 16 and 20 of the table by Sharma and others."""
    for one, other, expected in (
        ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
        ((50, 0, 0), (50, -1, 2), 2.3669),
        ((50, 2.5, 0), (50, 0, -2.5), 4.3065),
        ((50, 2.5, 0), (58, 24, 15), 19.4535),
    ):
        assert ciede2000(one, other) == pytest.approx(expected, abs=1e-4)


@pytest.mark.parametrize("vision", VISION)
@PALETTES
def test_any_two_inks_are_told_apart_with_every_common_vision(palette: Palette, vision: str):
    """The strip beside the article and the bar above it have nothing but the ink."""
    near = {
        (one, other): round(distance(palette.tone(one).ink, palette.tone(other).ink, vision), 1)
        for one, other in combinations(palette.tones, 2)
    }
    assert {pair: far for pair, far in near.items() if far < TOLD_APART} == {}


@PALETTES
def test_any_two_tints_are_told_apart_by_most(palette: Palette):
    for one, other in combinations(palette.tones.values(), 2):
        assert distance(one.tint, other.tint, "common") >= TINTS_TOLD_APART


@pytest.mark.parametrize("steps", [steps for _name, steps in STARTING_SCALES])
def test_outcomes_are_told_apart_without_any_colour(steps: tuple[ScaleStep, ...]):
    symbols = [step.symbol for step in steps]
    assert len({*symbols, OPEN_SYMBOL}) == len(symbols) + 1


def test_states_and_stances_are_told_apart_without_any_colour():
    for looks in (map(state_look, State), map(stance_look, Stance)):
        symbols = [look.symbol for look in looks]
        assert len(set(symbols)) == len(symbols)
