"""Actor dictionaries in PETRARCH's date-bounded format: names in capitals, codes in brackets, dates beside them.

    EDUARD_SHEVARDNADZE_
        [GEOGOV 951126-031123]
        [GEOELI >031123]
    +SHEVARDNADZE_

`<850702` means until that day, `>850702` from it on; a year of two digits above 30 is of the 20th century.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from dragoman.model.world import Tenure

CODE = re.compile(r"\[\s*([A-Z~-]{3,})\s*([^\]]*)\]")
NAME = re.compile(r"(\+?)\s*([^\[\s;#][^\[\t;#]*)")
WHEN = re.compile(r"([<>]?)\s*(\d{6,8})?\s*(?:-\s*(\d{6,8}))?")
NOT_STATES = frozenset({"IGO", "IMG", "NGO", "NGM", "MNC", "ISM", "UNO", "EUR", "SPY", "CRM", "REB", "UAF"})
WORK = {
    "GOV": "government", "MIL": "military", "COP": "police", "JUD": "judiciary", "LEG": "legislature",
    "OPP": "opposition", "SPY": "intelligence", "REB": "rebels", "UAF": "armed force", "PTY": "party",
    "JRN": "journalist", "MED": "journalist", "BUS": "business", "CVL": "civil society", "EDU": "education",
    "REL": "religion", "ELI": "elite", "LAB": "labour",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a dictionary gives: one tenure for each name and code, and the lines that say nothing we understand."""

    tenures: tuple[Tenure, ...]
    left_out: tuple[str, ...]


def parse(text: str) -> Parsed:
    """Read a dictionary; later names with "+" are other names of the one before."""
    tenures: list[Tenure] = []
    left_out: list[str] = []
    for block in _blocks(text):
        names = [_spoken(m[2]) for line in block if (m := NAME.match(line)) and m[2].strip()]
        codes = [c for line in block for c in CODE.findall(line)]
        held = list(_held(codes))
        if not names or not held:
            left_out += block
            continue
        aliases = tuple(dict.fromkeys(n for n in names[1:] if n != names[0]))
        tenures += [replace(t, person=names[0], aliases=aliases) for t in held]
    return Parsed(tuple(tenures), tuple(left_out))


def table(tenures: Iterable[Tenure]) -> str:
    """Tenures as the rows of a user's `people.csv`."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["person", "office", "country", "start", "end", "aliases"])
    for t in tenures:
        writer.writerow([t.person, t.office, t.country, t.start or "", t.end or "", ";".join(t.aliases)])
    return out.getvalue()


def _blocks(text: str) -> Iterator[list[str]]:
    """The lines of each entry: a name, then its codes and other names."""
    block: list[str] = []
    for raw in text.splitlines():
        line = re.split(r"[;#]", raw)[0].rstrip()
        if not line.strip() or line.startswith("<!"):
            continue
        if block and not line.startswith(("+", "[", " ", "\t")):
            yield block
            block = []
        block.append(line.strip())
    if block:
        yield block


def _held(codes: Iterable[tuple[str, str]]) -> Iterator[Tenure]:
    for code, when in codes:
        country = "" if code[:3] in NOT_STATES else code[:3]
        work = next(
            (WORK[code[i : i + 3]] for i in range(3 if country else 0, len(code), 3) if code[i : i + 3] in WORK), ""
        )
        match = WHEN.fullmatch(when.strip())
        if match:
            start, end = _days(*match.groups())
            yield Tenure("", work or "unknown", country, start, end)


def _days(sign: str, first: str | None, last: str | None) -> tuple[str | None, str | None]:
    if sign == "<":
        return None, _day(first)
    return _day(first), _day(last)


def _day(digits: str | None) -> str | None:
    if not digits:
        return None
    if len(digits) == 6:
        digits = ("19" if int(digits[:2]) > 30 else "20") + digits
    return f"{digits[:4]}-{digits[4:6]}-{digits[6:8]}"


def _spoken(name: str) -> str:
    """ "ABDUL_RAHMAN_" as "Abdul Rahman"."""
    return " ".join(w.capitalize() if w.isupper() else w for w in name.strip().strip("_").split("_"))
