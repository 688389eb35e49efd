"""What two quotes that read alike have not in common: numbers, negations, other words.

Words are English; digits and letters are those of any script. All similarity of words is blind
to numbers and to "not", so these are compared apart and shown first.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from factcheck.domain.search_words import ACCENTS, indexed, stands_alone

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from regex import Match, Pattern

_MAGNITUDES = {
    "hundred": 100,
    "thousand": 1_000,
    "lakh": 100_000,
    "million": 1_000_000,
    "crore": 10_000_000,
    "billion": 1_000_000_000,
    "trillion": 1_000_000_000_000,
}
_SHORT = {"k": "thousand", "m": "million", "mn": "million", "bn": "billion", "tn": "trillion"}
_TO_NINETEEN = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
sixteen seventeen eighteen nineteen
"""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_SPELT = {
    **{word: value for value, word in enumerate(_TO_NINETEEN.split())},
    **{word: 10 * value for value, word in enumerate(_TENS.split(), start=2)},
}
_UNITS = {
    **dict.fromkeys(("%", "percent", "per cent"), "%"),
    **dict.fromkeys(("$", "dollar", "dollars"), "$"),
    **dict.fromkeys(("€", "euro", "euros"), "€"),
    **dict.fromkeys(("£", "pound", "pounds"), "£"),
    **dict.fromkeys(("¥", "yen"), "¥"),
}

_SPELT_WORD = f"(?:{'|'.join(sorted(_SPELT, key=len, reverse=True))})"
_MAGNITUDE = rf"(?:{'|'.join(_MAGNITUDES)})\b"
_UNIT = r"(?:[%€£¥$]|(?:percent|per\ cent|dollars?|euros?|pounds?|yen)\b)"
# Possessive repeats: no text of digits takes longer than it is long.
_NUMBER = rf"""(?<![\p{{L}}\p{{N}}_])(?:
    (?P<sign>[\-−])?(?P<currency>[€£¥$])?\ ?
    (?P<digits>\p{{Nd}}++(?:[.,'’\u00a0\u202f\u2009]\p{{Nd}}++)*+)
        (?P<short>(?:bn|tn|mn|m|k)\b)?
  | (?P<spelt>{_SPELT_WORD}\b(?:[\ \-](?:and\ )?{_SPELT_WORD}\b)*+ | an?\b(?=\ {_MAGNITUDE}))
    ) (?P<magnitudes>(?:[\ \u00a0\-]{_MAGNITUDE})*+)(?:[\ \u00a0\-]?(?P<unit>{_UNIT}))?"""
# Of one point before three digits nobody knows; in English it is a decimal's.
_GROUPED = r"""\d{1,3}(?:[,'’\u00a0\u202f\u2009]\d{2,3})*[,'’\u00a0\u202f\u2009]\d{3}
    | \d{1,3}(?:\.\d{3}){2,}"""

# What it means to take a word away from a claim, under one name for each manner.
_NEGATIONS = {
    **dict.fromkeys(("not", "cannot", "n’t"), "not"),
    **{word: word for word in ("no", "never", "none", "nobody", "nothing", "nowhere", "without")},
    **{word: word for word in ("neither", "nor", "hardly", "scarcely", "barely", "untrue")},
    **dict.fromkeys(("deny", "denies", "denied", "denying", "denial"), "denied"),
    **dict.fromkeys(("refute", "refutes", "refuted"), "refuted"),
    **dict.fromkeys(("refuse", "refuses", "refused"), "refused"),
    **dict.fromkeys(("reject", "rejects", "rejected"), "rejected"),
    **dict.fromkeys(("dispute", "disputes", "disputed"), "disputed"),
    **dict.fromkeys(("fail", "fails", "failed"), "failed"),
    **dict.fromkeys(("lack", "lacks", "lacked"), "lacked"),
    "false": "false",
}
_NUMBERED = r"\.?\ ?\p{Nd}"  # "No. 10"
# Words that tell nothing about what is claimed.
_SMALL_WORDS = """
a about after all also an and any are as at be been before being but by can could did do does during
each for from had has have he her here him his how i if in into is it its just more most much my of
off on one only or other our out over own per she should since so some such than that the their them
then there these they this those through to too under until up us was we were what when where which
while who whom whose why will with would you your said says s cent cents bn tn mn
"""
_COMMON = frozenset(_SMALL_WORDS.split())
_ACCENTS = re.compile(f"[{ACCENTS}]")
_WORD = r"[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*"


class Number(NamedTuple):
    """A number as it counts: "40.5 million" is 40,500,000; ``unit`` is "%", a currency or ""."""

    value: Decimal
    unit: str


@dataclass(frozen=True, slots=True)
class Differences:
    """What only one of two quotes has, each thing as it is written there, in reading order."""

    numbers_here: tuple[str, ...] = ()
    numbers_there: tuple[str, ...] = ()
    negations_here: tuple[str, ...] = ()
    negations_there: tuple[str, ...] = ()
    words_here: tuple[str, ...] = ()
    words_there: tuple[str, ...] = ()

    def grave(self) -> bool:
        """Say whether a number or a negation differs, which can turn a verdict round."""
        numbers = self.numbers_here or self.numbers_there
        return bool(numbers or self.negations_here or self.negations_there)


