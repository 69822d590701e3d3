"""Who a victim was: by one report a diplomat was attacked, by another a member of parliament."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.model.finding import Discrepancy
from dragoman.reconcile import likeness
from dragoman.reconcile.discrepancies.lines import Line, States, shared_words
from dragoman.reconcile.discrepancies.roles import roles_in
from dragoman.reconcile.discrepancies.sides import Told, difference, earliest, side
from dragoman.reconcile.scene import Scene
from dragoman.reconcile.sentences import part
from dragoman.reconcile.tellings import weights
from dragoman.reconcile.words import stems

ALIKE = 0.15
BEFALLEN = re.compile(
    r"\b(?P<act>attack(?:ed)?|assault(?:ed)?|shooting|shot|killing|killed|murder(?:ed)?|poisoning|poisoned|stabbing"
    r"|stabbed|kidnapp(?:ing|ed)|abduct(?:ion|ed)|arrest(?:ed)?|detain(?:ed)?|assassinat(?:ion|ed))(?: attempt)?"
    r"(?: on| of| against)? (?P<who>an? (?:[^\W\d_][\w’'-]* ){0,5}?[^\W\d_][\w’'-]*"
    r"(?= *(?:[,.;]|$| (?:in|at|on|near|who|by|point\w*|outside|was|is)\b)))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Victim:
    line: Line
    told: Told
    acts: frozenset[int]
    roles: frozenset[str]
    names: frozenset[str]


def victims(lines: Sequence[Line], states: States, scene: Scene, fresh: set[str]) -> Iterator[Discrepancy]:
    """A discrepancy for each victim of one act to whom two reports, one of `fresh`, give different roles."""
    weight = weights([x.words for x in lines])
    found = [v for line in lines if (v := _victim(line, states))]
    done: set[frozenset[str]] = set()
    for j, b in enumerate(found):
        for a in found[:j]:
            both = a.roles | b.roles
            one = _differ(a, b, scene) and shared_words(a.line.words, b.line.words, weight) >= ALIKE
            if one and both not in done and fresh & {a.line.document, b.line.document}:
                done.add(both)
                sides = tuple(side(t.span.text, [t], scene) for t in (a.told, b.told))
                what = f"who it was: {' / '.join(sorted(both))}"
                yield difference("role", what, None, sides, earliest([a.told, b.told], scene))


def _victim(line: Line, states: States) -> _Victim | None:
    m = BEFALLEN.search(line.text)
    roles = roles_in(m["who"]) if m else frozenset()
    if not m or not roles:
        return None
    told = Told(line.document, part(line.told.span, *m.span("who")), line.told.by)
    return _Victim(line, told, likeness.kin(stems(m["act"])), roles, states.named(m["who"]))


def _differ(a: _Victim, b: _Victim, scene: Scene) -> bool:
    x, y = a.line.document, b.line.document
    one_act = x != y and scene.story_of.get(x) == scene.story_of.get(y) and a.acts & b.acts
    return bool(one_act) and not a.roles & b.roles and (not a.names or not b.names or bool(a.names & b.names))
