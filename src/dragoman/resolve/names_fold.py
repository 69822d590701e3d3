"""A name in any script as tokens one can compare: in Latin letters, without titles, with Arabic compounds joined."""

import csv
import re
import tomllib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

FOLDER = Path(__file__).parent / "spelling"
Sort = Literal["part", "initial", "number", "patronymic", "honorific"]
WEIGHT: dict[Sort, float] = {"part": 1.0, "initial": 0.3, "number": 0.5, "patronymic": 0.3, "honorific": 0.1}
PATRONYMIC = re.compile(r"[a-z]{3,}(?:ov|ev|yev|ow|ew)(?:ich|itch|ic|na|ych|yc|icz)|[a-z]{3,}inichna")
LETTER = re.compile(r" (?:LETTER|SYLLABLE|CHARACTER)(?: SMALL| GLOTTAL| PHARYNGEAL)* ([A-Z]+)")
SIGN = re.compile(r" (?:VOWEL SIGN|SARA) ([A-Z]+)")
ABD = re.compile(r"abd(?:oul|ul|el|al|ol|ur|us|ar|as|er|es|ud|ad|ed|ut|ush|ash|az|uz|ulr)?-?(?P<rest>[a-z]{4,})")
DIN = re.compile(r"(?P<base>[a-z]{3,}?)(?:h?[ueaio](?:dd?|ll?a?d?d))(?:in|een|ine|yn)")


@dataclass(frozen=True, slots=True)
class Token:
    """One part of a name: its folded letters, and what sort of part it is.

    `vowels` is False where it was written in a script without vowels (Arabic, Hebrew).
    """

    text: str
    sort: Sort = "part"
    vowels: bool = True

    @property
    def weight(self) -> float:
        """How much sharing it tells, and leaving it out: a full part is 1."""
        return WEIGHT[self.sort]


@dataclass(frozen=True, slots=True)
class Name:
    """A name ready to compare: its telling parts in order, particles, titles taken off, and all its letters."""

    tokens: tuple[Token, ...]
    particles: tuple[str, ...]
    titles: tuple[str, ...]
    letters: str


@cache
def table(file: str) -> tuple[tuple[str, ...], ...]:
    """The rows of a data file in `spelling/`, without its header."""
    with (FOLDER / file).open(encoding="utf-8", newline="") as lines:
        return tuple(tuple(row) for row in csv.reader(lines) if row)[1:]


@cache
def words(of: str) -> frozenset[str]:
    """One of the small word lists in `spelling/words.toml`."""
    return frozenset(_lists()[of])


@cache
def _lists() -> dict[str, Any]:
    return tomllib.loads((FOLDER / "words.toml").read_text(encoding="utf-8"))


@cache
def letters() -> dict[int, str]:
    """Letters of other scripts, and Latin letters that do not decompose, as plain Latin."""
    plain = {"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ə": "a"}
    return {ord(a): b for a, b in (*((row[0], row[1]) for row in table("letters.csv")), *plain.items())}


@cache
def titles() -> dict[str, bool]:
    """Titles, and whether each is a name as well, which then stays in the name but tells little."""
    return {row[0]: row[1] == "yes" for row in table("titles.csv")}


@cache
def particles() -> frozenset[str]:
    return frozenset(row[0] for row in table("particles.csv"))


@cache
def leading() -> frozenset[str]:
    """Particles that can begin a surname on its own ("al-Sisi", "van Rompuy"; but "Ben" is a given name there)."""
    return frozenset(row[0] for row in table("particles.csv") if row[2] == "yes")


@cache
def common() -> frozenset[str]:
    """Parts of names that very many people bear, so that sharing one says little."""
    return frozenset(n for row in table("common.csv") for n in row[0].split(";"))


@cache
def nicknames() -> dict[str, frozenset[int]]:
    """Each given name with the numbers of the rows it stands in: two names of one row can be one person's."""
    rows: dict[str, set[int]] = {}
    for i, row in enumerate(table("nicknames.csv")):
        for n in row[0].split(";"):
            rows.setdefault(n, set()).add(i)
    return {n: frozenset(s) for n, s in rows.items()}


@cache
def syllabic() -> dict[str, frozenset[int]]:
    """Chinese, Korean and Vietnamese surnames with the rows they stand in: one row, one surname."""
    rows: dict[str, set[int]] = {}
    for i, row in enumerate(table("east_asian.csv")):
        for n in row[0].split(";"):
            rows.setdefault(n, set()).add(i)
    return {n: frozenset(s) for n, s in rows.items()}


def latin(text: str) -> str:
    """Any script as lower-case Latin letters without diacritics."""
    spelled = "".join(_hangul(c) for c in unicodedata.normalize("NFC", text))
    lowered = _named(spelled.lower().translate(letters()))
    lowered = "".join(c for c in unicodedata.normalize("NFKD", lowered) if not unicodedata.combining(c))
    return lowered.translate(letters())


