// A single event, position or person.

import { get } from "../data.js";
import { apart, element } from "../element.js";
import { label, list, name, wordOf } from "../language.js";
import { downloads, eventCard, holdingCards, positionCard, reportsOf } from "../parts.js";

const ROUTES = { event: "events", happening: "events", position: "positions", person: "people" };
const CARDS = { event: told, happening: told, position: positionCard, person: (person) => element("div", { class: "grid" }, holdingCards(person.posts)) };

function told(event) {
  return [eventCard(event), reportsOf(event)];
}

const actors = (event) => list([...new Map(event.participants.map((part) => [part.actor.id, name(part.actor)])).values()]);
// Not the labels of the graph: their days are ISO dates, which a right-to-left line turns round.
const titled = (event) => `${label(event.type_labels, event.type)}: ${actors(event)}`;
const TITLES = {
  event: titled,
  happening: titled,
  position: (position) => `${list(position.holders.map(name))}: ${label(position.stance_labels, position.stance)}`,
  person: name,
};

/** The page of a record or a person; other things have data only. */
export async function record(key, kind) {
  const data = `/data/${kind}/${encodeURIComponent(key)}.ttl`;
  if (!ROUTES[kind]) {
    return { title: key, content: [element("h1", {}, wordOf("kinds", kind)), element("p", { dir: "auto" }, key), downloads([["rdf", data]])] };
  }
  const path = `/${ROUTES[kind]}/${encodeURIComponent(key)}`;
  const found = await get(path);
  const title = TITLES[kind](found);
  return { title, content: [element("h1", {}, apart(title)), downloads([["json", path], ["rdf", data]]), ...[CARDS[kind](found)].flat().filter(Boolean)] };
}
