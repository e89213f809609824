// Keys: j k move in the page's list, Enter opens, / searches, ? lists them; letters press the button that bears them.
const lists = () => [...document.querySelectorAll("[data-moves]")];
const items = () => lists().flatMap((list) => [...(list.tBodies?.[0] ?? list).children]).filter((item) => item.checkVisibility());
const current = () => document.querySelector("[data-moves] .here");

// A line that is read out; the words are set anew on loading, since only what changes is.
function say(words) {
  const status = document.getElementById("status");
  if (status) status.textContent = words;
}

// A card beside a text opens as one comes to it and closes as one leaves, so that the margin stays short.
function fold(item, open) {
  if (item?.matches(".card")) item.querySelector("details").open = open;
}

export function stand(item) {
  const left = current();
  left?.classList.remove("here");
  item.classList.add("here");
  if (left !== item) fold(left, false);
  fold(item, true);
  item.scrollIntoView({ block: "nearest" });
  (item.querySelector("a, summary, button") ?? item).focus({ preventScroll: true });
}

function move(step) {
  const all = items();
  if (!all.length) return;
  const at = all.indexOf(current());
  stand(all[Math.min(all.length - 1, Math.max(0, at < 0 ? 0 : at + step))]);
}

// Where a ruling leads back to its item, one goes on from there; the browser itself puts the focus on what the address names.
function takePlace() {
  const target = location.hash ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
  if (target && items().includes(target)) stand(target);
  const done = document.getElementById("status")?.textContent;
  if (done) say(done);
}

// Of a list nothing is ruled on unseen: the first press chooses its first item, and a letter the chosen one lacks does nothing.
function chosen(button, key) {
  const item = items().find((one) => one.contains(button));
  if (!item || current()?.contains(button)) return true;
  if (current()) say(`${current().dataset.said ?? "What is chosen"} has no ${key}.`);
  else {
    stand(item);
    say(`Chosen: ${item.dataset.said ?? "the first of the list"}. Press ${key} again for “${button.firstChild.textContent.trim()}”; j and k choose another.`);
  }
  return false;
}

// A letter's button: within the item one stands on first, else the first of the page that is seen, or is in no list.
function buttonOf(key) {
  const wanted = `[data-key="${CSS.escape(key)}"]`;
  const all = [...document.querySelectorAll(wanted)];
  return current()?.querySelector(wanted) ?? all.find((one) => one.checkVisibility()) ?? all.find((one) => !one.closest("[data-moves]"));
}

function press(key) {
  const button = buttonOf(key);
  if (!button && key === "u") say("No ruling of yours stands here. What others ruled is undone under Decisions.");
  if (!button) return false;
  if (!chosen(button, key)) return true;
  if (button.tagName === "SUMMARY") {
    button.parentElement.open = true;
    button.parentElement.querySelector("input:not([type=hidden]), select")?.focus();
  } else if (button.form?.reportValidity() ?? true) button.click();
  return true;
}

// Out of an opened form, back to what opened it: the letters are keys again.
function leave(field) {
  const form = field.closest("details.edit[open]");
  if (!form) return false;
  form.open = false;
  form.querySelector("summary").focus();
  return true;
}

async function list() {
  const page = await (await fetch("/keys")).text();
  const keys = new DOMParser().parseFromString(page, "text/html").querySelector(".keys");
  const dialog = document.createElement("dialog");
  const close = Object.assign(document.createElement("button"), { textContent: "Close" });
  close.addEventListener("click", () => dialog.close());
  dialog.setAttribute("aria-label", "Keys");
  dialog.append(keys, close);
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

export function listenToKeys() {
  takePlace();
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && leave(event.target)) return;
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input:not([type=checkbox]), select, textarea, dialog[open]")) return;
    if (event.key === "?") list();
    else if (event.key === "/") document.getElementById("search").focus();
    else if (event.key === "j" || event.key === "k") move(event.key === "j" ? 1 : -1);
    else if (event.key.length !== 1 || event.key === " " || !press(event.key)) return;
    event.preventDefault();
  });
}