def _hangul(c: str) -> str:
    n = ord(c) - 0xAC00
    if not 0 <= n < 11172:
        return c
    hangul = _lists()["hangul"]
    return f"{hangul['first'][n // 588]}{hangul['middle'][n % 588 // 28]}{hangul['last'][n % 28]} "


def _named(text: str) -> str:
    """Letters of any other script by what Unicode calls them: "DEVANAGARI LETTER MA" and "VOWEL SIGN O" give "mo"."""
    if text.isascii():
        return text
    return " ".join(_syllables(word) for word in text.split())


def _syllables(word: str) -> str:
    """One word, letter by letter; the vowel that a letter brings along falls before a vowel sign and at the end."""
    out: list[str] = []
    along = False
    for c in word:
        called = "" if ord(c) < 0x700 else unicodedata.name(c, "")
        if m := LETTER.search(called):
            out.append(m[1].lower())
            along = True
            continue
        if along and ("VOWEL SIGN" in called or "VIRAMA" in called or "COENG" in called):
            out[-1] = out[-1].rstrip("aeo")
        along = False
        if m := SIGN.search(called):
            out.append(m[1].lower())
        elif not called or called.startswith("LATIN"):
            out.append(c)
    if along and len(out) > 1:
        out[-1] = out[-1].rstrip("aeo")
    return "".join(out)


@cache
def name(text: str) -> Name:
    """Split a name into its telling parts, particles and titles; "Surname, Given" is turned round."""
    given = re.sub(r"\([^)]*\)", " ", text) if re.sub(r"\([^)]*\)", "", text).strip() else text
    head, comma, tail = given.partition(",")
    if comma and tail.strip() and not _suffix(tail):
        given = f"{tail} {head}"
    split = re.split(r"[\s\-‐-―_.,;:/()\[\]!?]+", re.sub(r"['’‘`ʼʿʾ\"“”´]", "", latin(given)))
    rest, taken = _untitled([w for w in split if w])
    tokens, left = _assembled(_joined(rest), not re.search(r"[\u0590-\u06ff]", text))
    return Name(tokens, left, taken, "".join(rest))


def _suffix(text: str) -> bool:
    return latin(text).strip(" .") in ("jr", "sr", "ii", "iii", "esq", "phd")


def _untitled(parts: list[str]) -> tuple[list[str], tuple[str, ...]]:
    """Take titles off the front, as long as a name remains."""
    taken: list[str] = []
    while len(parts) > 1:
        n = next((n for n in (3, 2, 1) if n < len(parts) and titles().get(" ".join(parts[:n])) is False), 0)
        if not n:
            break
        taken.append(" ".join(parts[:n]))
        parts = parts[n:]
    return parts, tuple(taken)


def _joined(parts: list[str]) -> Iterator[str]:
    """Join what Arabic writes as one name: "Abd al-Rahman" → "abdrahman", "Salah al-Din" → "salahdin"."""
    i = 0
    while i < len(parts):
        word = parts[i]
        after = i + 1
        while after < len(parts) - 1 and parts[after] in words("articles"):
            after += 1
        following = parts[after] if after < len(parts) else ""
        if word in words("servant_of") and len(following) > 2:
            yield "abd" + following
            i = after + 1
        elif following in words("of_the_faith") and len(word) > 2 and word not in particles():
            yield word + "din"
            i = after + 1
        else:
            yield _compound(word)
            i += 1


def _compound(word: str) -> str:
    if re.fullmatch(r"abd[aeiou]+ll?[ao]h?i?|abdoulaye", word):
        return word
    if (m := ABD.fullmatch(word)) and not m["rest"].startswith("ll"):
        return "abd" + m["rest"]
    if len(word) > 6 and (m := DIN.fullmatch(word)):
        return m["base"] + "din"
    return word


def _is_particle(word: str, i: int, length: int) -> bool:
    if word not in particles() or length == 1 or (i == 0 and word not in leading()):
        return False
    return i < length - 1 or word in words("trailing")


def _assembled(words: Iterator[str], vowels: bool) -> tuple[tuple[Token, ...], tuple[str, ...]]:
    listed = list(words)
    tokens: list[Token] = []
    left: list[str] = []
    for i, word in enumerate(listed):
        if _is_particle(word, i, len(listed)):
            left.append(word)
        else:
            tokens.append(Token(word, _sort(word, i, len(listed)), vowels))
    if not tokens:
        tokens = [Token(w, "part", vowels) for w in listed]
    return tuple(tokens), tuple(left)


def _sort(word: str, i: int, length: int) -> Sort:
    if len(word) == 1:
        return "initial"
    if word in words("numbers") and i > 0:
        return "number"
    if word in titles() and i < length - 1:
        return "honorific"
    return "patronymic" if i > 0 and length > 2 and PATRONYMIC.fullmatch(word) else "part"


def is_syllabic(name: Name) -> bool:
    """True for a name of short syllables with an East Asian surname first or last."""
    shape = [t.text for t in name.tokens]
    return 2 <= len(shape) <= 3 and (shape[0] in syllabic() or shape[-1] in syllabic())
