import { dataAt, textAt } from "../../targets/validation/untyped-data.ts";
import { colourOf, unitSaid } from "./say-fields.ts";
import { NoWord, type SaidOptions } from "./said-panel.ts";

export interface SaidLine {
  readonly line: SaidOptions;
  readonly lost: readonly string[];
}

/** What the lines of one query have otherwise; of several that say the same the last one counts. */
export function sayLine(properties: readonly unknown[]): SaidLine {
  const said = properties.map((property): SaidLine => {
    const id = textAt(property, "id") ?? "";
    const say = sayings.get(id);
    const line = say?.(dataAt(property, "value"));
    return line === undefined ? { line: {}, lost: [`${id} of a line`] } : { line, lost: [] };
  });
  return {
    line: said.reduce<SaidOptions>((whole, { line }) => ({ ...whole, ...line }), {}),
    lost: said.flatMap(({ lost }) => lost),
  };
}

/** Undefined: no word says it. */
type Saying = (value: unknown) => SaidOptions | undefined;

/** As far as the language goes. */
const [widest, fullest] = [10, 100];

const sayings: ReadonlyMap<string, Saying> = new Map<string, Saying>([
  ["unit", (value) => unitSaid(typeof value === "string" ? value : undefined)],
  ["color", colourSaid],
  ["custom.lineStyle", (value) => (textAt(value, "fill") === "solid" ? {} : { dashed: true })],
  ["custom.lineWidth", (value) => ({ width: Math.min(widest, Number(value) || 0) })],
  ["custom.fillOpacity", (value) => ({ fill: Math.min(fullest, Number(value) || 0) })],
  ["custom.transform", (value) => (value === "negative-Y" ? { below: true } : undefined)],
  ["custom.axisPlacement", (value) => (value === "right" ? { axis: "right" } : undefined)],
  ["custom.stacking", stackingSaid],
  ["custom.hideFrom", hidingSaid],
]);

function colourSaid(value: unknown): SaidOptions | undefined {
  const color = colourOf(textAt(value, "fixedColor") ?? "");
  return color === undefined ? undefined : { color };
}

function stackingSaid(value: unknown): SaidOptions | undefined {
  const mode = dataAt(value, "mode") ?? "none";
  // Older Grafanas wrote no mode, or `false`, for what is not stacked.
  return mode === "none" || mode === false ? { stacked: false } : undefined;
}

function hidingSaid(value: unknown): SaidOptions {
  if (dataAt(value, "viz") === true) throw new NoWord("some of its lines are hidden");
  return dataAt(value, "legend") === true ? { inLegend: false } : {};
}
