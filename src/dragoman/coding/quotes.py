"""Finds quotations by their marks alone: every style of mark, nested, left open, closed without being opened.

Nothing here knows grammar. A quotation that runs over several paragraphs is one `Quotation` a paragraph, the
later ones marked `continues`; a mark that is an apostrophe, an inch sign or mere noise opens nothing.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dragoman.model.text import Passage

DOUBLE, SINGLE = "double", "single"
MARK = re.compile(r"''|``|,,(?=\w)|[\"“”„‟«»‹›＂″'‘’‚‛`]")
DOUBLES = {"''", "``", ",,", '"', "“", "”", "„", "‟", "«", "»", "＂", "″"}
LOW = {"„", ",,"}
ELISIONS = re.compile(r"(?:em|til|tis|twas|cause|bout|round|n|\d\ds?)\b", re.IGNORECASE)
OPENERS_BEFORE = frozenset(" \t\r\n\xa0\u2009\u202f([{<—–-/…:=>|")
CLOSERS_AFTER = frozenset(" \t\r\n\xa0\u2009\u202f)]}>.,;:!?—–-/…<|")
REACH = 12


@dataclass(frozen=True, slots=True)
class Pair:
    """An opening and a closing mark in one text: `start:end` with the marks, `inner:outer` without.

    `depth` counts the pairs around it. `closed` and `opened` are False where a mark is missing.
    """

    start: int
    inner: int
    outer: int
    end: int
    depth: int = 0
    opened: bool = True
    closed: bool = True


@dataclass(frozen=True, slots=True)
class Marks:
    """What one text holds: its pairs, the opening marks left over, and closing marks nothing opened."""

    pairs: tuple[Pair, ...]
    open: tuple[tuple[int, int], ...]
    stray: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks, in code points of the source text: `start:end` with marks, `inner:outer` without.

    `passage` is the report's passage it stands in, `depth` how many quotations stand around it. `continues`
    says that it goes on with the quotation of the passage before.
    """

    passage: int
    start: int
    inner: int
    outer: int
    end: int
    depth: int = 0
    opened: bool = True
    closed: bool = True
    continues: bool = False


def quotations(passages: Sequence[Passage]) -> tuple[Quotation, ...]:
    """All quotations of a report, in order of where they open."""
    found = [scan(p.text) for p in passages]
    continued: dict[int, bool] = {}
    out: list[Quotation] = []
    for k, marks in enumerate(found):
        text = passages[k].text
        pairs, inside = list(marks.pairs), continued.pop(k, None)
        if inside is not None:
            pairs = from_the_start(marks) if inside else all_inside(text, marks)
        elif marks.open:
            reach = runs_to(found, passages, k)
            continued.update({j: j == reach for j in range(k + 1, reach + 1)})
            pairs = left_open(text, marks, reach > k or goes_on(passages, k))
        elif marks.stray:
            pairs += lost_opening(text, marks)
        reopened = inside is not None or (k > 0 and bool(found[k - 1].open) and starts_quoted(text))
        first = min((p.start for p in pairs), default=0)
        out += [placed(p, passages[k], k, reopened and p.start == first) for p in sorted(pairs, key=order)]
    return tuple(out)


def order(pair: Pair) -> tuple[int, int]:
    """Outer pairs before those inside them."""
    return pair.start, -pair.end


def placed(pair: Pair, passage: Passage, k: int, continues: bool) -> Quotation:
    """A pair of one passage in offsets of the source text."""

    def before(i: int) -> int:
        return passage.at(i) if i < len(passage.text) else passage.at(len(passage.text) - 1) + 1 if i else passage.start

    def after(i: int) -> int:
        return passage.at(i - 1) + 1 if i else passage.start

    start, end = before(pair.start), after(pair.end)
    inner = min(max(before(pair.inner), start), end)
    outer = min(max(after(pair.outer), inner), end)
    return Quotation(k, start, inner, outer, end, pair.depth, pair.opened, pair.closed, continues)


