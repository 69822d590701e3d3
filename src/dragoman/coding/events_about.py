"""What an event is about, and the numbers its words give."""

from collections.abc import Iterator, Mapping

from dragoman.coding.arguments_actors import Cast
from dragoman.coding.events_match import Coded
from dragoman.model.event import Quantity
from dragoman.model.parse import Parse
from dragoman.model.text import Span
from dragoman.ontology import plover

SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
)
TENS = "thirty forty fifty sixty seventy eighty ninety"
LARGE = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000, "dozen": 12}


def contexts(parse: Parse, coded: Coded, span: Span, lexicon: Mapping[str, frozenset[str]]) -> tuple[str, ...]:
    """The contexts of an event: its frame's own, then those that a word of its clause shows."""
    found = dict.fromkeys(coded.contexts)
    mode = plover.modes().get((coded.type, coded.mode or ""))
    if mode and mode.context:
        found[mode.context] = None
    for i in range(*parse.tokens(span)):
        found.update(dict.fromkeys(sorted(lexicon.get(parse.lemmas[i], ()))))
    return tuple(found)


def quantities(cast: Cast, coded: Coded, span: Span) -> tuple[Quantity, ...]:
    """How many of what: each number in an event's words that counts something, years and dates left out."""
    return tuple(_quantities(cast, coded, span))


def _quantities(cast: Cast, coded: Coded, span: Span) -> Iterator[Quantity]:
    parse = cast.parse
    for i in range(*parse.tokens(span)):
        noun = parse.heads[i]
        if parse.deps[i] != "nummod" or cast.is_time(i) or parse.pos[noun] not in ("NOUN", "PROPN"):
            continue
        start = i
        while start > 0 and parse.heads[start - 1] == i and parse.deps[start - 1] in ("compound", "nummod"):
            start -= 1
        value = number([parse.words[j].lower() for j in range(start, i + 1)])
        if value is not None:
            done = f" {parse.words[coded.trigger].lower()}" if parse.tags[coded.trigger] in ("VBD", "VBN") else ""
            yield Quantity(parse.words[noun].lower() + done, value, parse.span(start, i + 1))


def number(words: list[str]) -> float | None:
    """The number that words write ("1,200", "two dozen", "3.5 million"), or None."""
    names = {w: float(n) for n, w in enumerate(SMALL.split())}
    names.update({w: 30.0 + 10 * n for n, w in enumerate(TENS.split())})
    total: float | None = None
    for word in words:
        plain = word.replace(",", "")
        if word in LARGE:
            total = (1.0 if total is None else total) * LARGE[word]
        elif word in names:
            total = (total or 0.0) + names[word]
        elif plain.replace(".", "", 1).isdecimal():
            total = (total or 0.0) + float(plain)
        else:
            return None
    return total
