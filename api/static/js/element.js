// Building the page: elements from data, text never as markup.

/** An element with attributes and children; null children are left out, strings become text. */
export function element(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
    else node.setAttribute(key, value === true ? "" : String(value));
  }
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

const SVG = "http://www.w3.org/2000/svg";

/** As {@link element}, in a drawing. */
export function drawn(name, attributes = {}, ...children) {
  const node = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
    else node.setAttribute(key, String(value));
  }
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

/** Pixels across that a drawing has in the page, so that its letters are as large as those of the page. */
export function roomWidth() {
  const main = document.getElementById("view");
  const edges = main ? parseFloat(getComputedStyle(main).paddingInlineStart) * 2 : 0;
  return Math.max(300, Math.min(960, (main?.clientWidth ?? 960) - edges));
}

/** Words in whichever direction they run, kept from disturbing those around them. */
export function apart(words) {
  return element("bdi", { lang: scriptOf(words) }, words);
}

/** A heading with what follows it, or nothing where there is nothing to show. */
export function section(title, ...children) {
  const shown = children.flat().filter(Boolean);
  return shown.length ? element("section", {}, element("h2", {}, title), ...shown) : null;
}

/** Words of an article in their own language and direction. */
export function quote(words, language = null) {
  return element("blockquote", { dir: "auto", lang: language ?? scriptOf(words) }, element("p", {}, words));
}

/** The language that the script of some words tells: enough to choose a typeface and a voice. */
export function scriptOf(words) {
  return /[\u0600-\u06FF]/.test(words) ? "ar" : "en";
}
