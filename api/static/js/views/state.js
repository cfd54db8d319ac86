// A state: its relations, memberships and posts.

import { get } from "../data.js";
import { element, section } from "../element.js";
import { counted, here, name, word } from "../language.js";
import { worldMap } from "../map.js";
import { downloads, holdingCards, membershipRows, otherNames, pairCard, table } from "../parts.js";

const FEW = 3; // relations that need no map

/** A map of the states that this one deals with, each leading to the relation. */
function partners(key, pairs, states) {
  const numeric = new Map(states.map((state) => [state.code, state.iso_numeric]));
  const entries = pairs.map((pair) => {
    const other = pair.a.key === key ? pair.b : pair.a;
    return { code: other.key, numeric: numeric.get(other.key), title: name(other), value: pair.events + pair.positions, href: here(`/doc/relation/${pair.key}`) };
  });
  const place = element("div", { class: "map-room" });
  worldMap(entries, word("mapOf", word("records"))).then(
    (map) => place.replaceChildren(map),
    () => place.remove(),
  );
  return place;
}

/** The page of a state. */
export async function state(key) {
  const path = `/states/${encodeURIComponent(key)}`;
  const [found, relations, states] = await Promise.all([get(path), get(`${path}/relations?limit=200`), get("/states?limit=300")]);
  const pairs = relations.items.map((pair) => element("li", {}, pairCard(pair, counted("events", pair.events), counted("positions", pair.positions))));
  const memberships = membershipRows(found.memberships, "organization");
  return {
    title: name(found),
    content: [
      element("h1", {}, name(found), " ", element("span", { class: "soft small" }, found.code)),
      otherNames(found),
      downloads([["json", path], ["graph", `/export?format=gexf&around=${key}`], ["table", `/export?format=csv&around=${key}`], ["rdf", `/data/state/${key}.ttl`]]),
      section(word("relations"), pairs.length > FEW ? partners(found.code, relations.items, states.items) : null, pairs.length ? element("ul", { class: "grid" }, pairs) : null),
      section(word("memberships"), memberships.length ? table([word("organization"), word("role")], memberships) : []),
      section(word("posts"), found.posts.length ? element("div", { class: "grid" }, holdingCards(found.posts)) : []),
    ],
  };
}