def differences(here: str, there: str) -> Differences:
    """Compare two quotes."""
    numbers = _apart(_numbers(here), _numbers(there))
    negations = _apart(_negations(here), _negations(there))
    words = _apart(_words(here), _words(there))
    return Differences(*numbers, *negations, *words)


def numbers(quote: str) -> list[Number]:
    """Return the numbers of a quote in reading order, also those that are spelt out."""
    return [number for number, _ in _numbers(quote)]


def significant_words(quote: str) -> list[str]:
    """Return each word that carries what is said once: small letters, no accents, no numbers.

    Of scripts without spaces each two characters beside each other are one.
    """
    return list(dict.fromkeys(name for name, _ in _words(quote)))


def written_numbers(quote: str) -> list[str]:
    """Return the digits of a quote as they stand there, each once."""
    found = _pattern(_NUMBER).finditer(indexed(quote))
    return list(dict.fromkeys(match["digits"] for match in found if match["digits"]))


def share(here: str, there: str) -> float:
    """Return how much of their significant words and numbers two quotes have in common, 0 to 1."""
    one, other = (_telling(quote) for quote in (here, there))
    return len(one & other) / len(one | other) if one | other else 0.0


def _telling(quote: str) -> set[str | Number]:
    return {*significant_words(quote), *numbers(quote)}


def _apart(
    here: Iterable[tuple[object, str]], there: Iterable[tuple[object, str]]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    one, other = list(here), list(there)
    return _beyond(one, other), _beyond(other, one)


def _beyond(found: list[tuple[object, str]], known: list[tuple[object, str]]) -> tuple[str, ...]:
    """Return what was found more often than it is known, as it is written."""
    left = Counter(name for name, _ in known)
    beyond = []
    for name, written in found:
        if left[name]:
            left[name] -= 1
        else:
            beyond.append(written)
    return tuple(dict.fromkeys(beyond))


@cache
def _pattern(look: str) -> Pattern[str]:
    import regex

    return regex.compile(look, regex.VERBOSE | regex.IGNORECASE)


def _numbers(quote: str) -> Iterator[tuple[Number, str]]:
    for match in _pattern(_NUMBER).finditer(quote):
        value = _spelt(match["spelt"]) if match["spelt"] else _digits(match["digits"])
        unit = (match["currency"] or match["unit"] or "").lower()
        sign = -1 if match["sign"] else 1
        yield Number(sign * value * _magnitude(match), _UNITS.get(unit, "")), match[0].strip()


def _magnitude(match: Match[str]) -> int:
    value = _MAGNITUDES[_SHORT[match["short"].lower()]] if match["short"] else 1
    for word in _pattern(_MAGNITUDE).findall(match["magnitudes"] or ""):
        value *= _MAGNITUDES[word.lower()]
    return value


def _digits(written: str) -> Decimal:
    """Read "1,234.5", "1.234,5" and "1.234.567"."""
    plain = "".join(_ascii(letter) for letter in written)
    at = max(plain.rfind("."), plain.rfind(","))
    if at < 0 or _pattern(_GROUPED).fullmatch(plain):
        return Decimal(_only_digits(plain))
    return Decimal(f"{_only_digits(plain[:at])}.{plain[at + 1 :]}")


def _ascii(letter: str) -> str:
    return str(unicodedata.digit(letter)) if letter.isdecimal() else letter


def _only_digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))


def _spelt(written: str) -> Decimal:
    words = written.lower().replace("-", " ").split()
    return Decimal(sum(_SPELT.get(word, 0) for word in words) or int(words[0] in {"a", "an"}))


def _negations(quote: str) -> Iterator[tuple[str, str]]:
    for match in _pattern(_WORD).finditer(quote):
        word = match[0].lower().replace("'", "’")
        name = _NEGATIONS.get("n’t" if word.endswith("n’t") else word)
        if name and not (name == "no" and _pattern(_NUMBERED).match(quote, match.end())):
            yield name, match[0]


def _words(quote: str) -> Iterator[tuple[str, str]]:
    last = ""
    for match in _pattern(_WORD).finditer(indexed(quote)):
        word = match[0]
        if stands_alone(word):
            if last:
                yield f"{last} {word}", last + word
            last = word
        else:
            last = ""
            if name := _significant(word):
                yield name, word


def _significant(written: str) -> str:
    """Return a word as it is compared, "" for one that says little or is compared apart."""
    word = written.lower().replace("'", "’").removesuffix("’s")
    apart = word in _NEGATIONS or word.endswith("n’t")
    if apart or word in _COMMON or word in _SPELT or word in _MAGNITUDES or word in _UNITS:
        return ""
    return unicodedata.normalize("NFC", _ACCENTS.sub("", unicodedata.normalize("NFD", word)))
