// The start page: what the store holds, the most active pairs, states, newest articles.

import { get } from "../data.js";
import { element, section } from "../element.js";
import { counted, name, word } from "../language.js";
import { articleCard, page, pairCard } from "../parts.js";

function tiles(stats) {
  const shown = [["articles", stats.articles], ["pairs", stats.pairs], ["states", stats.states], ["events", stats.records.event ?? stats.records.Event ?? 0], ["positions", stats.records.position ?? stats.records.Position ?? 0]];
  return element("dl", { class: "tiles" }, shown.map(([key, n]) => element("div", {}, element("dt", {}, word(key)), element("dd", {}, n.toLocaleString("en")))));
}

/** The start page. */
export async function start() {
  const [stats, pairs, states, articles] = await Promise.all([get("/stats"), get("/relations?limit=24"), get("/states?limit=300"), get("/articles?limit=12")]);
  const intro = [element("h1", {}, word("title")), element("p", { class: "lead" }, word("lead"))];
  if (!stats.articles) {
    const empty = element("div", { class: "notice" }, element("p", {}, word("empty")), element("p", { class: "soft" }, element("bdi", {}, word("emptyHow"))));
    return { content: [...intro, empty] };
  }
  const pairCards = pairs.items.map((pair) => element("li", {}, pairCard(pair, counted("events", pair.events), counted("positions", pair.positions), counted("articles", pair.articles))));
  const stateChips = states.items.map((state) => element("li", {}, element("a", { href: page(state) }, name(state))));
  const articleCards = articles.items.map((article) => element("li", {}, articleCard(article)));
  return {
    content: [
      ...intro,
      tiles(stats),
      section(word("pairs"), pairCards.length ? [element("p", { class: "soft" }, word("pairsLead")), element("ul", { class: "grid" }, pairCards)] : []),
      section(word("states"), stateChips.length ? element("ul", { class: "chips" }, stateChips) : []),
      section(word("articles"), articleCards.length ? element("ul", { class: "grid" }, articleCards) : []),
    ],
  };
}
