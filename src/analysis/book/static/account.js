// Evaluates the expressions of analysis/account at a reader's settings. It knows no figure and no
// question: both come as data (book/live.py). An interval is [low, high]; an open end is infinite.
globalThis.Account = (() => {
  const ORDER = ["agree", "cannot be tested", "different scope", "agree only if", "contradict"];
  const [AGREE, UNTESTED, , ONLY_IF, CONTRADICT] = ORDER;
  const exactly = (x) => [x, x];
  const hull = (ends) => [Math.min(...ends), Math.max(...ends)];
  const times = (x, y) => (x === 0 || y === 0 ? 0 : x * y);
  const over = (x, y, sign) =>
    Math.abs(y) === Infinity ? 0 : y === 0 ? (x === 0 ? 0 : Infinity * Math.sign(x) * sign) : x / y;
  const each = (a, b, f) => hull(a.flatMap((x) => b.map((y) => f(x, y))));
  const divide = (a, b) => {
    if (b[0] === 0 && b[1] === 0) throw new Error("division by nothing but zero");
    if (a[0] === 0 && a[1] === 0) return [0, 0];
    if (b[0] < 0 && b[1] > 0) return [-Infinity, Infinity];
    return each(a, b, (x, y) => over(x, y, b[0] < 0 ? -1 : 1));
  };
  const contains = (a, b) => a[0] <= b[0] && b[1] <= a[1];
  const meets = (a, b) => Math.max(a[0], b[0]) <= Math.min(a[1], b[1]);
  const single = (a) => {
    if (a[0] !== a[1]) throw new Error(`${a} is a range`);
    return a[0];
  };
  const fit = (implied, allowed) =>
    contains(allowed, implied) ? AGREE : meets(implied, allowed) ? ONLY_IF : CONTRADICT;
  const within = (part, whole) => {
    if (part[0] > whole[1]) return CONTRADICT;
    return (Number.isFinite(part[1]) ? part[1] : part[0]) <= whole[0] ? AGREE : ONLY_IF;
  };

  const OPERATIONS = {
    "+": (a, b) => [a[0] + b[0], a[1] + b[1]],
    "-": (a, b) => [a[0] - b[1], a[1] - b[0]],
    "*": (a, b) => each(a, b, times),
    "/": divide,
    grown: (rate, years) => each(rate, years, (r, t) => (1 + r) ** t),
    yearly: (factor, years) => each(factor, years, (x, t) => x ** (1 / t) - 1),
    part: (x) => [0, Math.max(x[1], 0)],
    "at-least": (x) => [x[0], Infinity],
    larger: (a, b) => [Math.max(a[0], b[0]), Math.max(a[1], b[1])],
    hull: (a, b) => [Math.min(a[0], b[0]), Math.max(a[1], b[1])],
    count: (...truths) => exactly(truths.filter(Boolean).length),
    "<": (a, b) => single(a) < single(b),
    "<=": (a, b) => single(a) <= single(b),
    "=": (a, b) => a[0] === b[0] && a[1] === b[1],
    contains,
    meets,
    and: (a, b) => a && b,
    or: (a, b) => a || b,
    not: (a) => !a,
    worst: (...verdicts) => verdicts.reduce((a, b) => (ORDER.indexOf(b) > ORDER.indexOf(a) ? b : a)),
    fits: fit,
    within,
  };

  // One set of settings: {values: {assumption: number}, readings: {check: reading}, grades: [...]}.
  class World {
    constructor(data, settings) {
      this.data = data;
      this.settings = settings;
      this.memory = [new Map(), new Map()];
    }

    figure(id) {
      let found = this.data.figures[id];
      const { grades } = this.settings;
      if (grades.length) found = { ...found, ...found.graded?.[grades.length - 1] };
      if (id in this.settings.values) {
        const x = this.settings.values[id];
        return { ...found, value: exactly(x), best: x, hedge: "exact", ends: [x] };
      }
      const { hedge, best } = found;
      if (hedge === "about") {
        const width = this.figure("hedge-about-width").best;
        return { ...found, value: hull([best * (1 - width), best * (1 + width)]) };
      }
      if (hedge === "over") {
        return { ...found, value: [best, best * (1 + this.figure("hedge-over-reach").value[1])] };
      }
      return { ...found, value: found.value.map((end, i) => end ?? (i ? Infinity : -Infinity)) };
    }

    // The value of a node; likely: with every figure at its most likely value.
    value(node, likely = false) {
      const memory = this.memory[+likely];
      if (!memory.has(node)) memory.set(node, this.reckon(node, likely));
      return memory.get(node);
    }

    reckon(node, likely) {
      const [operation, ...rest] = node;
      switch (operation) {
        case "figure": {
          const found = this.figure(rest[0]);
          return likely ? exactly(found.best) : found.value;
        }
        case "number": {
          const [low, high] = [rest[0] ?? -Infinity, rest[1] ?? Infinity];
          return likely ? exactly((low + high) / 2) : [low, high];
        }
        case "convert":
          return exactly(rest[0]);
        case "known":
          return rest[0];
        case "low":
        case "high":
        case "best": {
          const found = this.value(rest[0], operation === "best");
          return exactly(operation === "high" ? found[1] : found[0]);
        }
        case "result":
          return this.value(this.data.results[rest[0]].node, likely);
        case "choose":
          return this.value(rest[1][this.settings.readings[rest[0]] ?? Object.keys(rest[1])[0]], likely);
        case "likely-fits": {
          const [implied, allowed] = rest.map((each) => this.value(each));
          const verdict = fit(implied, allowed);
          if (verdict === CONTRADICT) return verdict;
          return contains(allowed, this.value(rest[0], true)) ? AGREE : ONLY_IF;
        }
        default:
          return OPERATIONS[operation](...rest.map((each) => this.value(each, likely)));
      }
    }

    judge(check, node) {
      if (node[0] === "among") {
        const stand = Object.values(check.readings).map((each) => this.judge(check, each) !== CONTRADICT);
        return stand.every(Boolean) ? UNTESTED : stand.some(Boolean) ? ONLY_IF : CONTRADICT;
      }
      const found = this.value(node);
      return typeof found === "string" ? found : found ? AGREE : CONTRADICT;
    }

    verdict(id) {
      const check = this.data.checks[id];
      const { grades, readings } = this.settings;
      if (grades.length && check.grades.some((grade) => !grades.includes(grade))) return UNTESTED;
      if (id in readings) return this.judge(check, check.readings[readings[id]]);
      for (const [verdict, node] of check.rules) {
        if (verdict === null) return this.judge(check, node);
        if (this.value(node)) return verdict;
      }
      return AGREE;
    }

    holding(id) {
      const check = this.data.checks[id];
      return Object.keys(check.readings).filter((name) => this.judge(check, check.readings[name]) !== CONTRADICT);
    }
  }
  return { World, AGREE, UNTESTED, ONLY_IF, CONTRADICT };
})();
