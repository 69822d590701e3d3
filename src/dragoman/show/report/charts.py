"""The page's pictures: Altair specs rendered to SVG; every mark links to its events."""

import re
from collections import defaultdict
from typing import Any

from dragoman.show.report.view import DayView, DyadView

# Colours are the page's own variables, so that dark, light and paper each get theirs.
HOSTILE, COOPERATIVE, TEXT = "var(--hostile)", "var(--cooperative)", "currentColor"
MOST_ROWS = 14


def timeline_chart(days: tuple[DayView, ...]) -> str:
    """Events by day and directed dyad, hostile and cooperative apart; "" where nothing is dated."""
    counts: dict[tuple[str, str, str], int] = defaultdict(int)
    links: dict[tuple[str, str, str], str] = {}
    for day in days:
        for place, pair, rows in day.dyads:
            for row in rows:
                key = (day.day, pair, row.tone)
                counts[key] += 1
                links[key] = f"#{place}"
    busy: dict[str, int] = defaultdict(int)
    for (_, pair, _), n in counts.items():
        busy[pair] += n
    kept = sorted(busy, key=lambda p: (-busy[p], p))[:MOST_ROWS]
    values = [
        {"day": day, "dyad": pair, "kind": kind, "events": n, "link": links[day, pair, kind],
         "said": f"{pair}, {day}: {n} {kind}"}
        for (day, pair, kind), n in sorted(counts.items()) if pair in kept
    ]  # fmt: skip
    if not values:
        return ""
    import altair as alt

    chart = (
        alt.Chart(data(values))
        .mark_circle(opacity=0.85, stroke=TEXT, strokeOpacity=0.35)
        .encode(
            x=alt.X(
                "day:T",
                title=None,
                axis=alt.Axis(format="%-d %b %Y", labelAngle=0, labelOverlap=True, tickCount=6),
                scale=alt.Scale(padding=14),
            ),
            y=alt.Y("dyad:N", title=None, sort=kept, axis=alt.Axis(labelLimit=260, grid=True)),
            yOffset=alt.YOffset("kind:N"),
            size=alt.Size("events:Q", scale=alt.Scale(range=[60, 420]), legend=None),
            color=tones(),
            href="link:N",
            tooltip="said:N",
        )
        .properties(width=560, height=alt.Step(18))
    )
    return svg(chart, "Events by day and by who acts on whom")


def matrix_chart(found: tuple[DyadView, ...]) -> str:
    """Who acts on whom: summed intensity from row to column, cooperative and hostile side by side."""
    values = [
        {"source": d.source, "target": d.target, "kind": kind, "sum": round(total, 1), "link": f"#{d.id}",
         "said": f"{d.source} to {d.target}: {kind} {total:.1f}"}
        for d in found[:60] for kind, total in (("cooperative", d.cooperation), ("hostile", d.conflict)) if total
    ]  # fmt: skip
    if not values:
        return ""
    import altair as alt

    total: dict[str, float] = defaultdict(float)
    for v in values:
        for side in ("source", "target"):
            total[str(v[side])] += float(str(v["sum"]))
    order = sorted(total, key=lambda n: (-total[n], n))[:10]
    values = [v for v in values if v["source"] in order and v["target"] in order]
    base = alt.Chart(data(values)).encode(
        x=alt.X(
            "target:N", title="acted upon", sort=order, axis=alt.Axis(orient="top", labelAngle=-40, labelLimit=140)
        ),
        y=alt.Y("source:N", title="who acts", sort=order, axis=alt.Axis(labelLimit=140)),
        href="link:N",
        tooltip="said:N",
    )
    cells = base.mark_circle(opacity=0.85).encode(
        size=alt.Size("sum:Q", scale=alt.Scale(range=[30, 700]), legend=None), color=tones()
    )
    figures = base.mark_text(dy=1, fontSize=10, color=TEXT).encode(text=alt.Text("sum:Q", format=".3~g"))
    chart = alt.layer(cells, figures).properties(width=alt.Step(40), height=alt.Step(34))
    faceted = chart.facet(
        column=alt.Column(
            "kind:N", title=None, header=alt.Header(labelColor=TEXT, labelFontSize=13, labelOrient="bottom")
        )
    )
    return svg(faceted, "Who acts on whom: summed intensity, cooperative and hostile apart")


def weekly_chart(found: tuple[DyadView, ...]) -> str:
    """How the busiest dyads changed by week: cooperation above the line, hostility below."""
    values = [
        {"dyad": f"{d.source} → {d.target}", "week": w.start, "kind": kind, "sum": signed, "link": f"#{w.id}",
         "said": f"{d.source} to {d.target}, {w.week}: {kind} {abs(signed):.1f}"}
        for d in found[:6] for w in d.weeks
        for kind, signed in (("cooperative", w.cooperation), ("hostile", -w.conflict)) if signed
    ]  # fmt: skip
    if not values:
        return ""
    import altair as alt

    chart = (
        alt.Chart(data(values))
        .mark_bar(size=12)
        .encode(
            x=alt.X("week:T", title=None, axis=alt.Axis(format="%-d %b %Y", labelOverlap=True, tickCount=5)),
            y=alt.Y("sum:Q", title=None),
            color=tones(),
            href="link:N",
            tooltip="said:N",
        )
        .properties(width=300, height=70)
        .facet(
            facet=alt.Facet(
                "dyad:N", title=None, sort=[f"{d.source} → {d.target}" for d in found[:6]],
                header=alt.Header(labelColor=TEXT, labelFontSize=12, labelAnchor="start"),
            ),
            columns=2,
        )
    )  # fmt: skip
    return svg(chart, "Cooperation and hostility by week, for the busiest pairs")


def data(values: list[dict[str, Any]]) -> Any:
    """Rows as Altair's inline data."""
    import altair as alt

    return alt.Data(values=values)  # type: ignore[no-untyped-call]


def tones() -> Any:
    """The two colours, always the same way round."""
    import altair as alt

    scale = alt.Scale(domain=["cooperative", "hostile"], range=[COOPERATIVE, HOSTILE])
    return alt.Color("kind:N", scale=scale, legend=None)


ROOM = {"left": 30, "top": 5, "right": 20, "bottom": 5}
"""Pixels around a chart: a reader's letters may be wider than those it was laid out with."""


def svg(chart: Any, title: str) -> str:
    """A chart as SVG that scales with the page, with `title` for those who cannot see it."""
    import vl_convert

    spec = (
        chart.configure(background="transparent", font="system-ui, sans-serif", padding=ROOM)
        .configure_axis(
            labelColor=TEXT, titleColor=TEXT, tickColor=TEXT, domainColor=TEXT, gridColor=TEXT, gridOpacity=0.12,
            labelFontSize=11, titleFontWeight="normal",
        )
        .configure_view(stroke=None)
        .to_dict()
    )  # fmt: skip
    drawn: str = vl_convert.vegalite_to_svg(spec)
    size = re.search(r'width="([\d.]+)" height="([\d.]+)"', drawn)
    width = size.group(1) if size else "600"
    head = f'<svg role="img" aria-label="{title}" style="max-width:{width}px" '
    drawn = re.sub(r'(<svg[^>]*?) width="[\d.]+" height="[\d.]+"', r"\1", drawn, count=1)
    return drawn.replace("<svg ", head, 1).replace("xlink:href=", "href=")
