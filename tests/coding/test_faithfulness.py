"""What changes in a sentence changes in its events, and nothing else does: on sentences made from the codebook."""

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from zlib import crc32

import pytest
from tests.coding import variants
from tests.coding.reports import lexicon, world
from tests.coding.told import packaged
from tests.coding.variants import Example

from dragoman.coding.events import events
from dragoman.coding.statements import statements
from dragoman.ingest.plain import plain
from dragoman.model.actor import Participant
from dragoman.model.reading import Reading
from dragoman.read.parser import Parser
from dragoman.read.reading import read

EVERY = 3  # one example in three: enough to see a fault, few enough to be quick
ENOUGH = 0.97

Core = tuple[str, frozenset[str], frozenset[str]]
Telling = tuple[Core, str, tuple[str, ...], str]


@cache
def sample() -> tuple[Example, ...]:
    """The examples that are changed here: by their words, so that a new row does not change which they are."""
    return tuple(e for e in variants.examples() if crc32(e.text.encode()) % EVERY == 0)


def told(parser: Parser, texts: Sequence[str]) -> list[list[Telling]]:
    """The events of each text: type and countries, status, those attributed to, and the lemma of the trigger."""
    reports = [plain(t) for t in texts]
    return [tellings(read(r, p, world())) for r, p in zip(reports, parser.parse_many(reports), strict=True)]


def tellings(whole: Reading) -> list[Telling]:
    """The events of one reading, for comparing."""

    def names(parts: Iterable[Participant]) -> frozenset[str]:
        return frozenset(whole.chain(p.chain).country or "" for p in parts if p.chain)

    out: list[Telling] = []
    for e in events(whole, statements(whole, lexicon()), packaged(), world()):
        by = tuple(whole.chain(c).country or "" for c in e.attribution)
        lemma = whole.parse.lemmas[whole.parse.tokens(e.trigger)[0]]
        out.append(((e.type, names(e.source), names(e.target)), e.status, by, lemma))
    return out


@pytest.fixture(scope="module")
def bases(parser: Parser) -> list[tuple[Example, list[Telling]]]:
    """The examples with what they tell as they stand, those left out that tell nothing."""
    found = told(parser, [e.text for e in sample()])
    return [(e, t) for e, t in zip(sample(), found, strict=True) if t]


def cores(found: list[Telling]) -> set[Core]:
    """Types and sides alone."""
    return {t[0] for t in found}


def renamed(found: set[Core], names: dict[str, str]) -> set[Core]:
    """The same events of other countries."""

    def side(countries: frozenset[str]) -> frozenset[str]:
        return frozenset(names.get(c, c) for c in countries)

    return {(type, side(source), side(target)) for type, source, target in found}


def share(parser: Parser, cases: list[tuple[str, Callable[[list[Telling]], bool]]]) -> float:
    """The share of changed sentences that tell what they should."""
    found = told(parser, [text for text, _ in cases])
    right = [check(t) for (_, check), t in zip(cases, found, strict=True)]
    assert len(right) >= 20
    return sum(right) / len(right)


Bases = list[tuple[Example, list[Telling]]]


def test_names_swapped_swap_the_sides(parser: Parser, bases: Bases) -> None:
    def check(e: Example, base: list[Telling]) -> Callable[[list[Telling]], bool]:
        return lambda t: cores(t) == renamed(cores(base), {e.one: e.other, e.other: e.one})

    assert share(parser, [(variants.swapped(e), check(e, b)) for e, b in bases]) >= ENOUGH


def test_another_country_changes_only_the_country(parser: Parser, bases: Bases) -> None:
    def check(e: Example, base: list[Telling], by: str) -> Callable[[list[Telling]], bool]:
        return lambda t: cores(t) == renamed(cores(base), {e.other: by})

    cases = [(e, b, "JPN" if "JPN" not in (e.one, e.other) else "PER") for e, b in bases]
    assert share(parser, [(variants.replaced(e, by), check(e, b, by)) for e, b, by in cases]) >= ENOUGH


def test_what_somebody_says_of_it_is_attributed(parser: Parser, bases: Bases) -> None:
    def check(base: list[Telling]) -> Callable[[list[Telling]], bool]:
        return lambda t: cores(base) <= cores(t) and all("DNK" in by for core, _, by, _ in t if core in cores(base))

    assert share(parser, [(variants.reported(e), check(b)) for e, b in bases]) >= ENOUGH


def test_a_sentence_beside_it_changes_nothing(parser: Parser, bases: Bases) -> None:
    def check(base: list[Telling]) -> Callable[[list[Telling]], bool]:
        return lambda t: cores(t) == cores(base)

    assert share(parser, [(variants.beside(e), check(b)) for e, b in bases]) >= ENOUGH


def surest(found: list[Telling], e: Example) -> Telling | None:
    """The event of the example's own type that its main verb tells."""
    return next((t for t in found if t[0][0] == e.type), None)


@pytest.mark.parametrize("change", [variants.negated, variants.possible])
def test_a_negation_or_a_may_changes_the_status(
    parser: Parser, bases: Bases, change: Callable[[Example, str], str | None]
) -> None:
    """No longer told as a fact; or told as the other fact that the negation is (a refusal)."""

    def check(e: Example) -> Callable[[list[Telling]], bool]:
        return lambda t: all(x[1] != "asserted" for x in t if x[0][0] == e.type)

    own = [(e, s) for e, b in bases if (s := surest(b, e))]
    cases = [(text, check(e)) for e, s in own if (text := change(e, s[3]))]
    assert share(parser, cases) >= ENOUGH


def test_the_passive_tells_the_same(parser: Parser, bases: Bases) -> None:
    def check(base: list[Telling]) -> Callable[[list[Telling]], bool]:
        return lambda t: cores(base) <= cores(t)

    cases = [(text, check(b)) for e, b in bases if (text := variants.passive(e))]
    assert share(parser, cases) >= ENOUGH
