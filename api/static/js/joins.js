// A picture of what a query joins, with a table of the same; drawn as the graph view draws.

import { colours, drawing } from "./drawing.js";
import { element } from "./element.js";
import { here, language, number, word, wordOf } from "./language.js";
import { table } from "./parts.js";
import { placed } from "./placing.js";
import { short } from "./results.js";

const MOST = 250; // nodes that are drawn, those with most links
const ROWS = 200;
const LABEL = "http://www.w3.org/2004/02/skos/core#prefLabel";
const LETTERS = 28; // of a name in the picture
const THING = /\/id\/([^/]+)\/([^/?#]+)$/;

// isolated, so that the dots stand where the words end in either direction
const cut = (text) => (text.length > LETTERS ? `\u2068${text.slice(0, LETTERS - 1)}…\u2069` : text);

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

/** Names that the store has of some nodes, beside those that came with the results; none where it does not answer. */
async function asked(nodes, names) {
  const unnamed = nodes.filter((iri) => address(iri) && !names.has(`${iri} ${language}`) && !names.has(`${iri} `));
  if (!unnamed.length) return names;
  const query = `SELECT ?thing ?name WHERE { VALUES ?thing { ${unnamed.map((iri) => `<${iri}>`).join(" ")} } ?thing <${LABEL}> ?name }`;
  try {
    const answer = await fetch("/sparql", { method: "POST", headers: { "Content-Type": "application/sparql-query", Accept: "application/sparql-results+json" }, body: query });
    const { results } = await answer.json();
    const told = results.bindings.map(({ thing, name }) => [`${thing.value} ${name["xml:lang"] ?? ""}`, name.value]);
    return new Map([...told, ...names]);
  } catch {
    return names;
  }
}

/** The picture and its table; `names` has names of nodes by IRI and language. */
export function joinsView(joins, given = new Map()) {
  const { nodes, links, all, degree } = strongest(joins);
  let names = given;
  const named = (iri) => called(iri, names);
  const shown = (iri) => (address(iri) ? element("a", { href: address(iri) }, element("bdi", {}, named(iri))) : element("bdi", {}, named(iri)));
  const room = element("div", { class: "graph-room", dir: "ltr", role: "img", "aria-label": word("joinsOf") });
  const said = element("p", { class: "small", role: "status" });
  const below = element("details", {}, element("summary", {}, word("asTable")));
  // the canvas measures its room, so it is drawn once that is on the page
  requestAnimationFrame(async () => {
    names = await asked(nodes, given);
    const rows = joins.slice(0, ROWS).map(({ from, relation, to }) => [shown(from), relation, shown(to)]);
    below.append(table([word("fromNode"), word("relation"), word("toNode")], rows));
    const ink = colours(room);
    const places = placed(nodes.length, links);
    const discs = nodes.map((iri, n) => ({ ...places[n], label: cut(named(iri)), size: Math.min(4 + Math.sqrt(degree.get(iri)), 14), colour: address(iri) ? ink.accent : ink.soft }));
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
  return element("div", { class: "drawn-result" }, room, said, more, below);
}
