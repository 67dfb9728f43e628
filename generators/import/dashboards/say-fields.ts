import { unitOfGrafana } from "../../panels/units.ts";
import { dataAt, itemsAt, textAt } from "../../targets/validation/untyped-data.ts";
import type { Json } from "./input-dashboard.ts";
import { NoWord, type SaidOptions } from "./said-panel.ts";

/** What a panel says of all its values: unit, digits, ends and colours. */
export function sayFields(json: Json, { colours }: { readonly colours: boolean }): SaidOptions {
  const defaults = dataAt(json, "fieldConfig", "defaults");
  if (itemsAt(defaults, "mappings").length > 0) throw new NoWord("its values are named one by one");
  return {
    ...unitSaid(textAt(defaults, "unit")),
    ...numberSaid(defaults, "decimals"),
    ...numberSaid(defaults, "min"),
    ...numberSaid(defaults, "max"),
    ...(colours ? thresholdsSaid(defaults) : {}),
  };
}

/** Where nothing is said it is that of the expression. */
export function unitSaid(id: string | undefined): { readonly unit?: string } {
  if (id === undefined || id === "" || id === "none") return {};
  const unit = unitOfGrafana(id);
  if (unit === undefined) throw new NoWord(`the language has no unit for Grafana's ${id}`);
  // Grafana's moments are milliseconds, and those of the language seconds.
  if (unit === "timestamp") throw new NoWord("its moments are in milliseconds");
  return { unit };
}

function numberSaid(defaults: unknown, key: "decimals" | "min" | "max"): SaidOptions {
  const value = dataAt(defaults, key);
  return typeof value === "number" ? { [key]: value } : {};
}

/** The lowest colour has no line of its own: it is what all is well in. */
function thresholdsSaid(defaults: unknown): SaidOptions {
  const steps = itemsAt(defaults, "thresholds", "steps").filter(
    (step) => typeof dataAt(step, "value") === "number",
  );
  const lines = steps.map((step) => ({
    value: Number(dataAt(step, "value")),
    color: colourSaid(textAt(step, "color") ?? ""),
    side: "above",
  }));
  const isMode = textAt(defaults, "thresholds", "mode") === "percentage";
  if (isMode && lines.length > 0) throw new NoWord("its thresholds are percentages of its range");
  return lines.length === 0 ? {} : { thresholds: lines };
}

/** Before colours had names Grafana's editor offered these three. */
const byNumbers: readonly (readonly [start: string, color: string])[] = [
  ["rgba(50, 172, 45", "green"],
  ["rgba(237, 129, 40", "orange"],
  ["rgba(245, 54, 54", "red"],
  ["#299c46", "green"],
  ["#d44a3a", "red"],
];

function colourSaid(color: string): string {
  const said = colourOf(color);
  if (said === undefined) throw new NoWord(`no word for the colour ${color}`);
  return said;
}

/** A colour of the language, of whose shades Grafana has several; undefined: it is another one. */
export function colourOf(color: string): string | undefined {
  const [, name] = /^(?:semi-|super-)?(?:dark-|light-)?(red|orange|yellow|blue|green)$/.exec(color) ?? [];
  return name ?? byNumbers.find(([start]) => color.toLowerCase().startsWith(start))?.[1];
}
