// Issues: which there are, and who stands where on one, in which words.

import { get } from "../data.js";
import { element, section } from "../element.js";
import { counted, here, label, name, number, word, wordOf } from "../language.js";
import { badge, downloads, link, page, positionCard, records, table } from "../parts.js";

const SCHEME = "https://w3id.org/bilateral/scheme/issue"; // all issues
const HOLDERS = 20; // in the table before the rest is folded
const AT_ONCE = 24; // positions that are asked for together
const SIDES = [[1, "for"], [0, "neither"], [-1, "against"]];

/** All issues that positions are on. */
export async function issues() {
  const { items } = await get("/issues");
  const cards = items.map((row) => element("li", {}, element("a", { class: "card", href: page(row.issue) }, element("strong", {}, name(row.issue)), element("p", { class: "soft small" }, `${counted("positions", row.positions)} · ${counted("holders", row.holders)}`))));
  return {
    title: wordOf("tools", "issues"),
    content: [
      element("h1", {}, wordOf("tools", "issues")),
      element("p", { class: "lead" }, word("issuesLead")),
      downloads([["json", "/issues"], ["table", records(SCHEME, "records")], ["rdf", records(SCHEME, "ttl")]]),
      cards.length ? element("ul", { class: "grid" }, cards) : element("p", { class: "notice" }, word("noPositions")),
    ],
  };
}

/** Rows of a table: each holder once, with the stances taken on either side. */
function rows(standings) {
  const groups = Map.groupBy(standings, (standing) => standing.holder.id);
  return [...groups.values()].map((own) => {
    const cells = SIDES.map(([polarity, side]) => own.filter((standing) => standing.polarity === polarity).flatMap(({ stance_labels, stance, positions }) => [badge(label(stance_labels, stance), side), positions > 1 ? ` ×${number(positions)} ` : " "]));
    return [link(own[0].holder), ...cells];
  });
}

/** Positions in columns by side, the newest first, some at a time. */
class Columns {
  constructor(query) {
    this.query = query;
    this.room = element("div", { class: "columns", id: "positions" });
    this.foot = element("p", { class: "tools" });
    this.asked = 0;
  }

  async show(holder, next = null) {
    const mine = ++this.asked;
    if (next === null) this.stacks = new Map();
    const who = holder ? `&holder=${encodeURIComponent(holder)}` : "";
    const found = await get(`/positions?${this.query}${who}&sort=-time&limit=${AT_ONCE}${next ? `&cursor=${next}` : ""}`);
    if (mine !== this.asked) return;
    for (const position of found.items) {
      const { polarity } = position;
      if (!this.stacks.has(polarity)) this.stacks.set(polarity, []);
      this.stacks.get(polarity).push(positionCard(position));
    }
    const columns = SIDES.filter(([polarity]) => this.stacks.has(polarity));
    this.room.replaceChildren(...columns.map(([polarity, side]) => element("div", { class: "stack" }, element("h3", {}, wordOf("sides", side)), this.stacks.get(polarity))));
    this.foot.replaceChildren(...(found.next ? [element("button", { type: "button", onclick: () => this.show(holder, found.next) }, word("showMore"))] : []));
  }
}

/** Who stands where on an issue, with the quotes; the address keeps a choice of holder. */
export async function issue(key) {
  const path = `/issues/${encodeURIComponent(key)}`;
  const query = `issue=${encodeURIComponent(key)}`;
  const wanted = new URLSearchParams(location.search).get("holder") ?? "";
  const columns = new Columns(query);
  const [found] = await Promise.all([get(path), columns.show(wanted)]);
  const title = name(found.issue);
  const head = [element("h1", {}, title), downloads([["json", `/positions?${query}&limit=1000`], ["table", records(found.issue.id, "records")], ["rdf", records(found.issue.id, "ttl")]])];
  if (!found.standings.length) return { title, content: [...head, element("p", { class: "notice" }, word("noPositions"))] };
  const holders = [...new Map(found.standings.map(({ holder }) => [holder.id, holder])).values()];
  const option = (value, text) => element("option", { value, selected: value === wanted }, text);
  const select = element("select", { id: "holder" }, option("", word("allHolders")), holders.map((actor) => option(actor.key, name(actor))));
  select.addEventListener("change", () => {
    history.replaceState(null, "", here(location.pathname, { holder: select.value || null }));
    columns.show(select.value);
  });
  return {
    title,
    content: [
      ...head,
      section(word("whoStands"), table([word("holder"), ...SIDES.map(([, side]) => wordOf("sides", side))], rows(found.standings), HOLDERS)),
      section(word("positions"), element("p", { class: "tools" }, element("label", {}, word("holder"), " ", select)), columns.room, columns.foot),
    ],
  };
}
