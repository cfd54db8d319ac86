// Correcting what was read from an article: accept, reject or edit a record, add one, join events, take corrections back.

import { Failure, get, place, remove, send } from "./data.js";
import { apart, element } from "./element.js";
import { day, name, word, wordOf } from "./language.js";
import { badge } from "./parts.js";

const keys = (things) => [...new Set(things.map((thing) => thing.key))].join(", ");
// kind of record -> fields that can be set here and what each is now
const FIELDS = {
  event: { type: (r) => r.type, status: (r) => r.status, participants: (r) => keys(r.participants.map((part) => part.actor)), earliest: (r) => r.earliest, latest: (r) => r.latest, place: (r) => r.place && name(r.place) },
  position: { holders: (r) => keys(r.holders), stance: (r) => r.stance, issue: (r) => r.issue, target: (r) => keys(r.target) },
  holding: { person: (r) => name(r.person), post: (r) => r.post.labels.en ?? r.post.key, actor: (r) => r.actor?.key },
  membership: { member: (r) => r.member.key, organization: (r) => r.organization.key, role: (r) => r.role },
  agreement: { title: (r) => r.title, parties: (r) => keys(r.parties) },
  commitment: { undertaking: (r) => r.undertaking, makers: (r) => keys(r.makers) },
};
const SENT_AS = { holding: "post" }; // where the API has another word for a kind
const DAYS = new Set(["earliest", "latest"]);

function inputs(kind, record = null) {
  return Object.entries(FIELDS[kind]).map(([field, value]) => {
    const before = (record && value(record)) ?? "";
    const node = element("input", { class: "field", type: DAYS.has(field) ? "date" : "text", dir: "auto", name: field, value: before, autocomplete: "off" });
    return { field, before, node, label: element("label", {}, wordOf("fields", field), " ", node) };
  });
}

function changed(fields) {
  return Object.fromEntries(fields.filter(({ before, node }) => node.value.trim() !== before).map(({ field, node }) => [field, node.value.trim()]));
}

