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

// The form of moments becomes a slider; letting go of it asks for that moment.
function slider() {
  const select = document.getElementById("as-of");
  if (!select) return;
  const range = Object.assign(document.createElement("input"), {
    type: "range", min: 0, max: select.options.length - 1, step: 1,
  });
  range.value = select.selectedIndex; // after its bounds
  const output = document.createElement("output");
  const show = () => {
    output.textContent = select.options[range.value].textContent;
    range.setAttribute("aria-valuetext", output.textContent);
  };
  select.removeAttribute("id");
  range.id = "as-of";
  select.hidden = true;
  select.form.querySelector("button").hidden = true;
  select.before(range, output);
  range.addEventListener("input", show);
  range.addEventListener("change", () => {
    select.selectedIndex = range.value;
    try { sessionStorage.setItem("as-of", String(scrollY)); } catch { /* it starts at its top */ }
    select.form.submit();
  });
  show();
  try {
    const was = sessionStorage.getItem("as-of");
    sessionStorage.removeItem("as-of");
    if (was !== null) { scrollTo(0, Number(was)); range.focus({ preventScroll: true }); }
  } catch { /* storage refused */ }
}

// Words that somebody else stands behind show beside them who that is, on hovering or focus.
function cards() {
  const card = Object.assign(document.createElement("div"), { className: "card", hidden: true });
  card.setAttribute("aria-hidden", "true"); // the same stands in the notes and in each label
  document.body.append(card);
  const hide = () => { card.hidden = true; };
  const show = (event) => {
    const words = event.target.closest?.(".text [data-note]");
    const note = words && document.getElementById(`note-${words.dataset.note}`);
    if (!note) return;
    card.replaceChildren(...[...note.children].map((child) => child.cloneNode(true)));
    const basis = [...note.classList].filter((name) => name.startsWith("basis-"));
    card.className = ["card", ...basis].join(" ");
    card.hidden = false;
    const box = words.getClientRects()[0] ?? words.getBoundingClientRect();
    const left = Math.min(box.left, document.documentElement.clientWidth - card.offsetWidth - 16);
    const below = box.bottom + card.offsetHeight + 12 < innerHeight;
    const top = below ? box.bottom + 8 : Math.max(4, box.top - card.offsetHeight - 8);
    card.style.left = `${Math.max(8, left) + scrollX}px`;
    card.style.top = `${top + scrollY}px`;
  };
  for (const name of ["mouseover", "focusin"]) document.addEventListener(name, show);
  for (const name of ["mouseout", "focusout"]) document.addEventListener(name, hide);
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
}

function notes() {
  for (const reference of document.querySelectorAll(".text .note-ref")) {
    reference.dataset.note = reference.id.replace("ref-", "");
  }
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
  const voices = [...document.querySelectorAll(".text .note-ref")];
  const spoken = (by) => {
    const now = voices.indexOf(document.activeElement);
    const next = voices[now < 0 && by < 0 ? voices.length - 1 : now + by];
    next?.scrollIntoView({ block: "nearest" });
    next?.focus();
  };
  document.addEventListener("keydown", (event) => {
    const writing = event.target.closest("input, textarea, select, [contenteditable]");
    if (writing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "n") spoken(1);
    else if (event.key === "p") spoken(-1);
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
slider();
notes();
cards();
kin("data-origin");
kin("data-note");
kin("data-pair");
keys();
opened();
addEventListener("hashchange", opened);
