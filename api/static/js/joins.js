// A picture of what a query joins, with a table of the same; drawn as the graph view draws.

import { colours, drawing } from "./drawing.js";
import { element } from "./element.js";
import { here, language, number, word, wordOf } from "./language.js";
import { table } from "./parts.js";
import { placed } from "./placing.js";
import { short } from "./results.js";

const MOST = 250; // nodes that are drawn, those with most links
const ROWS = 200;
const THING = /\/id\/([^/]+)\/([^/?#]+)$/;

/** The name of a node: one that came with it, else the end of its IRI, of a record its kind. */
function called(iri, names) {
  const told = names.get(`${iri} ${language}`) ?? names.get(`${iri} en`) ?? names.get(`${iri} `);
  const [, kind, key] = iri.match(THING) ?? [];
  return told ?? (/^[0-9a-f]{12,}$/.test(key) ? wordOf("kinds", kind) : short({ type: "uri", value: iri }));
}

function address(iri) {
  const [, kind, key] = iri.match(THING) ?? [];
  return kind ? here(`/doc/${kind}/${key}`) : null;
}

/** The nodes with most links, and the links between them by number. */
function strongest(joins) {
  const degree = new Map();
  for (const { from, to } of joins) for (const node of [from, to]) degree.set(node, (degree.get(node) ?? 0) + 1);
  const nodes = [...degree.keys()].sort((one, other) => degree.get(other) - degree.get(one)).slice(0, MOST);
  const place = new Map(nodes.map((node, n) => [node, n]));
  const links = joins.filter(({ from, to }) => place.has(from) && place.has(to) && from !== to).map(({ from, to }) => [place.get(from), place.get(to)]);
  return { nodes, links, all: degree.size, degree };
}

/** The picture and its table; `names` has names of nodes by IRI and language. */
export function joinsView(joins, names = new Map()) {
  const { nodes, links, all, degree } = strongest(joins);
  const named = (iri) => called(iri, names);
  const shown = (iri) => (address(iri) ? element("a", { href: address(iri) }, element("bdi", {}, named(iri))) : element("bdi", {}, named(iri)));
  const room = element("div", { class: "graph-room", dir: "ltr", role: "img", "aria-label": word("joinsOf") });
  const said = element("p", { class: "small", role: "status" });
  const rows = joins.slice(0, ROWS).map(({ from, relation, to }) => [shown(from), relation, shown(to)]);
  // the canvas measures its room, so it is drawn once that is on the page
  requestAnimationFrame(async () => {
    const ink = colours(room);
    const places = placed(nodes.length, links);
    const discs = nodes.map((iri, n) => ({ ...places[n], label: named(iri), size: Math.min(4 + Math.sqrt(degree.get(iri)), 14), colour: address(iri) ? ink.accent : ink.soft }));
    let picked = new Set();
    const edges = links.map(([a, b]) => ({ a, b, width: 1, colour: ink.soft }));
    try {
      const canvas = await drawing(room, discs, (n) => {
        picked = new Set(n === null ? [] : [n]);
        said.replaceChildren(...(n === null ? [] : [shown(nodes[n]), ` (${number(degree.get(nodes[n]))})`]));
        canvas.show(n === null ? edges : edges.filter(({ a, b }) => a === n || b === n), picked);
      });
      canvas.show(edges);
    } catch {
      room.replaceChildren(element("p", { class: "notice" }, word("noCanvas")));
    }
  });
  const more = all > MOST ? element("p", { class: "soft small" }, word("firstNodes", number(MOST), number(all))) : null;
  return element("div", { class: "drawn-result" }, room, said, more, element("details", {}, element("summary", {}, word("asTable")), table([word("fromNode"), word("relation"), word("toNode")], rows)));
}
