// Issues: which there are, and who stands where on one, in which words.

import { get } from "../data.js";
import { element, section } from "../element.js";
import { counted, here, label, name, number, word, wordOf } from "../language.js";
import { badge, downloads, link, page, positionCard, table } from "../parts.js";

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
      downloads([["json", "/issues"]]),
      cards.length ? element("ul", { class: "grid" }, cards) : element("p", { class: "notice" }, word("noPositions")),
    ],
  };
}

/** Every position on an issue, page after page. */
async function everyPosition(query) {
  const found = [];
  for (let next = ""; next !== null; ) {
    const answer = await get(`/positions?${query}&limit=500${next ? `&cursor=${next}` : ""}`);
    found.push(...answer.items);
    next = answer.next;
  }
  return found;
}

function standings(positions) {
  const actors = new Map();
  for (const position of positions) {
    for (const holder of position.holders) {
      if (!actors.has(holder.id)) actors.set(holder.id, { holder, positions: [] });
      actors.get(holder.id).positions.push(position);
    }
  }
  const sorted = [...actors.values()].sort((one, other) => other.positions.length - one.positions.length);
  const rows = sorted.map(({ holder, positions: own }) => {
    const cells = SIDES.map(([polarity, side]) => {
      const stances = Map.groupBy(own.filter((position) => position.polarity === polarity), (position) => position.stance);
      return [...stances.values()].flatMap((same) => [badge(label(same[0].stance_labels, same[0].stance), side), same.length > 1 ? ` ×${number(same.length)} ` : " "]);
    });
    return [link(holder), ...cells];
  });
  return { actors: sorted.map((row) => row.holder), rows };
}

/** Who stands where on an issue, with the quotes; the address keeps a choice of holder. */
export async function issue(key) {
  const query = `issue=${encodeURIComponent(key)}`;
  const [positions, { items }] = await Promise.all([everyPosition(query), get("/issues")]);
  const about = items.find((row) => row.issue.key === key)?.issue ?? { key, labels: {} };
  const head = [element("h1", {}, name(about)), downloads([["json", `/positions?${query}&limit=1000`]])];
  if (!positions.length) return { title: name(about), content: [...head, element("p", { class: "notice" }, word("noPositions"))] };
  const { actors, rows } = standings(positions);
  const room = element("div", { class: "columns", id: "positions" });
  const wanted = new URLSearchParams(location.search).get("holder") ?? "";
  const show = (holder) => {
    const chosen = positions.filter((position) => !holder || position.holders.some((actor) => actor.key === holder));
    const columns = SIDES.map(([polarity, side]) => [side, chosen.filter((position) => position.polarity === polarity)]);
    room.replaceChildren(...columns.filter(([, held]) => held.length).map(([side, held]) => element("div", { class: "stack" }, element("h3", {}, wordOf("sides", side)), held.map(positionCard))));
  };
  const option = (value, text) => element("option", { value, selected: value === wanted }, text);
  const select = element("select", { id: "holder" }, option("", word("allHolders")), actors.map((actor) => option(actor.key, name(actor))));
  select.addEventListener("change", () => {
    history.replaceState(null, "", here(location.pathname, { holder: select.value || null }));
    show(select.value);
  });
  show(wanted);
  return {
    title: name(about),
    content: [
      ...head,
      section(word("whoStands"), table([word("holder"), ...SIDES.map(([, side]) => wordOf("sides", side))], rows)),
      section(word("positions"), element("p", { class: "tools" }, element("label", {}, word("holder"), " ", select)), room),
    ],
  };
}
