// How two states deal with each other.

import { get } from "../data.js";
import { element, section } from "../element.js";
import { counted, days, list, name, word } from "../language.js";
import { articleCard, downloads, eventCard, holdingCard, link, membershipLine, positionCard, table, tieCard, undertakingCard } from "../parts.js";

function columns(positions, a, b) {
  const jointly = positions.filter((position) => position.holders.length > 1);
  const alone = (side) => positions.filter((position) => position.holders.length === 1 && position.holders[0].id === side.id);
  const rest = positions.filter((position) => position.holders.length === 1 && ![a.id, b.id].includes(position.holders[0].id));
  const groups = [[word("jointly"), jointly], [word("heldBy", name(a)), alone(a)], [word("heldBy", name(b)), alone(b)], [word("others"), rest]];
  return element(
    "div",
    { class: "columns" },
    groups.filter(([, held]) => held.length).map(([title, held]) => element("div", { class: "stack" }, element("h3", {}, title), held.map(positionCard))),
  );
}

/** The page of a pair; the key is two codes joined by a hyphen. */
export async function relation(key) {
  const [one, other] = key.split("-");
  const found = await get(`/relations/${encodeURIComponent(one)}/${encodeURIComponent(other ?? "")}`);
  const { a, b } = found.summary;
  const title = `${name(a)} – ${name(b)}`;
  const empty = !found.events.length && !found.positions.length && !found.shared_organizations.length;
  const codes = `between=${a.key}&between=${b.key}`;
  const head = [
    element("h1", {}, link(a), " – ", link(b)),
    element("p", { class: "lead" }, list([counted("events", found.summary.events), counted("positions", found.summary.positions), counted("articles", found.summary.articles)]), found.summary.first ? ` · ${days(found.summary.first, found.summary.last)}` : ""),
    downloads([["json", `/relations/${a.key}/${b.key}`], ["graph", `/export?format=gexf&${codes}`], ["table", `/export?format=csv&${codes}`], ["rdf", `/export?format=ttl&${codes}`]]),
  ];
  if (empty) return { title, content: [...head, element("p", { class: "notice" }, word("none"))] };
  const shared = found.shared_organizations.map((row) => [link(row.organization), row.a.map(membershipLine), row.b.map(membershipLine)]);
  return {
    title,
    content: [
      ...head,
      section(word("events"), found.events.length ? element("ol", { class: "stack timeline", id: "events" }, found.events.map((event) => element("li", {}, eventCard(event)))) : []),
      section(word("positions"), found.positions.length ? columns(found.positions, a, b) : []),
      section(word("agreements"), found.agreements.length ? element("div", { class: "stack" }, found.agreements.map(undertakingCard)) : []),
      section(word("commitments"), found.commitments.length ? element("div", { class: "stack" }, found.commitments.map(undertakingCard)) : []),
      section(word("shared"), shared.length ? table([word("organization"), name(a), name(b)], shared) : []),
      section(word("ties"), found.ties.length ? element("div", { class: "grid" }, found.ties.map(tieCard)) : []),
      section(word("posts"), found.posts.length ? element("div", { class: "grid" }, found.posts.map(holdingCard)) : []),
      section(word("articles"), found.articles.length ? element("ul", { class: "grid" }, found.articles.map((article) => element("li", {}, articleCard(article)))) : []),
    ],
  };
}
