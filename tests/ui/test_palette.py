import pytest

from factcheck.ui.palette import DARK, LIGHT, Palette

READABLE = 4.5
PALETTES = pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])


def luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.1."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


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


def test_both_appearances_have_the_same_tones():
    assert LIGHT.tones.keys() == DARK.tones.keys()
