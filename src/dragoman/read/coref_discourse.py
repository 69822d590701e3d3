"""What has been spoken of up to a point of a report: clusters in the order of their mentions, and who stands out."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

from dragoman.model.world import Known
from dragoman.read.actors_names import Page
from dragoman.read.actors_phrase import Phrase
from dragoman.read.coref_cluster import Cluster

SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj"))
REACH = 60


@dataclass(frozen=True, slots=True)
class Entry:
    """One mention in order: its head token, sentence, cluster and phrase, and how much it stands out."""

    token: int
    sentence: int
    cluster: Cluster
    phrase: Phrase
    weight: float


@dataclass(slots=True)
class Discourse:
    """The clusters of one report and their mentions so far; `at` gives the cluster of a phrase by its head token."""

    page: Page
    published: str | None
    by_key: dict[str, Cluster] = field(default_factory=dict)
    at: dict[int, Cluster] = field(default_factory=dict)
    clusters: list[Cluster] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    states: dict[str, int] = field(default_factory=dict)
    quoted: list[int] = field(default_factory=list)

    def known(self, known: Known) -> Cluster:
        """The cluster of what the world knows, made when it is first asked for."""
        cluster = self.by_key.get(known.key)
        if cluster is None:
            cluster = self.by_key[known.key] = Cluster.of_known(known)
            self.clusters.append(cluster)
        return cluster

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

    def put(self, phrase: Phrase, cluster: Cluster) -> Cluster:
        """Say that a phrase speaks of a cluster."""
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

    def before(self, token: int, sentences: int = 99) -> Iterator[Entry]:
        """The mentions before a token, the nearest first, so many sentences back."""
        entries = self.entries
        here = self.page.parse.sentence_of[token]
        last = bisect_left(entries, token, key=lambda e: e.token)
        for k in range(last - 1, max(-1, last - 1 - REACH), -1):
            if here - entries[k].sentence > sentences:
                return
            yield entries[k]

    def standing(self, token: int, but: set[str | None] = frozenset(), sentences: int = 4) -> list[str]:  # type: ignore[assignment]
        """Countries spoken of before a token, the one that stands out most first."""
        score: dict[str, float] = {}
        for e in self.before(token, sentences):
            country = e.cluster.country
            if country and country not in but and e.cluster.kind not in ("media", "company"):
                own = 1.0 if e.cluster.kind == "state" else 0.6
                score[country] = score.get(country, 0.0) + own * e.weight * 0.5 ** ((token - e.token) / 15)
        return sorted(score, key=lambda c: -score[c])

    def country_here(self, token: int, but: set[str | None] = frozenset()) -> str | None:  # type: ignore[assignment]
        """The country that a body or post without one most likely belongs to; None where nothing tells."""
        near = self.standing(token, but, 3)
        if near:
            return near[0]
        rest = [c for c in sorted(self.states, key=lambda c: -self.states[c]) if c not in but]
        return rest[0] if rest else None


def prominence(page: Page, phrase: Phrase) -> float:
    """How much a mention stands out by its place in the sentence: subjects most, places and adjectives least."""
    dep = page.parse.deps[phrase.head]
    if phrase.place:
        return 0.4
    if dep in SUBJECTS:
        return 1.6 if phrase.form != "metonym" or phrase.end - phrase.start > 1 else 1.5
    if dep in ("dobj", "dative", "agent", "poss", "conj"):
        return 1.0
    if dep == "pobj":
        head = page.parse.heads[phrase.head]
        return 1.2 if page.parse.deps[head] == "agent" else 0.7
    return 0.6
