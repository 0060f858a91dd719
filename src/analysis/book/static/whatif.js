// The account of the flight at the reader's settings. The same arithmetic as analysis/whatif.py,
// which is the reference; every number of the data comes in data-given. An interval is [low, high].
(() => {
  const exactly = (x) => [x, x];
  const add = (a, b) => [a[0] + b[0], a[1] + b[1]];
  const minus = (a, b) => [a[0] - b[1], a[1] - b[0]];
  // no factor of the account is an interval with an open end on both sides, so 0 x open is 0
  const scale = (a, x) => [a[0] * x, a[1] * x].map((y) => (Number.isNaN(y) ? 0 : y)).sort((p, q) => p - q);
  const notBelowZero = (a) => a.map((x) => Math.max(0, x));
  const WORDS = {};

  function number(value, kind, direction = 0) {
    let [step, decimals] = { count: [1, 0], size: [0.01, 2], share: [0.1, 1] }[kind] ?? [0.1, 1];
    if (kind === "share") value *= 100;
    if (kind === "people") {
      while (value / step >= 1000) step *= 10;
      decimals = step >= 1 ? 0 : 1;
    }
    const steps = value / step;
    const whole =
      direction < 0 ? Math.floor(steps + 1e-9) : direction > 0 ? Math.ceil(steps - 1e-9) : Math.floor(steps + 0.5);
    const fixed = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
    return (whole * step).toLocaleString("en-US", fixed) + (kind === "share" ? "\u00a0%" : "");
  }

  function write([low, high], kind) {
    if (high <= 0) return "none";
    if (low === high) return number(low, kind);
    if (high === Infinity) return low > 0 ? `at least ${number(low, kind, -1)}` : "any number";
    if (low <= 0) return `at most ${number(high, kind, 1)}`;
    return `${number(low, kind, -1)} to ${number(high, kind, 1)}`;
  }

  const verdict = (word, sentence, ...numbers) => ({ word, sentence, numbers });

  function evaluate(s, given) {
    const claim = given.claims;
    const people = [claim.people[0], Math.min(claim.people[1], claim.people[0] * (1 + s.reach))];
    const whole = s.totals === "households" ? scale(people, s.size) : people;
    const implied =
      s.totals === "printed" ? [people[0] / claim.households[1], people[1] / claim.households[0]] : exactly(s.size);
    const xinjiang = s.figure === "western" ? claim.western : scale(claim.wide, 1 - s.mongolia);
    const emigrants = scale(xinjiang, s.size);
    const ofAll = s.returned_of === "all";
    const returned = scale(ofAll ? whole : emigrants, s.returns);
    const remained = ofAll ? minus(emigrants, returned) : scale(emigrants, 1 - s.returns);
    const stayed = scale(notBelowZero(remained), 1 - s.losses);
    const iliLeft = scale(claim.ili, 1 - s.gone);
    const iliLate = scale(iliLeft, (1 + s.growth) ** given.yearsIli);
    const grown = (1 + s.growth) ** given.yearsFlight;
    const explained = add(iliLate, scale(stayed, grown));
    const held = s.violators === "detained";
    const both = add(claim.inward, claim.outward);
    const values = {
      implied,
      emigrants,
      returned,
      lost: scale(notBelowZero(remained), s.losses),
      stayed,
      explained,
      residual: minus(claim.late, explained),
      detained: held ? add(both, claim.violators) : both,
      killed: held ? claim.guards : add(claim.guards, claim.violators),
    };
    const account = {
      ili: claim.ili,
      gone: iliLeft,
      ili_late: iliLate,
      arrived: add(iliLate, emigrants),
      returned: add(iliLate, notBelowZero(remained)),
      lost: add(iliLate, stayed),
      explained,
    };
    const derived = { people, whole, xinjiang, remained, iliLate, grown, ofAll };
    return { values, account, verdicts: judge(s, claim, values, derived) };
  }

  function judge(s, claim, values, derived) {
    const { people, whole } = derived;
    return {
      totals: totals(s, claim, people),
      scopes: scopes(s, claim),
      part: part(s, claim, whole),
      balance: balance(s, claim, values, derived),
      violators: verdict(
        WORDS.untested, `violators-${s.violators}`, write(values.detained, "count"), write(values.killed, "count"),
      ),
    };
  }

  function totals(s, claim, people) {
    const households = claim.households;
    if (s.totals !== "printed") {
      if (households[0] > people[1])
        return verdict(WORDS.contradict, "totals-part", write(households, "people"), write(people, "people"));
      return s.totals === "households"
        ? verdict(WORDS.onlyIf, "totals-households", write(scale(people, s.size), "people"))
        : verdict(WORDS.onlyIf, "totals-people", write(households.map((x) => x / s.size), "people"));
    }
    const needed = scale(households, s.size);
    if (needed[1] <= claim.people[0]) return verdict(WORDS.agree, "totals-agree", write(needed, "people"));
    if (needed[0] <= people[1]) return verdict(WORDS.onlyIf, "totals-only-if", number(needed[0], "people", -1));
    const most = number(people[1] / households[0], "size", -1);
    return verdict(
      WORDS.contradict, "totals-contradict", write(needed, "people"), number(people[1], "people", 1), most,
    );
  }

  function scopes(s, claim) {
    const floor = claim.western;
    const without = scale(claim.wide, 1 - s.mongolia);
    const most = number(Math.max(0, 1 - floor[0] / claim.wide[1]), "share", -1);
    const numbers = [write(without, "people"), number(floor[0], "people", -1)];
    if (without[0] >= floor[0] && without[1] <= floor[1]) return verdict(WORDS.agree, "scopes-agree", ...numbers, most);
    return without[0] <= floor[1] && floor[0] <= without[1]
      ? verdict(WORDS.onlyIf, "scopes-only-if", ...numbers)
      : verdict(WORDS.contradict, "scopes-contradict", ...numbers, most);
  }

  function part(s, claim, whole) {
    const went = scale(claim[s.figure], s.size);
    const numbers = [write(went, "people"), write(whole, "people")];
    if (went[1] <= whole[0]) return verdict(WORDS.agree, "part-agree", ...numbers);
    if (went[0] > whole[1]) return verdict(WORDS.contradict, "part-contradict", ...numbers);
    return went[0] <= whole[0] && went[1] === Infinity
      ? verdict(WORDS.agree, "part-floor", ...numbers, number(whole[1] / s.size, "people", -1))
      : verdict(WORDS.onlyIf, "part-total", number(went[0], "people", -1));
  }

  function balance(s, claim, values, { whole, xinjiang, remained, iliLate, grown, ofAll }) {
    const { emigrants, explained, residual, returned } = values;
    if (remained[1] < 0)
      return verdict(
        WORDS.contradict, "balance-overdrawn", write(returned, "people"), write(emigrants, "people"),
      );
    if (residual[0] >= 0) return verdict(WORDS.agree, "balance-agree", write(residual, "people"));
    const rate = (1 - s.losses) * grown;
    const room = rate > 0 ? (claim.late[1] - iliLate[0]) / rate : Infinity;
    const share = ofAll ? 1 : 1 - s.returns;
    let back = ofAll ? whole[1] * s.returns : 0;
    if (residual[1] >= 0) {
      const least = number(explained[0], "people", -1);
      if (explained[1] !== Infinity) return verdict(WORDS.onlyIf, "balance-about", least, write(residual, "people"));
      const most = number((room + back) / share / s.size, "people", -1);
      const atFloor = explained[0] - iliLate[0];
      const rest = minus(claim.late, add(iliLate, exactly(atFloor)));
      return rest[0] >= 0
        ? verdict(WORDS.agree, "balance-floor", write(rest, "people"), most)
        : verdict(WORDS.onlyIf, "balance-floor-about", least, most);
    }
    let perSize = xinjiang[0] * share;
    if (ofAll && s.totals === "households") {
      perSize -= back / s.size;
      back = 0;
    }
    const size = perSize > 0 ? Math.max(0, room + back) / perSize : 0;
    return verdict(
      WORDS.contradict, "balance-contradict",
      write(explained, "people"), number(claim.late[1], "people", 1), number(size, "size", -1),
    );
  }

  // What can be over the whole range of the controls: the corners hold the extremes.
  function envelope(settings, given) {
    let corners = [settings];
    for (const [name, control] of Object.entries(given.controls))
      corners = corners.flatMap((corner) => [control.low, control.high].map((end) => ({ ...corner, [name]: end })));
    const outcomes = corners.map((corner) => evaluate(corner, given));
    const hull = (name) => [0, 1].map((i) => Math[i ? "max" : "min"](...outcomes.map((o) => o.values[name][i])));
    const values = Object.fromEntries(Object.keys(given.quantities).map((name) => [name, hull(name)]));
    const words = (name) => given.words.filter((word) => outcomes.some((o) => o.verdicts[name].word === word));
    const verdicts = Object.fromEntries(Object.keys(outcomes[0].verdicts).map((name) => [name, words(name)]));
    return { values, verdicts };
  }

  const fill = (sentence, numbers) => sentence.replace(/\{(\d)\}/g, (_, i) => numbers[i]);

  function start(page) {
    const given = JSON.parse(page.dataset.given);
    for (const interval of Object.values(given.claims)) interval[1] ??= Infinity;
    [WORDS.agree, WORDS.onlyIf, , WORDS.contradict, WORDS.untested] = given.words;
    const form = page.querySelector("form");
    const standard = Object.fromEntries(Object.entries(given.controls).map(([name, control]) => [name, control.best]));
    for (const [name, readings] of Object.entries(given.choices)) standard[name] = readings[0];

    const read = () =>
      Object.fromEntries(
        Object.keys(standard).map((name) => {
          const value = form.elements[name].value;
          return [name, name in given.controls ? Number(value) : value];
        }),
      );

    function show(wanted) {
      for (const [name, value] of Object.entries(wanted)) form.elements[name].value = value;
      // a slider keeps to its steps: what it holds is what counts
      const settings = read();
      for (const [name, value] of Object.entries(settings)) {
        if (name in given.controls) {
          const text = number(value, given.controls[name].kind);
          form.querySelector(`output[for="what-if-${name}"]`).value = text;
          form.elements[name].setAttribute("aria-valuetext", text);
        }
      }
      const outcome = evaluate(settings, given);
      const ranges = envelope(settings, given);
      for (const [name, kind] of Object.entries(given.quantities)) {
        const row = page.querySelector(`[data-quantity="${name}"]`);
        row.querySelector(".what-if-now").textContent = write(outcome.values[name], kind);
        row.querySelector(".what-if-all").textContent = write(ranges.values[name], kind);
      }
      for (const [name, { word, sentence, numbers }] of Object.entries(outcome.verdicts)) {
        const item = page.querySelector(`[data-verdict="${name}"]`);
        const label = item.querySelector(".verdict");
        label.textContent = label.dataset.word = word;
        item.querySelector(".what-if-why").textContent = fill(given.sentences[sentence], numbers);
        const met = ranges.verdicts[name];
        item.querySelector(".what-if-everywhere").textContent =
          met.length === 1 ? given.sentences.fixed : fill(given.sentences.moved, [met.join(", ")]);
      }
      const contradictions = Object.values(outcome.verdicts).filter((v) => v.word === WORDS.contradict).length;
      page.querySelector(".what-if-summary").textContent = fill(given.sentences.summary, [
        contradictions,
        Object.keys(outcome.verdicts).length,
        write(outcome.values.explained, "people"),
        write(given.claims.late, "people"),
      ]);
      draw(outcome.account);
      page.querySelector(".what-if-address").hash = fragment(settings);
    }

    function draw(account) {
      const part = (value) => `${((Math.max(0, value) / given.scale) * 100).toFixed(3)}%`;
      let before = 0;
      for (const [name, total] of Object.entries(account)) {
        const row = page.querySelector(`[data-step="${name}"]`);
        row.querySelector("b").textContent = write(total, "people");
        const change = row.querySelector(".change");
        change.setAttribute("x", part(Math.min(before, total[0])));
        change.setAttribute("width", part(Math.abs(total[0] - before)));
        change.dataset.falls = total[0] < before;
        const end = total[1] === Infinity ? given.scale : total[1];
        const line = row.querySelector(".open");
        line.setAttribute("x1", part(total[0]));
        line.setAttribute("x2", part(end));
        const arrow = row.querySelector(".arrow");
        arrow.setAttribute("x", part(end));
        if (total[1] === Infinity) arrow.removeAttribute("display");
        else arrow.setAttribute("display", "none");
        before = total[0];
      }
    }

    // Only what differs from the default stands in the address.
    function fragment(settings) {
      const changed = Object.entries(settings).filter(([name, value]) => String(value) !== String(standard[name]));
      return new URLSearchParams(changed).toString() || "settings";
    }

    function fromAddress() {
      const settings = { ...standard };
      const refused = [];
      const text = location.hash.slice(1);
      for (const [name, value] of text.includes("=") ? new URLSearchParams(text) : []) {
        const control = given.controls[name];
        const fits = control
          ? value.trim() !== "" && Number(value) >= control.low && Number(value) <= control.high
          : (given.choices[name] ?? []).includes(value);
        if (fits) settings[name] = control ? Number(value) : value;
        else refused.push(`${name}=${value}`);
      }
      form.querySelector(".what-if-message").textContent = refused.length
        ? fill(given.sentences.refused, [refused.join(", ")])
        : "";
      show(settings);
    }

    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", () => {
      const settings = read();
      show(settings);
      history.replaceState(null, "", `#${fragment(settings)}`);
    });
    form.querySelector(".what-if-reset").addEventListener("click", () => {
      history.replaceState(null, "", "#settings");
      fromAddress();
    });
    window.addEventListener("hashchange", fromAddress);
    form.hidden = false;
    page.classList.add("live");
    fromAddress();
  }

  document.querySelectorAll(".what-if").forEach(start);
})();
