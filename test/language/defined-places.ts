// Definitions whose lines place.test.ts expects: a line that moves here moves there.
import { nodeOf } from "../../generators/language/expression/expression.ts";
import { counter, gauge } from "../../generators/language/metric-definition.ts";
import { metricGroupOf, metrics } from "../../generators/language/metric.ts";
import { scrapeMetrics } from "../../generators/language/prometheus-metrics.ts";
import { promql } from "../../generators/language/promql.ts";
import { recordingNamed as recording, recordingOf } from "../../generators/language/recording.ts";
import { ruleGroup } from "../../generators/language/rule-group.ts";

const definitions = {
  requests_total: counter({ help: "Requests." }),
  temperature: gauge({
    help: "Temperature.",
    unit: "degrees",
  }),
};
const handles = metrics({ job: "*" }, definitions);
const group = ruleGroup("rules", {
  every: "1m",
});
const hottest = recording("job:temperature:max", handles.temperature.maxBy("job"));
const target = scrapeMetrics({ job: "shop", seriesLabels: { job: ["shop"] } });
const text = nodeOf(promql`up`);

export const placesOfDefinitions = {
  counter: definitions.requests_total.place,
  gauge: definitions.temperature.place,
  group: group.place,
  recording: recordingOf(hottest)?.place,
  scrapeMetric: metricGroupOf(target)?.metrics[0]?.place,
  text: text.kind === "text" ? text.place : undefined,
};
