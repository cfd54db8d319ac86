// An article: the text with every record marked at its span, and the records beside it.

import { Desk } from "../correct.js";
import { get } from "../data.js";
import { apart, element, scriptOf } from "../element.js";
import { days, here, label, list, name, word, wordOf } from "../language.js";
import { badge, byline, downloads, headline, office, records as recordsAbout } from "../parts.js";

const TITLES = {
  event: (event) => [label(event.type_labels, event.type), " ", badge(wordOf("statuses", event.status), event.status), " ", element("span", { class: "soft small" }, days(event.earliest, event.latest))],
  position: (position) => [list(position.holders.map(name)), " ", badge(label(position.stance_labels, position.stance), { 1: "for", "-1": "against" }[position.polarity] ?? ""), " ", position.issues.length ? element("span", { class: "small" }, position.issues.map(name).join(" · ")) : ""],
  holding: (holding) => [apart(name(holding.person)), " – ", office(holding)],
  membership: (membership) => [name(membership.member), " – ", name(membership.organization)],
  agreement: (agreement) => [agreement.title],
  commitment: (commitment) => [list(commitment.makers.map(name)), " – ", wordOf("kinds", "commitment")],
};

function records(found) {
  const groups = [["event", found.events], ["position", found.positions], ["holding", found.posts], ["membership", found.memberships], ["agreement", found.agreements], ["commitment", found.commitments]];
  return groups
    .flatMap(([kind, items]) => items.map((record) => ({ ...record, recordKind: kind })))
    .filter((record) => record.start !== null)
    .sort((one, other) => one.start - other.start || other.end - one.end);
}

/** The text cut where any record begins or ends; offsets count code points, not UTF-16 units. `turn(keys)` hears of clicks. */
function marked(text, spans, turn) {
  const points = Array.from(text);
  const cuts = [...new Set([0, points.length, ...spans.flatMap((span) => [span.start, span.end])])].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((from, number) => {
    const words = points.slice(from, cuts[number + 1]).join("");
    const inside = spans.filter((span) => span.start <= from && from < span.end);
    if (!inside.length) return words;
    inside.sort((one, other) => one.end - one.start - (other.end - other.start));
    const [innermost] = inside;
    const keys = inside.map((span) => span.key);
    return element("mark", { class: innermost.recordKind, "data-keys": keys.join(" "), "data-innermost": innermost.key, role: words.trim() ? "button" : null, tabindex: words.trim() ? -1 : null, onclick: () => turn(keys) }, words);
  });
}

/** Make a mark the one that Tab comes to, and go there. */
function step(text, piece, go = true) {
  if (!piece) return;
  for (const other of text.querySelectorAll("mark[tabindex='0']")) other.tabIndex = -1;
  piece.tabIndex = 0;
  if (go) piece.focus();
}

/** Marks by keyboard: Tab comes to one of them, arrows go on to others as the text runs, Enter and Space choose. */
function walked(text) {
  const pieces = [...text.querySelectorAll("mark[role]")];
  step(text, pieces[0], false);
  text.addEventListener("keydown", (event) => {
    const here = pieces.indexOf(event.target);
    if (here < 0 || event.ctrlKey || event.altKey || event.metaKey) return;
    const left = getComputedStyle(text).direction === "rtl" ? 1 : -1;
    const places = { ArrowDown: here + 1, ArrowUp: here - 1, ArrowLeft: here + left, ArrowRight: here - left, Home: 0, End: pieces.length - 1 };
    if (event.key in places) step(text, pieces[Math.max(0, Math.min(places[event.key], pieces.length - 1))]);
    else if (event.key === "Enter" || event.key === " ") event.target.click();
    else return;
    event.preventDefault();
  });
}

/**
 * The text of an article with its records marked, and the records beside it, pointing at each other.
 * `wanted` is the key of a record to begin with; `told(key)` hears of every choice; `beside(record)` is what
 * follows a record in the list.
 */
