import type { LabelSpec } from "../../../generators/language/label.ts";
import type { CatalogueSeries } from "../../../generators/promql/series.ts";
import { model } from "../live-stack.ts";
import { aFewAtATime } from "./a-few-at-a-time.ts";
import { askPrometheus } from "./ask-prometheus.ts";

/**
 * What of the series that Prometheus stores is not as the definitions say: those of two jobs that have one name, or that come from
 * one address, are told apart, and a label that the target has too has the name under which it is stored.
 */
export async function wrongLabelsOfSeries(prometheus: string): Promise<string[]> {
  const scraped = model.metrics.filter(({ job }) => job !== undefined).flatMap(({ series }) => series);
  const wrong = await aFewAtATime(scraped, async (series) => {
    const now = Date.now();
    const stored = await askPrometheus(prometheus, `${series.name}{job="${series.job}"}`, {
      fromMs: now,
      toMs: now,
    });
    const lines = stored.flatMap(({ labels }) => wrongOf(series, labels));
    return stored.length === 0 ? [`${series.name} of ${series.job} is not stored`] : [...new Set(lines)];
  });
  return wrong.flat();
}

function wrongOf(
  { name, job, labels: known }: CatalogueSeries,
  labels: Readonly<Record<string, string>>,
): string[] {
  const own = Object.entries(labels).filter(([label]) => label !== "__name__");
  const strange = own.filter(([label]) => !known.has(label));
  const missing = [...known.keys()].filter((label) => labels[label] === undefined);
  const unlisted = own.filter(([label, value]) => !mayBe(known.get(label) ?? "*", value));
  return [
    ...strange.map(([label]) => `${name} of ${job} has the label ${label}`),
    ...missing.map((label) => `${name} of ${job} has no label ${label}`),
    ...unlisted.map(([label, value]) => `${name} of ${job} has ${label}="${value}"`),
  ];
}

function mayBe(spec: LabelSpec, value: string): boolean {
  if (spec === "*") return true;
  return spec instanceof RegExp ? new RegExp(`^(?:${spec.source})$`).test(value) : spec.includes(value);
}
