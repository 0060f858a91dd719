// The readings of a clash as buttons, and its bars at a reader's settings.
for (const figure of document.querySelectorAll(".clash")) {
  const views = [...figure.querySelectorAll(".clash-view")];
  if (views.length < 2) continue;
  const choices = Object.assign(document.createElement("div"), { className: "clash-readings" });
  choices.setAttribute("role", "group");
  const show = (chosen) => views.forEach((view, i) => {
    view.classList.toggle("clash-hidden", view !== chosen);
    choices.children[i].setAttribute("aria-pressed", view === chosen);
  });
  for (const view of views) {
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: view.dataset.label });
    button.addEventListener("click", () => show(view));
    choices.append(button);
  }
  views[0].before(choices);
  show(views[0]);
}

document.addEventListener("companion:settings", ({ detail: { data, says } }) => {
  const { world } = says;
  for (const view of document.querySelectorAll(".clash-view")) {
    const check = data.checks[view.dataset.check];
    if (!check) continue; // no setting moves it
    const node = view.dataset.reading ? check.readings[view.dataset.reading] : check.rules.at(-1)[1];
    let [first, second] = node.slice(1, 3).map((each) => world.value(each));
    if (["<", "<=", "within"].includes(node[0])) second = [-Infinity, second[1]];
    if (node[0] === "contains") [first, second] = [second, first];
    const [low, high] = [Number(view.dataset.low), Number(view.dataset.high)];
    const at = (end) => Math.min(Math.max((end - low) / (high - low), 0), 1) * 100;
    const put = (bar, from, to) => {
      bar.setAttribute("x", `${at(from)}%`);
      bar.setAttribute("width", `${Math.max(at(to) - at(from), 0.6)}%`);
    };
    view.querySelectorAll(".clash-bar").forEach((bar, i) => put(bar, ...[first, second][i]));
    const common = [Math.max(first[0], second[0]), Math.min(first[1], second[1])];
    const apart = common[0] > common[1];
    const shade = view.querySelector(".clash-shade");
    put(shade, Math.min(...common), Math.max(...common));
    shade.classList.toggle("clash-gap", apart);
    shade.classList.toggle("clash-common", !apart);
    const inside = (a, b) => a[0] <= b[0] && b[1] <= a[1];
    const meeting = apart ? "apart" : inside(first, second) || inside(second, first) ? "inside" : "part";
    view.querySelector(".clash-meeting").textContent = says.message(`clash-${meeting}`);
  }
});
