import { metricsOfJob } from "../../model/lookups.ts";
import type { Check, Finding } from "../../check.ts";
import type { JsonFieldModel } from "../../jobs/json.ts";
import type { JsonJobModel } from "../../jobs/index.ts";
import type { MetricModel, Model } from "../../model/model.ts";
import { splitMetricName } from "../../text/split-metric-name.ts";

/** Every field of a JSON endpoint becomes one series of a metric of that endpoint, told apart by all its labels. */
export const jsonFieldsAreSeries: Check = {
  id: "json-fields-are-series",
  why: "json_exporter turns each field into a sample. Two fields with the same name and labels are the same series twice, and the exporter fails the whole scrape.",
  source: "https://github.com/prometheus-community/json_exporter",
  wrong: `
export const till = jsonEndpoint("shop-till", {
  description: "What the till says.",
  targets: ["http://localhost:8082/state"],
  sample: { coins: 3, notes: 2 },
});
export const cash = metrics(till, {
  shop_cash_items: gauge({ help: "Coins and notes.", unit: "items", labels: { kind: ["coin", "note"] } }),
});
export const cashFields = jsonFields(till, {
  coins: cash.shop_cash_items.where({ kind: "coin" }),
  notes: cash.shop_cash_items.where({ kind: "coin" }),
});
export const cashPanel = stat({
  title: "Cash",
  description: "In the till.",
  queries: [cash.shop_cash_items],
});
`,
  right: `
export const till = jsonEndpoint("shop-till", {
  description: "What the till says.",
  targets: ["http://localhost:8082/state"],
  sample: { coins: 3, notes: 2 },
});
export const cash = metrics(till, {
  shop_cash_items: gauge({ help: "Coins and notes.", unit: "items", labels: { kind: ["coin", "note"] } }),
});
export const cashFields = jsonFields(till, {
  coins: cash.shop_cash_items.where({ kind: "coin" }),
  notes: cash.shop_cash_items.where({ kind: "note" }),
});
export const cashPanel = stat({
  title: "Cash",
  description: "In the till.",
  queries: [cash.shop_cash_items],
});
`,
  *find(model: Model): Iterable<Finding> {
    for (const job of model.jobs) {
      if (job.kind === "json") yield* ofJob(job, model);
    }
  },
};

/** What is wrong, and how to fix it. */
type Mistake = Pick<Finding, "message" | "fix">;

function* ofJob(job: JsonJobModel, model: Model): Iterable<Finding> {
  const own = metricsOfJob(model, job.name);
  let isMistaken = false;
  for (const [index, field] of job.fields.entries()) {
    const metric = own.find(({ name }) => name === field.metric);
    const twin = job.fields.slice(0, index).find((earlier) => mayBeSame(earlier, field));
    const mistake = metric ? mistakeOf(field, metric, twin) : unknownMetric(field);
    if (!mistake) continue;
    isMistaken = true;
    const message = `field ${field.path} of job "${job.name}" becomes ${mistake.message}`;
    yield { definition: job, message, fix: mistake.fix };
  }
  // A metric that no field becomes is then mostly the one that was meant there.
  if (isMistaken) return;
  const mapped = new Set(job.fields.map((field) => field.metric));
  for (const { name, definition } of own.filter((metric) => !mapped.has(metric.name))) {
    yield {
      definition,
      message: `metric "${name}" never has a value: no field of job "${job.name}" becomes it`,
      fix: "map a field to it in jsonFields(…), or remove the metric",
    };
  }
}

function unknownMetric({ metric }: JsonFieldModel): Mistake {
  return {
    message: `${metric}, which is not a metric of this job`,
    fix: "declare it among the metrics of this job, or map the field to one of them",
  };
}

function mistakeOf(
  field: JsonFieldModel,
  metric: MetricModel,
  twin: JsonFieldModel | undefined,
): Mistake | undefined {
  return labelMistake(field, metric) ?? textMistake(field) ?? twinMistake(field, twin);
}

function labelMistake(field: JsonFieldModel, metric: MetricModel): Mistake | undefined {
  const labels = Object.keys(metric.definition.labels);
  const said = [...Object.keys(field.labels), ...(field.textLabel === undefined ? [] : [field.textLabel])];
  const missing = labels.filter((label) => !said.includes(label));
  const foreign = said.filter((label) => !labels.includes(label));
  if (missing.length > 0) {
    const values = missing.map((label) => `${label}: "…"`).join(", ");
    return {
      message: `${field.metric} without its label ${missing.join(", ")}`,
      fix: `give one value for each label: .where({ ${values} })`,
    };
  }
  if (foreign.length === 0) return undefined;
  return {
    message: `${field.metric} with the label ${foreign.join(", ")}, which the metric does not have`,
    fix: "leave it out of where({ … }): the labels of a job are added when it is scraped",
  };
}

function textMistake({ metric, labels, textLabel }: JsonFieldModel): Mistake | undefined {
  if (textLabel === undefined) return undefined;
  if (Object.hasOwn(labels, textLabel)) {
    return {
      message: `${metric} with two values of the label ${textLabel}: its text and "${labels[textLabel]}"`,
      fix: `leave ${textLabel} out of where({ … })`,
    };
  }
  if (splitMetricName(metric)) return undefined;
  return {
    message: `${metric}, a one-word name, but json_exporter joins the name of a text from two parts, with _ between`,
    fix: "give the metric a name of two words or more, such as shop_state",
  };
}

function twinMistake(field: JsonFieldModel, twin: JsonFieldModel | undefined): Mistake | undefined {
  if (!twin) return undefined;
  return {
    message: `the same series as field ${twin.path}: ${seriesName(field)}`,
    fix: "give each its own labels, or leave one out",
  };
}

/** Whether both can become one series; of a label that comes from a text any value can. */
function mayBeSame(one: JsonFieldModel, other: JsonFieldModel): boolean {
  const fromText = [one.textLabel, other.textLabel];
  const labels = new Set([...Object.keys(one.labels), ...Object.keys(other.labels)]);
  return (
    one.metric === other.metric &&
    [...labels].every((label) => fromText.includes(label) || one.labels[label] === other.labels[label])
  );
}

function seriesName({ metric, labels, textLabel }: JsonFieldModel): string {
  const pairs = Object.entries(labels).map(([label, value]) => `${label}="${value}"`);
  const text = textLabel === undefined ? [] : [`${textLabel}="…"`];
  return `${metric}{${[...pairs, ...text].sort().join(", ")}}`;
}
