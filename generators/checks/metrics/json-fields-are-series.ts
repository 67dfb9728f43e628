import { metricsOfJob } from "../../model/lookups.ts";
import type { Check, Finding } from "../../check.ts";
import { type JsonFieldModel, wholePath } from "../../jobs/json-field.ts";
import type { JsonJobModel } from "../../jobs/index.ts";
import type { MetricModel, Model } from "../../model/model.ts";
import { keysOfPath } from "../../language/json-path.ts";
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
    const message = `field ${wholePath(field)} of job "${job.name}" becomes ${mistake.message}`;
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
  return pathMistake(field) ?? labelMistake(field, metric) ?? textMistake(field) ?? twinMistake(field, twin);
}

/** json_exporter drops every backslash of a path, so that it finds no key that has one. */
function pathMistake({ metric, path, each }: JsonFieldModel): Mistake | undefined {
  const paths = [path, ...(each ? [each.list, ...Object.values(each.labels)] : [])];
  const key = paths.flatMap(keysOfPath).find((one) => one.includes("\\"));
  if (key === undefined) return undefined;
  return {
    message: `${metric}, but json_exporter finds no key with a backslash: ${key}`,
    fix: 'leave it out with leftOut("…"), or give the field another name in the program',
  };
}

function labelMistake(field: JsonFieldModel, metric: MetricModel): Mistake | undefined {
  const labels = Object.keys(metric.definition.labels);
  const said = [...Object.keys(field.labels), ...labelsOfValues(field)];
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

/** Labels whose values are in the answer. */
function labelsOfValues({ textLabel, each }: JsonFieldModel): readonly string[] {
  return [...(textLabel === undefined ? [] : [textLabel]), ...Object.keys(each?.labels ?? {})];
}

function textMistake(field: JsonFieldModel): Mistake | undefined {
  const { metric, labels, textLabel, each } = field;
  if (textLabel === undefined && each === undefined) return undefined;
  const twice = labelsOfValues(field).find((label) => Object.hasOwn(labels, label));
  if (twice !== undefined) {
    return {
      message: `${metric} with two values of the label ${twice}: its text and "${labels[twice]}"`,
      fix: `leave ${twice} out of where({ … })`,
    };
  }
  if (each && Object.keys(each.labels).length === 0) {
    return {
      message: `the same series for each object of ${each.list}: ${metric}`,
      fix: 'tell the objects apart by a label, such as eachOf({ queue: "name" }, { … })',
    };
  }
  if (splitMetricName(metric)) return undefined;
  return {
    message: `${metric}, a one-word name, but json_exporter joins the name of ${each ? "what is in a list" : "a text"} from two parts, with _ between`,
    fix: "give the metric a name of two words or more, such as shop_state",
  };
}

function twinMistake(field: JsonFieldModel, twin: JsonFieldModel | undefined): Mistake | undefined {
  if (!twin) return undefined;
  return {
    message: `the same series as field ${wholePath(twin)}: ${seriesName(field)}`,
    fix: "give each its own labels, or leave one out",
  };
}

/** Whether both can become one series; of a label that comes from a text any value can. */
function mayBeSame(one: JsonFieldModel, other: JsonFieldModel): boolean {
  const fromText = [...labelsOfValues(one), ...labelsOfValues(other)];
  const labels = new Set([...Object.keys(one.labels), ...Object.keys(other.labels)]);
  return (
    one.metric === other.metric &&
    [...labels].every((label) => fromText.includes(label) || one.labels[label] === other.labels[label])
  );
}

function seriesName(field: JsonFieldModel): string {
  const { metric, labels } = field;
  const pairs = Object.entries(labels).map(([label, value]) => `${label}="${value}"`);
  const text = labelsOfValues(field).map((label) => `${label}="…"`);
  return `${metric}{${[...pairs, ...text].sort().join(", ")}}`;
}
