// A state: its relations, memberships and posts.

import { get } from "../data.js";
import { element, section } from "../element.js";
import { counted, name, word } from "../language.js";
import { downloads, holdingCard, membershipRows, pairCard, table } from "../parts.js";

/** The page of a state. */
export async function state(key) {
  const path = `/states/${encodeURIComponent(key)}`;
  const [found, relations] = await Promise.all([get(path), get(`${path}/relations?limit=60`)]);
  const pairs = relations.items.map((pair) => element("li", {}, pairCard(pair, counted("events", pair.events), counted("positions", pair.positions))));
  const memberships = membershipRows(found.memberships, "organization");
  return {
    title: name(found),
    content: [
      element("h1", {}, name(found), " ", element("span", { class: "soft small" }, found.code)),
      downloads([["json", path], ["graph", `/export?format=gexf&around=${key}`], ["table", `/export?format=csv&around=${key}`], ["rdf", `/data/state/${key}.ttl`]]),
      section(word("relations"), pairs.length ? element("ul", { class: "grid" }, pairs) : []),
      section(word("memberships"), memberships.length ? table([word("organization"), word("role")], memberships) : []),
      section(word("posts"), found.posts.length ? element("div", { class: "grid" }, found.posts.map(holdingCard)) : []),
    ],
  };
}
