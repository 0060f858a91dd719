// Cards open by style alone, on hover and on focus. This adds what style cannot do: Escape closes a
// card, and on a touch screen the first tap opens the card, the second follows the link.
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  document.querySelectorAll(".evidence-box").forEach((box) => {
    if (box.matches(":hover, :focus-within")) box.classList.add("closed");
  });
});
for (const leaving of ["mouseout", "focusout"]) {
  document.addEventListener(leaving, (event) => {
    event.target.closest?.(".evidence-box")?.classList.remove("closed");
  });
}
let touched = null;
document.addEventListener("pointerdown", (event) => {
  if (event.pointerType !== "touch") return;
  const link = event.target.closest?.("a.evidence") ?? null;
  if (link && link !== touched) {
    link.addEventListener("click", (click) => { click.preventDefault(); link.focus(); }, { once: true });
  }
  touched = link;
});
