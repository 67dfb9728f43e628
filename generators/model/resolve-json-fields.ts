import type { TextLabel } from "../language/as-label.ts";
import { nodeOf } from "../language/expression/expression.ts";
import { metricOf } from "../language/metric.ts";
import type { FieldTarget, JsonFields, LeftOut } from "../language/json-fields.ts";
import type { JsonFieldModel, JsonJobModel } from "./job-model.ts";
import type { MetricModel } from "./metric-model.ts";

/** Fields that become series, and fields that are left out, in the order of the mapping. */
export function resolveJsonFields(
  mappings: readonly JsonFields[],
  metrics: readonly MetricModel[],
): Pick<JsonJobModel, "fields" | "leftOut"> {
  const entries = mappings.flatMap(({ endpoint, fields }) => {
    const own = metrics.filter(({ job }) => job === endpoint.job);
    return Object.entries(fields).map(([path, target]) => ({ path, target, own }));
  });
  return {
    fields: entries.flatMap(({ path, target, own }) =>
      isLeftOut(target) ? [] : fieldModel(path, target, own),
    ),
    leftOut: entries.flatMap(({ path, target }) =>
      isLeftOut(target) ? [{ path, reason: target.reason }] : [],
    ),
  };
}

type Mapped = Exclude<FieldTarget, LeftOut>;

function isTextLabel(target: Mapped): target is TextLabel<never> {
  return "kind" in target && target.kind === "text label";
}

function isLeftOut(target: FieldTarget): target is LeftOut {
  return "kind" in target && target.kind === "left out";
}

/** The series of a field: the labels it has are those that `where` fixed, but for the job, which scraping adds. */
function fieldModel(path: string, target: Mapped, metrics: readonly MetricModel[]): JsonFieldModel[] {
  const { selector, text } = isTextLabel(target)
    ? { selector: target.metric, text: { textLabel: target.label } }
    : { selector: target, text: {} };
  const metric = metricOf(selector);
  const node = nodeOf(selector);
  if (!metric || node.kind !== "selector") return [];
  const definition = metrics.find(({ name }) => name === metric.name)?.definition;
  const fixed = node.matchers.filter(({ name, op }) => op === "=" && name !== "job");
  return [
    {
      path,
      metric: metric.name,
      type: definition?.type === "counter" ? "counter" : "gauge",
      help: definition?.help ?? "",
      labels: Object.fromEntries(fixed.map(({ name, value }) => [name, value])),
      ...text,
    },
  ];
}
