// The SPARQL page: an editor with the competency questions as a menu; the address keeps the query.

import { get } from "../data.js";
import { editor, VIEWS } from "../editing.js";
import { element } from "../element.js";
import { here, label, word } from "../language.js";
import { script, sheet } from "../load.js";
import { downloads } from "../parts.js";

const FIRST = "pair-events";
const TRIPLES = /^\s*(?:(?:PREFIX|BASE)\s[^\n]*\n|#[^\n]*\n|\s)*(?:CONSTRUCT|DESCRIBE)\b/i;

/** IRIs of things in the graph open their pages here, wherever the IRI itself would lead. */
function stay(event) {
  const [, kind, key] = event.target.closest("a")?.getAttribute("href")?.match(/\/id\/([^/]+)\/([^/?#]+)$/) ?? [];
  if (!kind) return;
  event.preventDefault();
  location.assign(here(`/doc/${kind}/${key}`));
}

/** The answer to a query as files: rows as JSON, CSV and XML, statements as Turtle and JSON-LD. */
function files(query) {
  const kinds = TRIPLES.test(query) ? [["rdf", "ttl"], ["jsonld", "json"]] : [["json", "json"], ["table", "csv"], ["xml", "xml"]];
  return downloads(kinds.map(([kind, format]) => [kind, `/sparql?format=${format}&query=${encodeURIComponent(query)}`]));
}

/** The page of questions to the graph; `?question=` or `?query=` says which. */
export async function sparql() {
  const [{ items }] = await Promise.all([get("/questions"), sheet("/static/vendor/yasgui.min.css"), script("yasgui.min.js")]);
  const asked = new URLSearchParams(location.search);
  const named = new Map(items.map((item) => [item.name, item]));
  const chosen = named.get(asked.get("question")) ?? (asked.get("query") ? null : named.get(FIRST));
  const room = element("div", { dir: "ltr", lang: "en", class: "yasgui-room", onclick: stay });
  const menu = element("select", { id: "question" }, element("option", { value: "" }, word("ownQuery")), items.map((item) => element("option", { value: item.name, selected: item === chosen }, label(item.labels))));
  const given = element("div", {}, files(asked.get("query") ?? chosen.query));
  let yasgui = null;
  const keep = () => {
    const text = yasgui.getTab().yasqe.getValue();
    const question = named.get(menu.value);
    const same = question && question.query === text;
    if (!same) menu.value = "";
    given.replaceChildren(files(text));
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
      given,
    ],
  };
}
