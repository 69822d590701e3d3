"""Whether a noun phrase is somebody who can speak or think: a person, a body, a people; and whether it is the press."""

import tomllib
from functools import cache
from pathlib import Path

from dragoman.coding.statements.page import Page

PRONOUNS = frozenset({"he", "she", "they", "i", "we", "you", "who", "him", "her", "them", "us", "me", "one", "everyone",
    "nobody", "somebody", "someone", "anyone", "everybody", "none", "others", "many", "some", "several", "those",
    "both", "few", "most", "another", "whom", "neither", "each"})  # fmt: skip
NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP"})
ENDINGS = ("er", "ers", "or", "ors", "ist", "ists", "ian", "ians", "man", "men", "ant", "ants", "crat", "crats", "eer")
LISTS = Path(__file__).parent.parent / "cues" / "speakers.toml"


@cache
def nouns(name: str) -> frozenset[str]:
    """One list of speakers.toml: people, things, press, messages or labels."""
    return frozenset(tomllib.loads(LISTS.read_text(encoding="utf-8"))[name])


def speaks(page: Page, token: int) -> bool:
    """Whether the noun phrase headed by `token` names somebody who can say, think or want something."""
    parse = page.parse
    word, lemma = parse.words[token].lower(), parse.lemmas[token]
    if parse.pos[token] == "PRON" or (word in PRONOUNS and parse.words[token] != "US"):
        return word in PRONOUNS
    if page.labels.get(token) in NAMED:
        return True
    if parse.pos[token] == "PROPN":
        return True
    return lemma in nouns("people") or (word.endswith(ENDINGS) and lemma not in nouns("things"))


def is_press(page: Page, token: int) -> bool:
    """Whether the noun phrase headed by `token` is a newspaper, agency or broadcaster by its words."""
    parse = page.parse
    around = [token, *parse.kids(token, "compound", "appos", "amod")]
    return any(parse.words[i].lower() in nouns("press") for i in around)
