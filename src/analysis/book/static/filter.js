// What has data-filter gets a control that shows the items of one year or kind. Where a chart on
// the page has a control of the same name (Vega makes it, live.js hides it), it is set too. Without
// scripts the whole list stands.
for (const list of document.querySelectorAll("[data-filter]")) {
  const { filter, every, what } = list.dataset;
  const items = [...list.querySelectorAll(`[data-${filter}]`)];
  const folds = [...list.querySelectorAll(".fold")];
  const values = [...new Set(items.map((item) => item.dataset[filter]))].sort();
  const label = document.createElement("label");
  const select = document.createElement("select");
  const count = document.createElement("output");
  label.append(`${said(`page-show-${what}`)} `, select);
  select.append(...[every, ...values].map((value) => new Option(value, value)));
  const bar = document.createElement("p");
  bar.className = "filter-bar";
  bar.append(label, " ", count);
  list.before(bar);

  const show = (value) => {
    select.value = value;
    for (const item of items) item.hidden = value !== every && item.dataset[filter] !== value;
    for (const fold of folds) {
      fold.open = value !== every && Boolean(fold.querySelector(`[data-${filter}]:not([hidden])`));
      fold.hidden = value !== every && !fold.open;
    }
    const shown = items.filter((item) => !item.hidden).length;
    count.textContent = said("page-items", { number: shown, all: items.length });
  };
  const twins = () => document.querySelectorAll(`figure.chart select[name="${filter}"]`);
  select.addEventListener("change", () => {
    show(select.value);
    for (const twin of twins()) {
      const place = [...twin.options].findIndex((option) => option.text === select.value);
      if (place < 0) continue; // nothing of that year is on the map
      twin.selectedIndex = place;
      twin.dispatchEvent(new Event("change", { bubbles: true }));
    }
  });
  document.addEventListener("change", (event) => {
    if ([...twins()].includes(event.target)) show(event.target.selectedOptions[0].text);
  });
  // a link to an item that is filtered away shows everything again
  window.addEventListener("hashchange", () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target?.hidden && list.contains(target)) { show(every); unfold(); target.scrollIntoView(); }
  });
  show(every);
}

// A long list of entries gets a box: entries with all its words stay, and their folds open.
const plain = (text) => text.toLowerCase().replaceAll("ё", "е"); // as search.js has it
for (const list of document.querySelectorAll(".entries")) {
  const entries = [...list.querySelectorAll(":scope > .entry, :scope > .fold > .entry")];
  const folds = [...list.querySelectorAll(":scope > .fold")];
  const label = document.createElement("label");
  const box = Object.assign(document.createElement("input"), { type: "text", autocomplete: "off" });
  const count = document.createElement("output");
  label.append(`${said("page-filter")} `, box);
  const bar = document.createElement("p");
  bar.className = "table-tools";
  bar.append(label, " ", count);
  list.before(bar);
  const show = (words) => {
    for (const entry of entries) {
      const text = plain(entry.textContent);
      entry.hidden = !words.every((word) => text.includes(word));
    }
    for (const fold of folds) {
      fold.open = words.length > 0 && Boolean(fold.querySelector(".entry:not([hidden])"));
      fold.hidden = words.length > 0 && !fold.open;
    }
    const shown = entries.filter((entry) => !entry.hidden).length;
    count.textContent = words.length ? said("page-items", { number: shown, all: entries.length }) : "";
  };
  box.addEventListener("input", () => show(plain(box.value).split(/\s+/).filter(Boolean)));
  window.addEventListener("hashchange", () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target?.hidden && list.contains(target)) { box.value = ""; show([]); target.scrollIntoView(); }
  });
}

// A link into a fold opens it, also where the browser does not by itself; on paper all are open.
const unfold = () => {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const fold = target?.closest("details.fold:not([open])");
  if (!fold) return;
  fold.open = true;
  target.scrollIntoView();
};
window.addEventListener("hashchange", unfold);
unfold();
window.addEventListener("beforeprint", () => {
  for (const fold of document.querySelectorAll("details.fold:not([open])")) {
    fold.open = true;
    window.addEventListener("afterprint", () => { fold.open = false; }, { once: true });
  }
});
