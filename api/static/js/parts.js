// Parts that several pages share: links to things, records with their quotes, lists.

import { place } from "./data.js";
import { apart, element, quote, scriptOf, section } from "./element.js";
import { counted, day, days, here, label, language, list, name, number, span, word, wordOf } from "./language.js";
import { folded } from "./listing.js";

const SHOWN = 4; // other names that are given
const LISTED = "Official list of members: "; // what the reference tables call an organization's own list

/** The address of a thing's page. */
export function page(thing) {
  const [kind, key] = place(thing.id);
  if (key.startsWith("issue-")) return here(`/explore/issue/${encodeURIComponent(key.slice(6))}`);
  return here(`/doc/${kind}/${encodeURIComponent(key)}`);
}

/** A link to a thing by its name. */
export function link(thing, className = null) {
  return element("a", { href: page(thing), class: className }, apart(name(thing)));
}

/** Links to several things, with commas between them. */
export function links(things) {
  return things.flatMap((thing, number) => (number ? [document.dir === "rtl" ? "، " : ", ", link(thing)] : [link(thing)]));
}

/** The address of a record's sentence in its article. */
export function sentence(record) {
  const [, key] = place(record.article);
  return here(`/doc/article/${encodeURIComponent(key)}`, { record: place(record.id)[1] });
}

/** A source of the reference tables: a page by its host, a list by whose it is, else by its title. */
function sourceOf(title) {
  if (/^https?:/.test(title)) return element("a", { href: title, rel: "noopener noreferrer" }, apart(new URL(title).host));
  if (title.startsWith(LISTED)) return [word("officialList"), " ", apart(title.slice(LISTED.length))];
  return apart(wordOf("sources", title));
}

/** The words that say so and the way to them; reference data names its sources instead. */
export function proof(record) {
  if (!record.quote) return record.sources.length ? element("p", { class: "source" }, word("source", ""), record.sources.map((title, n) => [n ? "; " : "", sourceOf(title)])) : null;
  const to = element("a", { href: sentence(record), class: "to-sentence" }, word("inArticle"));
  return [quote(record.quote), element("p", { class: "source" }, to)];
}

/** A small label; `kind` chooses its colour. */
export function badge(text, kind = "") {
  return element("span", { class: `badge ${kind}` }, text);
}

/** Terms and values, those without a value left out. */
export function facts(entries) {
  const shown = entries.filter(([, value]) => value !== null && value !== undefined && value !== "" && value.length !== 0);
  return shown.length ? element("dl", { class: "facts" }, shown.map(([key, value]) => [element("dt", {}, key), element("dd", {}, value)])) : null;
}

/** Other names of a thing in the page's language. */
export function otherNames(thing) {
  const others = (thing.alt_labels?.[language] ?? []).filter((text) => text !== name(thing)).slice(0, SHOWN);
  return others.length ? element("p", { class: "soft" }, others.flatMap((text, n) => (n ? [" · ", apart(text)] : [apart(text)]))) : null;
}

/** An event as a card; planned, postponed and cancelled ones look different from held ones. */
export function eventCard(event) {
  const actors = [...new Map(event.participants.map((part) => [part.actor.id, part.actor])).values()];
  const people = event.participants.filter((part) => part.person);
  return element(
    "article",
    { class: `card event ${event.status}`, "data-key": event.key },
    element(
      "div",
      { class: "head" },
      element("h3", {}, page(event).startsWith(location.pathname) ? label(event.type_labels, event.type) : element("a", { href: page(event) }, label(event.type_labels, event.type))),
      badge(wordOf("statuses", event.status), event.status),
      element("span", { class: "soft small" }, days(event.earliest, event.latest)),
    ),
    facts([
      [word("who"), links(actors)],
      [word("toldBy"), event.reports?.length > 1 ? element("a", { href: page({ id: event.id }) }, counted("reports", event.reports.length), " · ", counted("outlets", event.told.outlets)) : null],
      [word("people"), people.map((part) => element("div", {}, link(part.person), part.post ? [" – ", apart(name(part.post))] : "", " (", apart(name(part.actor)), ")"))],
      [word("where"), [event.place ? apart(name(event.place)) : null, event.venue ? apart(event.venue) : null].filter(Boolean).flatMap((words, n) => (n ? [" – ", words] : [words]))],
      [word("round"), event.round === null ? null : String(event.round)],
      [word("agenda"), folded(event.agenda.map((item) => element("div", {}, apart(item.subject))))],
    ]),
    proof(event),
  );
}

/** All reports of what an event reports, in order of publication, and what they disagree on. */
export function reportsOf(event) {
  if (!event.told || event.reports.length < 2) return null;
  const { told } = event;
  const heads = [word("published"), word("outlet"), word("status"), word("period"), word("words")];
  const rows = event.reports.map((report) => [
    report.published ? day(report.published) : "",
    apart(report.outlet ?? ""),
    badge(wordOf("statuses", report.status), report.status),
    days(report.earliest, report.latest),
    [quote(report.quote), " ", element("a", { href: sentence(report), class: "to-sentence" }, word("inArticle"))],
  ]);
  return section(
    word("reportsOf"),
    facts([
      [word("standsAt"), [badge(wordOf("statuses", told.status), told.status), " ", days(told.earliest, told.latest)]],
      [word("claim"), [wordOf("claims", told.claim), " · ", counted("outlets", told.outlets), " · ", word("sureness", number(Math.round(100 * told.confidence)))]],
      [word("disagreements"), list(told.disagreements.map((name) => wordOf("disagreeing", name)))],
    ]),
    table(heads, rows),
  );
}

