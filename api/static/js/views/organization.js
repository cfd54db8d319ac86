// An organization and its members.

import { get } from "../data.js";
import { element, section } from "../element.js";
import { name, word } from "../language.js";
import { downloads, membershipRows, otherNames, table } from "../parts.js";

/** The page of an organization. */
export async function organization(key) {
  const path = `/organizations/${encodeURIComponent(key)}`;
  const found = await get(path);
  const members = membershipRows(found.members, "member");
  return {
    title: name(found),
    content: [
      element("h1", {}, name(found), " ", element("span", { class: "soft small" }, found.key)),
      otherNames(found),
      downloads([["json", path], ["rdf", `/data/org/${encodeURIComponent(key)}.ttl`]]),
      section(word("members"), members.length ? table([word("member"), word("role")], members) : []),
    ],
  };
}
