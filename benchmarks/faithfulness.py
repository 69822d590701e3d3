"""Do events change with the words, and only with them? What F1 hides.

`python -m benchmarks.faithfulness [PLV.jsonl] [-v]`: over the examples of the codebook, or over the sentences of a file
of {id, text}. Each sentence that tells something of two countries is turned: names swapped, a country replaced, denied,
put under "if" and "may", said by somebody, followed by another sentence, made passive. Only a main verb that tells the
event is denied, put under "if" and "may" or made passive. The share that follows suit is printed; -v: what did not.
"""

import csv
import json
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from dragoman.coding.codebook import FOLDER, rows
from dragoman.coding.events import events
from dragoman.coding.statements import statements
from dragoman.ingest.plain import plain
from dragoman.model.parse import Parse
from dragoman.model.world import Tenure
from dragoman.pipeline import Resources
from dragoman.read.reading import read
from dragoman.resolve import world

SPEAKER, STRANGER = "KEN", "ISL"
LEFT_OUT = ("conj", "xcomp", "ccomp", "advcl", "prep", "prt", "dative", "oprd", "neg")  # what no plain passive carries
DATELINE = re.compile(
    r"^[A-Z]{3,}[\w ,./]{0,40}(\([\w/ ]+\) *)?(--|—|–|:| - ) *"  # LIMA (Reuters) --
    r"|^[A-Z][\w ,./]{2,40}\([A-Z/]{2,}\) *(--|—|–|-)? *"  # Lima, March 8 (EFE)
)
FLOOR, FLOOR_FOUND = 0.97, 0.90


@dataclass(frozen=True, slots=True)
class Told:
    """One event by countries: its type, sides, status, and whom it is attributed to; where its trigger stands."""

    type: str
    source: frozenset[str]
    target: frozenset[str]
    status: str
    by: frozenset[str]
    trigger: int = field(compare=False)


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence, its parse, all events it tells, and the one that is followed through the turns."""

    text: str
    parse: Parse
    all: frozenset[Told]
    one: Told

    @property
    def sides(self) -> tuple[str, str]:
        """The two countries."""
        return min(self.one.source), min(self.one.target)


@dataclass(frozen=True, slots=True)
class Turn:
    """A way to change a sentence (None where it cannot be), and whether the events have followed suit."""

    change: Callable[[Case], str | None]
    follows: Callable[[Case, frozenset[Told]], bool]


@cache
def states() -> dict[str, dict[str, str]]:
    """The table of states by code."""
    with (Path(world.__file__).parent / "states.csv").open(encoding="utf-8", newline="") as file:
        return {r["code"]: r for r in csv.DictReader(file)}


@cache
def forms() -> dict[str, tuple[str, ...]]:
    """Each country's name, adjective and people, by code."""
    found = {code: tuple(r[k].split(";")[0] for k in ("name", "adjectives", "people")) for code, r in states().items()}
    return {code: words for code, words in found.items() if all(words)}


@cache
def roles() -> tuple[Tenure, ...]:
    """Who holds or held which office."""
    return world.load(None).tenures


@cache
def services(code: str) -> tuple[str, ...]:
    """The names of a country's own bodies and groups ("Pentagon", "Taliban"), which no other country has."""
    own: list[dict[str, str]] = []
    for table in ("agencies.csv", "groups.csv"):
        with (Path(world.__file__).parent / table).open(encoding="utf-8", newline="") as file:
            own += [r for r in csv.DictReader(file) if r["country"] == code]
    named = {n for r in own for n in (r["name"], *r["names"].split(";"))}
    return tuple(n for n in named if not any(form in n for form in forms()[code]))


@cache
def others(code: str) -> re.Pattern[str]:
    """What else a country goes by: other names, its capital, its own bodies, those who hold or held its offices."""
    listed = (w.strip() for k, cell in states()[code].items() if k != "code" for w in cell.split(";"))
    people = (t.person.split()[-1] for t in roles() if t.country == code)
    words = {w for w in (*listed, *people, *services(code)) if w and w not in forms()[code]}
    return re.compile(r"(?<!\w)(" + "|".join(sorted(map(re.escape, words), key=len, reverse=True)) + r")(?!\w)")


