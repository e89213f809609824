// Words typed above the list narrow list, timeline and map together.
export function narrow() {
  const field = document.querySelector("[data-narrow]");
  if (!field) return;
  const lines = [...document.querySelectorAll(".incidents > [data-incident]")];
  const bars = [...document.querySelectorAll(".timeline [data-incident]")];
  const spots = [...document.querySelectorAll(".map [data-incidents]")];
  field.addEventListener("input", () => {
    const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    const kept = new Set();
    const listed = new Set(lines.map((line) => line.dataset.incident));
    for (const line of lines) {
      line.hidden = !words.every((word) => line.dataset.words.includes(word));
      if (!line.hidden) kept.add(line.dataset.incident);
    }
    const shows = (id) => !words.length || kept.has(id);
    for (const bar of bars) {
      const named = words.every((word) => bar.getAttribute("aria-label").toLowerCase().includes(word));
      bar.toggleAttribute("hidden", listed.has(bar.dataset.incident) ? !shows(bar.dataset.incident) : !named);
    }
    for (const spot of spots) spot.toggleAttribute("hidden", !spot.dataset.incidents.split(" ").some(shows));
  });
}
