// Side notes lie in the margin by style alone. This adds what style cannot do: on a wide screen the
// sources of a picture leave its caption and stand open beside the picture, a note that would stand
// far from its figure goes (the card has it), and the table of contents folds to one line while a
// note stands where it would lie.
(() => {
  const wide = matchMedia("screen and (min-width: 1280px)");
  const FAR = 160; // pixels below what a note belongs to
  const article = document.querySelector(".bd-article");
  const sources = [...document.querySelectorAll("figure.chart details.chart-source")].map((note) => {
    const figure = note.closest("figure");
    return { note, block: figure.closest(".cell") ?? figure, home: document.createComment("") };
  }).filter(({ block }) => block.parentElement?.tagName === "SECTION");
  for (const { note, home } of sources) note.before(home);
  const lay = () => {
    for (const { note, block, home } of sources) {
      if (wide.matches) block.before(note);
      else home.after(note);
      note.classList.toggle("beside", wide.matches);
      note.open = wide.matches;
    }
  };
  lay();
  const notes = [...article?.querySelectorAll(".side-note, details.chart-source") ?? []];
  if (!notes.length) return;

  // What a picture is drawn from goes before what a paragraph names.
  const thin = () => {
    const top = (element) => element.getBoundingClientRect().top;
    const small = notes.filter((note) => note.matches(".side-note"));
    for (const note of small) note.classList.remove("away");
    if (!wide.matches) return;
    const standing = [];
    for (const note of notes) {
      if (!note.checkVisibility()) continue;
      const source = sources.find((each) => each.note === note);
      // the second of a picture stands below the first
      const from = source && sources.find((each) => each.block === source.block).note;
      const far = () => top(from ?? note) - top(source?.block ?? note.previousElementSibling) > FAR;
      if (!source && far()) note.classList.add("away");
      else standing.push(note);
      while (source && far()) {
        const last = standing.findLastIndex((each) => each.matches(".side-note"));
        if (last < 0) break;
        standing.splice(last, 1)[0].classList.add("away");
      }
    }
  };

  const contents = document.querySelector(".bd-sidebar-secondary");
  const under = new Set();
  const fold = () => {
    contents.classList.toggle("hide", under.size > 0 && !contents.contains(document.activeElement));
  };
  let watching;
  const watch = () => {
    watching?.disconnect();
    under.clear();
    const rest = Math.max(innerHeight - contents.scrollHeight, 0);
    watching = new IntersectionObserver((seen) => {
      for (const { target, isIntersecting } of seen) {
        if (isIntersecting && wide.matches) under.add(target);
        else under.delete(target);
      }
      fold();
    }, { rootMargin: `0px 0px -${rest}px 0px` });
    for (const note of notes) watching.observe(note);
  };
  if (contents) {
    contents.addEventListener("focusin", fold);
    contents.addEventListener("focusout", () => setTimeout(fold));
  }

  let size = "";
  const settle = () => {
    const now = `${article.clientWidth} ${article.clientHeight} ${innerHeight} ${wide.matches}`;
    if (now === size) return;
    size = now;
    thin();
    if (contents) watch();
  };
  wide.addEventListener("change", lay);
  new ResizeObserver(settle).observe(article);
  addEventListener("resize", settle);
  // lines that break elsewhere may leave the page as high as it was
  document.fonts.ready.then(() => { size = ""; settle(); });
})();
