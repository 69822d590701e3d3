"""Who takes part in an event that names its parties by another word, or elsewhere in the report."""

import pytest
from tests.coding.told import told, who

from dragoman.read.parser import Parser

DAY = "2024-03-15"


@pytest.mark.parametrize(
    "text",
    [
        "Kenyan Foreign Minister Juma Otieno held talks with his Ghanaian counterpart Kofi Mensah in Lagos.",
        "The Kenyan minister Juma Otieno met his Ghanaian counterpart Kofi Mensah on Monday.",
        "Kenya's president Juma Otieno spoke by phone with his Ghanaian counterpart Kofi Mensah.",
    ],
)
def test_a_counterpart_with_a_name_is_the_other_party(parser: Parser, text: str) -> None:
    assert ("KEN", "GHA") in who(told(parser, text, DAY), "CONSULT")


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("The capture of three Tunisian ships came first.\nLibya shelled a Tunisian port on Monday.", "COERCE"),
        ("The UN deplored the detention of Tunisian crews.\nLibya shelled a Tunisian port on Monday.", "COERCE"),
        (
            "Libya shelled a Tunisian port.\nShops shut.\nBanks shut.\nIt rained.\nTunisia was attacked again.",
            "ASSAULT",
        ),
    ],
)
def test_who_suffers_without_a_doer_suffers_from_who_is_told_to_do_so(parser: Parser, text: str, type: str) -> None:
    assert who(told(parser, text, DAY), type) == {("LBY", "TUN")}
