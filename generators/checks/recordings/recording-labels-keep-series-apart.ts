import { type Check, type Finding, suppressing } from "../../check.ts";
import type { Model } from "../../model/model.ts";
import { isList } from "../../promql/label-value.ts";

const id = "recording-labels-keep-series-apart";

/** A label that a recording sets replaces none that tells its series apart: they would be one series. */
export const recordingLabelsKeepSeriesApart: Check = {
  id,
  why: "A label that a recording sets replaces that of the expression. If its values told two series apart, they are one series now: Prometheus refuses both, the recording has no value, and what reads it is silent.",
  source: "https://prometheus.io/docs/prometheus/latest/configuration/recording_rules/",
  wrong: `
export const webRate = recording("channel:shop_web:rate10m", orders.rate("10m").sumBy("channel"), {
  help: "Orders per second.",
  labels: { channel: "any" },
  example: { given: [runs(orders.where({ channel: "web" }), 3)], expect: 3 },
});
export const webPanel = timeSeries({
  title: "Orders over the web",
  description: "Per second.",
  queries: [webRate],
});
`,
  right: `
export const webRate = recording("job:shop_web:rate10m", orders.where({ channel: "web" }).rate("10m").sum(), {
  help: "Orders per second.",
  labels: { channel: "web" },
  example: { given: [runs(orders.where({ channel: "web" }), 3)], expect: 3 },
});
export const webPanel = timeSeries({
  title: "Orders over the web",
  description: "Per second.",
  queries: [webRate],
});
`,
  *find({ recordings }: Model): Iterable<Finding> {
    for (const recording of recordings) {
      for (const [label, value] of Object.entries(recording.labels)) {
        const replaced = recording.analysis.type.labels?.get(label);
        if (replaced === undefined || (isList(replaced) && replaced.length <= 1)) continue;
        yield {
          definition: recording,
          message: `recording "${recording.name}" sets the label ${label} to "${value}", but its expression has ${label} too: series that differ only there become one, which Prometheus refuses`,
          fix: `aggregate the label away first, such as sum without (${label}), give it another name, or ${suppressing(id)}`,
          texts: [`${label}:`],
        };
      }
    }
  },
};
