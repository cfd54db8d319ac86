// An organization: what it does and says, and its members.

import { get } from "../data.js";
import { element, section } from "../element.js";
import { name, word } from "../language.js";
import { running } from "../listing.js";
import { downloads, eventCard, membershipRows, otherNames, positionCard, records, table } from "../parts.js";

const SHOWN = 20; // members before the rest is folded

/** The page of an organization. */
export async function organization(key) {
  const path = `/organizations/${encodeURIComponent(key)}`;
  const found = await get(path);
  const members = membershipRows(found.members, "member");
  const actor = encodeURIComponent(found.id);
  const acts = running(word("events"), `/events?participant=${actor}`, eventCard);
  const held = running(word("positions"), `/positions?holder=${actor}`, positionCard);
  return {
    title: name(found),
    content: [
      element("h1", {}, name(found), name(found) === found.key ? null : [" ", element("span", { class: "soft small" }, found.key)]),
      otherNames(found),
      downloads([["json", path], ["graph", `/export?format=gexf&around=${encodeURIComponent(found.id)}`], ["table", records(found.id, "records")], ["rdf", `/data/org/${encodeURIComponent(key)}.ttl`]]),
      acts.room,
      held.room,
      section(word("members"), members.length ? table([word("member"), word("role")], members, SHOWN) : []),
    ],
    whole: Promise.all([acts.done, held.done]),
  };
}
