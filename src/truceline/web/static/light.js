// Words that light together: a matrix cell and its sentence, a margin card and its words.
import { stand } from "/static/keys.js";

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

// By key, the words in the text that belong to it.
const known = new Map();
function learn() {
  for (const word of document.querySelectorAll(".seg[data-keys]")) {
    for (const key of word.dataset.keys.split(" ")) known.set(key, [...(known.get(key) ?? []), word]);
  }
}
const words = (key) => known.get(key) ?? [];

// Words of accounts are dead while their layer is off: the text is plain then.
const layer = () => document.getElementById("layer-accounts");
const alive = (key) => key.startsWith("claim-") || (layer()?.checked ?? true);

function cards() {
  const all = new Map();
  for (const card of document.querySelectorAll("[data-key-of]")) all.set(card.dataset.keyOf, [...(all.get(card.dataset.keyOf) ?? []), card]);
  for (const [key, alike] of all) {
    const both = (on) => [...alike, ...words(key)].forEach((part) => part.classList.toggle("together-lit", on && alive(key)));
    for (const part of [...alike, ...words(key)]) {
      part.addEventListener("pointerenter", () => both(true));
      part.addEventListener("pointerleave", () => both(false));
    }
    for (const card of alike) {
      card.addEventListener("focusin", () => both(true));
      card.addEventListener("focusout", () => both(false));
    }
  }
}

function point(lit) {
  for (const part of document.querySelectorAll(".pointed-at")) part.classList.remove("pointed-at");
  for (const word of lit) word.classList.add("pointed-at");
  lit[0]?.scrollIntoView({ block: "nearest" });
}

// A facet points at its words without leaving the page; a marked word opens the cards of its accounts.
function pointing() {
  document.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    const facet = event.target.closest(".facets a[data-key-of]");
    const word = event.target.closest("a.seg");
    if (!facet && !word) return;
    event.preventDefault();
    if (facet) point(words(facet.dataset.keyOf));
    else if (layer()?.checked) openCards(word);
  });
}

function openCards(word) {
  const told = word.dataset.keys.split(" ").map((key) => document.getElementById(key)).filter((card) => card?.matches(".account"));
  for (const card of told) card.querySelector("details").open = true;
  if (told.length) stand(told[0]);
}

function opened() {
  const open = () => {
    const target = location.hash ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
    if (target?.tagName === "DETAILS") target.open = true;
    if (target?.closest(".account") && layer() && !layer().checked) layer().click();
    const outer = target?.parentElement.closest("details");
    if (outer) outer.open = true;
    point(target?.dataset.keyOf ? words(target.dataset.keyOf) : []);
    target?.scrollIntoView({ block: "nearest" });
  };
  addEventListener("hashchange", open);
  open();
}

export function light() {
  cells();
  learn();
  cards();
  pointing();
  opened();
}
