"""Which actor each chain is: blocks, then evidence, then persons' decisions over all."""

import itertools
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from dragoman.model.actor import Actor, Chain
from dragoman.model.finding import Judgement
from dragoman.model.ids import minted
from dragoman.model.world import Tenure, World
from dragoman.resolve import decisions
from dragoman.resolve.cluster import Cluster, record
from dragoman.resolve.evidence import is_person, parts, weigh
from dragoman.resolve.keys import keys, name_keys, word_keys
from dragoman.resolve.offices import holder
from dragoman.resolve.records import Assignment, Doubt, Group, Setting, Verdict

__all__ = ["Assignment", "Doubt", "Group", "Setting", "assign", "keys"]
NAMED = "name actor"
MERGE = 0.6
LOOK = 0.3
MOST = 60


def assign(
    new: Sequence[Chain], known: Sequence[Group], judgements: Sequence[Judgement], setting: Setting, world: World
) -> Assignment:
    """Find the actor of each new chain among known actors and the other new ones; same in, same out."""
    at_hand = {c.id: c for c in (*new, *(c for g in known for c in g.chains))}
    linking = Linking(decisions.decided(judgements, at_hand.values()), setting, world)
    fresh = {c.id for c in new}
    for group in sorted(known, key=lambda g: g.actor.id):
        linking.know(group, fresh)
    for a, b in linking.decided.joined:
        linking.by_decision(a, b)
    for chain in sorted(new, key=linking.turn):
        linking.place(chain)
    return linking.assignment()


