"use strict";
// Filters and sorts the table of events; without script the whole table is shown in order of date.
(function () {
  const table = document.getElementById("event-table");
  if (!table) return;
  const bar = document.getElementById("event-filter");
  const rows = Array.from(table.tBodies[0].rows);
  const text = rows.map((r) => r.textContent.toLowerCase());
  const count = document.getElementById("event-count");
  bar.hidden = false;
  function filter() {
    const words = document.getElementById("filter-words").value.toLowerCase().split(/\s+/).filter(Boolean);
    const type = document.getElementById("filter-type").value;
    let shown = 0;
    rows.forEach((r, i) => {
      const keep = words.every((w) => text[i].includes(w)) && (!type || r.dataset.type === type);
      r.hidden = !keep;
      shown += keep ? 1 : 0;
    });
    count.textContent = shown + " of " + rows.length;
  }
  bar.addEventListener("input", filter);
  table.querySelectorAll("th[data-key]").forEach((th, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = th.textContent;
    th.textContent = "";
    th.append(button);
    button.addEventListener("click", () => {
      const down = th.getAttribute("aria-sort") === "ascending";
      table.querySelectorAll("th").forEach((t) => t.removeAttribute("aria-sort"));
      th.setAttribute("aria-sort", down ? "descending" : "ascending");
      const key = (r) => r.cells[column].dataset.sort || r.cells[column].textContent.trim();
      rows.sort((a, b) => key(a).localeCompare(key(b), undefined, { numeric: true }) * (down ? -1 : 1));
      rows.forEach((r) => table.tBodies[0].append(r));
    });
  });
  // A link into a closed block opens it.
  function open() {
    let at = location.hash && document.getElementById(location.hash.slice(1));
    const target = at;
    for (; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
    if (target) target.scrollIntoView();
  }
  addEventListener("hashchange", open);
  open();
  filter();
})();
