// What the pages add where scripts run: keys, narrowing, and words that light together. Everything works without them.
import { listenToKeys } from "/static/keys.js";
import { narrow } from "/static/narrow.js";
import { light } from "/static/light.js";
import { keepLayers } from "/static/layers.js";
import { showBars } from "/static/bars.js";

document.documentElement.classList.add("js");
keepLayers();
light();
listenToKeys();
narrow();
showBars();
