// The SPARQL page: an editor with the competency questions as a menu; the address keeps the query.

import { chartView } from "../charts.js";
import { get } from "../data.js";
import { element } from "../element.js";
import { joinsView } from "../joins.js";
import { here, label, word } from "../language.js";
import { script, sheet } from "../load.js";
import { chartOf, joinsOf, joinsOfTriples } from "../results.js";

const VIEWS = ["table", "chart", "graph", "response"];
const FIRST = "pair-events";
const BASE = "https://w3id.org/bilateral";
const PREFIXES = { bir: `${BASE}/ontology/`, birx: `${BASE}/scheme/`, bird: `${BASE}/id/`, skos: "http://www.w3.org/2004/02/skos/core#", xsd: "http://www.w3.org/2001/XMLSchema#" };

/** IRIs of things in the graph open their pages here, wherever the IRI itself would lead. */
function stay(event) {
  const [, kind, key] = event.target.closest("a")?.getAttribute("href")?.match(/\/id\/([^/]+)\/([^/?#]+)$/) ?? [];
  if (!kind) return;
  event.preventDefault();
  location.assign(here(`/doc/${kind}/${key}`));
}

/** A way to show results beside yasgui's own table: its plugins are classes that are asked whether they can. */
function shownAs(text, find, view) {
  return class {
    constructor(yasr) {
      this.yasr = yasr;
      this.label = text;
      this.priority = 1;
    }

    canHandleResults() {
      return find(this.yasr.results) !== null;
    }

    draw() {
      this.yasr.resultsEl.replaceChildren(view(find(this.yasr.results)));
    }
  };
}

const rowsOf = (results) => [results?.getVariables?.() ?? [], results?.getBindings?.() ?? []];

function chart(results) {
  return chartOf(...rowsOf(results));
}

function joins(results) {
  const statements = results?.getStatements?.();
  const found = statements ? joinsOfTriples(statements) : { joins: joinsOf(...rowsOf(results)) };
  return found.joins.length ? found : null;
}

/** Yasgui without anything that asks other hosts: its completers and its share service stay off. */
function editor(room, query, view) {
  const { Yasgui } = window;
  Yasgui.Yasqe.defaults.autocompleters = [];
  Yasgui.Yasr.registerPlugin("chart", shownAs(word("chart"), chart, chartView));
  Yasgui.Yasr.registerPlugin("graph", shownAs(word("picture"), joins, ({ joins, names }) => joinsView(joins, names)));
  return new Yasgui(room, {
    persistenceId: null,
    requestConfig: { endpoint: `${location.origin}/sparql`, method: "POST" }, // its words on a failure need a whole address
    copyEndpointOnNewTab: false,
    endpointCatalogueOptions: { getData: () => [] },
    yasqe: { value: query, autocompleters: [], createShareableLink: null, persistenceId: null },
    yasr: { persistenceId: null, prefixes: PREFIXES, pluginOrder: VIEWS, defaultPlugin: view },
  });
}

/** Names for the controls of the table, which yasgui leaves without. */
function nameControls(room) {
  const name = () => room.querySelectorAll("select.tableSizer:not([aria-label])").forEach((node) => node.setAttribute("aria-label", "Page size"));
  new MutationObserver(name).observe(room, { childList: true, subtree: true });
}

/** The page of questions to the graph; `?question=` or `?query=` says which. */
export async function sparql() {
  const [{ items }] = await Promise.all([get("/questions"), sheet("/static/vendor/yasgui.min.css"), script("yasgui.min.js")]);
  const asked = new URLSearchParams(location.search);
  const named = new Map(items.map((item) => [item.name, item]));
  const chosen = named.get(asked.get("question")) ?? (asked.get("query") ? null : named.get(FIRST));
  const room = element("div", { dir: "ltr", lang: "en", class: "yasgui-room", onclick: stay });
  const menu = element("select", { id: "question" }, element("option", { value: "" }, word("ownQuery")), items.map((item) => element("option", { value: item.name, selected: item === chosen }, label(item.labels))));
  let yasgui = null;
  const keep = () => {
    const text = yasgui.getTab().yasqe.getValue();
    const question = named.get(menu.value);
    const same = question && question.query === text;
    if (!same) menu.value = "";
    history.replaceState(null, "", here(location.pathname, { question: same ? question.name : null, query: same ? null : text }));
  };
  room.addEventListener("click", (event) => {
    if (!event.target.closest(".yasr_btnGroup")) return;
    const { drawnPlugin } = yasgui.getTab().yasr;
    history.replaceState(null, "", here(location.pathname, { view: drawnPlugin === VIEWS[0] ? null : drawnPlugin }));
  });
  const ask = () => yasgui.getTab().yasqe.query().catch(() => {});
  menu.addEventListener("change", () => {
    const question = named.get(menu.value);
    if (!question) return;
    yasgui.getTab().yasqe.setValue(question.query);
    keep();
    ask();
  });
  // the editor measures itself, so it is built once its room is on the page
  requestAnimationFrame(() => {
    nameControls(room);
    yasgui = editor(room, asked.get("query") ?? chosen.query, VIEWS.includes(asked.get("view")) ? asked.get("view") : VIEWS[0]);
    yasgui.getTab().yasqe.on("blur", keep);
    yasgui.getTab().yasqe.on("query", keep);
    if (asked.has("question") || asked.has("query")) ask();
  });
  return {
    title: "SPARQL",
    content: [
      element("h1", {}, "SPARQL"),
      element("p", { class: "lead" }, word("sparqlLead")),
      element("p", { class: "tools" }, element("label", { for: "question" }, word("question")), menu),
      room,
    ],
  };
}
