// Layers switched by hand stand in the page's address, and a ruling leads back to the text as it is shown.
function withLayers(address, shown) {
  const url = new URL(address, location.href);
  url.searchParams.set("layers", shown);
  return url.pathname + url.search.replaceAll("%2C", ",") + url.hash;
}

export function keepLayers() {
  const form = document.querySelector("form.layers");
  if (!form) return;
  const boxes = [...form.querySelectorAll("input")];
  const keep = () => {
    const shown = boxes.filter((box) => box.checked).map((box) => box.id.replace("layer-", "")).join(",");
    history.replaceState(null, "", withLayers(location.href, shown));
    for (const back of document.querySelectorAll("input[name=back]")) {
      if (back.value.startsWith(location.pathname)) back.value = withLayers(back.value, shown);
    }
    tabbing(boxes);
  };
  form.addEventListener("change", keep);
  tabbing(boxes);
}

// While the accounts' layer is off its words are plain text, and no stop on the way through the page.
function tabbing(boxes) {
  const on = boxes.find((box) => box.id === "layer-accounts").checked;
  for (const word of document.querySelectorAll("a.seg")) word.tabIndex = on ? 0 : -1;
}