export function reading(found, wanted = null, told = () => {}, beside = () => null) {
  const spans = records(found);
  const entries = new Map();
  let text = null;
  let last = wanted;

  const light = (chosen, className, on) => {
    for (const piece of text.querySelectorAll("mark")) {
      if (!piece.dataset.keys.split(" ").includes(chosen)) continue;
      piece.classList.toggle(className, on);
      if (className === "chosen" && on) piece.setAttribute("aria-current", "true");
    }
    entries.get(chosen)?.classList.toggle(className, on);
  };
  const choose = (chosen, scroll) => {
    for (const node of document.querySelectorAll(".chosen")) node.classList.remove("chosen");
    for (const node of document.querySelectorAll(".reading [aria-current]")) node.removeAttribute("aria-current");
    light(chosen, "chosen", true);
    entries.get(chosen)?.setAttribute("aria-current", "true");
    last = chosen;
    told(chosen);
    const [piece] = text.querySelectorAll("mark[role].chosen");
    (scroll ? piece : entries.get(chosen))?.scrollIntoView({ block: scroll ? "center" : "nearest" });
    return piece;
  };

  text = element("div", { class: "text", lang: found.language ?? "und", dir: "auto", id: "text" });
  // where records lie over each other, a click takes the innermost, and the next click the one around it
  text.append(...marked(found.text, spans, (keys) => choose(keys[(keys.indexOf(last) + 1) % keys.length], false)));
  for (const piece of text.querySelectorAll("mark")) {
    const innermost = piece.dataset.innermost;
    for (const [type, on] of [["mouseenter", true], ["mouseleave", false], ["focus", true], ["blur", false]]) piece.addEventListener(type, () => light(innermost, "near", on));
  }
  walked(text);
  const aside = spans.map((span) => {
    const entry = element("a", { class: "entry", href: here(location.pathname, { record: span.key }), "data-key": span.key }, element("span", { class: "soft small" }, `${wordOf("kinds", span.recordKind)}: `), TITLES[span.recordKind](span), element("span", { class: "snippet soft small", dir: "auto", lang: scriptOf(span.quote) }, span.quote));
    entry.addEventListener("click", (event) => {
      event.preventDefault();
      const piece = choose(span.key, true);
      if (event.detail === 0) step(text, piece); // by keyboard: on to the words themselves
    });
    for (const [type, on] of [["mouseenter", true], ["mouseleave", false], ["focus", true], ["blur", false]]) entry.addEventListener(type, () => light(span.key, "near", on));
    entries.set(span.key, entry);
    return [entry, beside(span)];
  });
  if (wanted && entries.has(wanted)) {
    light(wanted, "chosen", true);
    entries.get(wanted).setAttribute("aria-current", "true");
    entries.get(wanted).setAttribute("data-reveal", "nearest");
    const piece = text.querySelector("mark[role].chosen");
    piece?.setAttribute("data-reveal", "center");
    step(text, piece, false);
  }
  return element("div", { class: "reading" }, element("article", { class: "card" }, text), element("aside", { "aria-label": word("recordsOf"), tabindex: 0 }, element("h2", {}, word("recordsOf")), aside.length ? element("p", { class: "soft small" }, word("recordsHow")) : null, aside.length ? aside.flat(2).filter(Boolean) : element("p", { class: "soft" }, word("nothingRead"))));
}

/** The page of an article; `?record=` chooses the record whose words are shown. */
export async function article(key) {
  const path = `/articles/${encodeURIComponent(key)}`;
  const room = element("div", { class: "stack" });
  const told = (record) => history.replaceState(null, "", here(location.pathname, { record }));
  const draw = async () => {
    const [found] = await Promise.all([get(path), desk.load()]);
    const wanted = new URLSearchParams(location.search).get("record");
    room.replaceChildren(reading(found, wanted, told, (record) => desk.beside(record)), desk.log());
    return found;
  };
  const desk = new Desk(key, draw);
  const found = await draw();
  const original = found.url && /^https?:/.test(found.url) ? element("a", { href: found.url, rel: "noopener noreferrer" }, word("original")) : null;
  return {
    title: found.title ?? found.key,
    content: [
      element("h1", {}, headline(found)),
      element("p", { class: "soft" }, found.title ? byline(found) : apart(found.key), original ? [" · ", original] : ""),
      downloads([["json", path], ["table", recordsAbout(found.id, "records")], ["rdf", recordsAbout(found.id, "ttl")]]),
      desk.panel(room),
      room,
    ],
  };
}
