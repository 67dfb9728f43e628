import type { Family, FamilyType, Sample } from "../../generators/exposition/exposition.ts";
import { type Described, familiesOf } from "../../generators/exposition/families.ts";
import type { JobModel } from "../../generators/jobs/index.ts";
import type { Model } from "../../generators/model/model.ts";
import { entriesAt, itemsAt, textAt } from "../../generators/targets/validation/untyped-data.ts";
import type { Exposed, Reading } from "./exposed.ts";
import type { AskPrometheus } from "./prometheus-api.ts";

/** As far as Prometheus looks back for a value: what it would find now. */
const lookbackSeconds = 300;

/** What a Prometheus has of these jobs: series with their labels, and what the targets say of their metrics. */
export async function fromPrometheus(
  jobs: readonly JobModel[],
  model: Model,
  ask: AskPrometheus,
  nowSeconds = Date.now() / 1000,
): Promise<Reading> {
  const exposed: Exposed[] = [];
  const complaints: string[] = [];
  for (const job of jobs) {
    const selector = `{job=${JSON.stringify(job.name)}}`;
    const series = await ask("series", [
      ["match[]", selector],
      ["start", String(nowSeconds - lookbackSeconds)],
      ["end", String(nowSeconds)],
    ]);
    const metadata = "data" in series ? await ask("targets/metadata", [["match_target", selector]]) : series;
    if ("complaint" in series) return { exposed, complaints: [...complaints, series.complaint] };
    if ("complaint" in metadata) return { exposed, complaints: [...complaints, metadata.complaint] };
    const samples = samplesIn(series.data, job, model);
    if (samples.length === 0) complaints.push(`Prometheus has nothing of job ${job.name} now.`);
    else
      exposed.push({
        job,
        sources: [{ at: "Prometheus", families: families(metadata.data, samples, job, model) }],
      });
  }
  return { exposed, complaints };
}

function families(
  metadata: unknown,
  samples: readonly Sample[],
  job: JobModel,
  model: Model,
): readonly Family[] {
  const own = namesNotExposed(job, model);
  const described = new Map(
    itemsAt(metadata).flatMap((one): (readonly [string, Described])[] => {
      const name = textAt(one, "metric");
      return name === undefined || own.has(name) ? [] : [[name, descriptionIn(one)]];
    }),
  );
  return familiesOf(described, samples);
}

function descriptionIn(data: unknown): Described {
  const [type, help, unit] = ["type", "help", "unit"].map((key) => textAt(data, key));
  return {
    ...(type !== undefined && isType(type) && { type }),
    ...(help !== undefined && { help }),
    ...(unit !== undefined && unit !== "" && { unit }),
  };
}

const types: Readonly<Record<FamilyType, true>> = {
  ...{ counter: true, gauge: true, histogram: true, summary: true, untyped: true },
  ...{ unknown: true, info: true, stateset: true, gaugehistogram: true },
};

function isType(word: string): word is FamilyType {
  return Object.hasOwn(types, word);
}

/** As the program exposed them: without what Prometheus added, and under their own names. */
function samplesIn(data: unknown, job: JobModel, model: Model): Sample[] {
  const others = namesNotExposed(job, model);
  const ofTarget = new Set(["job", "instance", ...Object.keys(job.labels)]);
  return itemsAt(data).flatMap((series) => {
    const name = textAt(series, "__name__");
    // By convention a rule recorded what has colons.
    if (name === undefined || others.has(name) || (name.includes(":") && !isDeclared(name, job, model)))
      return [];
    const labels = entriesAt(series).flatMap(([label, value]): (readonly [string, string])[] => {
      if (label === "__name__" || ofTarget.has(label)) return [];
      const short = label.replace(/^exported_/, "");
      return [[ofTarget.has(short) ? short : label, String(value)]];
    });
    return [{ name, labels: new Map(labels), value: NaN }];
  });
}

function isDeclared(name: string, { name: job }: JobModel, { catalogue }: Model): boolean {
  return catalogue.ofJob(job).some((series) => series.name === name);
}

/** What Prometheus, a rule or an exporter between makes, and no author declared. */
function namesNotExposed(
  { name: job }: JobModel,
  { catalogue, metrics, recordings }: Model,
): ReadonlySet<string> {
  const declared = new Set(metrics.filter((metric) => metric.job === job).map(({ name }) => name));
  const measured = catalogue.ofJob(job).filter(({ metric }) => !declared.has(metric));
  return new Set(["ALERTS", "ALERTS_FOR_STATE", ...[...measured, ...recordings].map(({ name }) => name)]);
}
