"""Across the reports: copies, stories, report dates, one event told many times, where the accounts differ, relations.

Everything here is pure and incremental: `keys` gives blocking keys under which `dossier` files a record and fetches
candidates (those that share most keys first, at most `CANDIDATES`), the step then decides over what is new and what
was fetched. Every decision is a `Judgement` with its reason in words (`when` is left empty for the dossier to stamp);
a person's judgements handed in override the rules (`judged.py` lists the words used in `Judgement.what`).

The order, for a batch of newly coded reports (their chains already assigned to actors):

1. `copies.keys(report)`; `copies.find(new, known, judgements) -> tuple[Copy, ...]` (new against known and against each
   other; the later one is the copy); `copies.applied(report, its copies) -> Report` with `copy_of` and `reuses`.
2. `stories.sketch(report) -> Sketch` (small; may be kept); `stories.keys(sketch)`;
   `stories.place(new, known, story_of, judgements) -> Placed` (known: oldest first; `story_of`: document id to story id
   for new reports and for known ones whose story was merged; `merged`: old story id to the one kept);
   `stories.story(id, sketches) -> Story`.
3. `dates.infer(report, siblings) -> Published | None` for each report of the story whose date basis is "unknown" or
   "inferred" (siblings: the story's other reports, dated ones first); on a change resolve its times anew.
4. `Scene(reports, actor_of, statements, story_of)`: the look-ups for whatever the records below mention;
   `same.keys(mention, scene)`; `same.join(new, known, scene, judgements, near) -> Joined` (`known`: event id to its
   mentions, or some of them; `near`: which known ones each new one is compared to; `event_of`: mention id to event id;
   `merged`: old event id to the one kept);
   `same.event(id, mentions, scene) -> Event` from all its mentions.
5. `discrepancies.on_event(event, mentions, scene)` for each changed event (replaces what was found on it before);
   `discrepancies.keys(record, scene)` and `discrepancies.claims(new, known, scene)` over event mentions and
   statements (how many, what it was, claims against denials, doubts, admissions); `standing.settled(found, standing)`
   leaves out what is said already and gives what is found again the id it had.
6. `relations.weeks(event)` and `relations.weekly(events, actors)` for the weeks asked for;
   `timeline.ordered(events)`, `timeline.known_by(mentions, reports, day)`.
"""

CANDIDATES = 200
"""How many candidates a dossier fetches for one record at most, those with most shared keys first."""
