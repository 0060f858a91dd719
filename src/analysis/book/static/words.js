// Puts values into words as analysis/words/language.py and analysis/account/sentences.py do: the
// same Fluent messages, the same numbers. data holds the messages and all that does not move.
globalThis.Words = (() => {
  const OUTWARD = ["between", "least", "most"];
  const GENITIVE = [...OUTWARD, "about", "estimate", "over", "nearly", "no-less-than", "at-most", "range"];
  const RANK = { hull: [0, "\u2026"], "+": [1, "+"], "-": [1, "\u2212"], "*": [2, "\u00d7"], "/": [2, "/"] };
  const NBSP = "\u00a0";

  const shape = ([low, high]) =>
    low === high
      ? "exact"
      : high === Infinity
        ? low > 0 ? "least" : "any"
        : low === 0 || low === -Infinity ? "most" : "between";
  // digits behind the point of a printed number, as %.12g writes it
  const decimals = (x) => (String(Number(x.toPrecision(12))).split(".")[1] ?? "").length;

  class Said extends FluentBundle.FluentType {
    toString(scope) {
      return scope.bundle.words.quantity(this.value);
    }
  }

  class Sentences {
    // data: its messages are read once; world: one set of settings
    constructor(world, bundle) {
      this.world = world;
      this.data = world.data;
      this.bundle = bundle;
      bundle.words = this;
      this.known = new Map();
    }

    has(id, attribute = "") {
      const found = this.bundle.getMessage(id);
      return Boolean(found && (attribute ? found.attributes[attribute] : found.value));
    }

    message(id, attribute = "", values = {}) {
      const found = this.bundle.getMessage(id);
      const pattern = found && (attribute ? found.attributes[attribute] : found.value);
      if (!pattern) throw new Error(`no words for ${id}.${attribute}`);
      const errors = [];
      const text = this.bundle.formatPattern(pattern, values, errors);
      if (errors.length) throw new Error(`${id}.${attribute}: ${errors.join("; ")}`);
      return text;
    }

    number(value, digits, way = 0) {
      if (way) {
        const by = 10 ** digits;
        value = (way < 0 ? Math.floor(value * by + 1e-9) : Math.ceil(value * by - 1e-9)) / by;
      }
      const places = Math.max(digits, 0);
      const by = 10 ** -digits;
      // half to even, as Python rounds; a number of so few digits is exact in its decimal form
      const rounded = digits < 0 ? halfEven(value / by) * by : Number(toFixed(value, places));
      const [written, category] = formats(this.data.language, places);
      return [written.format(rounded + 0).replace("-", "\u2212"), category.select(Math.abs(rounded))];
    }

    quantity(q, wanted = "nom", unit = "yes") {
      let [low, high, best, count, span] = ["", "", "", "other", ""];
      const outward = OUTWARD.includes(q.form);
      if (Number.isFinite(q.value[0])) [low, count] = this.number(q.value[0], q.digits, outward ? -1 : 0);
      if (Number.isFinite(q.value[1])) [high, count] = this.number(q.value[1], q.digits, outward ? 1 : 0);
      if (q.best !== null && !outward && q.form !== "range") [best, count] = this.number(q.best, q.digits);
      if (q.form === "estimate")
        span = this.quantity({ form: shape(q.value), value: q.value, best: null, unit: "", digits: q.digits });
      const said = this.message(`form-${q.form}`, "", { low, high, best, span });
      if (!q.unit || unit === "no") return said;
      const kase = GENITIVE.includes(q.form) ? "gen" : wanted;
      const glue = this.has(`unit-${q.unit}`, "symbol") ? NBSP : " ";
      return said + glue + this.message(`unit-${q.unit}`, "", { count, case: kase });
    }

    end(q, end, digits, way) {
      const found = { low: q.value[0], high: q.value[1], best: q.best }[end];
      const outward = { low: -1, high: 1, best: 0 }[end];
      const turn = way === "in" ? -outward : outward * OUTWARD.includes(q.form);
      return this.number(found, digits === null ? q.digits : Number(digits), turn)[0];
    }

    // A figure with its hedge, as finely as it is printed; parts of one in per cent.
    ofFigure(id) {
      const found = this.world.figure(id);
      const { factor, unit } = found.shown;
      const round = (x) => Number((x * factor).toFixed(9));
      const digits = Math.max(...found.ends.map((end) => decimals(round(end))));
      return { form: found.hedge, value: found.value.map((end) => end * factor), best: found.best * factor, unit, digits };
    }

    ofResult(id) {
      const found = this.data.results[id];
      const value = this.world.value(found.node, found.kind === "likely").map((end) => (end === 0 ? 0 : end * found.factor));
      const estimate = found.kind === "estimate" && value[0] !== value[1];
      const best = estimate ? this.world.value(found.node, true)[0] * found.factor : null;
      return { form: estimate ? "estimate" : shape(value), value, best, unit: found.unit, digits: found.digits };
    }

    ofValue(node, likely) {
      const value = this.world.value(node, likely);
      const digits = Math.min(Math.max(...value.filter(Number.isFinite).map(decimals)), 3);
      let unit = node[0] === "number" ? (node[3] ?? "") : "";
      if (["low", "high", "best"].includes(node[0]) && node[1][0] === "figure" && !likely)
        unit = this.data.figures[node[1][1]].unit;
      return { form: shape(value), value, best: null, unit, digits };
    }

    show(node, likely) {
      if (node[0] === "figure") {
        if (!likely) return this.quantity(this.ofFigure(node[1]));
        const { best } = this.world.figure(node[1]);
        return this.number(best, decimals(best))[0];
      }
      if (node[0] === "result") return this.quantity(this.ofResult(node[1]), "nom", likely ? "no" : "yes");
      if (node[0] === "number" && node[4]) return node[4];
      return this.quantity(this.ofValue(node, likely));
    }

    formula(node, likely = false, above = 0) {
      const [operation, ...rest] = node;
      if (operation === "choose") {
        const { readings } = this.world.settings;
        return this.formula(rest[1][readings[rest[0]] ?? Object.keys(rest[1])[0]], likely);
      }
      if (operation === "grown" || operation === "yearly") {
        const [first, years] = rest.map((each) => this.formula(each, likely));
        if (operation === "yearly") return `(${first})^(1 / ${years}) \u2212 1`;
        const rate = first.startsWith("\u2212") ? `(${first})` : first;
        return `(1 + ${rate})^${/^\d+$/.test(years) ? years : `(${years})`}`;
      }
      if (operation === "part" || operation === "at-least") return this.formula(rest[0], likely, above);
      if (!(operation in RANK)) return this.show(node, likely);
      // a conversion of units is no step of the arithmetic
      if (operation === "*" && rest[1][0] === "convert") return this.formula(rest[0], likely, above);
      const [rank, sign] = RANK[operation];
      const left = this.formula(rest[0], likely, rank);
      const right = this.formula(rest[1], likely, rank + ("-/".includes(operation) ? 1 : 0));
      const joined = `${left} ${sign} ${right}`;
      return rank < above ? `(${joined})` : joined;
    }

    // ------------------------------------------------------------ checks

    values(id) {
      if (!this.known.has(id)) this.known.set(id, this.reckoned(id));
      return { ...this.known.get(id) };
    }

    reckoned(id) {
      const check = this.data.checks[id];
      const said = (q) => new Said(q);
      const found = { ...this.data.records };
      for (const figure of check.evidence) found[figure] = said(this.ofFigure(figure));
      for (const [name, fact] of Object.entries(check.facts)) {
        if (typeof fact === "string") found[name] = fact;
        else if (fact.truth) found[name] = this.world.value(fact.truth) ? "yes" : "no";
        else if (fact.list) found[name] = fact.list.map((each) => this.quantity(this.ofFigure(each))).join(this.message("and"));
        else if (fact.number[0] === "figure") found[name] = said(this.ofFigure(fact.number[1]));
        else found[name] = said(this.ofValue(fact.number, false));
      }
      for (const [name, result] of Object.entries(check.lines))
        if (this.world.value(this.data.results[result].when)) found[name] = said(this.ofResult(result));
      return found;
    }

    check(id, attribute = "") {
      const values = this.values(id);
      const { words, readings } = this.data.checks[id];
      if (["condition", "finding"].includes(attribute) && Object.keys(readings).length)
        values.holding = this.world.holding(id)
          .map((name) => this.message(words, `reading-${name}`, values))
          .join(this.message("or"));
      return this.message(words, attribute, values);
    }

    verdict(id) {
      const verdict = this.world.verdict(id);
      const name = `verdict-${verdict.replaceAll(" ", "-")}`;
      const { words, namesReadings } = this.data.checks[id];
      const named = !namesReadings || this.world.holding(id).length > 0;
      if (["agree only if", "contradict"].includes(verdict) && named && this.has(words, "condition"))
        return this.message(name, "with", { condition: this.check(id, "condition") });
      return this.answer(verdict);
    }

    answer(verdict, alone = true) {
      const name = `verdict-${verdict.replaceAll(" ", "-")}`;
      return alone && this.has(name, "alone") ? this.message(name, "alone") : this.message(name);
    }
  }

  // The messages of a language; the sentences that hold it last say its quantities.
  const bundle = (data) => {
    const functions = {
      Q: ([said], { case: wanted = "nom", unit = "yes" }) =>
        made.words.quantity(said.value, String(wanted), String(unit)),
      END: ([said], { end = "low", digits = null, way = "out" }) => made.words.end(said.value, String(end), digits, String(way)),
    };
    const made = new FluentBundle.FluentBundle(data.language, { functions, useIsolating: false });
    made.addResource(new FluentBundle.FluentResource(data.messages));
    return made;
  };
  const made = new Map();
  const formats = (language, places) => {
    const key = `${language} ${places}`;
    const digits = { minimumFractionDigits: places, maximumFractionDigits: places };
    if (!made.has(key))
      made.set(key, [new Intl.NumberFormat(language, digits), new Intl.PluralRules(language, digits)]);
    return made.get(key);
  };
  const halfEven = (x) => {
    const floor = Math.floor(x);
    const rest = x - floor;
    return rest > 0.5 || (rest === 0.5 && floor % 2) ? floor + 1 : floor;
  };
  // toFixed rounds what is exactly half upward, Python to even; only such numbers differ
  const toFixed = (x, places) => {
    const by = 10 ** places;
    return Math.abs(x * by - Math.trunc(x * by)) === 0.5 && Number.isInteger(x * by * 2)
      ? (halfEven(x * by) / by).toFixed(places)
      : x.toFixed(places);
  };
  return { Sentences, bundle };
})();
