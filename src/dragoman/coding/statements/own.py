"""Which words of a statement mean its speaker, or its speaker's state: for whoever codes what is said."""

from typing import Literal

from dragoman.model.parse import Parse
from dragoman.model.reading import Reading
from dragoman.model.speech import Statement

Own = Literal["speaker", "state"]
FIRST = frozenset({"i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"})
OWNERS = frozenset({"my", "our", "his", "her", "its", "their", "this"})
LANDS = frozenset(
    {
        "country", "nation", "state", "homeland", "motherland", "fatherland", "government", "people", "republic",
        "army", "military", "forces", "troops", "navy", "territory", "borders", "border", "soil", "side", "land",
        "lands", "soldiers", "citizens", "parliament", "capital", "ministry", "embassy", "diplomats", "sovereignty",
    }
)  # fmt: skip


def own_words(reading: Reading, statement: Statement) -> dict[int, Own]:
    """Tokens of the statement's content that mean its speaker ("we", "our") or its state ("our country").

    In indirect speech "his country" counts where "his" stands for the speaker, by the report's chains. Words of
    statements within this one are not told apart: ask for the innermost statement around a token.
    """
    parse = reading.parse
    start, end = parse.tokens(statement.content)
    out: dict[int, Own] = {}
    for i in range(start, end):
        word = parse.words[i].lower()
        if statement.form != "indirect" and is_first(parse, i):
            out[i] = "speaker"
        owns = word in OWNERS and parse.deps[i] in ("poss", "det") and parse.lemmas[parse.heads[i]] in LANDS
        if owns and (word in FIRST or word == "this" or is_speaker(reading, statement, i)):
            out[parse.heads[i]] = "state"
    return out


def is_first(parse: Parse, i: int) -> bool:
    """Whether token `i` is somebody speaking of himself ("our"), and no "US"."""
    return parse.words[i].lower() in FIRST and parse.words[i] != "US"


def is_speaker(reading: Reading, statement: Statement, token: int) -> bool:
    """Whether a token stands for the statement's speaker."""
    chain = reading.chain_at(token)
    return chain is not None and chain.id == statement.speaker
