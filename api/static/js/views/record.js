// A single event, position or person.

import { get } from "../data.js";
import { element } from "../element.js";
import { label, name, word, wordOf } from "../language.js";
import { downloads, eventCard, holdingCard, positionCard } from "../parts.js";

const ROUTES = { event: "events", position: "positions", person: "people" };
const CARDS = { event: eventCard, position: positionCard, person: (person) => element("div", { class: "grid" }, person.posts.map(holdingCard)) };

/** The page of a record or a person; other things have data only. */
export async function record(key, kind) {
  const data = `/data/${kind}/${encodeURIComponent(key)}.ttl`;
  if (!ROUTES[kind]) {
    return { title: key, content: [element("h1", {}, wordOf("kinds", kind)), element("p", { dir: "auto" }, key), downloads([["rdf", data]])] };
  }
  const path = `/${ROUTES[kind]}/${encodeURIComponent(key)}`;
  const found = await get(path);
  const title = kind === "person" ? name(found) : label(found.labels ?? found.stance_labels, wordOf("kinds", kind));
  return { title, content: [element("h1", { dir: "auto" }, title), downloads([["json", path], ["rdf", data]]), CARDS[kind](found)] };
}