/** The key of an event in what somebody pasted: its address here, its IRI or the key itself. */
function keyIn(text) {
  return decodeURIComponent(text.trim().split(/[?#]/)[0].split("/").pop());
}

/** The desk at which an article is corrected; `redraw` shows the article anew after a change. */
export class Desk {
  constructor(key, redraw) {
    this.key = key;
    this.redraw = redraw;
    this.who = element("input", { class: "field", type: "text", id: "who", dir: "auto", autocomplete: "name" });
    this.token = element("input", { class: "field", type: "password", id: "token", dir: "ltr", autocomplete: "off" });
    this.said = element("p", { role: "status", id: "said" });
  }

  /** Ask for the corrections made so far and whether this server takes any. */
  async load() {
    const [health, found] = await Promise.all([get("/health"), get(`/corrections?article=${encodeURIComponent(this.key)}&limit=1000`)]);
    this.writable = health.writable;
    this.made = found.items;
  }

  /** Where one says who one is; opening it shows the controls beside the records. */
  panel(room) {
    if (!this.writable) return null;
    const who = [element("label", { for: "who" }, word("yourName")), this.who, element("label", { for: "token" }, word("token")), this.token];
    const panel = element("details", { class: "card", id: "desk" }, element("summary", {}, word("correctThis")), element("p", { class: "tools" }, who), this.adding());
    panel.addEventListener("toggle", () => room.classList.toggle("correcting", panel.open));
    return panel;
  }

  async act(alert, work) {
    alert.replaceChildren();
    try {
      if (!this.token.value) throw new Failure(401, "");
      if (!this.who.value.trim()) throw new Failure(0, word("sayWho"));
      const made = await work(this.who.value.trim(), this.token.value);
      await this.redraw();
      this.said.textContent = `${wordOf("actions", made.action)}: ${wordOf("outcomes", made.outcome)}`;
    } catch (error) {
      const texts = { 401: word("wrongToken"), 403: word("readOnly") };
      alert.replaceChildren(element("p", { class: "notice bad", role: "alert", dir: "auto" }, texts[error.status] ?? error.message));
    }
  }

  button(text, alert, body) {
    const node = element("button", { type: "button" }, text);
    node.addEventListener("click", () => this.act(alert, (by, token) => send("/corrections", { by, ...body() }, token)));
    return node;
  }

  /** What stands beside a record: who corrected it, and the controls. */
  beside(record) {
    const note = record.corrected;
    const told = note && element("p", { class: "soft small corrected" }, word("correctedBy", wordOf("judged", note.action), note.by, day(note.at.slice(0, 10))), note.why ? [" – ", apart(note.why)] : "");
    if (!this.writable) return told;
    const controls = element("details", { class: "correct small" }, element("summary", {}, word("judge"), element("span", { class: "unseen" }, ` ${wordOf("kinds", record.recordKind)}: ${record.quote}`)));
    controls.addEventListener("toggle", () => controls.childElementCount < 2 && controls.append(this.form(record)));
    return [told, controls];
  }

  form(record) {
    const fields = inputs(record.recordKind, record);
    const why = element("input", { class: "field", type: "text", dir: "auto", name: "why", autocomplete: "off" });
    const alert = element("div");
    const body = (action) => () => ({ action, records: [record.id], ...(why.value.trim() && { why: why.value.trim() }), ...(action === "edit" && { wanted: changed(fields) }) });
    const buttons = ["accept", "reject", "edit"].map((action) => this.button(action === "edit" ? word("saveEdit") : wordOf("actions", action), alert, body(action)));
    return element("div", { class: "stack" }, fields.map(({ label }) => label), element("label", {}, word("why"), " ", why), element("p", { class: "tools" }, buttons), record.recordKind === "event" ? this.joining(record, why, alert) : null, alert);
  }

  joining(record, why, alert) {
    const other = element("input", { class: "field", type: "text", dir: "ltr", name: "other", autocomplete: "off" });
    const body = (action) => () => ({ action, records: [record.id, `event/${keyIn(other.value)}`], ...(why.value.trim() && { why: why.value.trim() }) });
    return element("p", { class: "tools" }, element("label", {}, word("otherEvent"), " ", other), ["merge", "split"].map((action) => this.button(wordOf("actions", action), alert, body(action))));
  }

  adding() {
    const kind = element("select", { name: "kind" }, Object.keys(FIELDS).map((key) => element("option", { value: key }, wordOf("kinds", key))));
    const quote = element("textarea", { name: "quote", rows: 2, dir: "auto" });
    const why = element("input", { class: "field", type: "text", dir: "auto", name: "why", autocomplete: "off" });
    const alert = element("div");
    const room = element("div", { class: "tools" });
    let fields = [];
    const choose = () => {
      fields = inputs(kind.value);
      room.replaceChildren(...fields.map(({ label }) => label));
    };
    kind.addEventListener("change", choose);
    choose();
    const body = () => ({ action: "add", article: this.key, kind: SENT_AS[kind.value] ?? kind.value, wanted: { ...changed(fields), quote: quote.value }, ...(why.value.trim() && { why: why.value.trim() }) });
    const form = element("details", {}, element("summary", {}, word("addRecord")), element("p", { class: "soft small" }, word("addRecordHow")), element("label", {}, word("kind"), " ", kind), element("p", { class: "add" }, element("label", {}, word("quote"), " ", quote)), room, element("p", { class: "tools" }, element("label", {}, word("why"), " ", why), this.button(wordOf("actions", "add"), alert, body)), alert);
    document.addEventListener("selectionchange", () => {
      const chosen = document.getSelection();
      const text = document.getElementById("text");
      if (form.open && text?.contains(chosen.anchorNode) && text.contains(chosen.focusNode) && !chosen.isCollapsed) quote.value = chosen.toString();
    });
    return form;
  }

  /** All corrections of the article, each with what became of it and a way to take it back. */
  log() {
    if (!this.made.length) return this.said;
    const lines = this.made.map((made) => {
      const alert = element("div");
      const back = element("button", { type: "button" }, word("withdraw"), element("span", { class: "unseen" }, ` ${wordOf("actions", made.action)} ${made.key}`));
      back.addEventListener("click", () => this.act(alert, (by, token) => remove(`/corrections/${made.key}?${new URLSearchParams({ by })}`, token)));
      const about = made.about.map((record) => record.quote ?? record.name ?? place(record.iri)[1]).map((words) => element("div", { class: "snippet soft small", dir: "auto" }, words));
      const notes = [made.message, made.why].filter(Boolean).map((words) => element("div", { class: "small" }, apart(words)));
      return element("li", { class: "card", "data-key": made.key }, element("div", { class: "head" }, element("strong", {}, wordOf("actions", made.action)), badge(wordOf("outcomes", made.outcome), { conflict: "against", applied: "for" }[made.outcome] ?? ""), element("span", { class: "soft small" }, apart(made.by), " · ", day(made.at.slice(0, 10)))), about, notes, this.writable && !made.withdrawn ? back : null, alert);
    });
    return element("section", { id: "corrections" }, element("h2", {}, word("corrections")), this.said, element("ul", { class: "grid" }, lines));
  }
}