def renamed(text: str, names: dict[str, str]) -> str | None:
    """The text with countries renamed, form by form; None if it names one, or who stands for it, in another form."""
    pairs = [(a, b) for old, new in names.items() for a, b in zip(forms()[old], forms()[new], strict=True)]
    table = dict(pairs)
    adjectives = {forms()[old][1]: forms()[new][1] for old, new in names.items()}
    pattern = re.compile(r"\b(" + "|".join(sorted(map(re.escape, table), key=len, reverse=True)) + r")\b")
    found = set(pattern.findall(text))
    if not all(found & set(forms()[old]) and not others(old).search(pattern.sub("", text)) for old in names):
        return None

    def other(m: re.Match[str]) -> str:
        before_noun = re.match(r" [a-z]", text[m.end() :])
        return adjectives[m[0]] if m[0] in adjectives and before_noun else table[m[0]]

    return pattern.sub(other, text)


def swap(case: Case) -> str | None:
    """Source and target change names."""
    a, b = case.sides
    return renamed(case.text, {a: b, b: a}) if {a, b} <= forms().keys() else None


def replace_source(case: Case) -> str | None:
    """Another country in the source's stead."""
    a, _ = case.sides
    return renamed(case.text, {a: STRANGER}) if a in forms() else None


def bare(case: Case) -> str:
    """The sentence without its dateline and full stop, its first word small unless it is a name."""
    whole = case.text.rstrip(" .")
    text = DATELINE.sub("", whole)
    is_name = case.parse.pos[0] == "PROPN" and case.parse.words[0] not in ("A", "The", "An")
    if text == whole and (is_name or case.parse.tags[0] == "JJ" or case.parse.words[0][1:2].isupper()):
        return text
    first = text.split(" ")[0]
    return text[:1].lower() + text[1:] if text == whole or first in ("A", "An", "The") else text


def reported(case: Case) -> str | None:
    """Somebody says so."""
    return None if SPEAKER in case.sides or quoted(case) else f"{forms()[SPEAKER][0]} said that {bare(case)}."


def conditional(case: Case) -> str | None:
    """Under "if"."""
    return None if quoted(case) or main_verb(case) is None else f"If {bare(case)}, prices will rise."


def followed(case: Case) -> str | None:
    """An unrelated sentence after it."""
    return f"{case.text} The weather stayed mild."


def possible(case: Case) -> str | None:
    """Under "may"."""
    return root(case, "may {lemma}")


def denied(case: Case) -> str | None:
    """Not so."""
    return root(case, "did not {lemma}")


def passive(case: Case) -> str | None:
    """Done by the source to the target, for plain verbs whose participle is their past."""
    parse, i = case.parse, main_verb(case)
    if i is None:
        return None
    subject, object = parse.kids(i, "nsubj"), parse.kids(i, "dobj")
    plain_past = parse.tags[i] == "VBD" and parse.words[i].endswith("ed") and len(parse.sentences) == 1
    if not plain_past or len(subject) != 1 or len(object) != 1 or parse.kids(i, *LEFT_OUT):
        return None
    by, to = (parse.span(*parse.subtree(t)).text for t in (*subject, *object))
    many = parse.tags[object[0]] in ("NNS", "NNPS") or parse.kids(object[0], "conj")
    return f"{to} {'were' if many else 'was'} {parse.words[i]} by {by}."


def root(case: Case, with_words: str) -> str | None:
    """The sentence with its main verb, a simple past, put otherwise."""
    parse, i = case.parse, main_verb(case)
    if i is None or parse.tags[i] != "VBD" or parse.lemmas[i] == "be" or quoted(case) or parse.kids(i, "conj", "neg"):
        return None
    return case.text[: parse.starts[i]] + with_words.format(lemma=parse.lemmas[i]) + case.text[parse.ends[i] :]


def main_verb(case: Case) -> int | None:
    """The main verb, if it is what tells the event; to deny another verb denies another thing."""
    parse = case.parse
    i = next(i for i in range(len(parse)) if parse.heads[i] == i)
    return i if parse.starts[i] == case.one.trigger else None


def quoted(case: Case) -> bool:
    """Whether the sentence holds a quotation; such are not turned by grammar."""
    return any(mark in case.text for mark in '“”"')


def same(case: Case, t: Told) -> bool:
    """Whether `t` is the event followed, whatever its status."""
    return (t.type, t.source, t.target) == (case.one.type, case.one.source, case.one.target)


