// A list with data-filter gets a control that shows the items of one year or kind. Where a chart on
// the page has a control of the same name (Vega makes it, live.js hides it), it is set too. Without
// scripts the whole list stands.
for (const list of document.querySelectorAll("ol[data-filter]")) {
  const { filter, every, what } = list.dataset;
  const items = [...list.children];
  const values = [...new Set(items.map((item) => item.dataset[filter]))].sort();
  const label = document.createElement("label");
  const select = document.createElement("select");
  const count = document.createElement("output");
  label.append(`Show ${what} of `, select);
  select.append(...[every, ...values].map((value) => new Option(value, value)));
  const bar = document.createElement("p");
  bar.className = "filter-bar";
  bar.append(label, " ", count);
  list.before(bar);

  const show = (value) => {
    select.value = value;
    for (const item of items) item.hidden = value !== every && item.dataset[filter] !== value;
    count.textContent = `${items.filter((item) => !item.hidden).length} of ${items.length}`;
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
    if (target?.hidden && list.contains(target)) { show(every); target.scrollIntoView(); }
  });
  show(every);
}
