// Puts the claim or chart that the reader came from into the report of an error.
(() => {
  const about = new URLSearchParams(location.search).get("about");
  if (!about || !/^[a-z0-9-]+$/.test(about)) return;
  const link = document.querySelector(".report a"); // none in a book without an address
  if (link) link.href += `?title=${encodeURIComponent(said("page-report-title", { about }))}`;
  document.querySelector(".report-about").textContent = said("page-report-about", { about });
})();