/** A position as a card. */
export function positionCard(position) {
  const side = { 1: "for", 0: "", "-1": "against" }[position.polarity];
  return element(
    "article",
    { class: "card position", "data-key": position.key },
    element("div", { class: "head" }, badge(label(position.stance_labels, position.stance), side), element("span", { class: "soft small" }, list(position.holders.map(name)))),
    position.issues.length ? element("p", {}, position.issues.map((issue) => link(issue)).flatMap((words, n) => (n ? [" · ", words] : [words]))) : null,
    facts([
      [word("target"), links(position.target)],
      [word("speaker"), position.speaker ? link(position.speaker) : null],
    ]),
    proof(position),
  );
}

/** People in office as cards, each person once with every time in office. */
export function holdingCards(holdings) {
  const people = Map.groupBy(holdings, (holding) => holding.person.id);
  const line = (holding) => element("div", { "data-key": holding.key }, element("p", {}, office(holding), holding.actor ? [" – ", link(holding.actor)] : "", " ", element("span", { class: "soft small" }, span(holding))), proof(holding));
  return [...people.values()].map((held) => element("article", { class: "card" }, element("h3", {}, link(held[0].person)), folded(held.map(line), 2)));
}

/** A membership in a line: role and time, with its quote or source. */
export function membershipLine(membership) {
  return element("div", {}, label(membership.role_labels, membership.role), " ", element("span", { class: "soft small" }, span(membership)), proof(membership));
}

/** Rows of a table of memberships by name: each `side` (organization or member) once, with all its roles. */
export function membershipRows(memberships, side) {
  const groups = Map.groupBy(memberships, (membership) => membership[side].id);
  const sorted = [...groups.values()].sort(([one], [other]) => name(one[side]).localeCompare(name(other[side]), language));
  return sorted.map((group) => [link(group[0][side]), group.map(membershipLine)]);
}

/** A diplomatic tie as a card: who acts towards whom, and since when. */
export function tieCard(tie) {
  return element(
    "article",
    { class: "card", "data-key": tie.key },
    element("h3", {}, label(tie.type_labels, tie.type)),
    element("p", {}, link(tie.sender), document.dir === "rtl" ? " ← " : " → ", link(tie.to), " ", element("span", { class: "soft small" }, span(tie))),
    proof(tie),
  );
}

/** An agreement or a commitment as a card. */
export function undertakingCard(record) {
  return element(
    "article",
    { class: "card", "data-key": record.key },
    (record.title ?? record.undertaking) === record.quote ? null : element("p", { dir: "auto" }, record.title ?? record.undertaking),
    element("p", { class: "soft small" }, links(record.parties ?? record.makers)),
    proof(record),
  );
}

/** A pair of states as a link with those of its counts that are above none. */
export function pairCard(pair, kinds) {
  const counts = kinds.filter((kind) => pair[kind]).map((kind) => counted(kind, pair[kind]));
  return element("a", { class: "card pair", href: page(pair) }, element("strong", {}, `${name(pair.a)} – ${name(pair.b)}`), element("p", { class: "soft small" }, counts.join(" · ")));
}

/** A table in a frame that scrolls on narrow screens; rows beyond `most` come with the button under it. */
export function table(heads, rows, most = Infinity) {
  const head = element("tr", {}, heads.map((text) => element("th", { scope: "col" }, text)));
  const body = rows.map((cells, n) => element("tr", { hidden: n >= most }, cells.map((cell) => element("td", {}, cell))));
  const framed = element("div", { class: "scroll", tabindex: 0, role: "group" }, element("table", {}, element("thead", {}, head), element("tbody", {}, body)));
  if (rows.length <= most) return framed;
  const open = element("button", { type: "button" }, word("more", number(rows.length - most)));
  open.addEventListener("click", () => {
    for (const row of body) row.hidden = false;
    body[most].querySelector("a")?.focus({ preventScroll: true });
    open.remove();
  });
  return element("div", {}, framed, element("p", { class: "tools" }, open));
}

/** The address of the records that bear on a thing, as a file of some format. */
export function records(iri, format) {
  return `/export?format=${format}&about=${encodeURIComponent(iri)}`;
}

/** The data behind a page. */
export function downloads(entries) {
  return element("p", { class: "downloads" }, `${word("downloads")}:`, entries.map(([kind, href]) => element("a", { href }, wordOf("downloadsOf", kind))));
}

/** When, where and by whom an article was published, each in its own direction. */
export function byline(article) {
  const parts = [article.outlet, article.dateline, article.published ? day(article.published) : null].filter(Boolean);
  return parts.flatMap((words, n) => (n ? [" · ", apart(words)] : [apart(words)]));
}

/** The headline of an article, else its byline, else its key. */
export function headline(article) {
  if (article.title) return [apart(article.title)];
  const line = byline(article);
  return line.length ? line : [apart(article.key)];
}

/** An article as a link. */
export function articleCard(article) {
  const foot = article.title ? byline(article) : apart(article.key);
  return element("a", { class: "card", href: page(article) }, element("strong", {}, headline(article)), element("p", { class: "soft small" }, foot));
}

/** An office in the page's language; the article's own words where no name of it is known in that language. */
export function office(holding) {
  const own = holding.post_text && scriptOf(holding.post_text) === language && !holding.post.labels[language];
  return apart(own ? holding.post_text : name(holding.post));
}
