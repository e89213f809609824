// Words that light together: a matrix cell and its sentence, a margin card and its words.
function cells() {
  const mark = () => {
    const id = decodeURIComponent(location.hash.slice(1));
    for (const cell of document.querySelectorAll("[data-lights]")) {
      cell.classList.toggle("lit-cell", cell.dataset.lights === id);
      if (cell.dataset.lights === id) cell.setAttribute("aria-current", "true");
      else cell.removeAttribute("aria-current");
    }
  };
  addEventListener("hashchange", mark);
  mark();
}

const words = (key) => [...document.querySelectorAll(".seg[data-keys]")].filter((word) => word.dataset.keys.split(" ").includes(key));

function cards() {
  const all = [...document.querySelectorAll("[data-key-of]")];
  for (const card of all) {
    const own = words(card.dataset.keyOf);
    const alike = all.filter((other) => other.dataset.keyOf === card.dataset.keyOf);
    const both = (on) => [...alike, ...own].forEach((part) => part.classList.toggle("together-lit", on));
    for (const part of [card, ...own]) {
      part.addEventListener("pointerenter", () => both(true));
      part.addEventListener("pointerleave", () => both(false));
    }
    card.addEventListener("focusin", () => both(true));
    card.addEventListener("focusout", () => both(false));
  }
}

function opened() {
  const open = () => {
    const target = location.hash ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
    for (const part of document.querySelectorAll(".pointed-at")) part.classList.remove("pointed-at");
    if (target?.tagName === "DETAILS") target.open = true;
    const outer = target?.parentElement.closest("details");
    if (outer) outer.open = true;
    if (target?.dataset.keyOf) for (const word of words(target.dataset.keyOf)) word.classList.add("pointed-at");
    target?.scrollIntoView({ block: "nearest" });
  };
  addEventListener("hashchange", open);
  open();
}

export function light() {
  cells();
  cards();
  opened();
}
