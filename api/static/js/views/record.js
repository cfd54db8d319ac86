// A single event, position or person.

import { get } from "../data.js";
import { apart, element, section } from "../element.js";
import { here, label, list, name, word, wordOf } from "../language.js";
import { running } from "../listing.js";
import { downloads, eventCard, holdingCards, positionCard, records, reportsOf } from "../parts.js";

const PAIRS = 10; // of states, that an event leads to
const ROUTES = { event: "events", happening: "events", position: "positions", person: "people" };
const CARDS = { event: told, happening: told, position: positionCard, person: (person) => element("div", { class: "grid" }, holdingCards(person.posts)) };

function told(event) {
  return [eventCard(event), reportsOf(event), relationsOf(event)];
}

/** Where the story goes on: the pairs of states that take part. */
function relationsOf(event) {
  const states = [...new Map(event.participants.filter(({ actor }) => actor.kind === "state").map(({ actor }) => [actor.key, actor])).values()];
  const pairs = states.flatMap((one, n) => states.slice(n + 1).map((other) => [one, other])).slice(0, PAIRS);
  if (!pairs.length) return null;
  const links = pairs.map(([one, other]) => element("li", {}, element("a", { href: here(`/doc/relation/${[one.key, other.key].sort().join("-")}`) }, `${name(one)} – ${name(other)}`)));
  return section(word("allRelations"), element("ul", { class: "chips" }, links));
}

const actors = (event) => list([...new Map(event.participants.map((part) => [part.actor.id, name(part.actor)])).values()]);
// Not the labels of the graph: their days are ISO dates, which a right-to-left line turns round.
const begun = (text) => text.charAt(0).toLocaleUpperCase() + text.slice(1);
const titled = (event) => begun(`${label(event.type_labels, event.type)}: ${actors(event)}`);
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
    const called = wordOf("kinds", kind) === kind ? wordOf("things", kind) : wordOf("kinds", kind);
    return { title: key, content: [element("h1", {}, begun(called)), element("p", { dir: "auto" }, key), downloads([["jsonld", data.replace(/ttl$/, "jsonld")], ["rdf", data]])] };
  }
  const path = `/${ROUTES[kind]}/${encodeURIComponent(key)}`;
  const found = await get(path);
  const title = TITLES[kind](found);
  const acts = kind === "person" ? running(word("events"), `/events?participant=${encodeURIComponent(found.id)}`, eventCard) : null;
  return { title, content: [element("h1", {}, apart(title)), downloads([["json", path], ["table", records(found.id, "records")], ["rdf", data]]), ...[CARDS[kind](found)].flat().filter(Boolean), acts?.room], whole: acts?.done };
}
