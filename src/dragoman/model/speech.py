"""Who said what."""

from dataclasses import dataclass
from typing import Literal

from dragoman.model.text import Span
from dragoman.model.when import UNDATED, When

SpeechForm = Literal["direct", "indirect", "mixed"]
Act = Literal[
    "assert", "accuse", "deny", "demand", "threaten", "promise", "praise", "propose", "question", "believe",
    "intend",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing that somebody said, as one report gives it.

    `speaker`, `channel`, `addressee` and `about` are chain ids of the same report. `content` holds no cue, no
    outer quotation marks and no "that"; a quotation broken by its cue is one statement whose `parts` are its
    pieces. `within` is the id of the statement that this one stands inside of. `speaker_words` is None where
    the speaker goes without saying (a paragraph that continues a quotation).
    """

    id: str
    document: str
    speaker: str | None
    content: Span
    form: SpeechForm
    act: Act
    confidence: float
    cue: Span | None = None
    speaker_words: Span | None = None
    parts: tuple[Span, ...] = ()
    channel: str | None = None
    addressee: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    within: str | None = None
    date: When = UNDATED
