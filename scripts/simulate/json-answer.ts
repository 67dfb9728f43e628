import type { JsonFieldModel } from "../../generators/jobs/json.ts";
import type { JsonJobModel } from "../../generators/jobs/index.ts";
import type { SimulatedSeries } from "./series.ts";
import type { ReadSeries } from "./metric-page.ts";

/** What stands at a path such as `engine.fps`; undefined where there is nothing. */
export function valueAt(answer: unknown, path: string): unknown {
  let value = answer;
  for (const key of path.split(".")) {
    if (!isObject(value)) return undefined;
    value = value[key];
  }
  return value;
}

/** The field of a JSON endpoint that becomes this series. */
export function fieldOf(
  series: SimulatedSeries,
  { fields }: Pick<JsonJobModel, "fields">,
): JsonFieldModel | undefined {
  return fields.find(
    ({ metric, labels }) =>
      metric === series.metric &&
      Object.entries(labels).every(([name, value]) => series.labels[name] === value),
  );
}

/** The sample answer of a JSON endpoint, with what the series say now; what is missing is left out. */
export function jsonAnswer(
  sample: unknown,
  job: JsonJobModel,
  series: readonly SimulatedSeries[],
  read: ReadSeries,
): unknown {
  const answer: unknown = structuredClone(sample);
  for (const field of job.fields) {
    const own = series.filter((one) => fieldOf(one, job) === field);
    if (own.length > 0) put(answer, field.path.split("."), said(field, own, read));
  }
  return answer;
}

/** A number, or for a text the label of the series that is 1. */
function said(
  { textLabel }: JsonFieldModel,
  own: readonly SimulatedSeries[],
  read: ReadSeries,
): number | string | undefined {
  if (textLabel === undefined) return own.flatMap((one) => read(one)?.[0] ?? [])[0];
  return own.find((one) => read(one)?.[0] === 1)?.labels[textLabel];
}

function put(answer: unknown, path: readonly string[], value: number | string | undefined): void {
  const [key, ...rest] = path;
  if (key === undefined || !isObject(answer)) return;
  if (rest.length > 0) put(answer[key], rest, value);
  else if (value === undefined) delete answer[key];
  else answer[key] = value;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
