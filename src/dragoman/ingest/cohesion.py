"""How well a text hangs together across each gap between its paragraphs.

A word that comes back makes a bridge over every gap between its first and its last place. Where one article
ends and an unrelated one begins, far fewer words bridge the gap than if the same words were strewn at random.
"""

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

WORD = re.compile(r"[^\W\d_]\w*(?:[-'’][^\W\d_]\w*)*")
ENDINGS = ("ations", "ation", "ings", "ing", "ies", "ied", "ers", "er", "ed", "es", "s", "ly")
OFTEN = 30  # a word in more paragraphs than this counts as one in so many


@dataclass(frozen=True, slots=True)
class Gap:
    """The gap before a paragraph.

    `share` is how many words bridge it as a share of how many would by chance; `deviation` is the same
    difference in standard deviations (negative: fewer than by chance). `likeness` is the cosine of the
    words of substance on either side, 0 to 1.
    """

    share: float
    deviation: float
    likeness: float


@cache
def common() -> frozenset[str]:
    """Words that are at home in any report and so bind nothing together."""
    lines = (Path(__file__).parent / "data" / "common_words.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(w for line in lines if not line.startswith("#") for w in line.split())


def words(text: str) -> list[str]:
    """The words of substance in `text`, without their endings."""
    plain = (w.removesuffix("'s") for w in WORD.findall(text.lower().replace("’", "'")))
    usual = common()
    return [stem(w) for w in plain if len(w) > 2 and w not in usual]


@lru_cache(1 << 16)
def stem(word: str) -> str:
    """`word` (lower case) without an English ending; crude, but the same for all forms of most words."""
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            word = word[: -len(ending)]
            break
    return word.rstrip("eyi")


def gaps(texts: Sequence[Sequence[str]]) -> list[Gap]:
    """The gap before each paragraph but the first; `texts` are the `words` of each paragraph."""
    first: dict[str, int] = {}
    last: dict[str, int] = {}
    spread: Counter[str] = Counter()
    for i, paragraph in enumerate(texts):
        for word in set(paragraph):
            first.setdefault(word, i)
            last[word] = i
            spread[word] += 1
    step = [0] * (len(texts) + 1)
    kinds: Counter[int] = Counter()  # how many words stand in k paragraphs
    for word, k in spread.items():
        if k > 1:
            step[first[word] + 1] += 1
            step[last[word] + 1] -= 1
            kinds[min(k, OFTEN)] += 1
    out, bridges, left, total = [], 0, 0, sum(map(len, texts))
    for i, likeness in enumerate(_likeness(texts), 1):
        bridges += step[i]
        left += len(texts[i - 1])
        out.append(Gap(*_bridged(bridges, kinds, left / total if total else 0.0), likeness))
    return out


def _bridged(bridges: int, kinds: Counter[int], p: float) -> tuple[float, float]:
    """`Gap.share` and `Gap.deviation` of `bridges` over a gap with the share `p` of all words before it."""
    expected = variance = 0.0
    for k, count in kinds.items():
        chance = 1 - p**k - (1 - p) ** k
        expected += count * chance
        variance += count * chance * (1 - chance)
    if variance < 1e-9:
        return 1.0, 0.0
    return bridges / expected, (bridges - expected) / math.sqrt(variance)


def _likeness(texts: Sequence[Sequence[str]]) -> Iterator[float]:
    """The cosine of the word counts before and after each gap, carried along from gap to gap."""
    before: Counter[str] = Counter()
    after = Counter(word for text in texts for word in text)
    both, length_before, length_after = 0, 0, sum(n * n for n in after.values())
    for text in texts[:-1]:
        for word in text:
            b, a = before[word], after[word]
            both += a - b - 1
            length_before += 2 * b + 1
            length_after -= 2 * a - 1
            before[word], after[word] = b + 1, a - 1
        yield both / math.sqrt(length_before * length_after) if length_before and length_after else 0.0


def shared(text: str, other: str) -> float:
    """The share of the different words of substance in `text` that stand in `other` too."""
    mine = set(words(text))
    return len(mine & set(words(other))) / len(mine) if mine else 0.0
