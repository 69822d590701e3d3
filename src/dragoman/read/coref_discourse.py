"""What has been spoken of up to a point of a report: clusters in the order of their mentions, and who stands out."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field, replace

from dragoman.model.world import Known
from dragoman.read.actors_page import Page
from dragoman.read.actors_phrase import Phrase
from dragoman.read.actors_titles import home_of_title, lacking
from dragoman.read.coref_cluster import Cluster

SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj"))
ROLES = frozenset(("nsubj", "nsubjpass", "dobj", "pobj", "attr", "conj", "ROOT", "appos", "dative"))
SUBJECT_OF = {"ROOT": 1.6, "conj": 1.5, "ccomp": 1.3, "parataxis": 1.3, "advcl": 1.1}
MEASURES = frozenset(("DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL"))
REACH = 60
TOLD = 0.8
IN = frozenset(("in", "of", "from"))
OFTEN = 0.4


def countable(cluster: Cluster) -> bool:
    """Whether a cluster tells which country is spoken of."""
    return cluster.kind not in ("media", "company", "igo")


def own_weight(cluster: Cluster) -> float:
    """How much a cluster stands for its country: a state itself more than its people."""
    return 1.0 if cluster.kind == "state" else 0.6


@dataclass(frozen=True, slots=True)
class Entry:
    """One mention in order: its head token, sentence, cluster and phrase, and how much it stands out."""

    token: int
    sentence: int
    cluster: Cluster
    phrase: Phrase
    weight: float


@dataclass(frozen=True, slots=True)
class Thing:
    """A noun that names no actor, but that "it" or "they" can speak of."""

    token: int
    sentence: int
    plural: bool
    weight: float


@dataclass(slots=True)
class Discourse:
    """The clusters of one report and their mentions so far; `at` gives the cluster of a phrase by its head token.

    `places` gives the country of a token that names a place, `homes` the countries that the report is written from,
    with how much each stands out for it.
    """

    page: Page
    published: str | None
    places: Mapping[int, str] = field(default_factory=dict)
    homes: Mapping[str, float] = field(default_factory=dict)
    by_key: dict[str, Cluster] = field(default_factory=dict)
    at: dict[int, Cluster] = field(default_factory=dict)
    clusters: list[Cluster] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    states: dict[str, int] = field(default_factory=dict)
    quoted: list[int] = field(default_factory=list)
    things: list[Thing] = field(default_factory=list)
    within: dict[int, str] = field(default_factory=dict)

    def known(self, known: Known) -> Cluster:
        """The cluster of what the world knows, made when it is first asked for."""
        cluster = self.by_key.get(known.key)
        if cluster is None:
            cluster = self.by_key[known.key] = Cluster.of_known(known)
            self.clusters.append(cluster)
        return cluster

    def place_of(self, phrase: Phrase) -> str | None:
        """The country of the place that a phrase is told to be in, of or based in."""
        lower, end = self.page.lower, phrase.end
        first = next((t for t in range(phrase.head + 1, min(end + 1, len(lower))) if lower[t] in IN), None)
        if first is not None:
            for t in range(first + 1, min(max(first + 4, end), len(lower))):
                if t in self.places:
                    return self.places[t]
        start = phrase.start
        if lower[start - 1 : start] == ["based"] and start > 2:
            return self.places.get(start - 3)
        comma = lower[end : end + 1] == [","]
        if lower[end + comma : end + comma + 2] == ["based", "in"]:
            behind = range(end + comma + 2, min(end + comma + 5, len(lower)))
            return next((self.places[t] for t in behind if t in self.places), None)
        return None

    def passage(self, sentence: int) -> int:
        """Where the passage of a sentence starts."""
        first = self.page.parse.sentences[sentence][0]
        return next(start for start, end in self.page.parse.passages if start <= first < end)

    def missions(self) -> None:
        """Take an embassy, consulate or mission for the one in this report whose host is told, if there is just one."""
        for key, cluster in list(self.by_key.items()):
            if key.startswith("body:") and key.count(":") == 2 and key.endswith((":embassy", ":consulate", ":mission")):
                hosted = [c for k, c in self.by_key.items() if k.startswith(key + ":")]
                if len(hosted) == 1:
                    self.by_key[key] = hosted[0]
                    self.clusters.remove(cluster)

    def state(self, country: str) -> Cluster | None:
        """The cluster of a state by its code."""
        known = self.page.world.state(country)
        return self.known(known) if known else None

    def new(self, cluster: Cluster) -> Cluster:
        """Take in a new cluster."""
        self.clusters.append(cluster)
        if cluster.key:
            self.by_key[cluster.key] = cluster
        return cluster

    def merge(self, old: Cluster, into: Cluster) -> None:
        """Move all phrases of one cluster into another."""
        for phrase in old.phrases:
            into.add(phrase)
            self.at[phrase.head] = into
        old.phrases.clear()
        self.clusters.remove(old)
        self.entries = [replace(e, cluster=into) if e.cluster is old else e for e in self.entries]

    def put(self, phrase: Phrase, cluster: Cluster) -> Cluster:
        """Say that a phrase speaks of a cluster."""
        if cluster.human and cluster.country is None and len(phrase.countries) == 1:
            cluster.country = phrase.countries[0]
        cluster.add(phrase)
        self.at[phrase.head] = cluster
        self.note(phrase, cluster)
        return cluster

    def note(self, phrase: Phrase, cluster: Cluster) -> None:
        """Remember a mention for what follows it."""
        parse = self.page.parse
        entry = Entry(phrase.head, parse.sentence_of[phrase.head], cluster, phrase, prominence(self.page, phrase))
        entries = self.entries
        if not entries or entries[-1].token < entry.token:
            entries.append(entry)
        else:
            entries.insert(bisect_left(entries, entry.token, key=lambda e: e.token), entry)

    def before(self, token: int, sentences: int = 99, reach: int = REACH) -> Iterator[Entry]:
        """The mentions before a token, the nearest first, so many sentences back."""
        entries = self.entries
        here = self.page.parse.sentence_of[token]
        last = bisect_left(entries, token, key=lambda e: e.token)
        for k in range(last - 1, max(-1, last - 1 - reach), -1):
            if here - entries[k].sentence > sentences:
                return
            yield entries[k]

    def standing(
        self, token: int, but: Set[str | None] = frozenset(), sentences: int = 4, often: float = 0.0
    ) -> list[str]:
        """Countries spoken of before a token, the one that stands out most first.

        With `often` the whole report counts: so much is added for the state that it names most.
        """
        score = self.weighed(token, sentences)
        if often:
            self.add_often(score, often)
        return sorted((c for c in score if c not in but), key=lambda c: -score[c])

    def add_often(self, score: dict[str, float], often: float) -> None:
        """Let each state stand out more by how often the report names it, the one named most by `often`."""
        most = max(self.states.values(), default=1)
        for country, times in self.states.items():
            score[country] = score.get(country, 0.0) + often * times / most

    def bearing(self, phrase: Phrase) -> str | None:
        """The country of the post that a phrase tells of, of those around that have such a post."""
        but = lacking(phrase.title, {c.country for c in self.clusters if c.country})
        return self.country_here(phrase.head, but) or home_of_title(phrase.title)

    def country_around(self, token: int, but: Set[str | None] = frozenset()) -> str | None:
        """The country that stands out before a token or after it in its sentence."""
        end = self.page.sentence(token)[1]
        score = self.near(token)
        for e in self.entries[bisect_left(self.entries, token, key=lambda e: e.token) :]:
            if e.token >= end:
                break
            if countable(e.cluster) and e.cluster.country and not self.done_to(e, token):
                weight = own_weight(e.cluster) * e.weight * 0.5 ** ((e.token - token) / 15)
                score[e.cluster.country] = score.get(e.cluster.country, 0.0) + weight
        for k in self.told_about(token):
            subject = self.at.get(k)
            if subject and subject.country and countable(subject):
                score[subject.country] = score.get(subject.country, 0.0) + own_weight(subject) * TOLD
        near = max((c for c in score if c not in but), key=lambda c: score[c], default=None)
        governing = self.governing(token)
        return (governing if governing not in but else None) or near or self.country_here(token, but)

    def done_to(self, e: Entry, token: int) -> bool:
        """Whether a state is what the subject at a token does something to: "the minister warned |Chile|"."""
        parse, first = self.page.parse, e.token
        while parse.deps[first] == "conj":
            first = parse.heads[first]
        verb = parse.heads[first]
        return e.cluster.kind == "state" and parse.deps[first] in ("dobj", "dative") and token in parse.children[verb]

    def near(self, token: int) -> dict[str, float]:
        """How much each country stands out before a token, and for the whole report: where it is written from."""
        score = self.weighed(token, 3)
        for country, weight in self.homes.items():
            if country in self.states:
                score[country] = score.get(country, 0.0) + weight
        self.add_often(score, OFTEN)
        return score

    def told_about(self, token: int) -> tuple[int, ...]:
        """The subjects of what the subject at a token says: officials mostly speak for the country they speak of."""
        parse = self.page.parse
        verb = parse.heads[token]
        clauses = parse.kids(verb, "ccomp", "parataxis") if parse.deps[token] in SUBJECTS else ()
        return tuple(k for c in clauses for k in parse.kids(c, "nsubj", "nsubjpass"))

    def weighed(self, token: int, sentences: int) -> dict[str, float]:
        """How much each country stands out before a token."""
        score: dict[str, float] = {}
        for e in self.before(token, sentences):
            country = e.cluster.country
            if country and countable(e.cluster):
                weight = own_weight(e.cluster) * e.weight * 0.5 ** ((token - e.token) / 15)
                score[country] = score.get(country, 0.0) + weight
        return score

    def governing(self, token: int) -> str | None:
        """The country of the nearest subject that a token hangs below: "May" in "May told parliament"."""
        parse, i = self.page.parse, token
        for _ in range(12):
            i = parse.heads[i]
            for k in parse.kids(i, "nsubj", "nsubjpass"):
                subject = self.at.get(k)
                if k < token and subject and subject.country and countable(subject):
                    return subject.country
            if parse.heads[i] == i:
                break
        return None

    def country_here(self, token: int, but: Set[str | None] = frozenset()) -> str | None:
        """The country that a body or post without one most likely belongs to; None where nothing tells."""
        weighed = {c: w for c, w in self.near(token).items() if c not in but}
        governing = self.governing(token)
        most = max(weighed, key=lambda c: weighed[c], default=None)
        near = governing if governing and governing not in but else most
        if near:
            return near
        rest = [c for c in sorted(self.states, key=lambda c: -self.states[c]) if c not in but]
        return rest[0] if rest else None


def things(page: Page, heads: set[int]) -> list[Thing]:
    """The common nouns of a report that head no phrase of an actor, no time and no amount."""
    parse, found = page.parse, []
    for i, pos in enumerate(parse.pos):
        if pos != "NOUN" or i in heads or parse.deps[i] not in ROLES:
            continue
        entity = page.entity[i]
        if entity is None or entity.label not in MEASURES:
            found.append(Thing(i, parse.sentence_of[i], parse.tags[i] == "NNS", place_weight(page, i)))
    return found


def prominence(page: Page, phrase: Phrase) -> float:
    """How much a mention stands out by its place in the sentence: subjects most, places and adjectives least."""
    dep = page.parse.deps[phrase.head]
    if phrase.place:
        return 0.4
    if phrase.form == "metonym" and phrase.end - phrase.start == 1 and dep not in SUBJECTS:
        return min(0.8, place_weight(page, phrase.head))
    return place_weight(page, phrase.head)


def place_weight(page: Page, i: int) -> float:
    """How much a token stands out by what it is in its clause."""
    dep = page.parse.deps[i]
    if dep in SUBJECTS:
        return SUBJECT_OF.get(page.parse.deps[page.parse.heads[i]], 1.1)
    if dep in ("dobj", "dative", "agent", "poss", "conj"):
        return 1.0
    if dep == "pobj":
        head = page.parse.heads[i]
        return 1.2 if page.parse.deps[head] == "agent" else 0.7
    return 0.6
