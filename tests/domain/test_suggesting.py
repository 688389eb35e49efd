from factcheck.domain.suggesting import Suggestions

TEXT = "We met Ilse Maran in 2022. Later Ilse Maran spoke. It cost 40 million, she said, in 2022."


def test_a_name_is_suggested_where_it_is_first_mentioned():
    found = Suggestions(TEXT, ()).lit(0, 0, len(TEXT))
    words = [TEXT[start:end] for start, end in found]
    assert words.count("Ilse Maran") == 1
    assert words[0] == "Ilse Maran"
    assert any("40 million" in each for each in words)


def test_a_name_that_was_mentioned_long_ago_is_suggested_again():
    text = f"{TEXT}\n\n{'nothing here at all ' * 1_500}\n\nThen Ilse Maran left."
    found = [text[slice(*place)] for place in Suggestions(text, ()).lit(0, 0, len(text))]
    assert found.count("Ilse Maran") == 2
