import type { LabelSpecs } from "../../../generators/language/label.ts";
import type { Family } from "../../../generators/exposition/exposition.ts";

/** Labels whose values are a list that somebody made, and not what happens to be there: names of databases, addresses, paths. */
const closed: ReadonlySet<string> = new Set(
  "state status mode type kind result outcome direction method level reason phase operation op stage action severity event".split(
    " ",
  ),
);

/** The labels of a family: those that look like a closed list with the values that were seen, all others with any. */
export function labelsOf({ type, samples }: Family): LabelSpecs {
  const own = type === "histogram" ? "le" : type === "summary" ? "quantile" : undefined;
  const values = new Map<string, Set<string>>();
  for (const { labels } of samples)
    for (const [name, value] of labels) if (name !== own) add(values, name, value);
  // A series without the label has it empty, as PromQL sees it.
  const isEverywhere = (name: string) => !closed.has(name) || samples.every(({ labels }) => labels.has(name));
  return Object.fromEntries(
    [...values]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, seen]) => [name, specOf(name, isEverywhere(name) ? seen : new Set([...seen, ""]))]),
  );
}

function add(values: Map<string, Set<string>>, name: string, value: string): void {
  const seen = values.get(name);
  if (seen) seen.add(value);
  else values.set(name, new Set([value]));
}

function specOf(name: string, seen: ReadonlySet<string>): "*" | readonly string[] {
  if (!closed.has(name) || seen.size < 2 || seen.size > 20) return "*";
  const values = [...seen].sort();
  return values.every((value) => /^[A-Za-z][\w .()-]*$/.test(value)) ? values : "*";
}
