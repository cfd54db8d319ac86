// How two states deal with each other.

import { get } from "../data.js";
import { element, section } from "../element.js";
import { counted, days, here, language, list, name, number, word, wordOf } from "../language.js";
import { folded } from "../listing.js";
import { articleCard, downloads, eventCard, holdingCards, link, table, tieCard, undertakingCard } from "../parts.js";
import { series } from "../series.js";
import { compared, positionsOf } from "../stances.js";
import { timeline } from "../timeline.js";
import { together } from "../together.js";

const LATEST = 200; // events, and positions, that the server gives
const HALF = 9; // of what comes below before the rest is folded
const MANY = 20; // events that are shown before earlier ones are folded away
const STATUSES = ["held", "ongoing", "planned", "postponed", "cancelled"];

/** The timeline, and the events as cards; a choice of status, kept in the address, narrows both. */
function happenings(events) {
  const present = STATUSES.filter((status) => events.some((event) => event.status === status));
  const hidden = new Set((new URLSearchParams(location.search).get("without") ?? "").split(",").filter(Boolean));
  const drawing = element("div", {});
  const cards = element("ol", { class: "stack timeline" });
  const room = element("div", { class: "stack", id: "events" });
  const reveal = (event) => {
    const card = room.querySelector(`[data-key="${event.key}"]`);
    if (card?.closest("details")) card.closest("details").open = true;
    card?.scrollIntoView({ block: "center" });
    card?.querySelector("a")?.focus({ preventScroll: true });
  };
  const show = () => {
    const shown = events.filter((event) => !hidden.has(event.status));
    drawing.replaceChildren(...[timeline(shown, reveal)].filter(Boolean));
    const items = shown.map((event) => element("li", {}, eventCard(event)));
    const early = items.slice(0, items.length > MANY + 1 ? -MANY : 0);
    const before = early.length ? element("details", { class: "rest", id: "earlier" }, element("summary", {}, word("earlier", number(early.length))), element("ol", { class: "stack timeline" }, early)) : null;
    cards.replaceChildren(...items.slice(early.length));
    room.replaceChildren(...[before, cards].filter(Boolean));
  };
  const boxes = present.map((status) => {
    const box = element("input", { type: "checkbox", checked: !hidden.has(status), value: status });
    box.addEventListener("change", () => {
      if (box.checked) hidden.delete(status);
      else hidden.add(status);
      history.replaceState(null, "", here(location.pathname, { without: [...hidden].join(",") || null }));
      show();
    });
    return element("label", {}, box, " ", wordOf("statuses", status), " ", element("span", { class: "soft small" }, number(events.filter((event) => event.status === status).length)));
  });
  show();
  return [element("div", { class: "tools", role: "group", "aria-label": word("status") }, boxes), drawing, room];
}

/** How far both voted alike: in all, and by issue. */
function votes(voting) {
  const row = (what, { roll_calls, agreement }) => [what, number(roll_calls), `${number(Math.round(100 * agreement))}%`];
  return table([word("issue"), word("rollCalls"), word("votedAlike")], [row(word("allCalls"), voting), ...voting.issues.map((on) => row(link(on.issue), on))]);
}

/** What imported data sets code of both, beside all that articles say. */
function coded(counts) {
  const sets = Object.entries(counts ?? {}).map(([source, count]) => `${source.toUpperCase()} ${number(count)}`);
  return sets.length ? element("p", { class: "soft small", id: "coded" }, word("coded"), ": ", list(sets)) : null;
}

/** The page of a pair; the key is two codes joined by a hyphen. */
export async function relation(key) {
  const [one, other] = key.split("-");
  const found = await get(`/relations/${encodeURIComponent(one)}/${encodeURIComponent(other ?? "")}`);
  const { a, b } = found.summary;
  const title = `${name(a)} – ${name(b)}`;
  const empty = !found.events.length && !found.positions.length && !found.shared_organizations.length && !found.voting;
  const codes = `between=${a.key}&between=${b.key}`;
  const head = [
    element("h1", {}, link(a), " – ", link(b)),
    element("p", { class: "lead" }, list([counted("events", found.summary.events), counted("positions", found.summary.positions), counted("articles", found.summary.articles)]), found.summary.first ? ` · ${days(found.summary.first, found.summary.last)}` : ""),
    coded(found.summary.machine_coded),
    found.truncated ? element("p", { class: "soft small" }, word("latestOf", number(LATEST))) : null,
    downloads([["json", `/relations/${a.key}/${b.key}`], ["graph", `/export?format=gexf&${codes}`], ["table", `/export?format=records&${codes}`], ["rdf", `/export?format=ttl&${codes}`], ["dossier", `/relations/${a.key}/${b.key}/dossier?lang=${language}`]]),
  ];
  if (empty) return { title, content: [...head, element("p", { class: "notice" }, word("none"))] };
  const shared = found.shared_organizations.length ? await together(a, b, found.shared_organizations) : [];
  return {
    title,
    content: [
      ...head,
      section(word("events"), found.events.length ? happenings(found.events) : []),
      section(word("series"), series(found.events) ?? []),
      section(word("compared"), compared(found.positions, a, b)),
      section(word("positions"), found.positions.length ? positionsOf(found.positions, a, b) : []),
      section(word("agreements"), found.agreements.length ? element("div", { class: "stack" }, folded(found.agreements.map(undertakingCard), HALF)) : []),
      section(word("commitments"), found.commitments.length ? element("div", { class: "stack" }, folded(found.commitments.map(undertakingCard), HALF)) : []),
      section(word("shared"), shared),
      section(word("voting"), found.voting ? votes(found.voting) : []),
      section(word("ties"), found.ties.length ? element("div", { class: "grid" }, found.ties.map(tieCard)) : []),
      section(word("posts"), found.posts.length ? element("div", { class: "grid" }, holdingCards(found.posts)) : []),
      section(word("articles"), found.articles.length ? element("div", { class: "grid" }, folded(found.articles.map(articleCard), HALF)) : []),
    ],
  };
}
