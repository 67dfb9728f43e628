import { labelMatcher, patternText } from "../../language/expression/selector.ts";
import { alternatives } from "../../promql/label-value.ts";
import { printPromql } from "../../promql/print.ts";
import { type LabelMatcher, metricNameOf, type SelectorNode } from "../../promql/tree.ts";
import { type KnownSeries, type Said, type SeriesNamed, Unsayable } from "./said.ts";
import { calling, listArgument, textArgument, type WordArgument, type WordCode } from "./word-code.ts";

/** A metric, narrowed by its matchers and moved in time. */
export function saySelector(node: SelectorNode, series: SeriesNamed): Said {
  const known = knownSeries(node, series);
  const named = selected(known, matchersOf(node));
  return { ...named, code: moved(named.code, node) };
}

/** The series of a selector; throws where it names none that is known. */
export function knownSeries(node: SelectorNode, series: SeriesNamed): KnownSeries {
  const name = metricNameOf(node);
  if (name === undefined) throw new Unsayable("name", printPromql(node));
  const known = series(name);
  if (known === undefined) throw new Unsayable("series", name);
  return known;
}

/** Without the one that says the name. */
export function matchersOf({ metric, matchers }: SelectorNode): readonly LabelMatcher[] {
  return metric === "" ? matchers.filter(({ name, op }) => name !== "__name__" || op !== "=") : matchers;
}

/** The series with these labels alone: one call for what is asked for, and one for what is not, as far as each label stands there once. */
export function selected(known: KnownSeries, matchers: readonly LabelMatcher[]): Said {
  const { labels, unit, observed } = known;
  let code: WordCode = { head: { kind: "series", name: known.metric, part: known.part }, calls: [] };
  for (const { method, own } of callsFor(matchers)) {
    for (const { name } of own) if (!labels.has(name)) throw new Unsayable("label", `${known.name}: ${name}`);
    const entries = own.map((matcher) => [matcher.name, wanted(matcher)] as const);
    code = calling(code, method, { kind: "options", entries });
  }
  return { code, kind: known.kind, labels, unit, observed };
}

interface Narrowing {
  readonly method: "where" | "whereNot";
  readonly own: LabelMatcher[];
}

function callsFor(matchers: readonly LabelMatcher[]): Narrowing[] {
  const calls: Narrowing[] = [];
  for (const matcher of matchers) {
    const method = matcher.op === "=" || matcher.op === "=~" ? "where" : "whereNot";
    const free = calls.find(
      (call) => call.method === method && call.own.every(({ name }) => name !== matcher.name),
    );
    if (free) free.own.push(matcher);
    else calls.push({ method, own: [matcher] });
  }
  return calls;
}

/** What an author writes for a matcher. */
function wanted(matcher: LabelMatcher): WordArgument {
  const { name, op, value } = matcher;
  const [, chosen, braced = chosen] = /^\$(?:([a-zA-Z_]\w*)|\{([a-zA-Z_]\w*)\})$/.exec(value) ?? [];
  if (braced !== undefined) return { kind: "options", entries: [["variable", textArgument(braced)]] };
  if (op === "=" || op === "!=" || value === "") return textArgument(value);
  const list = alternatives(value);
  const [only, ...others] = list ?? [];
  if (list && only !== undefined) return others.length === 0 ? textArgument(only) : listArgument(list);
  const bound = boundOf(matcher);
  if (bound !== undefined) return textArgument(bound);
  const pattern = asPattern(value, name);
  return pattern
    ? { kind: "pattern", value: String(pattern) }
    : { kind: "options", entries: [["pattern", textArgument(value)]] };
}

/** The bound of a bucket that is asked for in both ways in which Prometheus may have stored it, as the language itself does. */
function boundOf({ name, value }: LabelMatcher): string | undefined {
  const [, bound] = /^([\d.]+)\(\\\.0\)\?$/.exec(value) ?? [];
  return bound !== undefined && labelMatcher(name, bound, false).value === value ? bound : undefined;
}

/** A pattern of PromQL as one of JavaScript that is written back to the same text; undefined of what JavaScript does not know. */
export function asPattern(value: string, name: string): RegExp | undefined {
  const [, flag, body = ""] = /^(\(\?i\))?([^]*)$/.exec(value) ?? [];
  try {
    const pattern = new RegExp(body, flag === undefined ? "" : "i");
    return patternText(pattern, name) === value ? pattern : undefined;
  } catch {
    // What RE2 knows and JavaScript does not.
    return undefined;
  }
}

/** Moved in time, as the last call: what narrows it can stand before. */
function moved(code: WordCode, { offset, at }: SelectorNode): WordCode {
  const earlier = offset === undefined ? code : calling(code, "offset", textArgument(offset));
  if (at === undefined) return earlier;
  return calling(earlier, "at", typeof at === "number" ? { kind: "number", value: at } : textArgument(at));
}
