// The shortest way to a relation: two states, chosen or named together in the search.

import { get } from "./data.js";
import { element } from "./element.js";
import { here, language, name, word } from "./language.js";

const MOST = 4; // ways to cut words in two that are tried

/** The address of the page of two states. */
export function pairPage(one, other) {
  return here(`/doc/relation/${[one.key, other.key].sort().join("-")}`);
}

/** A form with a choice of two states that leads to their page; `states` in any order. */
export function pairForm(states) {
  const sorted = [...states].sort((one, other) => name(one).localeCompare(name(other), language));
  const choice = (id, text) => {
    const options = sorted.map((state) => element("option", { value: state.key }, name(state)));
    return element("select", { id, required: true, "aria-label": text }, element("option", { value: "" }, text), options);
  };
  const [one, other] = [choice("one", word("oneState")), choice("other", word("otherState"))];
  const form = element("form", { class: "card tools pairing" }, element("strong", {}, word("pairQuestion")), one, other, element("button", { type: "submit", class: "main" }, word("showPair")));
  other.addEventListener("change", () => other.setCustomValidity(""));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (one.value !== other.value) location.assign(pairPage({ key: one.value }, { key: other.value }));
    else other.focus();
  });
  return form;
}

async function stateCalled(words) {
  const bare = words.replace(/^(and|with|و|مع)\s+/u, "").replace(/\s+(and|with|و|مع)$/u, "");
  for (const told of language === "ar" || /^و/.test(bare) ? [bare, bare.replace(/^و/, "")] : [bare]) {
    const { items } = await get(`/search?q=${encodeURIComponent(told)}&limit=3`);
    const hit = items.find(({ thing }) => thing?.kind === "state");
    if (hit) return hit.thing;
  }
  return null;
}

/** The two states that some words name, as "Palestine Kazakhstan" or "فلسطين وكازاخستان"; null where they do not. */
export async function pairNamed(text) {
  const words = text.replace(/[-–،,/]/g, " ").split(/\s+/).filter(Boolean);
  for (let cut = 1; cut < Math.min(words.length, MOST + 1); cut += 1) {
    const [one, other] = await Promise.all([words.slice(0, cut), words.slice(cut)].map((part) => stateCalled(part.join(" "))));
    if (one && other && one.key !== other.key) return [one, other];
  }
  return null;
}
