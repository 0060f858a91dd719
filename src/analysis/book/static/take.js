// Copies what a button names: its own words, or those of another element. They are the published
// ones, whatever settings the page shows, and the answer says so.
(() => {
  const answer = Object.assign(document.createElement("div"), { className: "take-said" });
  answer.setAttribute("role", "status");
  document.body.append(answer);

  // Where the page is neither secure nor on a disk, there is only the old way.
  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const field = Object.assign(document.createElement("textarea"), { value: text });
      document.body.append(field);
      field.select();
      const done = document.execCommand("copy");
      field.remove();
      if (!done) throw new Error("not copied");
    }
  }

  document.addEventListener("click", async (event) => {
    const button = event.target.closest?.("[data-take], [data-take-from]");
    if (!button) return;
    const { take, takeFrom } = button.dataset;
    const set = document.querySelector(".settings-bar:not([hidden])");
    try {
      await copy(take ?? document.getElementById(takeFrom).textContent);
      answer.textContent = said(set ? "page-copied-published" : "page-copied");
    } catch {
      answer.textContent = said("page-not-copied");
    }
    answer.classList.add("shown");
    clearTimeout(answer.leaving);
    answer.leaving = setTimeout(() => answer.classList.remove("shown"), 4000);
  });
})();
