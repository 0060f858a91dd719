// A reader's settings: read from the address, carried along by every link of the book, shown in a
// bar that takes them back. What they can move is marked data-live="kind:id:part" in the pages.
(() => {
  const here = document.currentScript.src.replace(/[^/]*$/, "");
  const SCRIPTS = ["fluent-bundle.js", "account-data.js", "account.js", "words.js"];
  let loaded;
  // As scripts, one after the other: a book opened from a disk may not fetch its own files.
  const load = () =>
    (loaded ??= SCRIPTS.reduce(
      (before, name) =>
        before.then(
          () =>
            new Promise((done, failed) => {
              const script = Object.assign(document.createElement("script"), { src: here + name });
              script.onload = done;
              script.onerror = () => failed(new Error(`not loaded: ${name}`));
              document.head.append(script);
            }),
        ),
      Promise.resolve(),
    ));

  const query = () => new URLSearchParams(location.search);
  const form = document.querySelector(".settings-form");
  const marked = [...document.querySelectorAll("[data-live]")];
  const published = new Map(marked.map((element) => [element, element.textContent]));
  let bundle;

  const named = (data, name) => name in data.bests || name === "grades" || Boolean(data.checks[name]);

  // What the address says; what does not exist here is left out and named.
  function read(data) {
    const settings = { values: {}, readings: {}, grades: [] };
    const refused = [];
    for (const [name, text] of query()) {
      const range = data.figures[name]?.value;
      const number = Number(text);
      if (name in data.bests && text.trim() && number >= range[0] && number <= range[1]) settings.values[name] = number;
      else if (name === "grades" && data.grades[number - 1]) settings.grades = data.grades.slice(0, number);
      else if (data.checks[name]?.readings[text]) settings.readings[name] = text;
      else if (named(data, name)) refused.push(`${name}=${text}`);
    }
    return { settings, refused };
  }

  const empty = ({ values, readings, grades }) =>
    !Object.keys(values).length && !Object.keys(readings).length && !grades.length;

  function words(says, data, kind, id, part) {
    if (kind === "assumption") {
      const { hedge, shown } = says.world.figure(id);
      if (hedge !== "exact" || !(id in says.world.settings.values)) return null;
      return part === "bare" ? says.end(says.ofFigure(id), "best", null) : says.quantity(says.ofFigure(id), "nom", shown.unit === "percent" ? "yes" : "no");
    }
    if (kind === "result") {
      if (part === "formula") return says.formula(data.results[id].node, data.results[id].kind === "likely");
      return says.quantity(says.ofResult(id), "nom", part === "number" ? "no" : "yes");
    }
    const check = data.checks[id];
    if (part === "") return says.verdict(id);
    if (part === "verdict") return says.answer(says.world.verdict(id));
    if (part === "word") return says.answer(says.world.verdict(id), false);
    if (part === "key") return says.quantity(says.ofResult(check.key));
    if (part === "holding") return says.verdict(id).slice(says.answer(says.world.verdict(id), false).length);
    if (part.startsWith("judged-")) return says.message(`reading-${says.world.judge(check, check.readings[part.slice(7)]).replaceAll(" ", "-")}`);
    if (part.startsWith("value-")) return says.quantity(says.ofResult(check.lines[part.slice(6)]));
    if (part.startsWith("formula-")) {
      if (says.has(check.words, part)) return says.check(id, part);
      const line = data.results[check.lines[part.slice(8)]];
      return says.formula(line.node, line.kind === "likely");
    }
    const text = says.check(id, part);
    return part === "finding" ? text.slice(0, 1).toUpperCase() + text.slice(1) : text;
  }

  function put(element, text) {
    const parts = text.split(/\^(\d+)/).map((part, i) =>
      i % 2 ? Object.assign(document.createElement("sup"), { textContent: part }) : part,
    );
    element.replaceChildren(...parts);
  }

  // The colour and the sign of a verdict are those of its words.
  function dress(badge, data, says, id, part) {
    const check = data.checks[id];
    if (!badge || !check) return; // no setting moves it
    const verdict = ["verdict", "word"].includes(part) ? says.world.verdict(id) : says.world.judge(check, check.readings[part.slice(7)]);
    badge.className = `verdict verdict-${verdict.replaceAll(" ", "-")}`;
    badge.querySelector(".verdict-sign").textContent = data.signs[verdict];
  }

  function show(data, settings) {
    const says = new Words.Sentences(new Account.World(data, settings), bundle);
    for (const element of marked) {
      const before = published.get(element);
      const [kind, id, part] = element.dataset.live.split(":");
      let now = null;
      try {
        if (!empty(settings)) now = words(says, data, kind, id, part);
      } catch (error) {
        console.warn(element.dataset.live, error);
      }
      const text = now ?? before;
      const plain = text.replace(/\^(?=\d)/g, ""); // powers are raised, so their sign is not shown
      if (element.textContent !== plain) put(element, text);
      if (["verdict", "word"].includes(part) || part?.startsWith("judged-")) dress(element.closest(".verdict"), data, says, id, part);
      const moved = plain !== before;
      element.classList.toggle("moved", moved);
      if (moved) element.title = said("page-published", { value: before });
      else element.removeAttribute("title");
    }
    // what moved is to be seen
    for (const fold of document.querySelectorAll(".settings-lists .fold")) {
      if (fold.querySelector(".moved")) fold.open = true;
    }
    document.dispatchEvent(new CustomEvent("companion:settings", { detail: { data, says } }));
    return says;
  }

  // The same page in another language opens at the same place.
  for (const link of document.querySelectorAll(".editions a"))
    link.addEventListener("click", () => { link.hash = location.hash; });

  // Every link within the book carries the settings along, and nothing else of the address.
  function carry(data) {
    const set = new URLSearchParams([...query()].filter(([name]) => named(data, name))).toString();
    for (const link of document.querySelectorAll("a[href]")) {
      const target = new URL(link.href, location.href);
      if (target.origin !== location.origin || !/\.html$/.test(target.pathname)) continue;
      if (link.hasAttribute("download") || link.closest(".settings-bar")) continue;
      target.search = set && `?${set}`;
      link.href = target.href;
    }
  }

  const bar = Object.assign(document.createElement("div"), { className: "settings-bar", hidden: true });
  bar.setAttribute("role", "status");
  function tell(data, settings, refused, says) {
    bar.hidden = empty(settings) && !refused.length;
    const names = [
      ...Object.keys(settings.values).map((id) => `${data.labels[id]}: ${says.quantity(says.ofFigure(id))}`),
      ...Object.keys(settings.readings).map((id) => says.check(id, `reading-${settings.readings[id]}`)),
      ...(settings.grades.length ? [data.gradesSaid[settings.grades.length - 1]] : []),
    ];
    const reset = Object.assign(document.createElement("a"), { href: location.pathname, textContent: said("page-settings-back") });
    const told = [said("page-settings", { settings: names.join("; ") || said("page-settings-none") })];
    if (refused.length) told.push(said("page-settings-refused", { refused: refused.join(", ") }));
    bar.replaceChildren(`${told.join(" ")} `, reset);
  }

  async function start() {
    await load();
    const data = window.companionAccount;
    bundle ??= Words.bundle(data);
    const { settings, refused } = read(data);
    tell(data, settings, refused, show(data, settings));
    carry(data);
    return data;
  }

  function wire(data) {
    form.hidden = false;
    form.reset(); // a browser may keep what stood here before the page was loaded again
    const fields = [...form.elements].filter((field) => field.name);
    // What nothing has moved is the published value itself, to its last digit.
    const rest = new Map(fields.map((field) => [field, field.value]));
    const { settings } = read(data);
    const chosen = { ...settings.values, ...settings.readings };
    if (settings.grades.length) chosen.grades = settings.grades.length;
    for (const field of fields) if (field.name in chosen) field.value = chosen[field.name];
    // No more digits than a hand can set, and within the range.
    const short = ({ value, min, max }) => String(Math.min(Math.max(Number(Number(value).toPrecision(3)), min), max));
    const spell = (says) => {
      for (const field of fields) if (field.type === "range") {
        const value = field.value === rest.get(field) ? data.bests[field.name] : Number(short(field));
        const { factor, unit } = data.figures[field.name].shown;
        const number = value * factor;
        const digits = Math.min((String(Number(number.toPrecision(3))).split(".")[1] ?? "").length, 3);
        form.querySelector(`output[for="${field.id}"]`).textContent = says.quantity({ form: "exact", value: [number, number], best: null, unit, digits });
      }
    };
    const write = () => {
      const set = new URLSearchParams();
      for (const field of fields) if (field.value !== rest.get(field)) set.set(field.name, field.type === "range" ? short(field) : field.value);
      history.replaceState(null, "", location.pathname + (set.size ? `?${set}` : ""));
      const { settings, refused } = read(data);
      const says = show(data, settings);
      tell(data, settings, refused, says);
      carry(data);
      spell(says);
    };
    form.addEventListener("input", write);
    spell(show(data, settings));
  }

  document.querySelector("main, article, body").prepend(bar);
  if (form) start().then(wire);
  else if ([...query()].length) start();
})();
