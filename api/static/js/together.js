// Organizations that two states belong to: all there ever were, or those of one day that the address keeps.

import { get } from "./data.js";
import { element } from "./element.js";
import { counted, day, here, name, word } from "./language.js";
import { link, membershipLine, table } from "./parts.js";

/** A box for a day, holding the one of the address; what is no day leaves it empty. */
function dayBox() {
  const box = element("input", { type: "date", id: "on", class: "field", min: "1000-01-01", max: "9999-12-31" });
  box.value = new URLSearchParams(location.search).get("on") ?? "";
  return box;
}

/** The organizations in a table with a box for the day; a day asks the server who was in then. */
export function together(a, b, everything) {
  const box = dayBox();
  const said = element("p", { class: "soft small", role: "status", id: "together" });
  const room = element("div", {});
  const draw = (rows, on) => {
    const cells = rows.map((row) => [link(row.organization), row.a.map(membershipLine), row.b.map(membershipLine)]);
    room.replaceChildren(...(cells.length ? [table([word("organization"), name(a), name(b)], cells)] : []));
    said.textContent = counted("organizations", rows.length) + (on ? ` · ${day(on)} · ${word("openStart")}` : "");
  };
  const show = async () => {
    const on = box.value;
    if (!on) return draw(everything, null);
    try {
      const { shared_organizations: rows } = await get(`/relations/${a.key}/${b.key}?limit=1&on=${on}`);
      if (box.value === on) draw(rows.filter((row) => row.on), on);
    } catch (failure) {
      if (box.value !== on) return;
      room.replaceChildren();
      said.textContent = `${word("failed")}: ${failure.message}`;
    }
  };
  box.addEventListener("change", () => {
    history.replaceState(null, "", here(location.pathname, { on: box.value || null }));
    show();
  });
  const drawn = show();
  return drawn.then(() => [element("div", { class: "tools" }, element("label", {}, word("bothOn"), " ", box)), said, room]);
}
