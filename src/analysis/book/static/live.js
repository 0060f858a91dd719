// Brings a chart to life when it comes near the screen: Vega draws the same chart over the finished
// picture, which keeps its place (so nothing moves) and stays if anything fails, and in print.
// Point at a mark, or focus the chart and use the arrow keys, to read its figures.
(() => {
  const here = document.currentScript.src.replace(/[^/]*$/, "");
  const book = here.replace(/_static\/$/, "");
  const charts = (window.companionCharts = {}); // filled by charts/NAME.js
  const loads = new Map();

  // As scripts, not fetched: a book opened from a disk may not fetch its own files.
  const load = (address) => {
    if (!loads.has(address)) {
      loads.set(address, new Promise((done, failed) => {
        const script = Object.assign(document.createElement("script"), { src: address });
        script.onload = done;
        script.onerror = () => failed(new Error(`not loaded: ${address}`));
        document.head.append(script);
      }));
    }
    return loads.get(address);
  };

  const lines = (row, columns) => columns
    .filter(([name]) => row[name] !== null && row[name] !== undefined && row[name] !== "")
    .map(([name, heading]) => [heading, typeof row[name] === "number"
      ? row[name].toLocaleString(document.documentElement.lang, { maximumFractionDigits: 2, useGrouping: name !== "year" })
      : String(row[name])]);

  class Live {
    constructor(still, name) {
      this.still = still;
      this.name = name;
      this.note = Object.assign(document.createElement("div"), { className: "chart-note" });
      this.note.setAttribute("role", "status");
      this.at = -1;
    }

    async draw() {
      await Promise.all([load(`${here}vega.js`), load(`${book}charts/${this.name}.js`)]);
      const chart = charts[this.name];
      this.columns = chart.columns;
      const layer = Object.assign(document.createElement("div"), { className: "chart-live" });
      layer.setAttribute("aria-hidden", "true");
      const { parse, View, expressionInterpreter } = window.vega;
      // Vega writes into the rows it is given, and the other width draws the same ones.
      const drawn = structuredClone(chart[this.still.dataset.size]);
      drawn.data.filter((data) => "values" in data).forEach((data) => {
        data.values = structuredClone(chart.rows[data.values]);
      });
      // A chart's own control only takes what the control of the list beside it says (filter.js).
      const controls = Object.assign(document.createElement("div"), { hidden: true });
      this.view = new View(parse(drawn, null, { ast: true }), {
        expr: expressionInterpreter, renderer: "svg", container: layer, bind: controls, hover: true,
        tooltip: (_, event, item, value) => this.show(value && item),
      });
      await this.view.runAsync();
      this.still.append(layer, controls, this.note);
      this.still.classList.add("alive");
      this.layer = layer;
      const picture = this.still.parentElement;
      picture.setAttribute("role", "group"); // no longer a mere picture: it can be asked
      picture.setAttribute("aria-roledescription", said("page-chart"));
      picture.tabIndex = 0;
      picture.addEventListener("keydown", (event) => this.key(event));
      picture.addEventListener("blur", () => this.show(null));
    }

    // The marks that stand for rows of the data, each row once, in drawing order.
    items() {
      const found = new Map();
      const walk = (mark) => mark.items.forEach((item) => {
        if (item.items) item.items.forEach(walk);
        else if (item.tooltip) {
          const key = JSON.stringify(lines(item.datum, this.columns));
          if (key !== "[]" && !found.has(key)) found.set(key, item);
        }
      });
      walk(this.view.scenegraph().root);
      return [...found.values()];
    }

    key(event) {
      if (!this.still.offsetParent) return; // the twin for another width
      const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
      if (event.key === "Escape") this.show(null);
      if (!step) return;
      event.preventDefault();
      const items = this.items();
      if (!items.length) return;
      this.at = (this.at + step + items.length) % items.length;
      this.show(items[this.at]);
    }

    show(item) {
      const told = item ? lines(item.datum, this.columns) : [];
      this.note.replaceChildren(...told.map(([name, value]) => {
        const line = document.createElement("div");
        line.append(Object.assign(document.createElement("b"), { textContent: name }), ` ${value}`);
        return line;
      }));
      if (!told.length) return;
      let [x, y] = [(item.bounds.x1 + item.bounds.x2) / 2, item.bounds.y2];
      for (let group = item.mark.group; group; group = group.mark && group.mark.group) {
        x += group.x || 0;
        y += group.y || 0;
      }
      const scale = this.layer.clientWidth / (this.view._viewWidth || this.layer.clientWidth);
      const room = this.layer.clientWidth - this.note.offsetWidth;
      const origin = this.view.origin();
      this.note.style.left = `${Math.max(0, Math.min(room, (x + origin[0]) * scale + 8))}px`;
      this.note.style.top = `${(y + origin[1]) * scale + 8}px`;
    }
  }

  const near = new IntersectionObserver((entries) => entries.forEach((entry) => {
    if (!entry.isIntersecting) return;
    near.unobserve(entry.target);
    const name = entry.target.closest("figure.chart").id.replace(/^chart-/, "");
    new Live(entry.target, name).draw().catch((error) => console.warn(`${error}; the picture stays`));
  }), { rootMargin: "300px" });
  document.querySelectorAll(".chart-wide, .chart-narrow").forEach((still) => near.observe(still));
})();
