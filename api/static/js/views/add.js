// Add an article: paste or drop a text, see what would be read from it, then keep it where writing is allowed.

import { Failure, get, send } from "../data.js";
import { element } from "../element.js";
import { here, list, counted, word, wordOf } from "../language.js";
import { reading } from "./article.js";

function summary(found) {
  const counts = [["events", found.events.length], ["positions", found.positions.length], ["posts", found.posts.length], ["memberships", found.memberships.length]];
  return list(counts.map(([what, n]) => counted(what, n)));
}

function problem(error) {
  const texts = { 401: word("wrongToken"), 403: word("readOnly") };
  return element("p", { class: "notice bad", role: "alert", dir: "auto" }, texts[error.status] ?? error.message);
}

/** The page for adding an article. */
export async function add() {
  const health = await get("/health");
  const text = element("textarea", { id: "article", rows: 14, dir: "auto", required: true, placeholder: word("pasteHere") });
  const published = element("input", { type: "date", id: "published", class: "field" });
  const outlet = element("input", { type: "text", id: "outlet", class: "field", dir: "auto", autocomplete: "off" });
  const token = element("input", { type: "password", id: "token", class: "field", dir: "ltr", autocomplete: "off" });
  const file = element("input", { type: "file", id: "file", class: "unseen", accept: ".txt,text/plain" });
  const result = element("section", { id: "result", "aria-live": "polite" });
  const body = () => ({ text: text.value, ...(published.value && { published: published.value }), ...(outlet.value.trim() && { outlet: outlet.value.trim() }) });

  const keep = async (button) => {
    button.disabled = true;
    try {
      if (!token.value) throw new Failure(401, "");
      const stored = await send("/articles", body(), token.value);
      location.assign(here(`/doc/article/${encodeURIComponent(stored.key)}`));
    } catch (error) {
      button.disabled = false;
      result.querySelector("[role=alert]")?.remove();
      result.prepend(problem(error));
    }
  };
  const keeping = () => {
    if (!health.writable) return element("p", { class: "soft" }, word("readOnly"));
    const button = element("button", { type: "button", class: "main" }, word("store"));
    button.addEventListener("click", () => keep(button));
    return element("p", { class: "tools" }, element("label", { for: "token" }, word("token")), token, button);
  };
  const look = async () => {
    result.replaceChildren(element("p", { class: "loading", role: "status" }, word("reading")));
    try {
      const found = await send("/preview", body());
      const warnings = found.warnings.map((warning) => element("li", { dir: "auto" }, warning));
      result.replaceChildren(element("h2", {}, word("wouldRead")), element("p", {}, summary(found)), warnings.length ? element("ul", { class: "soft" }, warnings) : "", keeping(), reading(found));
    } catch (error) {
      result.replaceChildren(problem(error instanceof Failure ? error : new Failure(0, String(error))));
    }
  };
  const take = async (source) => {
    text.value = await source.text();
    await look();
  };
  file.addEventListener("change", () => file.files[0] && take(file.files[0]));
  const form = element("form", { class: "stack add" }, element("label", { for: "article" }, word("articleText")), text, element("p", { class: "tools" }, file, element("label", { for: "file", class: "pick" }, word("orFile"))), element("p", { class: "tools" }, element("label", {}, word("published"), " ", published), element("label", {}, word("outlet"), " ", outlet)), element("p", { class: "tools" }, element("button", { class: "main", type: "submit" }, word("readIt")), element("span", { class: "soft small" }, word("nothingStored"))));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    look();
  });
  form.addEventListener("dragover", (event) => {
    event.preventDefault();
    form.classList.add("over");
  });
  form.addEventListener("dragleave", () => form.classList.remove("over"));
  form.addEventListener("drop", (event) => {
    event.preventDefault();
    form.classList.remove("over");
    const [dropped] = event.dataTransfer.files;
    if (dropped) take(dropped);
  });
  return { title: wordOf("tools", "add"), content: [element("h1", {}, wordOf("tools", "add")), element("p", { class: "lead" }, word("addLead")), form, result] };
}
