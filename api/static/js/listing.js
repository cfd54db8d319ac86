// Lists that can be long: some items at once, the rest when asked for, and the beginning of lists that came whole.

import { get } from "./data.js";
import { apart, element } from "./element.js";
import { number, word } from "./language.js";

const AT_ONCE = 12;

/** Items that came whole: the first are shown, the rest lies folded behind its number; `text` is what stands there. */
export function folded(items, shown = 4, text = "more") {
  if (items.length <= shown + 1) return items;
  const rest = element("details", { class: "rest" }, element("summary", {}, word(text, number(items.length - shown))), element("div", { class: "stack" }, items.slice(shown)));
  return [...items.slice(0, shown), rest];
}

/** A place on the page that says that it loads, and then shows what came, or why nothing did, with a way to try again. */
export function filled(promise, show, loading = element("p", { class: "loading", role: "status" }, word("loading"))) {
  const room = element("div", { class: "part" }, loading);
  const done = promise.then(
    (found) => room.replaceChildren(...[show(found)].flat().filter(Boolean)),
    (error) => room.replaceChildren(element("p", { class: "notice bad", role: "alert" }, word("failed"), ": ", apart(error.message), " ", element("a", { href: location.href }, word("again")))),
  );
  return { room, done };
}

/** A list of the API, newest first, some at a time under a heading; nothing where it is empty. `card(item)` draws one. */
export function running(title, path, card) {
  const asked = (next) => get(`${path}&sort=-time&limit=${AT_ONCE}${next ? `&cursor=${encodeURIComponent(next)}` : ""}`);
  return filled(asked(null), ({ items, next }) => {
    if (!items.length) return [];
    const stack = element("div", { class: "stack" }, items.map(card));
    const foot = element("p", { class: "tools" });
    const offer = (after) => {
      const button = element("button", { type: "button" }, word("showMore"));
      button.addEventListener("click", async () => {
        button.disabled = true;
        try {
          const found = await asked(after);
          const cards = found.items.map(card);
          stack.append(...cards);
          offer(found.next);
          cards[0]?.querySelector("a")?.focus({ preventScroll: true });
        } catch (error) {
          foot.replaceChildren(element("span", { class: "notice bad", role: "alert" }, word("failed"), ": ", error.message));
        }
      });
      foot.replaceChildren(...(after ? [button] : []));
    };
    offer(next);
    return element("section", {}, element("h2", {}, title), stack, foot);
  });
}
