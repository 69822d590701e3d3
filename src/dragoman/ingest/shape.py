"""What a paragraph looks like: headline, caption, byline, dateline, credit, running text."""

import re
from dataclasses import dataclass

from dragoman.ingest.dates import MONTH, month_number

AGENCIES = (
    r"Reuters|AFP|AP|Associated Press|Agence France-Presse|EPA(?:-EFE)?|EFE|dpa|DPA|ANSA|UPI|PA|Xinhua|TASS|Interfax|RIA|Sputnik|"
    r"Anadolu(?: Agency)?|AA|IRNA|Fars|Tasnim|Mehr|MNA|ISNA|Press TV|SANA|WAM|SPA|KUNA|QNA|MENA|Azertac|AZERTAC|APA|Trend|Report|"
    r"Turan|Armenpress|ARMENPRESS|ARKA|News\.am|Yonhap|Kyodo|Bernama|Antara|PTI|ANI|IANS|APP|UNB|CNN|BBC|NPR|VOA|RFE/RL|RFE|Bloomberg|"
    r"Getty(?: Images)?|Shutterstock|Alamy|NurPhoto|Handout|Courtesy|Screenshot|File|Archive|Ukrinform|UNIAN|BelTA|Agenzia Nova|"
    r"Agerpres|MTI|PAP|CTK|BTA|SRNA|Tanjug|Hina|STA|Kyodo News|Central News Agency|CNA|Middle East Monitor|Asharq Al-Awsat"
)
WORDS = re.compile(r"\w[\w'’.-]*")
TERMINAL = re.compile(r"[.!…;,:]$")
CLOSED = re.compile(r"[.!?…][\"'”’»)\]]*$")
CREDIT_START = re.compile(
    r"(?:FILE(?: PHOTO| -)?\b|HANDOUT\b|(?:file |handout |archive )?(?:photo|image|picture|photograph|illustration|photos)\b"
    r"(?: (?:by|from|credit|courtesy|taken|released|shows|provided|source)\b| ?[:/|(])|\[(?:photo|file|image)|"
    r"(?:photo|image|picture) ?credit|Credit ?:|Caption ?:|In this (?:photo|image|picture|frame|file|handout|undated|[A-Z]\w+\.? \d)|"
    r"This (?:photo|image|picture|combination|file|handout|undated|satellite|screen)\b|Pictured:|Photographer:)",
    re.IGNORECASE,
)
CREDIT_END = re.compile(
    rf"(?:[(\[](?:[^()\[\]]{{0,60}}[/ :,-])?(?:{AGENCIES})(?:[/ ,-][^()\[\]]{{0,60}})?[)\]]"
    rf"|(?:Photo|Image|Picture|Credit|Photograph|Source)s?(?: by| credit)?: ?[^.]{{2,60}}|/ ?(?:{AGENCIES})|(?:via|©|@) ?(?:{AGENCIES})|Getty Images"
    r"|(?:file|handout|courtesy) photo\)?|\((?:photo|image|picture|file|courtesy)[^()]{0,60}\))[.)\]]?$",
)
PHOTO_WORDS = re.compile(
    r"\b(?:pictured|left|right|centre|center|seen (?:here|in|during|on|at)|poses?|shakes? hands|speaks? (?:during|at|to)|attends?|"
    r"file photo|photograph|walk(?:s|ing)? (?:past|by)|stands? (?:guard|next|in|at|near)|arrives? (?:for|at)|holds?)\b",
    re.IGNORECASE,
)
BYLINE = re.compile(
    r"(?:(?:written |reported |posted |published |edited |story |text |analysis |words )?by:? (?!the end|then|now|contrast|comparison)"
    r"(?:(?:our|the|staff|a|an|an?other|own|agencies|foreign|special)\b.{0,60}|\S*[A-Z].{0,80})"
    r"|(?:author|authors|reporter|writer|editor|correspondent|staff writer)s? ?[:|] ?\S.{1,80}|(?:from )?(?:our|a) (?:own |staff |special |foreign )?"
    r"(?:correspondents?|reporters?|staff)\b.{0,50}|(?:staff|news|agency|wire|web|news ?desk|editorial) (?:reports?|reporters?|staff|writers?|desk|team|report)"
    r"|(?:agencies|news agencies|reuters|afp|ap|associated press|the associated press|tass|xinhua|dpa|anadolu agency|bloomberg)"
    r"(?: (?:and|with|staff|contributor|videos?|news agency)\b.{0,40})?)$",
    re.IGNORECASE,
)
NAME = re.compile(r"[A-Z][\w'’.-]+(?: (?:[a-z]{2,3} )?[A-Z][\w'’.-]+){1,3}$")
CREDIT = re.compile(
    r"[(\[]?(?:(?:additional |further |writing|reporting|editing|compiled|with (?:input|inputs|files|reporting|agencies)|translat|edited|source|"
    r"written|contribut|with (?:afp|ap|reuters)|—with|- ?with|this report|the associated press contributed|[\w. ]{3,60} contributed to this))\b",
    re.IGNORECASE,
)
CREDIT_WORDS = re.compile(
    r"\b(?:by|from|agencies|editing|contributed|compiled|inputs?|afp|ap|reuters|tass|files|report)\b", re.IGNORECASE
)
_PLACE = r"[A-Z][\w'’.-]*(?:[ ,/-]{1,2}(?:[a-z]{2,3} )?[A-Z][\w'’.-]*){0,5}"
_MD = rf"(?:{MONTH.format(1)} (?P<day1>\d{{1,2}})|(?P<day2>\d{{1,2}}) {MONTH.format(2)})(?:,? (?P<year>(?:19|20)\d\d))?"
DATELINE = re.compile(
    rf"(?P<place>{_PLACE})?(?:[,.]? ?(?P<date>{_MD})(?P<stop>\.)?)?(?:,? ?(?:\((?P<agency>[A-Z][^()\n]{{1,40}})\)|/(?P<wire>[A-Z][\w .-]{{1,30}})/\.?))?"
    r"(?P<dash> ?(?:-{1,2}|–|—|:|\|)(?=\s)| ?[–—](?=[A-Z“\"])|(?<=[/.)])(?= ))\s*"
)
ANAPHORIC = re.compile(
    r"[\"'“”‘’]?(?:he|she|they|it|his|her|their|its|him|this|these|that|those|such|but|and|or|however|meanwhile|moreover|furthermore|also|in addition|"
    r"additionally|besides|still|yet|instead|nevertheless|nonetheless|then|so|thus|therefore|in (?:response|turn|return|contrast|the meantime|"
    r"other words|fact|particular|doing so)|on the (?:other hand|contrary|same)|as a result|for (?:his|her|its|their|example|instance)|"
    r"at the (?:same|time)|asked|speaking|another|both|according to (?:him|her|them|the (?:statement|report|ministry|source|official))|"
    r"earlier|later|after that|the (?:latter|former|same|two|three|statement|ministry|move|report|incident|attack|decision|document|source|agreement|"
    r"official|spokesman|spokeswoman|spokesperson|minister|meeting|sides?|parties)|similarly|likewise|finally|of course|that said|we|you|i|our|my|there)\b",
    re.IGNORECASE,
)
GOES_ON = re.compile(r"[\"“‘…a-zà-ÿ]|'(?!\d)|\.\.\.")


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline at the head of a paragraph: how long it is, its month and day, its year if printed."""

    length: int
    month: int | None
    day: int | None
    year: int | None
    agency: str | None


def count(text: str) -> int:
    """How many words `text` has."""
    return len(WORDS.findall(text))


def prose(text: str) -> bool:
    """Whether `text` is running text: a sentence of some length, or a long stretch of words."""
    n = count(text)
    return n >= 25 or (n >= 7 and bool(CLOSED.search(text)))


def headline(text: str) -> bool:
    """Whether `text` could be a headline or a heading: short, begun with a capital, without a full stop."""
    return (
        len(text) <= 180 and 2 <= count(text) <= 26 and not TERMINAL.search(text)
        and not text[0].islower() and any(c.islower() or c.isupper() for c in text) and not byline(text) and not caption(text)
    )  # fmt: skip


def caption(text: str) -> bool:
    """Whether `text` is the caption of a picture: it says so, or it ends in a credit and tells of a picture."""
    if len(text) > 700:
        return False
    if CREDIT_START.match(text):
        return True
    end = CREDIT_END.search(text)
    return bool(end) and (not end.group().startswith("(") or bool(PHOTO_WORDS.search(text)) or count(text) <= 12)


def credited(text: str) -> bool:
    """Whether `text` ends in the credit of an agency."""
    return len(text) <= 700 and bool(CREDIT_END.search(text))


def file_picture(text: str) -> bool:
    """Whether a caption says that its picture is an old one."""
    return bool(
        re.match(r"FILE\b", text) or re.search(r"\b(?:file|archive) (?:photo|picture|image|pic)\b", text, re.IGNORECASE)
    )


def byline(text: str) -> bool:
    """Whether `text` names who wrote the article."""
    return len(text) <= 120 and bool(BYLINE.match(text)) and not CLOSED.search(text.removesuffix("."))


def credit(text: str) -> bool:
    """Whether `text` is the line at the end that says who reported and edited."""
    if len(text) > 300:
        return False
    match = CREDIT.match(text)
    bracketed = text[:1] in "([—-" or text[-1:] in ")]"
    return bool(match and CREDIT_WORDS.search(text) and (bracketed or count(text) <= 25))


def dateline(text: str) -> Dateline | None:
    """The dateline that `text` begins with ("BAKU, March 31 (Reuters) -"), or None."""
    m = DATELINE.match(text[:160])
    if not m or len(m["place"] or "") > 60 or count(text[m.end() :]) < 5:
        return None
    place, agency, dash = m["place"] or "", m["agency"] or m["wire"], m["dash"].strip()
    known = bool(agency) and bool(re.fullmatch(AGENCIES, agency))
    shouted = sum(c.isupper() for c in place) >= 3 and place.split(",")[0].isupper()
    town = "," in place and dash in ("–", "—", "--") and text[m.end()].isupper()
    told = (m["date"] and place and (dash or m["stop"] or agency)) or (agency and (place or dash)) or (shouted and dash)
    if not (told or known or (town and not m["date"])):
        return None
    name, day = m["month1"] or m["month2"], m["day1"] or m["day2"]
    month, year = month_number(name) if name else None, int(m["year"]) if m["year"] else None
    return Dateline(m.end(), month, int(day) if day else None, year, agency)


def anaphoric(text: str) -> bool:
    """Whether `text` opens as something that goes on: with a pronoun, a connective, a quotation, a lower-case letter."""
    return bool(GOES_ON.match(text) or ANAPHORIC.match(text))
