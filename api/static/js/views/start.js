// The start page: the map, what the store holds, the most active pairs, newest articles.

import { get } from "../data.js";
import { element, section } from "../element.js";
import { counted, here, name, number, word } from "../language.js";
import { filled } from "../listing.js";
import { worldMap } from "../map.js";
import { pairForm } from "../pairing.js";
import { articleCard, downloads, link, page, pairCard } from "../parts.js";

const MEASURES = { records: (state) => state.events + state.positions, events: (state) => state.events, positions: (state) => state.positions };

function tiles(stats) {
  const shown = [["articles", stats.articles], ["pairs", stats.pairs], ["states", stats.states], ["events", stats.records.Event ?? 0], ["positions", stats.records.Position ?? 0]];
  return element("dl", { class: "tiles" }, shown.map(([key, n]) => element("div", {}, element("dt", {}, word(key)), element("dd", {}, number(n)))));
}

function ranking(states, measure) {
  const rows = states.map((state) => element("tr", {}, element("td", {}, link(state)), element("td", { class: "number" }, number(MEASURES[measure](state)))));
  const head = element("tr", {}, element("th", { scope: "col" }, word("state")), element("th", { scope: "col", class: "number" }, word(measure)));
  return element("div", { class: "tall", tabindex: 0, role: "group", "aria-label": word("states") }, element("table", {}, element("thead", {}, head), element("tbody", {}, rows)));
}

/** The map and the table of states by one measure, which the address keeps. */
function world(states) {
  const wanted = new URLSearchParams(location.search).get("measure");
  const room = element("div", { class: "sides" });
  const draw = (measure) => {
    const sorted = [...states].sort((a, b) => MEASURES[measure](b) - MEASURES[measure](a));
    const entries = states.map((state) => ({ code: state.code, numeric: state.iso_numeric, title: name(state), value: MEASURES[measure](state), href: page(state) }));
    const place = element("div", { class: "map-room" }, element("p", { class: "loading", role: "status" }, word("loading")));
    room.replaceChildren(place, ranking(sorted, measure));
    worldMap(entries, word("mapOf", word(measure)))
      .then((map) => place.replaceChildren(map))
      .catch((error) => place.replaceChildren(element("p", { class: "notice bad" }, error.message)));
  };
  const first = wanted in MEASURES ? wanted : "records";
  const select = element("select", { id: "measure" }, Object.keys(MEASURES).map((key) => element("option", { value: key, selected: key === first }, word(key))));
  select.addEventListener("change", () => {
    history.replaceState(null, "", here(location.pathname, { measure: select.value }));
    draw(select.value);
  });
  draw(first);
  return [element("p", { class: "tools" }, element("label", {}, word("colouredBy"), " ", select)), room];
}

function pairCards({ items }) {
  const cards = items.map((pair) => element("li", {}, pairCard(pair, ["events", "positions", "articles"])));
  return section(word("pairs"), cards.length ? [element("p", { class: "soft" }, word("pairsLead")), element("ul", { class: "grid" }, cards)] : []);
}

function articleCards({ items }) {
  const cards = items.map((article) => element("li", {}, articleCard(article)));
  return section(word("articles"), cards.length ? element("ul", { class: "grid" }, cards) : []);
}

/** The start page: each part is shown as it comes. */
export async function start() {
  const intro = [element("h1", {}, word("title")), element("p", { class: "lead" }, word("lead"))];
  const articles = get("/articles?limit=9");
  const states = get("/states?limit=300");
  const parts = [
    filled(get("/stats"), tiles),
    filled(states, ({ items }) => (items.length > 1 ? pairForm(items) : [])),
    filled(states, ({ items }) => section(word("states"), items.length ? world(items) : [])),
    filled(get("/relations?limit=12"), pairCards),
    filled(articles, articleCards),
  ];
  const empty = element("div", { class: "notice", hidden: true }, element("p", {}, word("empty")), element("p", { class: "soft" }, element("bdi", {}, word("emptyHow"))));
  articles.then(
    ({ items }) => (empty.hidden = items.length > 0),
    () => {},
  );
  return {
    content: [...intro, empty, ...parts.map(({ room }) => room), downloads([["json", "/states?limit=300"], ["graph", "/export?format=gexf"], ["table", "/export?format=csv"], ["rdf", "/export?format=ttl"]])],
    whole: Promise.all(parts.map(({ done }) => done)),
  };
}
