import type { Check, Finding } from "../../check.ts";
import type { Model } from "../../model/model.ts";
import { suggestion } from "../../text/suggestion.ts";

/** The labels by which a metric is said to have one series are labels of it. */
export const labelsThatTellApartExist: Check = {
  id: "labels-that-tell-apart-exist",
  why: "A join on the labels of `onePer` is taken for one that cannot be ambiguous. With a label that the metric does not have, that would be said of nothing, and the join might fail.",
  source: "https://prometheus.io/docs/prometheus/latest/querying/operators/",
  wrong: `
export const builds = metrics(api, {
  shop_build_info: gauge({
    help: "Always 1.",
    unit: "bool",
    labels: { version: "*" },
    onePer: ["instanc"],
  }),
});
export const buildPanel = timeSeries({
  title: "Versions",
  description: "What runs.",
  queries: [builds.shop_build_info],
});
`,
  right: `
export const builds = metrics(api, {
  shop_build_info: gauge({
    help: "Always 1.",
    unit: "bool",
    labels: { version: "*" },
    onePer: ["instance"],
  }),
});
export const buildPanel = timeSeries({
  title: "Versions",
  description: "What runs.",
  queries: [builds.shop_build_info],
});
`,
  *find({ metrics }: Model): Iterable<Finding> {
    for (const { name, definition, series } of metrics) {
      const [first, ...others] = series.map((one) => [...one.labels.keys()]);
      // The bounds of buckets and quantiles are on some of its series only.
      const labels = (first ?? []).filter((label) => others.every((other) => other.includes(label)));
      for (const label of definition.onePer ?? []) {
        if (labels.includes(label)) continue;
        yield {
          definition,
          message: `metric "${name}" has one series per ${label}, but it has no label '${label}'${suggestion(label, labels)}`,
          fix: `write labels that it has in onePer: ${labels.join(", ")}`,
          texts: [`"${label}"`],
        };
      }
    }
  },
};
