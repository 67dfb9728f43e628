import type { Computed } from "../language/metric-definition.ts";
import type { Check, Finding } from "../check.ts";
import type { Model } from "../model/model.ts";
import { keepIt } from "./keep-it.ts";

const id = "computed-statistics-are-declared";

/** A gauge whose name says that it is a percentile or a mean is declared as one: else anything could be made of it. */
export const computedStatisticsAreDeclared: Check = {
  id,
  *find({ metrics }: Model): Iterable<Finding> {
    for (const { name, definition } of metrics) {
      const said =
        definition.type === "gauge" && definition.computed === undefined ? saidBy(name) : undefined;
      if (!said) continue;
      yield {
        definition,
        message: `metric "${name}" is a ${said} by its name, which its program computed, and is not declared as one`,
        fix: `add computed: "${said}"; where it is none, ${definition.foreignNames ? "" : "give it another name, or "}${keepIt(id)}`,
      };
    }
  },
};

const words: Readonly<Record<string, Computed>> = {
  avg: "mean",
  average: "mean",
  mean: "mean",
  median: "p50",
};

/** `http_request_latency_p99_seconds` says p99. Of min and max it cannot be told: a limit is called maximum too. */
function saidBy(name: string): Computed | undefined {
  for (const word of name.toLowerCase().split("_")) {
    const percentile = /^p(\d{1,2}|100)$/.exec(word)?.[1];
    if (percentile !== undefined) return `p${Number(percentile)}`;
    if (Object.hasOwn(words, word)) return words[word];
  }
  return undefined;
}
