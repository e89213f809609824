// A timeline wider than the page begins at its first bar: on a phone the empty days before it filled the picture.
const ROOM = 16;

export function showBars() {
  for (const box of document.querySelectorAll(".scroll:has(> .timeline)")) {
    const bars = [...box.querySelectorAll(".bar")].map((bar) => bar.getBoundingClientRect().left);
    const first = Math.min(...bars) - box.getBoundingClientRect().left;
    if (bars.length && first > box.clientWidth / 2) box.scrollLeft = first - ROOM;
  }
}
