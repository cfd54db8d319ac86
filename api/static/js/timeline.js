// Events of a relation along time, each status with its own shape.

import { drawn, element, roomWidth } from "./element.js";
import { day, days, direction, label, word, wordOf } from "./language.js";

const LANE = 46;
const TICK = { years: 52, months: 100 }; // room for a date
const STATUSES = ["held", "ongoing", "planned", "postponed", "cancelled"];
const DAY = 86_400_000;
const STEPS = [1, 3, 6, 12, 24, 60, 120, 240]; // months between dates

const at = (text) => Date.parse(text);

/** The mark of a status: shape and outline differ, so that colour is never needed to tell them apart. */
function mark(status, x, y) {
  const shapes = {
    held: () => drawn("circle", { cx: x, cy: y, r: 7 }),
    ongoing: () => drawn("path", { d: `M${x - 6},${y - 7}L${x + 8},${y}L${x - 6},${y + 7}Z` }),
    planned: () => drawn("circle", { cx: x, cy: y, r: 6.5 }),
    postponed: () => drawn("rect", { x: x - 6, y: y - 6, width: 12, height: 12 }),
    cancelled: () => drawn("path", { d: `M${x - 6},${y - 6}L${x + 6},${y + 6}M${x + 6},${y - 6}L${x - 6},${y + 6}` }),
  };
  return shapes[status]();
}

function ticks(from, to, room) {
  const years = (to - from) / DAY / 365;
  const months = STEPS.find((step) => ((years * 12) / step) * (step < 12 ? TICK.months : TICK.years) <= room) ?? STEPS.at(-1);
  const first = new Date(from);
  const found = [];
  const date = new Date(Date.UTC(first.getUTCFullYear(), months >= 12 ? 0 : first.getUTCMonth(), 1));
  for (; date <= to; date.setUTCMonth(date.getUTCMonth() + months)) {
    if (+date >= from) found.push([+date, date.toISOString().slice(0, months >= 12 ? 4 : 7)]);
  }
  return found;
}

/** A drawing of events, time running as the page is read; `choose(event)` is called on a click. */
export function timeline(events, choose) {
  const dated = events.filter((event) => event.earliest || event.latest);
  if (!dated.length) return null;
  const begins = dated.map((event) => at(event.earliest ?? event.latest));
  const ends = dated.map((event) => at(event.latest ?? event.earliest));
  const slack = Math.max(30 * DAY, (Math.max(...ends) - Math.min(...begins)) * 0.04);
  const [from, to] = [Math.min(...begins) - slack, Math.max(...ends) + slack];
  const lanes = STATUSES.filter((status) => dated.some((event) => event.status === status));
  const wide = roomWidth();
  const edge = wide < 600 ? 62 : 110; // room for the names of the lanes
  const height = lanes.length * LANE + 34;
  const turned = direction === "rtl";
  const across = (time) => {
    const x = edge + ((time - from) / (to - from)) * (wide - edge - 12);
    return Math.round((turned ? wide - x : x) * 10) / 10;
  };
  const crowd = new Map();
  const marks = dated.map((event) => {
    const lane = lanes.indexOf(event.status);
    const [begin, end] = [across(at(event.earliest ?? event.latest)), across(at(event.latest ?? event.earliest))];
    const x = (begin + end) / 2;
    const spot = `${lane}/${Math.round(x / 12)}`;
    const nth = crowd.get(spot) ?? 0;
    crowd.set(spot, nth + 1);
    const y = lane * LANE + LANE / 2 + [0, -11, 11, -5, 5, -16, 16][nth % 7];
    const span = Math.abs(end - begin) > 14 ? drawn("line", { x1: begin, x2: end, y1: y, y2: y, class: "span" }) : null;
    const title = drawn("title", {}, `${label(event.type_labels, event.type)}, ${wordOf("statuses", event.status)}, ${days(event.earliest, event.latest)}`);
    return drawn("g", { class: `happening ${event.status}`, onclick: () => choose(event) }, title, span, mark(event.status, x, y));
  });
  const start = turned ? wide - 2 : 2;
  const names = lanes.map((status, lane) => [
    drawn("line", { x1: 0, x2: wide, y1: (lane + 1) * LANE, y2: (lane + 1) * LANE, class: "rule" }),
    drawn("text", { x: start, y: lane * LANE + LANE / 2 + 5, "text-anchor": "start" }, wordOf("statuses", status)),
  ]);
  const scale = ticks(from, to, wide - edge).filter(([time]) => ((time - from) / (to - from)) * (wide - edge) > TICK.years / 2 && ((to - time) / (to - from)) * (wide - edge) > TICK.years / 2).map(([time, text]) => [
    drawn("line", { x1: across(time), x2: across(time), y1: 0, y2: height - 28, class: "rule" }),
    drawn("text", { x: across(time), y: height - 9, "text-anchor": "middle", class: "tick" }, day(text)),
  ]);
  const drawing = drawn("svg", { viewBox: `0 0 ${wide} ${height}`, role: "img", "aria-label": word("timelineOf"), direction, class: "chart" }, scale, names, marks);
  return element("div", { class: "wide", tabindex: 0, role: "group", "aria-label": word("timelineOf") }, drawing);
}
