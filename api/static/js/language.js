// The page's language: kept in the URL, used for words, names, dates and numbers.

import { WORDS } from "./words.js";

export const language = new URLSearchParams(location.search).get("lang") === "ar" ? "ar" : "en";
export const direction = language === "ar" ? "rtl" : "ltr";
const words = WORDS[language];
const plurals = new Intl.PluralRules(language);
const numbers = new Intl.NumberFormat(language, { numberingSystem: "latn", maximumFractionDigits: 1 });

/** The word for a key, with {0}, {1}, … filled in. */
export function word(key, ...values) {
  return values.reduce((text, value, place) => text.replace(`{${place}}`, value), words[key]);
}

/** A word of a group, or the key itself where the group has no word for it. */
export function wordOf(group, key) {
  return words[group][key] ?? key;
}

/** A number as the page's language writes it; Western digits in both, as dates have. */
export function number(value) {
  return numbers.format(value);
}

/** A counted thing: "3 events", "حدثان". */
export function counted(what, n) {
  const forms = words.count[what];
  const places = language === "ar" ? { zero: 0, one: 1, two: 2, few: 3, many: 4, other: 4 } : { one: 0, other: 1 };
  return forms[places[plurals.select(n)] ?? forms.length - 1].replace("{n}", numbers.format(n));
}

/** The name of a thing in the page's language, else in any. */
export function name(thing) {
  const labels = thing?.labels ?? {};
  return labels[language] ?? labels.en ?? Object.values(labels)[0] ?? thing?.key ?? "";
}

/** A label map in the page's language. */
export function label(labels, fallback = "") {
  return labels?.[language] ?? labels?.en ?? Object.values(labels ?? {})[0] ?? fallback;
}

/** Names in a row, joined as the language joins them. */
export function list(items) {
  return new Intl.ListFormat(language, { type: "conjunction" }).format(items);
}

/** A day, month or year (`2017-07-08`, `2017-07`, `2017`) in words. */
export function day(text) {
  const [year, month, date] = text.split("-").map(Number);
  const style = { year: "numeric", month: month && "long", day: date && "numeric", timeZone: "UTC", numberingSystem: "latn", calendar: "gregory" };
  return new Intl.DateTimeFormat(language, style).format(new Date(Date.UTC(year, (month || 1) - 1, date || 1)));
}

/** A range of days; a whole month or year is named as such. */
export function days(earliest, latest) {
  if (!earliest && !latest) return word("undated");
  if (!earliest) return word("before", day(latest));
  if (!latest) return word("after", day(earliest));
  if (earliest === latest) return day(earliest);
  if (earliest.endsWith("-01-01") && latest === `${earliest.slice(0, 4)}-12-31`) return day(earliest.slice(0, 4));
  const monthEnd = new Date(Date.UTC(+earliest.slice(0, 4), +earliest.slice(5, 7), 0)).toISOString().slice(0, 10);
  if (earliest.endsWith("-01") && latest === monthEnd) return day(earliest.slice(0, 7));
  return `${day(earliest)} – ${day(latest)}`;
}

/** The time for which a post or membership held, as far as it is known. */
export function span(record) {
  const parts = [];
  if (record.start_date) parts.push(word("since", day(record.start_date)));
  if (record.end_date) parts.push(word("until", day(record.end_date)));
  if (!parts.length && record.attested.length) parts.push(word("attested", day(record.attested[0])));
  return parts.join(language === "ar" ? "، " : ", ");
}

/** A path of this site that keeps the page's language and, on the same page, what else it was told. */
export function here(path, parameters = {}) {
  const query = new URLSearchParams(path === location.pathname ? location.search : "");
  query.delete("lang");
  for (const [key, value] of Object.entries(parameters)) {
    if (value === null || value === undefined) query.delete(key);
    else query.set(key, value);
  }
  if (language === "ar") query.set("lang", "ar");
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}
