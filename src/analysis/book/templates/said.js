// The words of the scripts in the language of the page: said("page-rows", { number: 3 }). What is
// counted has its words by plural category. Python (said.py) puts them in from the page-* messages.
globalThis.said = (() => {
  const words = WORDS;
  const plural = new Intl.PluralRules(document.documentElement.lang);
  return (id, values = {}) => {
    const found = words[id];
    if (!found) throw new Error(`no words for ${id}`);
    const text = typeof found === "string" ? found : found[plural.select(values.number)];
    return text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  };
})();
