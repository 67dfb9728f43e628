import { groupBy } from "../../generators/group-by.ts";
import type { JsonFieldModel, JsonList } from "../../generators/jobs/json-field.ts";
import { keysOfPath, valueAt } from "../../generators/language/json-path.ts";

/** What a series says now, and its labels. */
export interface SaidSeries {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number | undefined;
}

/** The sample answer of a JSON endpoint, with what the series of its fields say now; what is missing is left out. */
export function jsonAnswer(
  sample: unknown,
  fields: readonly JsonFieldModel[],
  seriesOf: (field: JsonFieldModel) => readonly SaidSeries[],
): unknown {
  const answer: unknown = structuredClone(sample);
  const lists = new Map<string, ListedSeries[]>();
  for (const field of fields) {
    const own = seriesOf(field);
    const { each, path } = field;
    if (own.length === 0) continue;
    if (each) {
      const known = lists.get(each.list) ?? [];
      lists.set(each.list, [...known, ...own.map((series) => ({ field, each, series }))]);
    } else put(answer, keysOfPath(path), said(field, own, valueAt(sample, path)));
  }
  for (const [list, listed] of lists)
    put(answer, keysOfPath(list), objectsSaid(valueAt(sample, list), listed));
  return answer;
}

/** A series of a field of an object of a list. */
interface ListedSeries {
  readonly field: JsonFieldModel;
  readonly each: JsonList;
  readonly series: SaidSeries;
}

/** One object for each set of labels: that of the sample, or one like its first. */
function objectsSaid(sample: unknown, listed: readonly ListedSeries[]): unknown[] {
  const known: readonly unknown[] = Array.isArray(sample) ? sample : [];
  const byLabels = groupBy(listed, ({ each, series }) =>
    JSON.stringify(
      Object.entries(each.labels)
        .map(([label, path]) => [path, series.labels[label]])
        .sort(),
    ),
  );
  return [...byLabels.values()].map((own) => {
    const [first] = own;
    const template = known.find((one) => first && isObjectOf(one, first)) ?? known[0];
    const object: unknown = structuredClone(template);
    for (const { field, each, series } of own) {
      for (const [label, path] of Object.entries(each.labels))
        put(object, keysOfPath(path), alike(series.labels[label], valueAt(template, path)));
      put(object, keysOfPath(field.path), alike(series.value, valueAt(template, field.path)));
    }
    return object;
  });
}

/** Whether the series is of this object: its fields are what the labels say. */
export function isObjectOf(
  object: unknown,
  { each, series }: Pick<ListedSeries, "each" | "series">,
): boolean {
  return Object.entries(each.labels).every(
    ([label, path]) => String(valueAt(object, path)) === series.labels[label],
  );
}

/** A number, or for a text the label of the series that is 1. */
function said({ textLabel }: JsonFieldModel, own: readonly SaidSeries[], sample: unknown): unknown {
  if (textLabel !== undefined) return own.find(({ value }) => value === 1)?.labels[textLabel];
  return alike(own.flatMap(({ value }) => value ?? [])[0], sample);
}

/** In quotes where the sample has quotes, and without where it has none. */
function alike(value: number | string | undefined, sample: unknown): unknown {
  if (value === undefined) return undefined;
  return typeof sample === "string" ? String(value) : Number(value);
}

function put(answer: unknown, path: readonly string[], value: unknown): void {
  const [key, ...rest] = path;
  if (key === undefined || !isObject(answer)) return;
  if (rest.length > 0) put(answer[key], rest, value);
  else if (value === undefined) delete answer[key];
  else answer[key] = value;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