class Linking:
    """One run of `assign`: clusters, the blocks they stand in, and what was decided on the way."""

    def __init__(self, decided: decisions.Decided, setting: Setting, world: World) -> None:
        self.decided, self.setting, self.world = decided, setting, world
        self.clusters: dict[str, Cluster] = {}
        self.of: dict[str, str] = {}
        self.blocks: dict[str, dict[str, None]] = defaultdict(dict)
        self.judgements: dict[str, Judgement] = {}
        self.doubts: dict[tuple[str, str], Doubt] = {}
        self.gone: dict[str, str] = {}

    def turn(self, chain: Chain) -> tuple[bool, bool, int, str, str, int, str]:
        """Fuller names first, so that lone surnames find them there; then by day, report and place."""
        day = self.setting.dates.get(chain.document) or "9999"
        place = chain.mentions[0].span.start if chain.mentions else 0
        return chain.key is None, chain.described, -min(parts(chain.name), 2), day, chain.document, place, chain.id

    def know(self, group: Group, fresh: set[str]) -> None:
        """Take in a known actor, but for those of its chains that are to be placed anew."""
        left = tuple(c for c in group.actor.chains if c not in fresh)
        if not left:
            return
        cluster = Cluster(left[0], known=replace(group.actor, chains=left), members=list(left))
        self.of.update(dict.fromkeys(left, cluster.anchor))
        chains = [c for c in group.chains if c.id not in fresh]
        if {c.id for c in chains} != set(left):
            cluster.seed(self.world)
        for chain in chains:
            self.take(cluster, chain)
        cluster.changed = len(left) < len(group.actor.chains)
        self.file(cluster, self.keys_of(cluster))

    def take(self, cluster: Cluster, chain: Chain) -> None:
        """Put a chain into a cluster."""
        cluster.add(chain, self.setting.dates.get(chain.document), self.setting.stories.get(chain.document), self.world)
        self.of[chain.id] = cluster.anchor

    def file(self, cluster: Cluster, under: Iterable[str]) -> None:
        self.clusters[cluster.anchor] = cluster
        for key in under:
            self.blocks[key][cluster.anchor] = None

    def keys_of(self, cluster: Cluster) -> set[str]:
        """All blocks a cluster stands in."""
        days = self.setting.dates
        found = {k for c in cluster.chains for k in keys(c, self.world, days.get(c.document))}
        if cluster.key:
            return found | {cluster.key}
        if cluster.known and not cluster.known.described:
            found |= name_keys(cluster.known.name) | word_keys(cluster.known.name)
        return found

    def place(self, chain: Chain) -> None:
        """Put one new chain into the cluster it belongs to, or into one of its own."""
        alone = Cluster(chain.id, changed=True)
        self.take(alone, chain)
        tenure = holder(chain, self.setting.dates.get(chain.document), self.world)
        if tenure:
            alone.spellings[tenure.person] += 1
            self.named(chain, tenure)
        self.file(alone, self.keys_of(alone))
        for other in self.decided.with_chain.get(chain.id, ()):
            self.by_decision(chain.id, other)
        mine = self.clusters[self.of[chain.id]]
        if mine.key:
            self.by_key(mine)
        else:
            self.by_evidence(mine)

    def named(self, chain: Chain, tenure: Tenure) -> None:
        """Write down that the dated roles name whom a report only describes."""
        day = self.setting.dates.get(chain.document)
        why = f"{chain.name}: {tenure.office} of {tenure.country} on {day} was {tenure.person}, by the dated roles"
        id = minted("j", f"{NAMED}\n{chain.id}")
        self.judgements[id] = Judgement(
            id, NAMED, (chain.id,), "rule", why, self.setting.when, None, {"dated role": 1.0}
        )

    def by_decision(self, a: str, b: str) -> None:
        """Join what a person joined."""
        if a in self.of and b in self.of and self.of[a] != self.of[b]:
            self.join(self.clusters[self.of[a]], self.clusters[self.of[b]], None)

    def by_key(self, cluster: Cluster) -> None:
        """Join what the world data knows under one key."""
        key = cluster.key or ""
        for anchor in list(self.blocks[key]):
            other = self.clusters[anchor]
            if anchor != cluster.anchor and other.key == key and not self.kept_apart(cluster, other):
                verdict = Verdict(1.0, {"same world entry": 1.0}, f"both are {key} in the world data")
                self.join(other, cluster, verdict)
                return

    def by_evidence(self, cluster: Cluster) -> None:
        """Join the best candidate that evidence supports and nothing forbids; and those that it brings together."""
        weighed = self.weighed(cluster)
        good = [(v, o) for v, o in weighed if v.score >= MERGE and not v.forbidden]
        rivals = len(good) > 1 and good[0][0].features.get("one part only")
        if rivals and good[1][0].score > good[0][0].score - 0.15:
            for verdict, other in good:
                self.doubt(cluster, other, verdict)
            return
        for verdict, other in good:
            again = verdict if other is good[0][1] else weigh(cluster, other)
            fits = other.anchor in self.clusters and again.score >= MERGE and not again.forbidden
            if fits and not self.kept_apart(cluster, other):
                cluster = self.join(other, cluster, again)
        for verdict, other in weighed:
            if LOOK <= verdict.score < MERGE and not verdict.forbidden:
                self.doubt(cluster, other, verdict)

    def weighed(self, cluster: Cluster) -> list[tuple[Verdict, Cluster]]:
        """The candidates of a cluster's blocks with what speaks for each, the best first."""
        shared: dict[str, int] = defaultdict(int)
        for key in sorted(self.keys_of(cluster)):
            for anchor in self.blocks[key]:
                if anchor != cluster.anchor and anchor in self.clusters:
                    shared[anchor] += 1
        near = sorted(shared, key=lambda a: (-shared[a], a))[:MOST]
        found = []
        for anchor in near:
            other = self.clusters[anchor]
            if other.key or self.kept_apart(cluster, other):
                continue
            verdict = weigh(cluster, other)
            if verdict.score >= 0.02:
                found.append((verdict, other))
        lone = [o for v, o in found if v.features.get("one part only") and not v.forbidden]
        if len(lone) == 1 and is_person(lone[0]):
            found = [(weigh(cluster, o, only=True) if o is lone[0] else v, o) for v, o in found]
        return sorted(found, key=lambda f: (-f[0].score, f[1].anchor))

    def kept_apart(self, a: Cluster, b: Cluster) -> bool:
        """True where a person keeps a chain of one from a chain of the other."""
        apart = self.decided.apart
        if not apart:
            return False
        few, many = (a, b) if len(a.members) < len(b.members) else (b, a)
        return any(self.of.get(d) == many.anchor for c in few.members for d in apart.get(c, ()))

    def doubt(self, a: Cluster, b: Cluster, verdict: Verdict) -> None:
        on = (b.anchor, a.anchor)
        if on not in self.doubts and (on[1], on[0]) not in self.doubts:
            names = (label(b), label(a))
            self.doubts[on] = Doubt(on, ("", ""), names, verdict.score, verdict.features, verdict.why)

    def join(self, into: Cluster, cluster: Cluster, verdict: Verdict | None) -> Cluster:
        """Make two clusters one, and write down why."""
        if elder(cluster, into):
            into, cluster = cluster, into
        if verdict:
            self.judge(into.anchor, cluster.anchor, verdict)
        if cluster.known:
            if into.known:
                self.gone[cluster.known.id] = into.known.id
            else:
                into.known = cluster.known
        under = self.keys_of(cluster)
        into.absorb(cluster)
        into.aliased = into.aliased or verdict is None
        self.of.update(dict.fromkeys(cluster.members, into.anchor))
        del self.clusters[cluster.anchor]
        for key in under:
            self.blocks[key].pop(cluster.anchor, None)
        self.file(into, under)
        return into

    def judge(self, a: str, b: str, verdict: Verdict) -> None:
        id = minted("j", f"{decisions.MERGE}\n{a}\n{b}")
        self.judgements[id] = Judgement(
            id, decisions.MERGE, (a, b), "rule", verdict.why, self.setting.when, None, verdict.features
        )

    def assignment(self) -> Assignment:
        """Write the outcome down."""
        ids = self.ids()
        changed = [c for c in self.clusters.values() if c.changed]
        actors = {c.anchor: self.fields(record(c, ids[c.anchor], self.world), c) for c in changed}
        given = {chain: anchor for chain, anchor in self.of.items() if anchor in actors}
        review = tuple(
            Doubt(d.on, (ids[self.of[d.on[0]]], ids[self.of[d.on[1]]]), d.names, d.score, d.features, d.why)
            for d in self.doubts.values()
            if self.of[d.on[0]] != self.of[d.on[1]]
        )
        return Assignment(
            tuple(sorted(actors.values(), key=lambda a: a.id)), {c: ids[a] for c, a in sorted(given.items())},
            {old: ids.get(new, new) for old, new in sorted(self.gone.items())}, tuple(self.judgements.values()), review,
        )  # fmt: skip

    def ids(self) -> dict[str, str]:
        """The id of each cluster: its own, else the one most of its chains had, else a new one."""
        taken = {c.known.id for c in self.clusters.values() if c.known}
        reserved = set(self.setting.before.values())
        ids = {a: c.known.id for a, c in self.clusters.items() if c.known}
        for anchor, cluster in sorted(self.clusters.items(), key=lambda i: (-len(i[1].chains), i[0])):
            if anchor in ids:
                continue
            had = [self.setting.before[c.id] for c in cluster.chains if c.id in self.setting.before]
            free = sorted((h for h in set(had) - taken), key=lambda h: (-had.count(h), h))
            first = min(cluster.chains, key=lambda c: (self.setting.dates.get(c.document) or "9999", c.id))
            named = [cluster.key] if cluster.key else []
            again = (f"{anchor}\n{n}" for n in itertools.count(1))  # where the id of its first chain went to another
            fresh = (minted("a", n) for n in itertools.chain((*named, first.id, anchor), again))
            ids[anchor] = next(
                i for i in itertools.chain(free, (f for f in fresh if f not in reserved)) if i not in taken
            )
            taken.add(ids[anchor])
        return ids

    def fields(self, actor: Actor, cluster: Cluster) -> Actor:
        """Set what persons set."""
        for chain, field, value in self.decided.fields:
            if self.of.get(chain) == cluster.anchor:
                actor = with_field(actor, field, value)
        return actor


def with_field(actor: Actor, field: str, value: str) -> Actor:
    """The actor with one field set by a person; its former name becomes an alias."""
    match field:
        case "name":
            return replace(actor, name=value, aliases=tuple(sorted({*actor.aliases, actor.name} - {value})))
        case "kind":
            return replace(actor, kind=value)  # type: ignore[arg-type]
        case "country":
            return replace(actor, country=value or None)
        case "sector":
            return replace(actor, sector=value or None)
        case _:
            return replace(actor, wikidata=value or None)


def label(cluster: Cluster) -> str:
    """A cluster by its commonest name."""
    return next(iter(cluster.names()), cluster.chains[0].name if cluster.chains else cluster.anchor)


def elder(a: Cluster, b: Cluster) -> bool:
    """True where `a` is the one to keep: the known one, else the bigger one."""
    return (a.known is not None, len(a.members), b.anchor) > (b.known is not None, len(b.members), a.anchor)
