"""Dates as reports print them: in a line of their own, before the headline, in the dateline, in a caption."""

import re
from dataclasses import dataclass
from datetime import date

MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTH = (
    r"(?P<month{0}>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DATE = (
    r"(?:(?P<y1>(?:19|20)\d\d)(?P<sep>[-/.])(?P<m1>\d{1,2})(?P=sep)(?P<d1>\d{1,2})"
    rf"|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?[ -](?:of )?{MONTH.format(2)},?[ -](?P<y2>(?:19|20)\d\d)"
    rf"|{MONTH.format(3)} (?P<d3>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<y3>(?:19|20)\d\d)"
    r"|(?P<d4>\d{1,2})(?P<sep4>[./-])(?P<m4>\d{1,2})(?P=sep4)(?P<y4>(?:19|20)\d\d))(?!\d)"
)
_TIME = (
    r"(?:[T ,|/•·–—-]*(?:at )?\d{1,2}[:.h]\d\d(?:[:.]\d\d(?:[.,]\d+)?)? ?(?:[ap]\.?m\.?)?"
    r" ?\(?(?:Z\b|[+-]\d\d:?\d\d|(?:UTC|GMT)(?: ?[+-]\d{1,2}(?::?\d\d)?)?|[A-Z]{2,4}T\b|[A-Z][a-z]+ time)?\)?)?"
)
_LABEL = (
    r"(?:(?:date|dated|day|published|publication date|release date|publish date|posted|issued|created"
    r"|first published|last updated|last modified|modified|updated|update|upd)"
    r"(?: (?:on|at|date))?[ \t]*[:.\-–—|]?[ \t]*(?:on )?)"
)
_WEEKDAY = r"(?:(?:Mon|Tue|Tues|Wed|Wednes|Thu|Thur|Thurs|Fri|Sat|Satur|Sun)(?:day)?[.,]* ?,? ?)?"
FULL = re.compile(rf"(?<![\w./-]){_DATE}", re.IGNORECASE)
LINE = re.compile(rf"[\[(|]?(?P<label>{_LABEL})?{_WEEKDAY}{_DATE}{_TIME}[\])|]?", re.IGNORECASE)
COMPACT = re.compile(rf"{_LABEL}(?P<y>(?:19|20)\d\d)(?P<m>[01]\d)(?P<d>[0-3]\d)(?!\d)", re.IGNORECASE)
ANY_YEAR = re.compile(r"(?:19|20)\d\d")
YEAR = re.compile(r"\b((?:19|20)\d\d)\b(?![-–]\d)")
WEEKDAY = re.compile(r"\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")


@dataclass(frozen=True, slots=True)
class Printed:
    """A date found in a text: the day (ISO) or None where it could be read two ways, and where it stands."""

    day: str | None
    start: int
    end: int
    labelled: bool = False
    updated: bool = False


def full_dates(text: str) -> list[Printed]:
    """Every date with day, month and year in `text`, in order."""
    if not ANY_YEAR.search(text):
        return []
    return [Printed(_day(m), m.start(), m.end()) for m in FULL.finditer(text)]


def leading(text: str) -> Printed | None:
    """The date that `text` begins with, its label and time of day included, or None."""
    if match := COMPACT.match(text):
        day = _iso(match["y"], match["m"], match["d"])
        return Printed(day, 0, match.end(), True) if day else None
    match = LINE.match(text)
    if not match:
        return None
    label = (match["label"] or "").lower()
    return Printed(_day(match), 0, match.end(), bool(label), "upd" in label or "modified" in label)


def weekday(day: str) -> str:
    """The name of the weekday of an ISO date."""
    return WEEKDAYS[date.fromisoformat(day).weekday()]


def weekdays(text: str) -> list[str]:
    """The weekdays named in `text`, in order."""
    return [m.group() for m in WEEKDAY.finditer(text)]


def words(day: str) -> str:
    """An ISO date in words: 2 January 2025."""
    d = date.fromisoformat(day)
    return f"{d.day} {MONTHS[d.month - 1].capitalize()} {d.year}"


def month_alone(day: str, text: str) -> bool:
    """Whether `text` names the month of `day` without a day ("in January"), as one does of a month that is past."""
    return bool(re.search(rf"\b(?:in|last|since|early|late|mid|of) {MONTHS[int(day[5:7]) - 1]}\b", text, re.IGNORECASE))


def month_number(name: str) -> int:
    """1 to 12 for the name of a month or its abbreviation."""
    return next(i for i, m in enumerate(MONTHS, 1) if m.startswith(name[:3].lower()))


def _day(m: re.Match[str]) -> str | None:
    """The ISO date of a match of `_DATE`; None where no such day exists, or day and month could be swapped."""
    if m["y1"]:
        return _iso(m["y1"], m["m1"], m["d1"])
    if m["y2"]:
        return _iso(m["y2"], month_number(m["month2"]), m["d2"])
    if m["y3"]:
        return _iso(m["y3"], month_number(m["month3"]), m["d3"])
    day, month = int(m["d4"]), int(m["m4"])
    if month > 12:
        return _iso(m["y4"], day, month)
    if m["sep4"] != "." and day <= 12 and day != month:
        return None
    return _iso(m["y4"], month, day)


def _iso(year: str, month: str | int, day: str | int) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


def iso(words: str) -> str | None:
    """The day that a metadata field gives, whatever its form ("2023-03-31T10:00:00Z", "31 March 2023"), or None."""
    words = words.strip()
    if re.fullmatch(r"(?:19|20)\d{6}(?:\d{6})?", words):
        return _iso(words[:4], words[4:6], words[6:8])
    found = leading(words)
    return found.day if found else None
