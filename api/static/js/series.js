// Cooperation and conflict over time: the PLOVER scores of what happened, summed by month or year.

import { drawn, element, roomWidth } from "./element.js";
import { day, direction, number, word } from "./language.js";
import { table } from "./parts.js";

const HEIGHT = 190;
const EDGE = 56;
const MANY = 30; // periods that still fit with their names when counted by month

function periods(first, last, length) {
  const found = [];
  const step = length === 7 ? 1 : 12;
  const date = new Date(`${length === 7 ? first : `${first}-01`}-01T00:00:00Z`);
  for (let text = first; text <= last; text = date.toISOString().slice(0, length)) {
    found.push(text);
    date.setUTCMonth(date.getUTCMonth() + step);
  }
  return found;
}

/** By period: what cooperative and what conflictual acts add up to. Only what took place counts. */
function summed(events) {
  const counted = events.filter((event) => ["held", "ongoing"].includes(event.status) && event.score !== null && (event.latest ?? event.earliest));
  if (!counted.length) return [];
  const days = counted.map((event) => event.latest ?? event.earliest).sort();
  const length = periods(days[0].slice(0, 7), days.at(-1).slice(0, 7), 7).length > MANY ? 4 : 7;
  const sums = new Map(periods(days[0].slice(0, length), days.at(-1).slice(0, length), length).map((period) => [period, { period, up: 0, down: 0, n: 0 }]));
  for (const event of counted) {
    const sum = sums.get((event.latest ?? event.earliest).slice(0, length));
    sum[event.score < 0 ? "down" : "up"] += event.score;
    sum.n += 1;
  }
  return [...sums.values()];
}

/** A chart of bars, cooperation above the line and conflict below it, with its table; null for less than two periods. */
export function series(events) {
  const rows = summed(events);
  if (rows.length < 2) return null;
  const wide = roomWidth();
  const top = Math.max(...rows.map((row) => row.up), 1);
  const bottom = Math.min(...rows.map((row) => row.down), 0);
  const scale = (HEIGHT - 40) / (top - bottom);
  const zero = 10 + top * scale;
  const room = (wide - EDGE) / rows.length;
  const width = Math.min(room * 0.7, 48);
  const every = Math.ceil(rows.length / (wide / 80));
  const across = (n) => {
    const x = EDGE + room * (n + 0.5);
    return direction === "rtl" ? wide - x : x;
  };
  const bars = rows.map((row, n) => [
    row.up ? drawn("rect", { x: across(n) - width / 2, y: zero - row.up * scale, width, height: row.up * scale, class: "bar-up" }) : null,
    row.down ? drawn("rect", { x: across(n) - width / 2, y: zero, width, height: -row.down * scale, class: "bar-down" }) : null,
    n % every ? null : drawn("text", { x: across(n), y: HEIGHT - 6, "text-anchor": "middle", class: "tick" }, day(row.period)),
  ]);
  const start = direction === "rtl" ? wide - 2 : 2;
  const marks = [top, ...(bottom ? [bottom] : [])].map((value) => drawn("text", { x: start, y: zero - value * scale + (value > 0 ? 10 : 0), "text-anchor": "start", class: "tick" }, number(value)));
  const drawing = drawn("svg", { viewBox: `0 0 ${wide} ${HEIGHT}`, role: "img", "aria-label": word("seriesOf"), direction, class: "chart" }, bars, drawn("line", { x1: 0, x2: wide, y1: zero, y2: zero, class: "axis" }), marks);
  const heads = [word("period"), word("cooperation"), word("conflict"), word("events")];
  const cells = rows.filter((row) => row.n).map((row) => [day(row.period), number(row.up), number(row.down), number(row.n)]);
  return [
    element("p", { class: "soft small" }, word("seriesHow")),
    element("div", { class: "wide", tabindex: 0, role: "group", "aria-label": word("seriesOf") }, drawing),
    element("details", {}, element("summary", {}, word("asTable")), table(heads, cells)),
  ];
}
