"""What a paragraph looks like: headline, caption, byline, dateline, credit, running text."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from dragoman.ingest.dates import MONTH, month_number

WORDS = re.compile(r"\w[\w'’.-]*")
QUOTES = "\"'“‘«[("
TERMINAL = re.compile(r"[.!…;,:]$")
CLOSED = re.compile(r"[.!?…。！？।؟][\"'”’»)\]]*$")
DASHES = ("-", "--", "–", "—")
GOES_ON = re.compile(r"[\"“‘…a-zà-ÿ]|'(?!\d)|\.\.\.")
PLACE = r"[A-Z][\w'’.-]*(?:[ ,/-]{1,2}(?:[a-z]{2,3} )?[A-Z][\w'’.-]*){0,5}"
MONTH_DAY = (
    rf"(?:{MONTH.format(1)} (?P<day1>\d{{1,2}})|(?P<day2>\d{{1,2}}) {MONTH.format(2)})(?:,? (?P<year>(?:19|20)\d\d))?"
)
DATELINE = re.compile(
    rf"(?P<place>{PLACE})?(?:[,.]? ?(?P<date>{MONTH_DAY})(?P<stop>\.)?)?"
    r"(?:,? ?(?:\((?P<agency>[A-Z][^()\n]{1,40})\)|/(?P<wire>[A-Z][\w .-]{1,30})/\.?))?"
    r"(?P<dash> ?(?:-{1,2}|–|—|:|\|)(?=\s)| ?[–—](?=[A-Z“\"])|(?<=[/)])(?=[ A-Z“\"])|(?<=\d\.)(?= )|(?<=/\.)(?= ))\s*"
)
FILE_PICTURE = re.compile(r"\AFILE\b|\b(?i:file|archive) (?i:photo|picture|image|pic)\b")


@dataclass(frozen=True, slots=True)
class Shapes:
    """The patterns of data/shape.toml, compiled."""

    agency: re.Pattern[str]
    caption: re.Pattern[str]
    credited: re.Pattern[str]
    picture: re.Pattern[str]
    byline: re.Pattern[str]
    credit: re.Pattern[str]
    credit_holds: re.Pattern[str]
    continuing: re.Pattern[str]


@cache
def shapes() -> Shapes:
    """The table in data/shape.toml."""
    table = tomllib.loads((Path(__file__).parent / "data" / "shape.toml").read_text(encoding="utf-8"))
    row = {name: "|".join(f"(?:{p})" for p in patterns) for name, patterns in table.items()}
    agency, end = row["agencies"], row["captions_end"]
    bracket = rf"[(\[](?:[^()\[\]]{{0,60}}[/ :,-])?(?:{agency})(?:[/ ,-][^()\[\]]{{0,60}})?[)\]]"
    return Shapes(
        agency=re.compile(agency),
        caption=re.compile(row["captions_begin"], re.IGNORECASE),
        credited=re.compile(rf"(?:{bracket}|/ ?(?:{agency})|{end})[.)\]]?$"),
        picture=re.compile(rf"\b(?:{row['picture_words']})\b", re.IGNORECASE),
        byline=re.compile(rf"(?:{row['bylines']})$", re.IGNORECASE),
        credit=re.compile(rf"[(\[—–-]? ?(?:{row['credits_begin']})", re.IGNORECASE),
        credit_holds=re.compile(rf"\b(?:{row['credits_hold']})\b", re.IGNORECASE),
        continuing=re.compile(rf"(?:{row['continuing']})\b", re.IGNORECASE),
    )


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline at the head of a paragraph: how long it is, its month and day, its year if printed."""

    length: int
    month: int | None
    day: int | None
    year: int | None
    agency: str | None


@lru_cache(4096)
def count(text: str) -> int:
    """How many words `text` has."""
    return len(WORDS.findall(text))


def prose(text: str) -> bool:
    """Whether `text` is running text: a sentence of some length, or a long stretch of words."""
    n = count(text)
    return n >= 25 or (n >= 7 and bool(CLOSED.search(text)))


def headline(text: str) -> bool:
    """Whether `text` could be a headline or a heading: short, begun with a capital, without a full stop."""
    if (
        len(text) > 180
        or TERMINAL.search(text)
        or not (text[0].isupper() or text[0].isdigit() or text[0] in QUOTES)
        or not 2 <= count(text) <= 26
    ):
        return False
    return text.upper() != text.lower() and not byline(text) and not caption(text)


def caption(text: str) -> bool:
    """Whether `text` is the caption of a picture: by its first or last words, or by an agency and what it tells of."""
    if len(text) > 700:
        return False
    if shapes().caption.match(text):
        return True
    end = shapes().credited.search(text[-90:])
    if not end:
        return False
    return end.group()[0] not in "([" or bool(shapes().picture.search(text)) or count(text) <= 12


def credited(text: str) -> bool:
    """Whether `text` ends in the credit of an agency or a photographer."""
    return len(text) <= 700 and bool(shapes().credited.search(text[-90:]))


def file_picture(text: str) -> bool:
    """Whether a caption says that its picture is an old one."""
    return bool(FILE_PICTURE.search(text))


def byline(text: str) -> bool:
    """Whether `text` names who wrote the article."""
    return len(text) <= 120 and bool(shapes().byline.match(text))


def credit(text: str) -> bool:
    """Whether `text` is the line at the end that says who reported and edited."""
    if len(text) > 300 or not shapes().credit.match(text) or not shapes().credit_holds.search(text):
        return False
    return text[0] in "([—-" or text[-1] in ")]" or count(text) <= 25


def dateline(text: str) -> Dateline | None:
    """The dateline that `text` begins with ("BAKU, March 31 (Reuters) -"), or None."""
    m = DATELINE.match(text[:160])
    if not m or len(m["place"] or "") > 60 or count(text[m.end() : m.end() + 200]) < 5:
        return None
    place, agency, dash = m["place"] or "", m["agency"] or m["wire"], m["dash"].strip()
    known = bool(agency) and bool(shapes().agency.fullmatch(agency))
    shouted = sum(c.isupper() for c in place) >= 3 and place.split(",")[0].isupper()
    town = "," in place and dash in DASHES and text[m.end()].isupper()
    told = (m["date"] and place and (dash or m["stop"] or agency)) or (agency and dash) or (shouted and dash in DASHES)
    if not (told or known or (town and not m["date"])):
        return None
    name, day = m["month1"] or m["month2"], m["day1"] or m["day2"]
    month, year = month_number(name) if name else None, int(m["year"]) if m["year"] else None
    return Dateline(m.end(), month, int(day) if day else None, year, agency)


def continuing(text: str) -> bool:
    """Whether `text` opens as something that goes on: with a pronoun, a connective, a quotation, a small letter."""
    return bool(GOES_ON.match(text) or shapes().continuing.match(text))
