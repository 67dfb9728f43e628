import type { LabelSpecs } from "../../../generators/language/label.ts";
import type { Family } from "../exposition/exposition.ts";

/** Labels whose values are a list that somebody made, and not what happens to be there: names of databases, addresses, paths. */
const closed: ReadonlySet<string> = new Set(
  "state status mode type kind result outcome direction method level reason phase operation op stage action severity event".split(
    " ",
  ),
);

/** The labels of a family: those that look like a closed list with the values that were seen, all others with any. */
export function labelsOf({ type, samples }: Family): LabelSpecs {
  const own = type === "histogram" ? "le" : type === "summary" ? "quantile" : undefined;
  const names = [...new Set(samples.flatMap(({ labels }) => [...labels.keys()]))].filter(
    (name) => name !== own,
  );
  return Object.fromEntries(
    names.sort().map((name) => [
      name,
      specOf(
        name,
        samples.map(({ labels }) => labels.get(name) ?? ""),
      ),
    ]),
  );
}

function specOf(name: string, all: readonly string[]): "*" | readonly string[] {
  const values = [...new Set(all)].sort();
  const looksClosed = closed.has(name) && values.length >= 2 && values.length <= 20;
  return looksClosed && values.every((value) => /^[A-Za-z][\w .()-]*$/.test(value)) ? values : "*";
}
