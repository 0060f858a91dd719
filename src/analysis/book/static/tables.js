// Sorting (by sortable.min.js, at a click on a heading), filtering and taking along the rows of a
// table. Without this script every table stands whole.
(() => {
  const csv = (rows) => rows.map((row) => [...row.cells].map((cell) => {
    const shown = cell.textContent.trim();
    // a spreadsheet program must not take a text for a formula; spreadsheet.py has the same rule
    const text = /^(?:[=+@\t\r]|-(?!\d+(?:\.\d+)?$))/.test(shown) ? `'${shown}` : shown;
    return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  }).join(",")).join("\n") + "\n";

  const plain = (text) => text.toLowerCase().replaceAll("ё", "е"); // as search.js has it

  // On a narrow screen the style sheet shows each row as a card: every cell says what it is, and the
  // roles stay those of a table, which a changed display would take away.
  const cards = (table, names) => {
    table.classList.add("cards");
    table.setAttribute("role", "table");
    for (const row of table.rows) {
      row.setAttribute("role", "row");
      [...row.cells].forEach((cell, i) => {
        cell.setAttribute("role", cell.tagName === "TH" ? "columnheader" : "cell");
        if (cell.tagName === "TD") cell.dataset.name = names[i] ?? "";
      });
    }
    for (const part of [table.tHead, ...table.tBodies]) part.setAttribute("role", "rowgroup");
  };

  for (const table of document.querySelectorAll("table.table")) {
    const head = table.tHead?.rows[0];
    if (!head || !table.tBodies[0]) continue;
    table.classList.add("sortable", "asc", "n-last");
    for (const cell of head.cells) {
      const button = Object.assign(document.createElement("button"), { type: "button" });
      button.append(...cell.childNodes);
      cell.append(button);
    }
    cards(table, [...head.cells].map((cell) => cell.textContent.trim()));
    const tools = table.closest(".table-scroll")?.previousElementSibling;
    if (!tools?.classList.contains("table-tools")) continue;
    const [box, count, take] = ["input", "output", "button"].map((name) => tools.querySelector(name));
    const rows = () => [...table.tBodies[0].rows];
    box.addEventListener("input", () => {
      const words = plain(box.value).split(/\s+/).filter(Boolean);
      for (const row of rows()) {
        const text = plain(row.textContent);
        row.hidden = !words.every((word) => text.includes(word));
      }
      const shown = rows().filter((row) => !row.hidden).length;
      count.textContent = words.length ? said("page-rows", { number: shown, all: rows().length }) : "";
    });
    take.addEventListener("click", () => {
      // by the mark at the start Excel knows UTF-8
      const text = "\ufeff" + csv([head, ...rows().filter((row) => !row.hidden)]);
      const link = Object.assign(document.createElement("a"), {
        href: URL.createObjectURL(new Blob([text], { type: "text/csv" })),
        download: `${take.dataset.name}.csv`,
      });
      // the address lives as long as the page: Firefox and Safari save only after this turn
      link.click();
    });
  }
})();
