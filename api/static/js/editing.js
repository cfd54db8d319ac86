// The query editor: yasgui without anything that asks other hosts, with charts and pictures of its results, and with
// its words in the page's language.

import { chartView } from "./charts.js";
import { joinsView } from "./joins.js";
import { language, word, wordOf } from "./language.js";
import { chartOf, joinsOf, joinsOfTriples } from "./results.js";

export const VIEWS = ["table", "chart", "graph", "response"];
const BASE = "https://w3id.org/bilateral";
const PREFIXES = { bir: `${BASE}/ontology/`, birx: `${BASE}/scheme/`, bird: `${BASE}/id/`, skos: "http://www.w3.org/2004/02/skos/core#", xsd: "http://www.w3.org/2001/XMLSchema#" };
// Sentences of the editor with figures in them, by the word that says the same.
const SENTENCES = [[/^Showing (\S+) to (\S+) of (\S+) entries$/, "rowsShown"], [/^(\d+) results? in ([\d.]+) seconds$/, "resultsIn"]];

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

/** Words of the editor in the page's language, and names for the controls that it leaves without. */
function named(room) {
  room.querySelectorAll("select.tableSizer:not([aria-label])").forEach((node) => node.setAttribute("aria-label", wordOf("editor", "Page size")));
  if (language === "en") return;
  const walker = document.createTreeWalker(room, NodeFilter.SHOW_TEXT, (node) => (node.parentElement.closest(".CodeMirror, td, th, .drawn-result") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT));
  while (walker.nextNode()) {
    const { currentNode: node } = walker;
    const text = node.data.trim();
    const bare = text.replace(/:$/, "");
    const [pattern, key] = SENTENCES.find(([pattern]) => pattern.test(text)) ?? [];
    const said = key ? word(key, ...text.match(pattern).slice(1)) : wordOf("editor", bare);
    if (said !== bare && said !== text) {
      node.data = text.endsWith(":") ? `${said}: ` : said;
      node.parentElement.lang = language;
      const button = node.parentElement.closest("button[aria-label]");
      if (button) button.ariaLabel = button.title = said;
    }
  }
  room.querySelectorAll("input[placeholder='Filter query results']").forEach((node) => {
    node.placeholder = wordOf("editor", node.placeholder);
    node.setAttribute("aria-label", node.placeholder);
    node.dir = "rtl";
  });
}

/** The editor in its room, which is on the page already: it measures itself. Its completers and share service stay off. */
export function editor(room, query, view) {
  const { Yasgui } = window;
  new MutationObserver(() => named(room)).observe(room, { childList: true, subtree: true });
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
