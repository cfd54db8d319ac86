// Which page to show: the path says what, the query says in which language.

import { element } from "./element.js";
import { direction, here, language, word, wordOf } from "./language.js";
import { search } from "./search.js";
import { article } from "./views/article.js";
import { organization } from "./views/organization.js";
import { record } from "./views/record.js";
import { relation } from "./views/relation.js";
import { start } from "./views/start.js";
import { state } from "./views/state.js";

const VIEWS = { state, org: organization, relation, article, event: record, position: record, person: record };
// Views that few visits need bring their own scripts.
const TOOLS = {
  issues: async () => (await import("./views/issues.js")).issues,
  issue: async () => (await import("./views/issues.js")).issue,
  graph: async () => (await import("./views/graph.js")).graph,
  sparql: async () => (await import("./views/sparql.js")).sparql,
  add: async () => (await import("./views/add.js")).add,
};
const LINKS = ["issues", "graph", "sparql", "add"];

function frame() {
  document.documentElement.lang = language;
  document.documentElement.dir = direction;
  document.getElementById("skip").textContent = word("skip");
  const brand = document.getElementById("brand");
  brand.textContent = word("title");
  brand.href = here("/");
  document.getElementById("foot").textContent = word("foot");
  const links = document.getElementById("links");
  links.setAttribute("aria-label", word("links"));
  const tools = LINKS.map((tool) => {
    const current = location.pathname === `/explore/${tool}` ? "page" : null;
    return element("a", { href: here(`/explore/${tool}`), "aria-current": current }, wordOf("tools", tool));
  });
  links.append(...tools, element("a", { href: "/docs" }, "API"));
  const other = new URLSearchParams(location.search);
  if (language === "ar") other.delete("lang");
  else other.set("lang", "ar");
  const link = document.getElementById("switch");
  link.href = `${location.pathname}?${other}`;
  link.lang = link.hreflang = language === "ar" ? "en" : "ar";
  link.textContent = language === "ar" ? "English" : "العربية";
}

function failure(error) {
  const missing = error.status === 404;
  return element(
    "div",
    { class: "notice bad", role: "alert" },
    element("h1", {}, missing ? word("missing") : word("failed")),
    missing ? element("p", {}, word("nothingCalled", `\u2068${decodeURIComponent(location.pathname.split("/").slice(3).join("/"))}\u2069`)) : element("p", { dir: "auto" }, error.message),
    element("p", {}, element("a", { href: missing ? here("/") : location.href }, missing ? word("home") : word("again"))),
  );
}

async function show() {
  const view = document.getElementById("view");
  view.replaceChildren(element("p", { class: "loading", role: "status" }, word("loading")));
  const [, root, kind, ...rest] = location.pathname.split("/");
  try {
    const viewOf = root === "doc" ? (VIEWS[kind] ?? record) : root === "explore" && TOOLS[kind] ? await TOOLS[kind]() : start;
    const { title, content, whole } = await viewOf(rest.map(decodeURIComponent).join("/"), kind);
    document.title = title ? `${title} – ${word("title")}` : word("title");
    view.replaceChildren(...content.filter(Boolean));
    // what stands beside is brought into its own frame first, so that the words themselves end in the middle of the page
    const revealed = [...view.querySelectorAll("[data-reveal]")].sort((one, other) => (one.dataset.reveal < other.dataset.reveal ? 1 : -1));
    for (const part of revealed) part.scrollIntoView({ block: part.dataset.reveal, behavior: "instant" });
    await whole;
  } catch (error) {
    document.title = word("failed");
    view.replaceChildren(failure(error));
  }
  view.setAttribute("data-ready", "");
}

// paper cannot be unfolded
addEventListener("beforeprint", () => {
  for (const fold of document.querySelectorAll("main details:not(#desk, #desk *, .correct)")) fold.open = true;
});

frame();
search();
show();