def scan(text: str) -> Marks:
    """Pair the quotation marks of one text."""
    stack: list[tuple[str, int, int]] = []  # the mark, where it starts and ends
    pairs: list[Pair] = []
    stray: list[tuple[int, int]] = []
    for mark, start, end in marks_in(text):
        role = role_of(text, mark, start, end, [m for m, _, _ in stack])
        if role == "open":
            stack.append((mark, start, end))
        elif role == "close":
            at = opener_of(mark, [m for m, _, _ in stack])
            if at is None:
                if mark in DOUBLES:
                    stray.append((start, end))
                continue
            _, opened, inner = stack[at]
            del stack[at:]
            if inner < start:
                pairs.append(Pair(opened, inner, start, end))
    pairs.sort(key=order)
    left = tuple((start, end) for mark, start, end in stack if mark in DOUBLES)
    return Marks(tuple(deepened(pairs)), left, tuple(stray))


def deepened(pairs: list[Pair]) -> Iterator[Pair]:
    """Pairs with their depth, given outer ones first."""
    around: list[Pair] = []
    for pair in pairs:
        while around and around[-1].end <= pair.start:
            around.pop()
        yield replace(pair, depth=len(around))
        around.append(pair)


def marks_in(text: str) -> Iterator[tuple[str, int, int]]:
    """Everything in a text that may be a quotation mark."""
    for m in MARK.finditer(text):
        yield m.group(), m.start(), m.end()


def shape(text: str, start: int, end: int) -> tuple[bool, bool]:
    """Whether the blanks around a mark allow it to open, and to close."""
    before, after = text[start - 1 : start], text[end : end + 1]
    opens = (not before or before in OPENERS_BEFORE or is_mark(before)) and bool(after) and not after.isspace()
    closes = bool(before) and not before.isspace() and (not after or after in CLOSERS_AFTER or is_mark(after))
    return opens, closes


def is_mark(char: str) -> bool:
    """Whether a character may be a quotation mark."""
    return bool(MARK.fullmatch(char))


def role_of(text: str, mark: str, start: int, end: int, stack: list[str]) -> str:
    """Whether a mark opens, closes or does nothing, given the marks that stand open."""
    opens, closes = shape(text, start, end)
    top = stack[-1] if stack else ""
    if mark in ("'", "’", "‘", "‚", "‛", "`"):
        return single_role(text, mark, start, end, stack, opens, closes)
    if mark in LOW or mark == "``":
        return "open"
    if mark == "“":
        ends_here = top in LOW or (closes and not opens)
        return "close" if ends_here and any(m in DOUBLES for m in stack) else "open"
    if mark == "”":
        return "open" if opens and not closes and not any(m in DOUBLES for m in stack) else "close"
    if mark in "«‹»›":
        return guillemet_role(mark, stack, opens, closes)
    return straight_role(text, start, stack, opens, closes)


def straight_role(text: str, start: int, stack: list[str], opens: bool, closes: bool) -> str:
    """The role of a mark that looks the same on both sides."""
    standing = any(m in DOUBLES for m in stack)
    if text[start - 1 : start].isdigit() and not standing:
        return "none"  # inches, seconds
    if opens != closes:
        return "open" if opens else "close"
    return "close" if standing else "open"


def guillemet_role(mark: str, stack: list[str], opens: bool, closes: bool) -> str:
    """The role of a guillemet, pointing outwards («so») or inwards (»so«), with or without blanks inside."""
    facing = {"«": "»", "»": "«", "‹": "›", "›": "‹"}[mark]
    if facing in stack:
        return "close"
    if mark in "«‹":
        return "open" if opens or not closes else "close"
    return "open" if opens and not closes else "close"


def single_role(text: str, mark: str, start: int, end: int, stack: list[str], opens: bool, closes: bool) -> str:
    """The role of a single mark, which is an apostrophe more often than not."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if mark == "‚":
        return "open" if opens and not closes else "none"
    if before.isalnum() and after.isalnum():
        return "none"
    standing = any(m not in DOUBLES and m not in "‹›" for m in stack)
    if standing and (closes or (mark == "‘" and "‚" in stack)):
        return "none" if possessive(text, start, end) else "close"
    if opens and not closes and mark != "’" and not ELISIONS.match(text, end) and single_closes(text, end):
        return "open"
    return "none"


def possessive(text: str, start: int, end: int) -> bool:
    """Whether a mark after "s" may be a plural's apostrophe: words go on, and another mark could close instead."""
    if text[start - 1 : start] != "s" or not re.match(r" [a-z]", text[end : end + 2]):
        return False
    return single_closes(text, end)


