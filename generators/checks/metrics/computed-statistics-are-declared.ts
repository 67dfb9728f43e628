import type { Computed } from "../../language/metric-definition.ts";
import { type Check, type Finding, suppressing } from "../../check.ts";
import type { Model } from "../../model/model.ts";

const id = "computed-statistics-are-declared";

/** A gauge whose name says that it is a percentile or a mean is declared as one: else anything could be made of it. */
export const computedStatisticsAreDeclared: Check = {
  id,
  why: "A percentile or a mean that a program computed itself cannot be averaged or added. Once it is declared, signalbox refuses both.",
  source: "https://prometheus.io/docs/practices/histograms/",
  wrong: `
export const waits = metrics(api, {
  shop_wait_p99_seconds: gauge({ help: "How long one in a hundred waits.", unit: "seconds" }),
});
export const waitPanel = timeSeries({
  title: "Waiting",
  description: "The slowest one in a hundred.",
  queries: [waits.shop_wait_p99_seconds],
});
`,
  right: `
export const waits = metrics(api, {
  shop_wait_p99_seconds: gauge({
    help: "How long one in a hundred waits.",
    unit: "seconds",
    computed: "p99",
  }),
});
export const waitPanel = timeSeries({
  title: "Waiting",
  description: "The slowest one in a hundred.",
  queries: [waits.shop_wait_p99_seconds],
});
`,
  *find({ metrics }: Model): Iterable<Finding> {
    for (const { name, definition } of metrics) {
      const said =
        definition.type === "gauge" && definition.computed === undefined ? statisticIn(name) : undefined;
      if (!said) continue;
      yield {
        definition,
        message: `metric "${name}" looks like a ${said} that its program computed, but is not declared as one`,
        fix: `add computed: "${said}"; if it is not one, ${definition.foreignNames ? "" : "give it another name, or "}${suppressing(id)}`,
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

/** `http_request_latency_p99_seconds` says p99. min and max do not count: a limit is called maximum too. */
export function statisticIn(name: string): Computed | undefined {
  for (const word of name.toLowerCase().split("_")) {
    const percentile = /^p(\d{1,2}|100)$/.exec(word)?.[1];
    if (percentile !== undefined) return `p${Number(percentile)}`;
    if (Object.hasOwn(words, word)) return words[word];
  }
  return undefined;
}
