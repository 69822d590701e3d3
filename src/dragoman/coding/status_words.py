"""The words by which grammar tells a fact from a denial, a possibility and what lies before the story (status.toml)."""

import tomllib
from pathlib import Path

from dragoman.coding.wordlist import words

_LISTS = {
    name: words(text)
    for name, text in tomllib.loads(Path(__file__).with_name("status.toml").read_text("utf-8")).items()
}
OFTEN = _LISTS["often"]
LONG = _LISTS["long"]
SAME_DAY = _LISTS["same_day"]
BEFORE = _LISTS["before"]
NEW = _LISTS["new"]
HAPPENING = _LISTS["happening"]
GROUNDS = _LISTS["grounds"]
BESIDE = _LISTS["beside"]
MEETINGS = _LISTS["meetings"]
FAILING = _LISTS["failing"]
DENYING = _LISTS["denying"]
UNTRUE = _LISTS["untrue"]
UNTRUE_SO = _LISTS["untrue_so"]
CLAIMS = _LISTS["claims"]
AHEAD = _LISTS["ahead"]
AHEAD_NOUNS = _LISTS["ahead_nouns"]
POSSIBLY = _LISTS["possibly"]
HEDGES = _LISTS["hedges"]
