// A state: its relations, memberships and posts.

import { get } from "../data.js";
import { element, section } from "../element.js";
import { here, name, number, word } from "../language.js";
import { worldMap } from "../map.js";
import { running } from "../listing.js";
import { downloads, eventCard, holdingCards, membershipRows, otherNames, pairCard, positionCard, records, table } from "../parts.js";

const FEW = 3; // relations that need no map
const SHOWN = 12; // relations, and people, before the rest is folded

/** A map of the states that this one deals with, each leading to the relation. */
function partners(key, pairs) {
  const entries = (numeric) => pairs.map((pair) => {
    const other = pair.a.key === key ? pair.b : pair.a;
    return { code: other.key, numeric: numeric.get(other.key), title: name(other), value: pair.events + pair.positions, href: here(`/doc/relation/${pair.key}`) };
  });
  const place = element("div", { class: "map-room" });
  // the page does not wait for the numbers by which the map knows states
  const drawn = get("/states?limit=300").then(({ items }) => worldMap(entries(new Map(items.map((state) => [state.code, state.iso_numeric]))), word("mapOf", word("records"))));
  drawn.then(
    (map) => place.replaceChildren(map),
    () => place.remove(),
  );
  return place;
}

/** Cards side by side, those beyond the first folded away. */
function grid(cards) {
  const [shown, rest] = [cards.slice(0, SHOWN), cards.slice(SHOWN)];
  const more = rest.length ? element("details", { class: "rest" }, element("summary", {}, word("more", number(rest.length))), element("div", { class: "grid" }, rest)) : null;
  return [element("div", { class: "grid" }, shown), more].filter(Boolean);
}

/** The page of a state. */
export async function state(key) {
  const path = `/states/${encodeURIComponent(key)}`;
  const [found, relations] = await Promise.all([get(path), get(`${path}/relations?limit=200`)]);
  const pairs = relations.items.map((pair) => pairCard(pair, ["events", "positions"]));
  const acts = running(word("events"), `/events?participant=${found.code}`, eventCard);
  const held = running(word("positions"), `/positions?holder=${found.code}`, positionCard);
  const memberships = membershipRows(found.memberships, "organization");
  return {
    title: name(found),
    content: [
      element("h1", {}, name(found), " ", element("span", { class: "soft small" }, found.code)),
      otherNames(found),
      downloads([["json", path], ["graph", `/export?format=gexf&around=${key}`], ["table", records(found.id, "records")], ["rdf", `/data/state/${key}.ttl`]]),
      section(word("relations"), pairs.length > FEW ? partners(found.code, relations.items) : null, pairs.length ? grid(pairs) : null),
      acts.room,
      held.room,
      section(word("memberships"), memberships.length ? table([word("organization"), word("role")], memberships, SHOWN) : []),
      section(word("posts"), found.posts.length ? grid(holdingCards(found.posts)) : []),
    ],
    whole: Promise.all([acts.done, held.done]),
  };
}
