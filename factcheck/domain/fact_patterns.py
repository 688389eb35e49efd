"""How numbers, dates, quotations, superlatives and names look: regular expressions for facts.

Words are English; digits, currencies, quotation marks and capitals are those of any script. Every
pattern runs in linear time, whatever the text: repeats are possessive, alternatives start
differently, look-behinds are bounded, and no repeat runs over the sign that begins the match.
"""

from __future__ import annotations

# Small words: what follows a number and is one of these is not what was counted.
_FUNCTION = (
    "(?:a|an|and|are|as|at|be|been|but|by|can|could|did|do|does|for|from|had|has|have|he|her|his"
    "|how|if|in|into|is|it|its|may|might|more|must|no|not|of|on|or|other|others|our|she|should"
    "|so|than|that|the|their|them|then|there|they|this|those|to|was|we|were|what|when|where"
    r"|which|while|who|will|with|would|you)\b"
)
_NOUN = rf"[ -](?!{_FUNCTION})\p{{Ll}}{{3}}"

_MAGNITUDE = r"(?:hundred|thousand|million|billion|trillion|lakh|crore)\b"
_METRE = "met(?:er|re)s?"
_UNIT = rf"""(?:[%‰]|°(?:\ ?[CF]\b)?
    |(?:per\ ?cent|percentage\ points?|basis\ points?|[ap]\.m\.|[ap]m
    |(?:US\ |Canadian\ |Australian\ )?dollars?|euros?|pounds?|cents?|yen|yuan|rupees?|francs?
    |(?:square\ |cubic\ |kilo|centi|milli)?{_METRE}|(?:square\ )?(?:miles?|feet)|acres?|hectares?
    |km²?|m²|cm|mm|kg|mg|lbs?|mph|km/h|[kMGT]Wh?|[kMGT]B|tonn?es?|tons?|kilos?|(?:kilo)?grams?
    |lit(?:er|re)s?|barrels?|gallons?|degrees?
    |people|men|women|children|voters|votes|jobs|seats|homes|times
    |(?:second|minute|hour|day|week|month|year|decade)s?)(?![\p{{L}}\p{{N}}]))"""
_FREE = r"(?<![\p{L}\p{N}_])(?<![\p{L}\p{N}_][\-‐‑.,/:_'’])"
_DIGITS = r"\p{Nd}++(?:[.,:٫٬'’\u00a0\u202f\u2009]\p{Nd}++)*+"
_AMOUNT = rf"{_DIGITS}(?:st|nd|rd|th|bn|tn|mn?|k)?+(?![\p{{L}}\p{{N}}_]|[\-‐‑]\p{{Lu}})"
_SPELT = (
    "(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    "|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
    r"|dozens?|hundreds|thousands|millions|billions)\b"
)
_SPELT_ON = rf"(?:[ -](?:and\ )?(?:{_SPELT}|one\b)){{0,4}}+"

NUMBER = rf"""(?V1)
    {_FREE} (?:[+\-−](?=[\p{{Nd}}\p{{Sc}}]))?+
        (?:[A-Z]{{0,3}}\p{{Sc}}\ ?|(?:USD|EUR|GBP|CHF|JPY|CNY)\ )?+
        {_AMOUNT} (?:(?:\ ?[\-–—−]\ ?|\ (?:to|in|of|out\ of)\ )\p{{Sc}}?{_AMOUNT})?+
        (?:[ \u00a0\-]{_MAGNITUDE}){{0,3}}+ (?:\ ?\p{{Sc}})?+ (?:[ \u00a0\-]?{_UNIT})?+
    | \b(?i: (?:one|an?|half\ an?|{_SPELT}{_SPELT_ON})
             (?:[ -]{_MAGNITUDE}){{1,3}}+ (?:[ -]{_UNIT})?+
           | {_SPELT}{_SPELT_ON} (?:[ -]{_UNIT}|(?={_NOUN})) )
    | \p{{Nd}}++ (?=[\p{{Han}}\p{{Hangul}}\p{{Hiragana}}\p{{Katakana}}\p{{Thai}}])"""

