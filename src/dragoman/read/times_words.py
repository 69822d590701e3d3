"""English words for time and the numbers they stand for; closed classes, all in lower case."""

MONTHS = {
    name: i
    for i, names in enumerate(
        (
            ("january", "jan.", "jan"), ("february", "feb.", "feb"), ("march", "mar.", "mar"), ("april", "apr.", "apr"),
            ("may",), ("june", "jun.", "jun"), ("july", "jul.", "jul"), ("august", "aug.", "aug"),
            ("september", "sept.", "sept", "sep.", "sep"), ("october", "oct.", "oct"), ("november", "nov.", "nov"),
            ("december", "dec.", "dec"),
        ),
        start=1,
    )
    for name in names
}  # fmt: skip
WEEKDAYS = {
    name: i
    for i, names in enumerate(
        (
            ("monday", "mon."), ("tuesday", "tues.", "tue."), ("wednesday", "wed."), ("thursday", "thurs.", "thu."),
            ("friday", "fri."), ("saturday", "sat."), ("sunday", "sun."),
        )
    )
    for name in names
}  # fmt: skip
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
SEASON_MONTHS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}
DAY_PARTS = {
    "morning": "MO", "noon": "MI", "midday": "MI", "afternoon": "AF", "evening": "EV", "night": "NI", "midnight": "NI",
    "dawn": "MO", "dusk": "EV",
}  # fmt: skip
UNITS = {
    "second": "S", "minute": "MIN", "hour": "H", "day": "D", "night": "D", "week": "W", "fortnight": "F",
    "weekend": "WE", "month": "M", "quarter": "Q", "year": "Y", "decade": "DE", "century": "CE", "centurie": "CE",
}  # fmt: skip
ADVERB_SETS = {
    "hourly": "PT1H", "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "biweekly": "P2W", "fortnightly": "P2W",
    "monthly": "P1M", "quarterly": "P1Q", "annual": "P1Y", "annually": "P1Y", "yearly": "P1Y", "biannual": "P6M",
}  # fmt: skip
SMALL = {
    "a": 1, "an": 1, "single": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40,
    "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100, "dozen": 12,
}  # fmt: skip
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20,
}  # fmt: skip
DECADES = {
    "twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7, "eighties": 8,
    "nineties": 9,
}  # fmt: skip
# Fixed feasts: (month, day). Movable ones are left alone.
FEASTS = {
    "new year's eve": (12, 31), "new year's day": (1, 1), "christmas eve": (12, 24), "christmas day": (12, 25),
    "christmas": (12, 25), "boxing day": (12, 26), "valentine's day": (2, 14), "halloween": (10, 31), "may day": (5, 1),
}  # fmt: skip


def number(words: str) -> float | None:
    """The number that digits or number words say ("forty-four", "two and a half", "3.5"), or None ("several")."""
    plain = words.lower().replace(",", "").replace("-", " ").replace("and a half", "half").replace("half a", "half")
    total, found = 0.0, False
    parts = plain.split()
    for word in parts[1:] if len(parts) > 1 and parts[0] in ("a", "an") else parts:  # "a five-year high"
        value = float(word) if word.replace(".", "", 1).isdigit() else 0.5 if word == "half" else SMALL.get(word)
        if value is None:
            continue
        total = total * value if word in ("hundred", "dozen") and total else total + value
        found = True
    return total if found else None
