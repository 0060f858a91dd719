// The search page. finding.py gives the passages of the book (BOOK) and the stemmer of its language
// (Stemmer); MiniSearch makes an index of them. Pages come in the parts of the book, chapters before
// lists, and within a part the best first.
{
  const SHOWN = 3; // passages of a page that stand open
  const ROOM = 110; // letters of an excerpt before and after the first word that was found
  const WORD = /\p{N}+(?:[.,\u00a0\u202f]\p{N}+)*(?:\p{L}|\p{M})*|[\p{L}\p{M}][\p{L}\p{M}\p{N}'’]*/gu;
  const RUN = /\p{N}+(?:[.,\u00a0\u202f]\p{N}+)*|[^\p{N}]+/gu;
  const GROUPED = /^\p{N}{1,3}(?:[,\u00a0\u202f]\p{N}{3})+(?![\p{N}.,])/u;
  const SPACED = /(?<![\p{N}.,])\p{N}{1,3}(?: \p{N}{3})+(?![\p{N}.,])/gu; // 400 000
  const stemmer = new Stemmer();

  // One form for what a reader takes for the same: 400,000 and 400000, letters composed or not, é and
  // e, ё and е, two apostrophes.
  const plain = (text) => text.normalize("NFD").replace(/(\p{Script=Latin})\p{M}+/gu, "$1")
    .normalize("NFC").toLowerCase().replaceAll("ё", "е");
  const tokens = (text) => plain(text).match(WORD) ?? [];
  // a book says a few thousand words some hundred thousand times
  const once = (find) => {
    const found = new Map();
    return (token) => {
      if (!found.has(token)) found.set(token, find(token));
      return found.get(token);
    };
  };
  const term = once((token) => {
    const word = GROUPED.test(token) ? token.replace(/[,\u00a0\u202f]/g, "") : token;
    return stemmer.stemWord(word.replace(/['’]/g, ""));
  });
  // "1920s" is found by 1920 too, "fn28" by 28
  const terms = once((token) => {
    const runs = token.match(RUN);
    return runs.length > 1 ? [token, ...runs].map(term) : term(token);
  });

  const index = new MiniSearch({
    fields: ["heading", "text"],
    tokenize: tokens,
    processTerm: terms,
    searchOptions: {
      processTerm: term,
      boost: { heading: 3 },
      boostDocument: (id) => (BOOK.passages[id][4] ? 0.2 : 1), // what stands on a card only
      prefix: (word) => word.length > 2 && !/\p{N}/u.test(word),
      weights: { prefix: 0.3, fuzzy: 0 },
    },
  });
  index.addAll(BOOK.passages.map(([page, anchor, heading, text], id) => ({ id, heading, text })));

  const names = new Map();
  for (const [name, page, anchor] of BOOK.names) {
    const key = tokens(name).map(term).join(" ");
    names.set(key, [...(names.get(key) ?? []), [page, anchor]]);
  }

  // Everything that is found: entries with this very name, and pages, each with its passages. A page
  // that has all the words goes before those that have only some; these are left out if there is one.
  const find = (query) => {
    const asked = [...new Set(tokens(query).map(term))];
    const pages = new Map();
    for (const { id, score, queryTerms } of index.search(query)) {
      const page = BOOK.passages[id][0];
      const found = pages.get(page) ?? { page, terms: new Set(), most: 0, score: 0, passages: [] };
      for (const one of queryTerms) found.terms.add(one);
      found.passages.push({ id, score, terms: queryTerms.length });
      pages.set(page, found);
    }
    const most = Math.max(0, ...[...pages.values()].map((found) => found.terms.size));
    const found = [...pages.values()].filter((each) => each.terms.size === most);
    for (const each of found) {
      each.passages.sort((a, b) => b.terms - a.terms || b.score - a.score || a.id - b.id);
      [{ terms: each.most, score: each.score }] = each.passages;
    }
    const part = ({ page }) => BOOK.pages[page][2];
    found.sort((a, b) => part(a) - part(b) || b.most - a.most || b.score - a.score || a.page - b.page);
    return {
      asked,
      whole: most === asked.length,
      names: names.get(tokens(query).map(term).join(" ")) ?? [],
      pages: found,
    };
  };

  const search = (query) => {
    const joined = query.replace(SPACED, (number) => number.replaceAll(" ", ""));
    const found = find(joined);
    return found.whole ? found : find(query);
  };

  // The tests ask it for every word of every page.
  globalThis.bookSearch = {
    search,
    addresses: (query) => search(query).pages.map(({ page }) => BOOK.pages[page][0]),
  };

  const element = (name, ...inside) => {
    const made = document.createElement(name);
    made.append(...inside);
    return made;
  };
  const link = (page, anchor, text) => {
    const made = element("a", text);
    made.href = BOOK.pages[page][0] + (anchor && `#${anchor}`);
    return made;
  };

  // The words round the first hit, the hits marked.
  const excerpt = (text, asked) => {
    const hits = [...text.matchAll(WORD)]
      .filter(([token]) => [terms(plain(token))].flat().some((one) => asked.some((word) => one === word)));
    const start = Math.max(0, (hits[0]?.index ?? 0) - ROOM);
    const from = start && text.indexOf(" ", start) + 1;
    const end = from + 2 * ROOM < text.length ? text.lastIndexOf(" ", from + 2 * ROOM) : text.length;
    const made = element("span", from ? "… " : "");
    let at = from;
    for (const { 0: token, index } of hits) {
      if (index + token.length > end) break;
      made.append(text.slice(at, index), element("mark", token));
      at = index + token.length;
    }
    made.append(text.slice(at, end), end < text.length ? " …" : "");
    return made;
  };

  const passage = (id, asked) => {
    const [page, anchor, heading, text] = BOOK.passages[id];
    return element("li", link(page, anchor, heading || BOOK.pages[page][1]), ": ", excerpt(text, asked));
  };

  const result = ({ page, passages }, asked) => {
    const title = element("h3", link(page, "", BOOK.pages[page][1]));
    const made = element("li", title, element("ul", ...passages.slice(0, SHOWN).map(({ id }) => passage(id, asked))));
    const rest = passages.slice(SHOWN);
    if (rest.length) {
      const more = element("details", element("summary", said("page-search-more", { number: rest.length })));
      more.addEventListener("toggle", () => {
        if (more.children.length === 1) more.append(element("ul", ...rest.map(({ id }) => passage(id, asked))));
      });
      made.append(more);
    }
    return made;
  };

  const show = (query) => {
    const place = document.getElementById("search-results");
    place.replaceChildren();
    document.title = query ? said("page-search-title", { query, title }) : title;
    document.getElementById("search-count").textContent = "";
    if (!query) return;
    const { asked, whole, names: entries, pages } = search(query);
    const outcome = pages.length ? (whole ? "found" : "partly") : "nothing";
    document.getElementById("search-count").textContent =
      said(`page-search-${outcome}`, { query, number: pages.length });
    if (entries.length) {
      place.append(element("h2", said("page-search-names")), element("ul", ...entries.map(([page, anchor]) => {
        const found = BOOK.passages.find((each) => each[0] === page && each[1] === anchor);
        return element("li", link(page, anchor, found?.[2] || query), ` (${BOOK.pages[page][1]})`,
          ...(found ? [": ", excerpt(found[3], asked)] : []));
      })));
    }
    BOOK.parts.forEach((caption, part) => {
      const here = pages.filter(({ page }) => BOOK.pages[page][2] === part);
      if (!here.length) return;
      if (caption) place.append(element("h2", caption));
      place.append(element("ol", ...here.map((each) => result(each, asked))));
    });
  };

  const { title } = document;
  // what is typed next takes the place of the last question
  const boxes = document.querySelectorAll("input[name=q]");
  const asked = () => new URLSearchParams(location.search);
  let shown;
  const answer = () => {
    const query = asked().get("q")?.trim() ?? "";
    if (query === shown) return; // only the place on the page has changed
    shown = query;
    for (const box of boxes) {
      box.value = query;
      if (box === document.activeElement) box.select();
    }
    show(query);
  };
  // The next question is answered here: loaded anew, the page would make its index anew.
  document.addEventListener("submit", (event) => {
    const query = event.target.elements.q?.value.trim();
    if (!query || [...asked().keys()].some((name) => name !== "q")) return;
    try {
      if (query !== shown) history.pushState(null, "", `?${new URLSearchParams({ q: query })}`);
    } catch {
      return; // a browser that lets no page on a disk change its address loads it anew
    }
    event.preventDefault();
    event.target.closest("dialog")?.close();
    answer();
    scrollTo(0, 0);
  });
  addEventListener("popstate", answer);
  for (const box of boxes) box.addEventListener("focus", () => box.select());
  if (asked().has("q")) answer();
}
