"""Coarse tags and lemmas, remembered: the model works them out once for each word form, tag and dependency.

The model's attribute ruler and lemmatizer take a fifth of the time of a parse, although almost all their rules look at
one word alone. Where a rule looks at two words together ("let's", "gonna"), they do the whole passage themselves.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

STEPS = ("attribute_ruler", "lemmatizer")
SEEN_BY_RULES = {"TAG", "LOWER", "DEP", "IS_SPACE"}
MOST = 200_000
"""How many forms are remembered; then the memory starts anew, so that it does not grow with the reports."""

type Key = tuple[int, int, int]
type Form = tuple[str, str]


class Forms:
    """What `ruler` and `lemmatizer`, taken out of a model's pipeline, make of each word form in its grammar."""

    def __init__(self, nlp: Any) -> None:
        from spacy.matcher import Matcher

        self._steps = [nlp.get_pipe(name) for name in STEPS]
        self._vocab = nlp.vocab
        self._together = Matcher(nlp.vocab)
        self._known: dict[Key, Form] = {}
        for n, pattern in enumerate(_patterns(nlp)):
            if len(pattern) > 1:
                self._together.add(str(n), [pattern])

    @staticmethod
    def fit(nlp: Any) -> bool:
        """Whether a model's coarse tags and lemmas depend on nothing else, so that they can be remembered."""
        return (
            tuple(n for n in nlp.pipe_names if n in STEPS) == STEPS
            and getattr(nlp.get_pipe("lemmatizer"), "mode", "") == "rule"
            and all(set(token) <= SEEN_BY_RULES for pattern in _patterns(nlp) for token in pattern)
        )

    def of(self, docs: Sequence[Any]) -> list[list[Form]]:
        """The coarse tag and the lemma of each token of each doc; the docs have tags and dependencies."""
        keys = [None if self._holds_phrase(doc) else _keys(doc) for doc in docs]
        missing = {
            key: token
            for doc, of_doc in zip(docs, keys, strict=True)
            if of_doc and not self._known.keys() >= set(of_doc)
            for key, token in zip(of_doc, doc, strict=True)
            if key not in self._known
        }
        if missing:
            self._learn(missing)
        known = self._known
        made = [
            [_form(t) for t in self._worked_out(doc)] if of_doc is None else [known[k] for k in of_doc]
            for doc, of_doc in zip(docs, keys, strict=True)
        ]
        if len(known) > MOST:
            known.clear()
        return made

    def _holds_phrase(self, doc: Any) -> bool:
        """Whether a rule looks at two words of the doc together."""
        return len(self._together) > 0 and bool(self._together(doc))

    def _learn(self, missing: Mapping[Key, Any]) -> None:
        from spacy.tokens import Doc

        tokens = missing.values()
        alone = Doc(
            self._vocab,
            words=[t.text for t in tokens],
            tags=[t.tag_ for t in tokens],
            deps=[t.dep_ for t in tokens],
            heads=list(range(len(missing))),
        )
        done = self._apart(alone) if self._holds_phrase(alone) else self._worked_out(alone)
        self._known.update(zip(missing, map(_form, done), strict=True))

    def _apart(self, doc: Any) -> Iterator[Any]:
        """Each token, worked out in a doc of its own: side by side they would pass for one of the phrases."""
        for i in range(len(doc)):
            yield self._worked_out(doc[i : i + 1].as_doc())[0]

    def _worked_out(self, doc: Any) -> Any:
        for step in self._steps:
            doc = step(doc)
        return doc


def _keys(doc: Any) -> list[Key]:
    from spacy.attrs import DEP, ORTH, TAG

    return list(map(tuple, doc.to_array([ORTH, TAG, DEP]).tolist()))


def _form(token: Any) -> Form:
    return token.pos_, token.lemma_.lower()


def _patterns(nlp: Any) -> Iterator[list[dict[str, Any]]]:
    for rule in nlp.get_pipe("attribute_ruler").patterns:
        yield from rule["patterns"]
