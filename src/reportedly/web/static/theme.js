// Runs before the page is drawn, so that a chosen theme does not flash. Storage may be refused.
(() => {
  try {
    const chosen = localStorage.getItem("theme");
    if (chosen === "dark" || chosen === "light") document.documentElement.dataset.theme = chosen;
  } catch {
    // Private windows may refuse storage: the system's theme holds.
  }
})();
