// The network of states and organizations: who acts with whom, in which kind of act and which years.

import { get } from "../data.js";
import { colours, drawing } from "../drawing.js";
import { element } from "../element.js";
import { here, language, list, name, number, word, wordOf } from "../language.js";
import { filled } from "../listing.js";
import { downloads, link, table } from "../parts.js";

const GROUPS = ["meet", "accord", "support", "contest", "conflict", "decide", "other"];
const ROWS = 100; // of the table; the download has all

/** Edges that the filters leave, added up by pair. */
function pairs(network, filters) {
  const found = new Map();
  const { nodes } = network;
  for (const edge of network.edges) {
    if (filters.without.has(edge.group)) continue;
    if (edge.year !== null && (edge.year < filters.from || edge.year > filters.to)) continue;
    if (filters.statesOnly && !(nodes[edge.a].thing.kind === "state" && nodes[edge.b].thing.kind === "state")) continue;
    const key = edge.a * nodes.length + edge.b;
    let pair = found.get(key);
    if (!pair) found.set(key, (pair = { a: edge.a, b: edge.b, events: 0, total: 0 }));
    pair.events += edge.events;
    pair.total += (edge.score ?? 0) * edge.events;
  }
  return [...found.values()];
}

/** What is drawn of them: all, or those of the chosen nodes. */
function lines(network, found, filters, ink) {
  const { chosen } = filters;
  const wanted = ({ a, b }) => !chosen.size || chosen.has(a) || chosen.has(b);
  const colour = (mean) => (mean > 0.5 ? ink.good : mean < -0.5 ? ink.bad : ink.soft);
  const acts = found.filter(wanted).map((pair) => ({ a: pair.a, b: pair.b, width: 0.6 + Math.round(Math.log2(1 + pair.events)) * 0.7, colour: colour(pair.total / pair.events) }));
  const members = filters.members && !filters.statesOnly ? network.memberships.map(([a, b]) => ({ a, b, width: 0.5, colour: ink.line })) : [];
  return [...members.filter(wanted), ...acts];
}

function rows(network, found, { chosen }) {
  const shown = found.filter((pair) => !chosen.size || chosen.has(pair.a) || chosen.has(pair.b)).sort((one, other) => other.events - one.events);
  return shown.slice(0, ROWS).map((pair) => {
    const [a, b] = [network.nodes[pair.a].thing, network.nodes[pair.b].thing];
    const states = a.kind === "state" && b.kind === "state";
    const text = list([name(a), name(b)]);
    const first = states ? element("a", { href: here(`/doc/relation/${[a.key, b.key].sort().join("-")}`) }, element("bdi", {}, text)) : [link(a), " – ", link(b)];
    return [first, number(pair.events), number(pair.total / pair.events)];
  });
}

function slider(id, text, years, value) {
  const shown = element("output", { for: id }, String(value));
  const input = element("input", { type: "range", id, min: years[0], max: years[1], step: 1, value, dir: "ltr" });
  input.addEventListener("input", () => (shown.value = input.value));
  return { input, node: element("label", {}, text, " ", input, shown) };
}

/** What the address says is to be shown. */
function wanted(network, years) {
  const asked = new URLSearchParams(location.search);
  const places = new Map(network.nodes.map((node, n) => [node.thing.key, n]));
  const keys = (asked.get("node") ?? "").split(",").filter((key) => places.has(key));
  return {
    from: Math.max(years[0], Number(asked.get("from")) || years[0]),
    to: Math.min(years[1], Number(asked.get("to")) || years[1]),
    without: new Set((asked.get("without") ?? "").split(",").filter(Boolean)),
    statesOnly: asked.get("only") === "states",
    members: asked.get("members") === "1",
    chosen: new Set(keys.map((key) => places.get(key))),
  };
}

/** Keep in the address what differs from what is shown without it. */
function keep(network, filters, years) {
  const values = {
    from: filters.from === years[0] ? null : filters.from,
    to: filters.to === years[1] ? null : filters.to,
    without: [...filters.without].join(",") || null,
    only: filters.statesOnly ? "states" : null,
    members: filters.members ? "1" : null,
    node: [...filters.chosen].map((n) => network.nodes[n].thing.key).join(",") || null,
  };
  history.replaceState(null, "", here(location.pathname, values));
}

function controls(filters, years, changed) {
  const box = (text, checked, set) => {
    const input = element("input", { type: "checkbox", checked });
    input.addEventListener("change", () => (set(input.checked), changed()));
    return element("label", {}, input, " ", text);
  };
  const groups = GROUPS.map((group) => box(wordOf("groups", group), !filters.without.has(group), (on) => filters.without[on ? "delete" : "add"](group)));
  const from = slider("from", word("fromYear"), years, filters.from);
  const to = slider("to", word("toYear"), years, filters.to);
  from.input.addEventListener("input", () => ((filters.from = Number(from.input.value)), changed()));
  to.input.addEventListener("input", () => ((filters.to = Number(to.input.value)), changed()));
  return [
    element("div", { class: "tools", role: "group", "aria-label": word("kindsOfActs") }, groups),
    element("div", { class: "tools" }, from.node, to.node, box(word("statesOnly"), filters.statesOnly, (on) => (filters.statesOnly = on)), box(word("memberships"), filters.members, (on) => (filters.members = on))),
  ];
}

