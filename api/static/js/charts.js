// Charts of what a query found: bars for things, lines along time. Drawn as SVG, left to right as the query's page runs.

import { drawn, element, roomWidth } from "./element.js";
import { number, word } from "./language.js";
import { table } from "./parts.js";

const BAR = 18;
const LINE = 340;
const EDGE = 56;
const ROWS = 60; // bars that are drawn; the table has all
const LETTER = 7.6; // pixels, on average
const EDGES = 40; // around the drawing, inside the editor

const cut = (text, letters) => (text.length > letters ? `${text.slice(0, letters - 1)}…` : text);

function frame(wide, height, parts) {
  return drawn("svg", { viewBox: `0 0 ${wide} ${height}`, role: "img", "aria-label": word("chartOf"), direction: "ltr", class: "chart" }, parts);
}

function bars({ labels, series }) {
  const wide = roomWidth() - EDGES;
  const names = Math.min(260, wide * 0.4);
  const shown = labels.slice(0, ROWS);
  const room = BAR * series.length + 10;
  const all = series.flatMap(({ values }) => values.slice(0, ROWS));
  const [low, high] = [Math.min(0, ...all), Math.max(0, ...all)];
  const scale = (wide - names - 90) / (high - low || 1);
  const zero = names + 30 - low * scale;
  const rows = shown.map((text, n) => [
    drawn("text", { x: names, y: n * room + room / 2 + 4, "text-anchor": "end" }, drawn("title", {}, text), cut(text, Math.floor(names / LETTER))),
    series.map(({ values }, s) => {
      const [value, y] = [values[n], n * room + s * BAR + 6];
      const [x, width] = [Math.min(zero, zero + value * scale), Math.abs(value) * scale];
      return [
        drawn("rect", { x, y, width, height: BAR - 4, class: `series${s}` }, drawn("title", {}, `${text}: ${number(value)}`)),
        drawn("text", { x: x + width + 5, y: y + BAR - 7, class: "tick", "text-anchor": "start" }, number(value)),
      ];
    }),
  ]);
  const height = shown.length * room + 10;
  return frame(wide, height, [rows, drawn("line", { x1: zero, x2: zero, y1: 0, y2: height - 6, class: "axis" })]);
}

function lines({ labels, series }) {
  const wide = roomWidth() - EDGES;
  const all = series.flatMap(({ values }) => values);
  const [low, high] = [Math.min(0, ...all), Math.max(0, ...all, 1)];
  const up = (value) => 20 + ((high - value) / (high - low)) * (LINE - 60);
  const across = (n) => EDGE + 20 + (n / Math.max(1, labels.length - 1)) * (wide - EDGE - 60);
  const every = Math.ceil(labels.length / (wide / 90));
  const ticks = labels.map((text, n) => (n % every ? null : drawn("text", { x: across(n), y: LINE - 8, "text-anchor": "middle", class: "tick" }, text)));
  const marks = [low, (low + high) / 2, high].map((value) => [
    drawn("line", { x1: EDGE, x2: wide, y1: up(value), y2: up(value), class: value === 0 ? "axis" : "rule" }),
    drawn("text", { x: EDGE - 6, y: up(value) + 4, "text-anchor": "end", class: "tick" }, number(value)),
  ]);
  const drawnLines = series.map(({ name, values }, s) => [
    drawn("polyline", { points: values.map((value, n) => `${across(n)},${up(value)}`).join(" "), class: `series${s} line` }),
    values.map((value, n) => drawn("circle", { cx: across(n), cy: up(value), r: 3.5, class: `series${s}` }, drawn("title", {}, `${name}, ${labels[n]}: ${number(value)}`))),
  ]);
  return frame(wide, LINE, [marks, ticks, drawnLines]);
}

function legend(series) {
  if (series.length < 2) return null;
  return element("p", { class: "legend small" }, series.map(({ name }, s) => element("span", {}, element("i", { class: `swatch series${s}` }), element("bdi", {}, name))));
}

/** A chart with its table; `chart` is what `chartOf` found. */
export function chartView(chart) {
  const drawing = chart.kind === "line" ? lines(chart) : bars(chart);
  const rows = chart.labels.map((text, n) => [element("bdi", {}, text), ...chart.series.map(({ values }) => number(values[n]))]);
  const more = chart.kind === "bars" && chart.labels.length > ROWS ? element("p", { class: "soft small" }, word("firstBars", number(ROWS))) : null;
  return element(
    "div",
    { class: "drawn-result" },
    legend(chart.series),
    element("div", { class: "wide", tabindex: 0, role: "group", "aria-label": word("chartOf") }, drawing),
    more,
    element("details", {}, element("summary", {}, word("asTable")), table(["", ...chart.series.map(({ name }) => element("bdi", {}, name))], rows)),
  );
}
