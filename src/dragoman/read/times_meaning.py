"""What each rule of times.toml means, given what it is counted from."""

import re
from collections.abc import Callable
from datetime import date

from dragoman.read import times_dates as dates
from dragoman.read import times_relative as relative
from dragoman.read import times_value as value
from dragoman.read import times_words as words
from dragoman.read.times_value import Frame, Groups, Meaning


def meaning(rule: str, match: re.Match[str], frame: Frame) -> Meaning | None:
    """What a match of a rule means, or None if it is no time after all (30 February)."""
    return _MEANINGS[rule]({k: v for k, v in match.groupdict().items() if v is not None}, frame)


def _reference(name: str) -> Callable[[Groups, Frame], Meaning | None]:
    return lambda _, __: Meaning(name)


_MEANINGS: dict[str, Callable[[Groups, Frame], Meaning | None]] = {
    "nine_eleven": lambda _, __: value.day(date(2001, 9, 11), "printed"),
    "iso": dates.numeric,
    "slash": dates.slashed,
    "dots": dates.slashed,
    "month_day": dates.day_of_month,
    "day_month": dates.day_of_month,
    "month_year": dates.month_of_year,
    "quarter": dates.quarter,
    "q": dates.quarter,
    "half": dates.half,
    "season": dates.season,
    "which_season": dates.which_season,
    "decade": dates.decade,
    "short_decade": dates.decade,
    "century": dates.nth_century,
    "years_between": dates.between,
    "years": dates.year_range,
    "feast": dates.feast,
    "clock": relative.clock,
    "clock24": relative.clock,
    "military": relative.clock,
    "every": relative.every,
    "rate": relative.every,
    "weekday": relative.weekday,
    "part": relative.part,
    "deictic": relative.deictic,
    "ahead": relative.in_count,
    "ago": relative.ago,
    "shifted": relative.shifted,
    "beside": relative.shifted,
    "last_count": relative.last_count,
    "vague": relative.vague,
    "end_of": relative.end_of,
    "nth_week": dates.nth_week,
    "in_the_day": relative.in_the_unit,
    "named_unit": relative.named_unit,
    "the_weekend": relative.weekend,
    "rel_month": dates.month,
    "long": relative.long,
    "duration": relative.duration,
    "lasting": relative.lasting,  # a duration that the sentence runs up to now
    "plural": relative.vague,
    "adverb_set": lambda g, _: Meaning(words.ADVERB_SETS[g["word"]], "SET"),
    "present": _reference("PRESENT_REF"),
    "past": _reference("PAST_REF"),
    "future": _reference("FUTURE_REF"),
    "short_year": dates.short_year,
    "year": lambda g, _: value.year(int(g["year"]), "printed"),
}
