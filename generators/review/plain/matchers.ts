import { unquote } from "../../promql/literal.ts";
import { compileRe2 } from "../../promql/re2.ts";
import { allOf, valuesOf, type Fit, type KnownLabels } from "../../routing/alert-matcher.ts";
import { entriesAt, itemsAt } from "../../targets/validation/untyped-data.ts";

/** A condition on a label, as Alertmanager's files have it. */
export interface PlainMatcher {
  readonly label: string;
  readonly op: "=" | "!=" | "=~" | "!~";
  readonly value: string;
}

/** The matchers of a route or of a side of an inhibition, in the new form and in the old one. */
export function matchersIn(data: unknown, before = ""): readonly PlainMatcher[] {
  const name = (key: string) => (before === "" ? key : `${before}_${key}`);
  const old = (key: string, op: PlainMatcher["op"]) =>
    entriesAt(data, name(key)).map(([label, value]) => ({ label, op, value: String(value) }));
  const texts = itemsAt(data, name("matchers")).flatMap((text) =>
    typeof text === "string" ? partsOf(text) : [],
  );
  return [...old("match", "="), ...old("match_re", "=~"), ...texts.flatMap(matcherIn)];
}

/** `{a="b", c="d"}` are two. */
function partsOf(text: string): string[] {
  const inner = text.trim().replace(/^\{(.*)\}$/s, "$1");
  return inner.match(/(?:"(?:[^"\\]|\\.)*"|[^,"])+/g) ?? [];
}

function matcherIn(text: string): PlainMatcher[] {
  const [, label, op, written = ""] = /^\s*"?([^"=!~\s]+)"?\s*(=~|!~|!=|=)\s*(.*?)\s*$/s.exec(text) ?? [];
  if (label === undefined || (op !== "=" && op !== "!=" && op !== "=~" && op !== "!~")) return [];
  return [{ label, op, value: valueOf(written) }];
}

/**
 * A value in quotes is a text of Go, and any other as it is written. What Go refuses, such as `\.`, Alertmanager reads as it did before:
 * but for three characters a backslash is itself.
 */
function valueOf(written: string): string {
  if (!/^".*"$/s.test(written)) return written;
  const value = unquote(written);
  if (typeof value === "string") return value;
  return written
    .slice(1, -1)
    .replace(/\\([\\"n])/g, (_, character: string) => (character === "n" ? "\n" : character));
}

export function matchersText(matchers: readonly PlainMatcher[]): string {
  if (matchers.length === 0) return "another alert";
  return `an alert with ${matchers.map(({ label, op, value }) => `${label}${op}"${value}"`).join(", ")}`;
}

/** Whether an alert fits all of them. Of a label that no rule adds nothing is known: its series may have it. */
export function fitsPlain(matchers: readonly PlainMatcher[], labels: KnownLabels): Fit {
  return allOf(matchers.map((matcher) => fitsOne(matcher, labels)));
}

function fitsOne({ label, op, value }: PlainMatcher, labels: KnownLabels): Fit {
  const known = labels.get(label);
  const [text, ...others] = (known && valuesOf(known)) ?? [];
  if (text === undefined || others.length > 0) return "maybe";
  const matches =
    op === "=" || op === "!="
      ? (one: string) => one === value
      : compileRe2(value, { dot: "no line break" }).matches;
  if (!matches) return "maybe";
  return matches(text) === (op === "=" || op === "=~") ? "yes" : "no";
}
