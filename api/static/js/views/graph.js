// The network of states and organizations: who acts with whom, in which kind of act and which years.

import { get } from "../data.js";
import { element } from "../element.js";
import { here, language, list, name, number, word, wordOf } from "../language.js";
import { scripts } from "../load.js";
import { downloads, link, table } from "../parts.js";

const GROUPS = ["meet", "accord", "support", "contest", "conflict", "decide", "other"];
const ROWS = 100; // of the table; the download has all

function colours() {
  const style = getComputedStyle(document.documentElement);
  return Object.fromEntries(["ink", "soft", "line", "accent", "warm", "bad", "good"].map((key) => [key, style.getPropertyValue(`--${key}`).trim()]));
}

/** Edges that the filters leave, added up by pair. */
function pairs(network, filters) {
  const found = new Map();
  for (const edge of network.edges) {
    if (filters.without.has(edge.group)) continue;
    if (edge.year !== null && (edge.year < filters.from || edge.year > filters.to)) continue;
    if (filters.statesOnly && [edge.a, edge.b].some((n) => network.nodes[n].thing.kind !== "state")) continue;
    const key = `${edge.a}-${edge.b}`;
    const pair = found.get(key) ?? { a: edge.a, b: edge.b, events: 0, total: 0 };
    pair.events += edge.events;
    pair.total += (edge.score ?? 0) * edge.events;
    found.set(key, pair);
  }
  return [...found.values()].sort((one, other) => other.events - one.events);
}

/** A sigma drawing over the network; `null` where the browser cannot draw. */
function drawing(room, network, choose) {
  const ink = colours();
  const graph = new window.graphology.Graph({ type: "undirected" });
  network.nodes.forEach((node, n) => {
    const state = node.thing.kind === "state";
    graph.addNode(n, { x: node.x, y: node.y, label: name(node.thing), size: 3 + Math.sqrt(node.events), color: state ? ink.accent : ink.warm });
  });
  let chosen = null;
  const near = (n) => chosen === null || n === chosen || graph.areNeighbors(n, chosen);
  const settings = {
    labelColor: { color: ink.ink },
    labelFont: "system-ui, 'Noto Naskh Arabic', sans-serif",
    labelRenderedSizeThreshold: 6,
    defaultEdgeColor: ink.line,
    zIndex: true,
    nodeReducer: (n, data) => (near(n) ? { ...data, zIndex: 1, forceLabel: chosen !== null } : { ...data, color: ink.line, label: "", zIndex: 0 }),
    edgeReducer: (edge, data) => (chosen === null || graph.extremities(edge).includes(chosen) ? data : { ...data, hidden: true }),
  };
  const sigma = new window.Sigma(graph, room, settings);
  sigma.on("clickNode", ({ node }) => choose(Number(node)));
  sigma.on("clickStage", () => choose(null));
  return {
    show(found, node, memberships) {
      chosen = node === null ? null : String(node);
      graph.clearEdges();
      for (const [a, b] of memberships) if (!graph.hasEdge(a, b)) graph.addEdge(a, b, { size: 0.4, color: ink.line });
      for (const pair of found) {
        if (graph.hasEdge(pair.a, pair.b)) graph.dropEdge(pair.a, pair.b);
        const mean = pair.total / pair.events;
        graph.addEdge(pair.a, pair.b, { size: 0.6 + Math.log2(1 + pair.events) * 0.7, color: mean > 0.5 ? ink.good : mean < -0.5 ? ink.bad : ink.soft });
      }
      const seen = new Set(found.flatMap((pair) => [pair.a, pair.b]));
      graph.forEachNode((n) => graph.setNodeAttribute(n, "hidden", !seen.has(Number(n)) && graph.degree(n) === 0));
      sigma.refresh();
    },
  };
}

function rows(network, found, node) {
  const shown = found.filter((pair) => node === null || pair.a === node || pair.b === node).slice(0, ROWS);
  return shown.map((pair) => {
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
  const at = network.nodes.findIndex((node) => node.thing.key === asked.get("node"));
  return {
    from: Math.max(years[0], Number(asked.get("from")) || years[0]),
    to: Math.min(years[1], Number(asked.get("to")) || years[1]),
    without: new Set((asked.get("without") ?? "").split(",").filter(Boolean)),
    statesOnly: asked.get("only") === "states",
    members: asked.get("members") === "1",
    node: at < 0 ? null : at,
  };
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

/** The page of the network; the address keeps the filters and the chosen node. */
export async function graph() {
  const network = await get("/network");
  const head = [element("h1", {}, wordOf("tools", "graph")), element("p", { class: "lead" }, word("graphLead"))];
  if (!network.edges.length) return { title: wordOf("tools", "graph"), content: [...head, element("p", { class: "notice" }, word("empty"))] };
  await scripts("graphology.umd.min.js", "sigma.min.js");
  const known = network.edges.map((edge) => edge.year).filter(Boolean);
  const years = known.length ? [Math.min(...known), Math.max(...known)] : [0, 0];
  const filters = wanted(network, years);
  const room = element("div", { class: "graph-room", dir: "ltr", id: "graph", role: "img", "aria-label": word("graphOf") });
  const beside = element("div", { class: "tall", tabindex: 0, role: "group", "aria-label": word("pairs") });
  let canvas = null;
  const named = network.nodes.map((node, n) => [n, name(node.thing)]).sort(([, one], [, other]) => one.localeCompare(other, language));
  const select = element("select", { id: "node" }, element("option", { value: "" }, word("everyone")), named.map(([n, text]) => element("option", { value: n }, text)));
  select.addEventListener("change", () => choose(select.value === "" ? null : Number(select.value)));
  const show = () => {
    const found = pairs(network, filters);
    const members = filters.members && !filters.statesOnly ? network.memberships : [];
    canvas?.show(found, filters.node, members);
    select.value = filters.node ?? "";
    const chosen = filters.node === null ? null : network.nodes[filters.node].thing;
    const title = chosen ? [link(chosen), " ", element("button", { type: "button", id: "all", onclick: () => choose(null) }, word("showAll"))] : word("strongest");
    beside.replaceChildren(element("h2", {}, title), table([word("pair"), word("events"), word("meanScore")], rows(network, found, filters.node)));
  };
  const keep = () => {
    const values = { from: filters.from === years[0] ? null : filters.from, to: filters.to === years[1] ? null : filters.to, without: [...filters.without].join(",") || null, only: filters.statesOnly ? "states" : null, members: filters.members ? "1" : null, node: filters.node === null ? null : network.nodes[filters.node].thing.key };
    history.replaceState(null, "", here(location.pathname, values));
  };
  const choose = (node) => {
    filters.node = node;
    keep();
    show();
  };
  show();
  // the canvas measures its room, so it is drawn once that is on the page
  requestAnimationFrame(() => {
    try {
      canvas = drawing(room, network, choose);
      show();
    } catch (error) {
      room.replaceChildren(element("p", { class: "notice" }, word("noCanvas")));
    }
  });
  const legend = element("p", { class: "legend small soft" }, [["accent", word("states")], ["warm", word("organizations")], ["good", word("cooperation")], ["bad", word("conflict")]].map(([colour, text]) => element("span", {}, element("i", { class: `swatch ${colour}` }), text)));
  return {
    title: wordOf("tools", "graph"),
    content: [...head, ...controls(filters, years, () => (keep(), show())), element("p", { class: "tools" }, element("label", {}, word("actor"), " ", select)), element("div", { class: "sides" }, element("div", {}, room, legend), beside), downloads([["json", "/network"], ["graph", "/export?format=gexf"], ["table", "/export?format=csv"]])],
  };
}
