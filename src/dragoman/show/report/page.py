"""From an account to the page's HTML; the template holds the words, `view` the facts."""

import base64
import hashlib
import json
from functools import cache
from pathlib import Path
from typing import Any

from dragoman.model.account import Account
from dragoman.show.report.charts import matrix_chart, timeline_chart, weekly_chart
from dragoman.show.report.view import view

FOLDER = Path(__file__).parent


def render(account: Account) -> str:
    """The report page of an account, as one HTML text; the same account gives the same text."""
    shown = view(account)
    script = (FOLDER / "page.js").read_text(encoding="utf-8")
    charts = {
        "timeline": timeline_chart(shown.main_days),
        "matrix": matrix_chart(shown.dyads),
        "weekly": weekly_chart(shown.dyads),
    }
    html: str = template().render(
        v=shown, charts=charts, style=(FOLDER / "page.css").read_text(encoding="utf-8"), script=script,
        script_hash=policy_hash(script), accuracy=accuracy(),
    )  # fmt: skip
    return html


def accuracy() -> list[dict[str, str]]:
    """The program's published accuracy, as `make accuracy` wrote it."""
    rows: list[dict[str, str]] = json.loads((FOLDER / "accuracy.json").read_text(encoding="utf-8"))
    return rows


def policy_hash(script: str) -> str:
    """What the page's content policy lets run: this script and no other."""
    return "sha256-" + base64.b64encode(hashlib.sha256(script.encode("utf-8")).digest()).decode("ascii")


@cache
def template() -> Any:
    """The page's template; whatever comes from reports is escaped."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    env = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return env.get_template("page.html")
