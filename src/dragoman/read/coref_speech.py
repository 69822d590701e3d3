"""Who "we", "I" and "our country" are inside a quotation, once it is known who speaks."""

from collections.abc import Sequence
from dataclasses import replace

from dragoman.model.actor import Chain, Kind, Mention
from dragoman.model.parse import Parse
from dragoman.model.reading import Reading
from dragoman.model.speech import Statement
from dragoman.model.text import Span
from dragoman.read.actors_terms import terms

SELF = frozenset(("i", "me", "my", "mine", "myself"))
SELVES = frozenset(("we", "us", "our", "ours", "ourselves"))
OFFICIAL: frozenset[Kind] = frozenset(("state", "government", "military", "security", "legislature", "judiciary"))


def voiced(reading: Reading, statements: Sequence[Statement]) -> Reading:
    """The reading with the first persons of its quotations put to their speakers, and "our country" to their state.

    "We" is the speaker, not the state: who speaks for a state is an actor of it. Only words that stand in a direct or
    mixed statement with a known speaker are taken, and of nested statements the innermost speaker.
    """
    speakers = innermost(reading, statements)
    more: dict[str, list[Mention]] = {}
    for i, speaker in speakers.items():
        if speaker is None or (reading.found_at(i) and reading.parse.tags[i] not in ("PRP", "PRP$")):
            continue
        for chain, mention in mentions(reading, i, speaker):
            more.setdefault(chain, []).append(mention)
    if not more:
        return reading
    return replace(reading, chains=tuple(grown(c, more.get(c.id, [])) for c in reading.chains))


def innermost(reading: Reading, statements: Sequence[Statement]) -> dict[int, Chain | None]:
    """The speaker of each first-person pronoun that a statement quotes, the shortest statement's."""
    parse = reading.parse
    found: dict[int, Chain | None] = {}
    for s in sorted(statements, key=lambda s: s.content.start - s.content.end):
        if s.form == "indirect":
            continue
        chain = next((c for c in reading.chains if c.id == s.speaker), None)
        for span in s.parts or (s.content,):
            for i in range(*parse.tokens(span)):
                if parse.tags[i] in ("PRP", "PRP$") and parse.words[i].lower() in SELF | SELVES and quoted(s, parse, i):
                    found[i] = chain
    return found


def quoted(statement: Statement, parse: Parse, i: int) -> bool:
    """Whether token i stands inside quotation marks: all of a direct statement, the marked pieces of a mixed one."""
    if statement.form == "direct":
        return True
    start = parse.passages[0][0]
    for first, last in parse.passages:
        if first <= i < last:
            start = first
    marks = [parse.words[t] for t in range(start, i)]
    opened = marks.count("“") + marks.count("«") - marks.count("”") - marks.count("»")
    return opened > 0 or marks.count('"') % 2 == 1


def mentions(reading: Reading, i: int, speaker: Chain) -> list[tuple[str, Mention]]:
    """What a first-person pronoun names: its speaker, and with a noun for their state that state."""
    parse = reading.parse
    word, head = parse.words[i].lower(), parse.heads[i]
    found = [(speaker.id, Mention(parse.span(i, i + 1), "pronoun", i))]
    if word in ("our", "my") and speaker.country and head > i and head - i <= 3:
        noun = terms().noun(parse.words[head].lower(), parse.lemmas[head])
        state = reading.of_country(speaker.country)
        if noun and noun.sort in ("state", "government") and parse.tags[head] in ("NN", "NNP") and state:
            found.append((state.id, Mention(parse.span(i, head + 1), "nominal", head)))
    return found


def grown(chain: Chain, more: list[Mention]) -> Chain:
    """A chain with more mentions, in order."""
    if not more:
        return chain
    spans = {(m.span.start, m.span.end) for m in chain.mentions}
    fresh = [m for m in more if (m.span.start, m.span.end) not in spans]
    return replace(chain, mentions=tuple(sorted((*chain.mentions, *fresh), key=place)))


def place(mention: Mention) -> tuple[int, int]:
    """Where a mention stands."""
    span: Span = mention.span
    return span.start, span.end
