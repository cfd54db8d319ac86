"""The grammar of dates: rules over the symbols of ``datewords``, the longer expression first.

A name in a rule is a class of words or one of the macros; blanks mean nothing; the rest is a regular
expression. Both orders of modifier and noun stand side by side (last week, الأسبوع الماضي), so one
grammar serves all languages; words that a language lacks make their rules idle.
"""

from __future__ import annotations

import re
from functools import cache

from graph.reading.datewords import LETTERS, UNITS

_MACROS = {
    "unit": f"({'|'.join(f'{unit}word' for unit in UNITS)})",
    "num": "(number|count|round|cardinal)",
    "gregorian": "(year|round)",
    "sep": "(slash|dash|dot)",
    "md": "(last|past|next|this|recent)",
    "days": "(number suffix?((dash|to|and)number suffix?)?|ordinal((dash|to|and)?ordinal)?)",
    "named": "(month|loose|shortmonth dot?)",
    "twice": "(slash named|open named close?)",
    "sure": "(month(twice|month|loose)?|(loose|shortmonth dot?)twice)",
    "any": "(sure|named)",
    "yeartail": "(comma|open)?(of|in)?(yearword?gregorian|md yearword|yearword md)close?",
    "tail": "(yeartail|mdtail|comma(last|next)(?!unit))",
    "partof": "(part dash?of?)",
    "hijriyear": "(comma?yearword?hyear erahijri?|erahijri)",
    "onday": "((dayword?(weekday|shortday)dot?comma?open?)?dayword?)",
    "preposition": "(in|since|until|before|backward|after|from|within|of)",
    # what stands before a number of four digits that is no year
    "notcounted": "(?<!notdate)(?<!notdate dot)(?<!about)(?<!slash)(?<!dot)(?<!num dash)(?<!year dash)"
    "(?<!number comma)",
    # what makes "a month before" something else than a month ago
    "elsewhere": "(of|upon|weekday|number|count|year|round|hyear|month|loose|hmonth|md|dash|relday|ordinal)",
}
# by whether modifiers stand before the noun: what may follow a month, and units with modifiers
_ORDERS = {
    False: {
        "mdtail": "(last|past|next|recent|this(?!unit))",
        "unitmd": "(this(num|some)*+unit|unit(num|some)*+md|num unit md)",
    },
    True: {"mdtail": "(last|next)(?!unit)", "unitmd": "(md(num|some)*+unit|unit ahead)"},
}
_RULES = (
    ("numeric", "year sep number sep number(?!sep num)"),
    ("numeric", "number sep number sep(year|round|hyear)(erahijri|era)?"),
    ("hijri", "onday days of?monthword?hmonth hijriyear?"),
    ("hijri", "monthword hmonth(hijriyear|md)?|hmonth hijriyear"),
    ("calendar", "daytime?onday days of?md?monthword?of?any tail?"),
    ("month_first", "daytime?onday any days(?!colon)tail?"),
    ("calendar", "daytime?onday days of(md monthword|monthword md)"),
    ("calendar", "partof?md?(monthword of?)?sure(and any)?tail?"),
    ("calendar", "partof?monthword of?named tail?|named tail|partof named tail?|md named yeartail?"),
    ("calendar", "((?<=preposition)|(?<=month to)|(?<=loose to))loose(?!number)"),
    (
        "relday",
        "part?daytime?dayword?relday(?!stop|ordinal|md)(comma?open?dayword?weekday close?)?daytime?",
    ),
    ("relday", "weekday comma?open?relday close?(?!stop|ordinal|md)"),
    ("weekday", "part?daytime?dayword?md?weekday(mdtail|comma(last|next)(?!unit))?daytime?"),
    ("ago", "about?num?some?unit ago"),
    ("ago", "backward about?+(num|some)?+unit num?+some?+last?+(?!elsewhere)"),
    ("lasting", "since about?+(num|some)?+unit num?+some?+(?!elsewhere)"),
    ("unit", "partof?unitmd"),
    ("unit", "partof(weekword|monthword|yearword)(?!number|year|round|hyear|month|loose|hmonth)|weekendword"),
    ("season", "partof?(md season|season md|season of?(yearword?gregorian|md yearword|yearword md))"),
    ("decade", "year suffix|decadename(of?centuryword md?)?"),
    ("year", "partof?yearword(gregorian era?|hyear erahijri)((dash|to|and|slash)yearword?gregorian)?"),
    ("year", "partof gregorian|hyear erahijri"),
    ("year", "(?<=from)gregorian(to|and|dash|until)yearword?gregorian|gregorian to yearword?gregorian"),
    ("year", "(?<!notdate)gregorian(dash|slash)gregorian(?!sep num)"),
    ("year", "(?<=preposition)round(?!sep num|counted|unit|num)"),
    ("year", "notcounted year(?!sep num|counted|unit)"),
)


@cache
def date_grammar(month_first: bool) -> re.Pattern[str]:
    """The rules as one pattern; the name of a matching group is the rule's name, "_" and a number.

    A language that has no "July 15" leaves that rule out, as the number may count what follows.
    """
    macros = _MACROS | _ORDERS[month_first]

    def spell(name: re.Match[str]) -> str:
        inner = macros.get(name.group())
        return LETTERS[name.group()] if inner is None else f"(?:{expand(inner)})"

    def expand(pattern: str) -> str:
        return re.sub("[a-z]+", spell, pattern.replace(" ", "\0")).replace("\0", "")

    rules = []
    for place, (name, pattern) in enumerate(_RULES):
        if name != "month_first" or month_first:
            rule = "calendar" if name == "month_first" else name
            rules.append(f"(?P<{rule}_{place}>{expand(pattern)})")
    return re.compile("|".join(rules))