def status(wanted: str) -> Callable[[Case, frozenset[Told]], bool]:
    """The event is still told, and with this status alone; one that has vanished has not followed suit."""
    return lambda case, found: {t.status for t in found if same(case, t)} == {wanted}


def swaps(case: Case, found: frozenset[Told]) -> bool:
    """The same type, its sides changed."""
    one = case.one
    return any((t.type, t.source, t.target) == (one.type, one.target, one.source) for t in found)


def strange(case: Case, found: frozenset[Told]) -> bool:
    """Only the country has changed."""
    return any(t.type == case.one.type and STRANGER in t.source and t.target == case.one.target for t in found)


TURNS: dict[str, Turn] = {
    "swap names": Turn(swap, swaps),
    "replace a country": Turn(replace_source, strange),
    "deny": Turn(denied, status("denied")),
    "under if": Turn(conditional, status("hypothetical")),
    "under may": Turn(possible, status("hypothetical")),
    "said by": Turn(reported, lambda c, f: any(same(c, t) and SPEAKER in t.by for t in f)),
    "unrelated": Turn(followed, lambda c, f: f == c.all),
    "passive": Turn(passive, lambda c, f: any(same(c, t) for t in f)),
}


@dataclass(frozen=True, slots=True)
class Coder:
    """Sentences in, events by country out."""

    resources: Resources

    def told(self, texts: Sequence[str]) -> Iterator[tuple[Parse, list[Told]]]:
        """The parse and events of each text, in order."""
        for text in texts:
            report = plain(text, "2024-03-15")
            parse = self.resources.parser.parse(report)
            reading = read(report, parse, self.resources.world)
            said = statements(reading, self.resources.lexicon)
            land = {c.id: c.country or "" for c in reading.chains}
            found = events(reading, said, self.resources.codebook, self.resources.world)
            yield (
                parse,
                [
                    Told(
                        e.type,
                        frozenset(land.get(p.chain, "") for p in e.source),
                        frozenset(land.get(p.chain, "") for p in e.target),
                        e.status,
                        frozenset(land.get(c, "") for c in e.attribution),
                        e.trigger.start,
                    )
                    for e in sorted(found, key=lambda e: -e.confidence)
                ],
            )

    def cases(self, texts: Sequence[str]) -> Iterator[Case]:
        """The texts that tell, as a fact, what one country does to another."""
        for text, (parse, found) in zip(texts, self.told(texts), strict=True):
            for one in found:
                pair = len(one.source) == len(one.target) == 1 and one.source != one.target
                if (
                    pair
                    and "" not in one.source | one.target
                    and one.status == "asserted"
                    and STRANGER not in one.target
                ):
                    yield Case(text, parse, frozenset(found), one)
                    break


def measure(coder: Coder, texts: Sequence[str]) -> dict[str, list[tuple[bool, str]]]:
    """For each turn, whether each turned sentence was followed, and the sentence."""
    cases = list(coder.cases(texts))
    out: dict[str, list[tuple[bool, str]]] = {}
    for name, turn in TURNS.items():
        turned = [(c, t) for c in cases if (t := turn.change(c))]
        told = coder.told([t for _, t in turned])
        out[name] = [(turn.follows(c, frozenset(f)), t) for (c, t), (_, f) in zip(turned, told, strict=True)]
    return out


def examples() -> list[str]:
    """Every example of the codebook that somebody does something in."""
    files = sorted((FOLDER / "frames").glob("*.csv"))
    return list(dict.fromkeys(r["example"] for f in files for r in rows(f) if r["example"]))


def main(arguments: Sequence[str]) -> int:
    """Print each turn's share; 1 if one misses its floor."""
    paths, show = [a for a in arguments if a != "-v"], "-v" in arguments
    lines = Path(paths[0]).read_text(encoding="utf-8").splitlines() if paths else []
    texts = [json.loads(line)["text"] for line in lines if line.strip()] or examples()
    floor = FLOOR_FOUND if paths else FLOOR
    missed = False
    for name, done in measure(Coder(Resources.load()), texts).items():
        share = sum(ok for ok, _ in done) / len(done) if done else 0.0
        missed |= share < floor
        print(f"{name:18} {share:.3f}  ({len(done)} sentences, floor {floor})")
        for ok, text in done:
            if show and not ok:
                print(f"    {text}")
    return int(missed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
