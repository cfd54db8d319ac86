// Positions side by side: by issue, where two states agree and differ, and each one's own.

import { element } from "./element.js";
import { here, label, name, number, word } from "./language.js";
import { folded } from "./listing.js";
import { badge, link, positionCard, table } from "./parts.js";

const MOST = 8; // positions of a column before the rest is folded
const SIDES = { 1: "for", 0: "", "-1": "against" };

/** Issue -> the positions on it. */
function byIssue(positions) {
  const found = new Map();
  for (const position of positions) {
    for (const issue of position.issues) {
      if (!found.has(issue.id)) found.set(issue.id, { issue, positions: [] });
      found.get(issue.id).positions.push(position);
    }
  }
  return [...found.values()].sort((one, other) => other.positions.length - one.positions.length);
}

function held(positions, side) {
  const own = positions.filter((position) => position.holders.some((holder) => holder.id === side.id));
  const stances = Map.groupBy(own, (position) => position.stance);
  const shown = [...stances.values()].flatMap((same) => [badge(label(same[0].stance_labels, same[0].stance), SIDES[same[0].polarity]), same.length > 1 ? ` ×${number(same.length)} ` : " "]);
  return { shown, signs: new Set(own.map((position) => position.polarity)) };
}

function verdict(one, other) {
  if (!one.signs.size || !other.signs.size) return element("span", { class: "soft" }, "—");
  const differ = (one.signs.has(1) && other.signs.has(-1)) || (one.signs.has(-1) && other.signs.has(1));
  return badge(word(differ ? "differ" : "agree"), differ ? "against" : "for");
}

/** A table with a row for each issue: what either side holds, and whether the two agree. */
export function compared(positions, a, b) {
  const rows = byIssue(positions).map(({ issue, positions: on }) => {
    const [one, other] = [held(on, a), held(on, b)];
    return one.signs.size || other.signs.size ? [link(issue), one.shown, other.shown, verdict(one, other)] : null;
  });
  return rows.some(Boolean) ? table([word("issue"), name(a), name(b), word("comparison")], rows.filter(Boolean)) : null;
}

function columns(positions, a, b) {
  const jointly = positions.filter((position) => position.holders.length > 1);
  const alone = (side) => positions.filter((position) => position.holders.length === 1 && position.holders[0].id === side.id);
  const rest = positions.filter((position) => position.holders.length === 1 && ![a.id, b.id].includes(position.holders[0].id));
  const groups = [[word("jointly"), jointly], [word("heldBy", name(a)), alone(a)], [word("heldBy", name(b)), alone(b)], [word("others"), rest]];
  return groups.filter(([, own]) => own.length).map(([title, own]) => element("div", { class: "stack" }, element("h3", {}, title), folded(own.map(positionCard), MOST)));
}

/** The positions of a pair in columns, with a choice of issue that the address keeps. */
export function positionsOf(positions, a, b) {
  const issues = byIssue(positions);
  const room = element("div", { class: "columns", id: "positions" });
  const wanted = new URLSearchParams(location.search).get("issue") ?? "";
  const show = (key) => {
    const chosen = key ? positions.filter((position) => position.issues.some((issue) => issue.key === key)) : positions;
    room.replaceChildren(...columns(chosen, a, b));
  };
  const option = (value, text) => element("option", { value, selected: value === wanted }, text);
  const select = element("select", { id: "issue" }, option("", word("allIssues")), issues.map(({ issue, positions: on }) => option(issue.key, `${name(issue)} (${number(on.length)})`)));
  select.addEventListener("change", () => {
    history.replaceState(null, "", here(location.pathname, { issue: select.value || null }));
    show(select.value);
  });
  show(issues.some(({ issue }) => issue.key === wanted) ? wanted : "");
  return [issues.length ? element("p", { class: "tools" }, element("label", {}, word("issue"), " ", select)) : null, room];
}
