// The search box: suggestions in both scripts, by pointer and keyboard (WAI-ARIA combobox with a list).

import { get } from "./data.js";
import { apart, element } from "./element.js";
import { name, word, wordOf } from "./language.js";
import { pairNamed, pairPage } from "./pairing.js";
import { page } from "./parts.js";

const WAIT = 120; // ms of rest before the server is asked

/** A line of the list: the link itself is the option, for an option may hold nothing to act on. */
function choice(place, href, ...content) {
  return element("li", { role: "none" }, element("a", { role: "option", id: `hit${place}`, "aria-selected": "false", href, tabindex: "-1" }, content));
}

function option(hit, place) {
  const own = name(hit.thing);
  const kind = wordOf("things", hit.thing.kind);
  const also = hit.matched === own ? null : [" ", element("span", { class: "soft small" }, apart(hit.matched))];
  return choice(place, page(hit.thing), apart(own), also, " ", element("span", { class: "soft small" }, kind));
}

/** Two states that the words name, as an option like the others. */
function pairOption([one, other]) {
  return choice(0, pairPage(one, other), apart(`${name(one)} – ${name(other)}`), " ", element("span", { class: "soft small" }, wordOf("things", "relation")));
}

/** Makes the field of the page's head find things. */
export function search() {
  const field = document.getElementById("query");
  const hits = document.getElementById("hits");
  field.placeholder = word("search");
  field.setAttribute("aria-label", word("search"));
  hits.setAttribute("aria-label", word("suggestions"));
  let waiting = 0;
  let asked = 0;
  let chosen = -1;

  const close = () => {
    hits.hidden = true;
    chosen = -1;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  };
  const choose = (place) => {
    const options = [...hits.querySelectorAll("[role=option]")];
    if (!options.length) return;
    chosen = (place + options.length) % options.length;
    options.forEach((node, n) => node.setAttribute("aria-selected", String(n === chosen)));
    options[chosen].scrollIntoView({ block: "nearest" });
    field.setAttribute("aria-activedescendant", options[chosen].id);
  };
  const ask = async () => {
    const mine = ++asked;
    const words = field.value.trim();
    const found = words ? (await get(`/search?q=${encodeURIComponent(words)}&limit=10`)).items.filter((hit) => hit.thing) : [];
    const pair = words && !found.length ? await pairNamed(words) : null;
    const addresses = pair ? [pairPage(...pair)] : found.map((hit) => page(hit.thing));
    if (mine !== asked) return addresses;
    chosen = -1;
    hits.replaceChildren(...(pair ? [pairOption(pair)] : found.map(option)));
    if (words && !addresses.length) hits.append(element("li", { role: "option", "aria-disabled": "true", "aria-selected": "false", class: "soft" }, word("nothingFound")));
    hits.hidden = !words;
    field.setAttribute("aria-expanded", String(!hits.hidden));
    return addresses;
  };

  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => ask().catch(close), WAIT);
  });
  field.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const down = event.key === "ArrowDown";
      choose(chosen < 0 ? (down ? 0 : -1) : chosen + (down ? 1 : -1));
    } else if (event.key === "Escape") close();
  });
  document.getElementById("search").addEventListener("submit", async (event) => {
    event.preventDefault();
    const target = hits.querySelector("a[aria-selected=true]");
    if (target) return location.assign(target.href);
    clearTimeout(waiting);
    const [first] = await ask().catch(() => []);
    if (first) location.assign(first);
  });
  document.addEventListener("click", (event) => {
    if (!event.target.closest("#search")) close();
  });
}