/** The chosen nodes, each with a way to take it out again. */
function choice(network, filters, choose) {
  if (!filters.chosen.size) return word("strongest");
  const parts = [...filters.chosen].map((n) => {
    const { thing } = network.nodes[n];
    return element("span", { class: "chosen-node" }, link(thing), element("button", { type: "button", "aria-label": word("takeOut", name(thing)), onclick: () => choose(n) }, "×"));
  });
  return [parts, element("button", { type: "button", id: "all", onclick: () => choose(null) }, word("showAll"))];
}

/** Run something once before the next frame, however often it is asked for. */
function inFrame(work) {
  let waiting = false;
  return () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      work();
    });
  };
}

/** The drawing with its filters and its table. */
function drawn(network) {
  if (!network.edges.length) return element("p", { class: "notice" }, word("empty"));
  const known = network.edges.map((edge) => edge.year).filter(Boolean);
  const years = known.length ? [known.reduce((a, b) => Math.min(a, b)), known.reduce((a, b) => Math.max(a, b))] : [0, 0];
  const filters = wanted(network, years);
  const ink = colours();
  const room = element("div", { class: "graph-room", dir: "ltr", id: "graph", role: "img", "aria-label": word("graphOf") });
  const beside = element("div", { class: "tall", tabindex: 0, role: "group", "aria-label": word("pairs") });
  const named = network.nodes.map((node, n) => [n, name(node.thing)]).sort(([, one], [, other]) => one.localeCompare(other, language));
  const select = element("select", { id: "node" }, element("option", { value: "" }, word("chooseOne")), named.map(([n, text]) => element("option", { value: n }, text)));
  let canvas = null;
  let writing = 0;
  const write = (found) => {
    beside.replaceChildren(element("h2", {}, choice(network, filters, choose)), table([word("pair"), word("events"), word("meanScore")], rows(network, found, filters)));
  };
  const show = () => {
    const found = pairs(network, filters);
    canvas?.show(lines(network, found, filters, ink), filters.chosen);
    // while a slider moves, the table waits for it to rest
    clearTimeout(writing);
    if (beside.childElementCount) writing = setTimeout(() => write(found), 120);
    else write(found);
  };
  const choose = (n) => {
    if (n === null) filters.chosen.clear();
    else if (!filters.chosen.delete(n)) filters.chosen.add(n);
    keep(network, filters, years);
    show();
  };
  select.addEventListener("change", () => {
    if (select.value !== "") choose(Number(select.value));
    select.value = "";
  });
  show();
  // the canvas measures its room, so it is drawn once that is on the page
  requestAnimationFrame(async () => {
    try {
      const busiest = network.nodes.reduce((most, { events }) => Math.max(most, events), 1);
      const nodes = network.nodes.map(({ x, y, events, thing }) => ({ x, y, label: name(thing), size: 3 + 7 * Math.sqrt(events / busiest), colour: thing.kind === "state" ? ink.accent : ink.warm }));
      canvas = await drawing(room, nodes, choose);
      show();
    } catch (error) {
      room.replaceChildren(element("p", { class: "notice" }, word("noCanvas")));
    }
  });
  const legend = element("p", { class: "legend small soft" }, [["accent", word("states")], ["warm", word("organizations")], ["good", word("cooperation")], ["bad", word("conflict")]].map(([colour, text]) => element("span", {}, element("i", { class: `swatch ${colour}` }), text)));
  const changed = inFrame(() => (keep(network, filters, years), show()));
  return [...controls(filters, years, changed), element("p", { class: "tools" }, element("label", {}, word("actor"), " ", select)), element("div", { class: "sides" }, element("div", {}, room, legend), beside)];
}

/** What stands in the drawing's place until the server has worked out a large network. */
function awaited() {
  return element("div", { class: "graph-room awaited" }, element("p", { class: "loading", role: "status" }, word("networkComes")));
}

/** The page of the network, there before the network is; the address keeps the filters and the chosen nodes. */
export async function graph() {
  const { room, done } = filled(get("/network"), drawn, awaited());
  const head = [element("h1", {}, wordOf("tools", "graph")), element("p", { class: "lead" }, word("graphLead"))];
  return {
    title: wordOf("tools", "graph"),
    content: [...head, room, downloads([["json", "/network"], ["graph", "/export?format=gexf"], ["table", "/export?format=csv"], ["rdf", "/export?format=ttl"]])],
    whole: done,
  };
}
