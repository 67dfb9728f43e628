import { dimensionOf, scaleOf } from "../../generators/language/unit-scale.ts";
import { everyJob } from "../../generators/language/prometheus-metrics.ts";
import { metricGroupOf } from "../../generators/language/metric.ts";
import { probeMetrics } from "../../generators/language/probe.ts";
import { heading, inlineCode, table } from "../../generators/text/markdown.ts";
import { scaledUnits } from "../../generators/language/unit-scale.ts";

/** What a page has besides its words, by the name of its file. */
export const ownTables: Readonly<Record<string, () => readonly string[]>> = {
  "jobs.md": () => [
    heading(2, "Metrics of every job"),
    "Prometheus adds these to each scrape: `shop.up`.",
    metricTable(everyJob),
    heading(2, "Metrics of every probe"),
    "The blackbox exporter measures these, besides those of every job: `site.probe_success`.",
    metricTable(probeMetrics({ job: "site", seriesLabels: { job: ["site"], instance: "*" } })),
  ],
  "units.md": () => [
    heading(2, "Units"),
    "These have a scale: of one dimension, they convert into each other with [in](calculations.md#in). Any other word, such as `orders` or `fps`, is a unit without a scale; `count`, `bool` and `none` are such words too.",
    table(
      ["Unit", "Measures", "In base units"],
      scaledUnits.map((unit) => [inlineCode(unit), dimensionOf(unit) ?? "", String(scaleOf(unit) ?? "")]),
    ),
    heading(2, "Durations"),
    'A text as Prometheus writes it: a whole number and `ms`, `s`, `m`, `h`, `d`, `w` or `y`, or two neighbours such as `"1h30m"`. In the queries of dashboards the ranges of methods also take `"$__rate_interval"`, `"$__interval"` and `"$__range"`.',
  ],
};

function metricTable(handles: object): string {
  const metrics = metricGroupOf(handles)?.metrics ?? [];
  return table(
    ["Metric", "Unit", "What it says"],
    metrics.map(({ name, unit, help }) => [inlineCode(name), inlineCode(unit), help]),
  );
}
