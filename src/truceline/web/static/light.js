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

function cards() {
  const words = [...document.querySelectorAll(".seg[data-keys]")];
  const of = (key) => words.filter((word) => word.dataset.keys.split(" ").includes(key));
  for (const card of document.querySelectorAll("[data-key-of]")) {
    const own = of(card.dataset.keyOf);
    const both = (on) => [card, ...own].forEach((part) => part.classList.toggle("together-lit", on));
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
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target?.tagName === "DETAILS") target.open = true;
  };
  addEventListener("hashchange", open);
  open();
}

export function light() {
  cells();
  cards();
  opened();
}