def single_closes(text: str, start: int) -> bool:
    """Whether a single mark further on could close one that opens before `start`, with no double mark between."""
    for m in re.finditer(r"['’‘]|[\"“”]", text[start : start + 600]):
        at, after = start + m.start(), text[start + m.end() : start + m.end() + 1]
        if m.group() in '"“”':
            continue
        if not text[at - 1].isspace() and not after.isalnum():
            return True
    return False


def opener_of(mark: str, stack: list[str]) -> int | None:
    """The place in the stack of the mark that a closing `mark` closes, or None."""
    fits: set[str]
    if mark in "«»‹›":
        fits = {{"«": "»", "»": "«", "‹": "›", "›": "‹"}[mark]}
    elif mark in DOUBLES:
        fits = DOUBLES - {"«", "»"}
    else:
        fits = {"'", "‘", "‚", "`", "‛"}
    return next((i for i in range(len(stack) - 1, -1, -1) if stack[i] in fits), None)


def starts_quoted(text: str) -> bool:
    """Whether a passage begins with a mark that opens."""
    m = MARK.match(text.lstrip())
    return m is not None and m.group() in DOUBLES and m.group() != "”"


def goes_on(passages: Sequence[Passage], k: int) -> bool:
    """Whether the next passage opens with a mark, as the paragraphs of a long quotation do."""
    return k + 1 < len(passages) and starts_quoted(passages[k + 1].text)


def runs_to(found: Sequence[Marks], passages: Sequence[Passage], k: int) -> int:
    """The last passage of a quotation that opens in passage k and closes further on without opening again, else k."""
    for j in range(k + 1, min(k + REACH, len(found))):
        if passages[j].kind != "body" or starts_quoted(passages[j].text):
            return k
        if found[j].stray:
            first = min((p.start for p in found[j].pairs if not p.depth), default=len(passages[j].text))
            return j if found[j].stray[0][0] < first or found[j].stray[0][1] == len(passages[j].text) else k
        if found[j].open:
            return k
    return k


def all_inside(text: str, marks: Marks) -> list[Pair]:
    """The pairs of a passage that stands inside a quotation from beginning to end."""
    whole = Pair(0, 0, len(text), len(text), 0, False, False)
    return [whole, *(replace(p, depth=p.depth + 1) for p in marks.pairs)]


def from_the_start(marks: Marks) -> list[Pair]:
    """The pairs of a passage that begins inside a quotation and holds its closing mark."""
    start, end = marks.stray[0]
    head = Pair(0, 0, start, end, 0, False, True)
    return [head, *(replace(p, depth=p.depth + 1) if p.end <= start else p for p in marks.pairs)]


def left_open(text: str, marks: Marks, continued: bool) -> list[Pair]:
    """The pairs of a passage in which a quotation is never closed: it runs to the end, or the mark is noise."""
    start, inner = marks.open[0] if continued else marks.open[-1]
    if continued:
        later = [m for m in marks.open if not any(p.start > m[0] for p in marks.pairs)]
        start, inner = later[0] if later else marks.open[-1]
    inside = [p for p in marks.pairs if p.start >= inner]
    if inner >= len(text.rstrip()) or not (continued or (opens_speech(text, start) and not inside)):
        return list(marks.pairs)
    whole = Pair(start, inner, len(text), len(text), 0, True, False)
    return [*(p for p in marks.pairs if p.start < start), whole, *(replace(p, depth=p.depth + 1) for p in inside)]


def opens_speech(text: str, start: int) -> bool:
    """Whether a mark stands where speech starts: first in its passage, or after a comma, a colon or a full stop."""
    before = text[:start].rstrip()
    return not before or before[-1] in ",:;.!?—–" or before.endswith((" that", " said", " says"))


def lost_opening(text: str, marks: Marks) -> list[Pair]:
    """The quotation that a closing mark ends though nothing opens it: from the start of its passage."""
    start, end = marks.stray[0]
    clear = not any(p.start < start for p in marks.pairs)
    if clear and start and text[start - 1] in ",.?!…" and (end == len(text) or text[end].isspace()):
        return [Pair(0, 0, start, end, 0, False, True)]
    return []
