// Only enhances: every page works without this file.
const root = document.documentElement;

function theme() {
  const button = document.getElementById("theme");
  const name = () => root.dataset.theme ?? "auto";
  const show = () => { button.textContent = `Theme: ${name()}`; };
  button.hidden = false;
  button.addEventListener("click", () => {
    const next = { auto: "dark", dark: "light", light: "auto" }[name()];
    if (next === "auto") delete root.dataset.theme; else root.dataset.theme = next;
    try {
      if (next === "auto") localStorage.removeItem("theme"); else localStorage.setItem("theme", next);
    } catch { /* kept for this page only */ }
    show();
  });
  show();
}

// Things that belong together light up together: an origin everywhere, a note and its words,
// the two sides of a comparison.
function kin(attribute) {
  const all = document.querySelectorAll(`[${attribute}]`);
  const light = (event, on) => {
    const from = event.target.closest?.(`[${attribute}]`);
    const value = from?.getAttribute(attribute);
    for (const element of all) {
      element.classList.toggle("lit", on && value !== undefined && element.getAttribute(attribute) === value);
    }
    root.classList.toggle(`some-lit-${attribute}`, on && value !== undefined);
  };
  if (all.length === 0) return;
  for (const [start, end] of [["mouseover", "mouseout"], ["focusin", "focusout"]]) {
    document.addEventListener(start, (event) => light(event, true));
    document.addEventListener(end, (event) => light(event, false));
  }
}

function notes() {
  for (const note of document.querySelectorAll(".note")) {
    note.dataset.note = note.id.replace("note-", "");
  }
}

function keys() {
  const items = [...document.querySelectorAll("[data-item]")];
  document.querySelector(".keys").hidden = false;
  const step = (by) => {
    const now = items.findIndex((item) => item.contains(document.activeElement));
    const next = items[Math.min(items.length - 1, Math.max(0, now + by))];
    next?.querySelector("a")?.focus();
    next?.scrollIntoView({ block: "nearest" });
  };
  document.addEventListener("keydown", (event) => {
    const writing = event.target.closest("input, textarea, select, [contenteditable]");
    if (writing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "t") document.getElementById("theme").click();
    else if (event.key === "/") {
      const field = document.getElementById("q");
      if (field) { event.preventDefault(); field.focus(); } else location.assign("/#q");
    }
  });
}

// A link to a question or an answer opens what it leads to.
function opened() {
  const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
  if (target) target.closest("details")?.setAttribute("open", "");
}

theme();
notes();
kin("data-origin");
kin("data-note");
kin("data-pair");
keys();
opened();
addEventListener("hashchange", opened);