_MONTH = (
    r"(?:(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
_YEAR = r"(?:1[5-9]|20)\p{Nd}{2}"
_DAY = r"\p{Nd}{1,2}(?:st|nd|rd|th)?"
DATE = rf"""(?V1)
    {_FREE}\p{{Nd}}{{4}}-\p{{Nd}}{{2}}-\p{{Nd}}{{2}}\b
    | {_FREE}\p{{Nd}}{{1,2}}([./])\p{{Nd}}{{1,2}}\1\p{{Nd}}{{2,4}}\b
    | \b(?:{_WEEKDAY},?\ )?+ (?:{_DAY}\ (?:of\ )?{_MONTH}|{_MONTH}\ {_DAY}(?!\p{{N}}))
        (?:,?\ {_YEAR}\b)?
    | \b{_MONTH},?\ (?:of\ )?{_YEAR}\b
    | (?<=\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Ee]arly|[Ll]ate)\ ){_MONTH}
    | (?<=\b[Oo]n\ ){_WEEKDAY}
    | \b(?:[Ll]ast|[Nn]ext)\ (?:{_WEEKDAY}|{_MONTH}|(?:week|month|quarter|year|decade|century)\b)
    | \b(?:(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ll]ast)\ (?:quarter|half)\b|Q[1-4]\b)
        (?:\ (?:of\ )?{_YEAR}\b)?
    | \b(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)\ (?:of\ )?{_YEAR}\b
    | \b{_DAY}[ -]century\b
    | {_FREE}(?<!\p{{Sc}}){_YEAR}(?:s|[–/\-](?:\p{{Nd}}{{4}}|\p{{Nd}}{{2}}))?+
        (?![\p{{L}}\p{{N}}\p{{Sc}}]|-\p{{L}}|[.,:]\p{{N}}|[ -]?{_UNIT}|[ -]{_MAGNITUDE})
    | \p{{Nd}}{{4}}年(?:\p{{Nd}}{{1,2}}月(?:\p{{Nd}}{{1,2}}日)?)?"""

# A quotation that goes on in the next paragraph is not closed at the end of its block.
QUOTATION = r"""(?V1)
    “[^“”"]++(?:[”"]|\Z) | „[^„“”]++[“”] | «[^«»]++» | »[^«»]++« | ‹[^‹›]++›
    | 「[^「」]++」 | 『[^『』]++』
    | (?<![\p{L}\p{N}]) ‘(?:[^‘’]|’(?=\p{L}))++’
    | (?<![\p{L}\p{N}]) "[^"“”]++["”]"""

_SUPREME = (
    "(?:best|biggest|brightest|busiest|cheapest|closest|coldest|costliest|darkest|deadliest"
    "|deepest|driest|earliest|easiest|farthest|fastest|fewest|greatest|hardest|heaviest|highest"
    "|hottest|largest|lightest|longest|loudest|lowest|narrowest|nearest|newest|northernmost"
    "|oldest|poorest|purest|quickest|rarest|richest|safest|sharpest|shortest|slowest|smallest"
    "|southernmost|steepest|strictest|strongest|tallest|thinnest|toughest|warmest|weakest"
    r"|wealthiest|wettest|widest|wildest|worst|youngest)\b"
)
SUPERLATIVE = rf"""(?V1)
    \b(?: (?:[Tt]he\ |(?<=[’']s\ ))(?:very\ )?(?:(?:second|third|fourth|fifth|single)[ -])?
            (?:{_SUPREME}|only\b(?=\ \p{{Ll}})|first\b(?!\ (?:quarter|half|place|thing|step)\b))
        | (?:(?:[Tt]he\ )?most|[Tt]he\ least)
            \ (?!{_FUNCTION}|(?:likely|notably|probably|recently)\b)\p{{Ll}}++
        | first-ever | [Ff]or\ the\ first\ time | (?:an\ )?all-time\ (?:high|low|record)s?
        | (?:(?:world|[Aa]|[Nn]ew)\ )?record[ -]
            (?:high|low|number|profit|revenue|sales|year|crowd|breaking)s?
        | (?:world|[Aa]|[Nn]ew)\ record(?!\ of\b|-) | [Uu]nprecedented )(?!\p{{L}})"""

_WORD = r"""\p{Lu}[\p{L}\p{M}\p{Nd}]*+
    (?:[’'](?!s\b)[\p{L}\p{M}]{2,}+|[\-‐‑&][\p{L}\p{M}\p{Nd}]++)*+"""
_INITIALS = r"(?:\p{Lu}\.){1,6}+(?=\ ?\p{L})"
_TITLE = r"(?:Dr|Mrs?|Ms|Prof|Sen|Rep|Gov|Gen|Col|Capt|Lt|Sgt|Rev|Hon|St)\."
_CAPITALISED = rf"(?:{_TITLE}|{_INITIALS}|(?:[aAeE]l-|d[’'])?+{_WORD})"
_PARTICLE = r"(?:van|von|der|den|de|del|della|di|da|dos|du|la|le|bin|bint|ibn|al|el|y|of|the|for)"
# Eight words are enough of a name; a text in capitals would be one of a megabyte.
NAME = rf"""(?V1)(?<![\p{{L}}\p{{N}}_’'\-‐‑&])
    {_CAPITALISED} (?:[ \u00a0](?:{_PARTICLE}\ ){{0,3}}{_CAPITALISED}){{0,7}}+
    (?![\p{{L}}\p{{N}}_\p{{Sc}}])"""

# Words with a capital for standing at the beginning, or always, that are no names.
_NO_NAMES = """
A About According Across After Again Against All Almost Along Already Also Although Among An And
Another Any Are Around As Asked At Back Because Before Behind Below Besides Between Both But By Can
Could Critics Despite Did Do Does Down During Each Earlier Early Either Even Every Few Finally For
Former From Further Had Has Have He Her Here His How However I If In Indeed Instead Into Is It Its
Just Last Late Later Like Many Meanwhile More Most Much My Near Neither Never Next No None Nor Not
Now Of Officials Often On Once One Only Or Other Others Our Out Over People Perhaps Police Rather
Recently Several She Should Since So Some Soon Still Such Than That The Their Then There These They
This Those Though Through Thus To Today Together Tomorrow Too Two Three Four Five Six Seven Eight
Nine Ten Under Unlike Until Up Upon Via Was We Were What When Where Whether Which While Who Why
Will With Within Without Would Yes Yesterday Yet You Your Monday Tuesday Wednesday Thursday Friday
Saturday Sunday January February March April May June July August September October November
December
"""
NO_NAMES = frozenset(_NO_NAMES.split())
