// What the rows of a query can be drawn as: which columns name, which count, which tell a time, which join two things.

const NUMBERS = /#(integer|decimal|double|float|long|int|short|nonNegativeInteger|positiveInteger)$/;
const TIMES = /#(date|dateTime|gYear|gYearMonth)$/;
const SERIES = 4; // lines or bars side by side that can still be told apart
const LABELS = /(#|\/)(label|prefLabel|title|name)$/;

/** The end of an IRI, or the words of a literal. */
export function short(term) {
  if (!term) return "";
  if (term.type !== "uri") return term.value;
  const end = term.value.replace(/[/#]$/, "").split(/[/#]/).pop();
  try {
    return decodeURIComponent(end);
  } catch {
    return end;
  }
}

const bound = (rows, name) => rows.map((row) => row[name]).filter(Boolean);
const every = (rows, name, test) => bound(rows, name).length > 0 && bound(rows, name).every(test);

/** Columns by what they hold: `{time, label, numbers}`; null where nothing is counted. */
function columns(names, rows) {
  const time = names.find((name) => every(rows, name, (term) => TIMES.test(term.datatype ?? "") || (/year/i.test(name) && NUMBERS.test(term.datatype ?? ""))));
  const numbers = names.filter((name) => name !== time && every(rows, name, (term) => NUMBERS.test(term.datatype ?? "")));
  const others = names.filter((name) => name !== time && !numbers.includes(name) && bound(rows, name).length);
  const label = others.find((name) => every(rows, name, (term) => term.type !== "uri")) ?? others[0];
  return numbers.length && (time || label) ? { time, label, numbers: numbers.slice(0, SERIES) } : null;
}

/** Series of one measure, a line for each of the most frequent labels; what falls together is added up. */
function byLabel(rows, { time, label, numbers: [number] }) {
  const found = Map.groupBy(rows.filter((row) => row[time] && row[number]), (row) => short(row[label]));
  const sum = (own) => own.reduce((total, row) => total + Math.abs(Number(row[number].value)), 0);
  const largest = [...found].sort(([, one], [, other]) => sum(other) - sum(one)).slice(0, SERIES);
  const times = [...new Set(rows.map((row) => row[time]?.value).filter(Boolean))].sort();
  const at = (own) => times.map((day) => own.filter((row) => row[time].value === day).reduce((total, row) => total + Number(row[number].value), 0));
  return { kind: "line", labels: times, series: largest.map(([name, own]) => ({ name, values: at(own) })) };
}

/** What a chart shows of rows: `{kind: "line" | "bars", labels, series: [{name, values}]}`; null where there is nothing to chart. */
export function chartOf(names, rows) {
  const found = columns(names, rows);
  if (!found || rows.length < 2) return null;
  const { time, label, numbers } = found;
  if (time && label && numbers.length === 1) return byLabel(rows, found);
  const by = time ?? label;
  const used = rows.filter((row) => row[by]);
  if (time) used.sort((one, other) => (one[time].value < other[time].value ? -1 : 1));
  const values = (name) => used.map((row) => Number(row[name]?.value ?? 0));
  return { kind: time ? "line" : "bars", labels: used.map((row) => short(row[by])), series: numbers.map((name) => ({ name, values: values(name) })) };
}

/** What a picture shows of rows with two or three IRIs: `[{from, relation, to}]`; empty where they join nothing. */
export function joinsOf(names, rows) {
  const iris = names.filter((name) => every(rows, name, (term) => term.type === "uri"));
  if (iris.length < 2) return [];
  const [from, middle, last] = iris;
  const joins = rows.filter((row) => row[from] && row[last ?? middle]);
  return joins.map((row) => ({ from: row[from].value, relation: last ? short(row[middle]) : "", to: row[last ?? middle].value }));
}

/** The same of triples, and the names that they give. */
export function joinsOfTriples(statements) {
  const names = new Map();
  const joins = [];
  for (const { subject, predicate, object } of statements) {
    if (object.termType === "NamedNode" || object.termType === "BlankNode") joins.push({ from: subject.value, relation: short({ type: "uri", value: predicate.value }), to: object.value });
    else if (LABELS.test(predicate.value) && !names.has(`${subject.value} ${object.language}`)) names.set(`${subject.value} ${object.language}`, object.value);
  }
  return { joins, names };
}
