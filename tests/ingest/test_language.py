"""Languages."""

import pytest

from dragoman.ingest.language import english, foreign, language


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The minister said on Friday that he would not go to the talks.", "en"),
        ("Envoys leave Geneva", "en"),
        ("Tomas Reval, Lena Oster, Pia Marchetti, Renzo Abate, Ingrid Solberg, Jan Berg, Mira Holt", "en"),
        ("12, 14, 16", "en"),
        ("Der Minister sagte am Freitag, dass die Regierung nicht antworten werde.", "de"),
        ("Le ministre a déclaré vendredi que le gouvernement ne répondrait pas.", "fr"),
        ("МИД заявил, что посол вернется", "ru"),
        ("部長は金曜日に回答しないと述べた。", "ja"),
    ],
)
def test_language(text: str, code: str) -> None:
    assert language(text) == code


def test_short_paragraphs_are_not_judged() -> None:
    assert english("Reval: no comment") is None
    assert english("Посол вернется домой") is False


def test_runs_of_another_language() -> None:
    said = "The minister said on Friday that he would not go to the talks in Geneva, and nobody asked him why."
    sagte = (
        "Der Minister sagte am Freitag, dass er nicht zu den Gesprächen nach Genf fahren werde, ohne Gründe zu nennen."
    )
    assert foreign([said] * 3) == []
    assert foreign([said] * 3 + [sagte] * 3) == [3]
    assert foreign([sagte] * 3 + ["Envoy stays home"] + [said] * 3) == [3]
    assert foreign([said, sagte, said]) == []
