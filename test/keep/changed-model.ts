import type { Model } from "../../generators/model/model.ts";
import { amountOf } from "../../generators/language/quantity.ts";
import { seriesCatalogue } from "../../generators/promql/catalogue.ts";

/** Changes one thing somewhere in a model: the choices say where, part by part. Nothing of the model itself changes. */
export function changedModel(model: Model, choices: readonly number[]): Model {
  const parts = Object.keys(model);
  const part = parts[(choices[0] ?? 0) % parts.length] ?? "";
  const rest = choices.slice(1);
  // It is made from its series, and whoever asks it must get the changed one.
  if (part === "catalogue") {
    const all = model.catalogue.all.map((one) => one);
    const index = (rest[0] ?? 0) % Math.max(1, all.length);
    const series = all.map((one, at) =>
      at === index ? { ...one, ...changedObject(one, rest.slice(1)) } : one,
    );
    return { ...model, catalogue: seriesCatalogue(series) };
  }
  return { ...model, [part]: changed(Reflect.get(model, part), rest) };
}

function changed(value: unknown, choices: readonly number[]): unknown {
  if (typeof value === "string") return changedText(value);
  if (typeof value === "number") return value + 1;
  if (typeof value === "boolean") return !value;
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return changedList(value, choices);
  // An amount twice as large: it has no parts that could be changed one by one.
  if (amountOf(value)) return "times" in value && typeof value.times === "function" ? value.times(2) : value;
  return Object.getPrototypeOf(value) === Object.prototype ? changedObject(value, choices) : value;
}

/** Still a duration where it was one. */
function changedText(text: string): string {
  return /^\d+(?:ms|[smhdwy])$/.test(text) ? `1${text}` : `${text} anew`;
}

/** One of it is changed, left out, or moved to the front. */
function changedList(list: readonly unknown[], [choice = 0, how = 0, ...rest]: readonly number[]): unknown[] {
  const index = choice % Math.max(1, list.length);
  const others = list.filter((_, at) => at !== index);
  if (list.length === 0 || how % 5 === 0) return others;
  if (how % 5 === 1) return [list[index], ...others];
  return list.map((one, at) => (at === index ? changed(one, rest) : one));
}

function changedObject(value: object, [choice = 0, ...rest]: readonly number[]): object {
  // Of another kind it would be another thing, without half of what it needs.
  const keys = Object.keys(value).filter((name) => name !== "kind");
  const key = keys[choice % Math.max(1, keys.length)];
  return key === undefined ? value : { ...value, [key]: changed(Reflect.get(value, key), rest) };
}
