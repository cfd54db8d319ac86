// The world as a drawing, its states coloured by a measure.

import { drawn, element } from "./element.js";
import { number } from "./language.js";
import { scripts } from "./load.js";

const WIDTH = 960;
const HEIGHT = 470;
const STEPS = 5;
// Drawn in the atlas without a number of ISO 3166-1.
const UNNUMBERED = { Kosovo: "XKX" };

let world = null;

async function atlas() {
  await scripts("d3-array.min.js", "d3-geo.min.js", "topojson-client.min.js");
  world ??= fetch("/static/vendor/countries-50m.json").then((answer) => answer.json());
  const topology = await world;
  return window.topojson.feature(topology, topology.objects.countries).features;
}

/** Upper bounds of the steps: each step holds about as many values as the others, equal values together. */
function bounds(values) {
  const sorted = [...new Set(values)].sort((a, b) => a - b);
  const steps = Math.min(STEPS, sorted.length);
  return Array.from({ length: steps }, (_, step) => sorted[Math.ceil(((step + 1) * sorted.length) / steps) - 1]);
}

function legend(tops, lowest) {
  const ranges = tops.map((top, step) => [step ? tops[step - 1] + 1 : lowest, top]);
  return element(
    "p",
    { class: "legend small soft", "aria-hidden": "true" },
    ranges.map(([from, to], step) => element("span", {}, element("i", { class: `swatch step${step}` }), element("bdi", {}, from === to ? number(to) : `${number(from)}–${number(to)}`))),
  );
}

/**
 * A map; `entries` are `{code, numeric, title, value, href}`, whole values above none are coloured. The drawing
 * is for the eye and the pointer, so a table with the same links belongs beside it.
 */
export async function worldMap(entries, label) {
  const features = await atlas();
  const byNumber = new Map(entries.map((entry) => [entry.numeric, entry]));
  const byCode = new Map(entries.map((entry) => [entry.code, entry]));
  const values = entries.map((entry) => entry.value).filter((value) => value > 0);
  const tops = bounds(values);
  const step = (value) => (value > 0 ? `step${tops.findIndex((top) => value <= top)}` : "");
  const projection = window.d3.geoNaturalEarth1().fitExtent([[4, 4], [WIDTH - 4, HEIGHT - 4]], { type: "Sphere" });
  const path = window.d3.geoPath(projection).digits(1);
  const shapes = features.map((feature) => {
    const entry = byNumber.get(String(feature.id ?? "").padStart(3, "0")) ?? byCode.get(UNNUMBERED[feature.properties.name]);
    const d = path(feature);
    if (!d) return null;
    if (!entry) return drawn("path", { d, class: "land" });
    const open = () => location.assign(entry.href);
    return drawn("path", { d, class: `land known ${step(entry.value)}`, "data-code": entry.code, onclick: open }, drawn("title", {}, `${entry.title}: ${number(entry.value)}`));
  });
  const sea = drawn("path", { d: path({ type: "Sphere" }), class: "sea" });
  const drawing = drawn("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: "map", role: "img", "aria-label": label }, sea, shapes);
  return element("div", {}, drawing, values.length ? legend(tops, Math.min(...values)) : null);
}
