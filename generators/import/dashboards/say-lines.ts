import { dataAt, itemsAt, textAt } from "../../targets/validation/untyped-data.ts";
import type { InputPanel, Json } from "./input-dashboard.ts";
import { sayFields } from "./say-fields.ts";
import { sayOverrides } from "./say-overrides.ts";
import { sayQueries, stepOf } from "./say-queries.ts";
import { NoWord, type SaidOptions, type SaidPanel } from "./said-panel.ts";

/** Lines over time. */
export function sayLines(panel: InputPanel): SaidPanel {
  const { json } = panel;
  if (itemsAt(json, "transformations").length > 0) throw new NoWord("its answers are transformed");
  const custom = dataAt(json, "fieldConfig", "defaults", "custom");
  const style = textAt(custom, "drawStyle") ?? "line";
  if (style !== "line") throw new NoWord(`it draws ${style}`);
  const drawn = textAt(custom, "thresholdsStyle", "mode") ?? "off";
  const { options, lost } = legendSaid(json);
  const overrides = sayOverrides(panel, sayQueries(panel, "history"));
  return {
    word: "timeSeries",
    options: {
      ...sayFields(json, { colours: drawn !== "off" }),
      ...stepOf(panel),
      ...stackingSaid(custom),
      ...looksSaid(custom),
      ...options,
      ...tooltipSaid(json),
      ...overrides.options,
    },
    queries: overrides.queries,
    lost: [...lost, ...overrides.lost],
  };
}

function stackingSaid(custom: unknown): SaidOptions {
  const mode = textAt(custom, "stacking", "mode") ?? "none";
  if (mode === "none") return {};
  if (mode !== "normal") throw new NoWord(`it is stacked as ${mode}`);
  return { stacked: true };
}

/** As Grafana draws what says nothing: a line without anything below it, with gaps. */
function looksSaid(custom: unknown): SaidOptions {
  const number = (key: string, usual: number) => {
    const value = dataAt(custom, key);
    return typeof value === "number" ? Math.min(value, key === "lineWidth" ? 10 : 100) : usual;
  };
  const [fill, lineWidth] = [number("fillOpacity", 0), number("lineWidth", 1)];
  const isStacked = textAt(custom, "stacking", "mode") === "normal";
  const spans = dataAt(custom, "spanNulls") ?? false;
  return {
    ...(fill === (isStacked ? 40 : 10) ? {} : { fill }),
    ...(lineWidth === 1 ? {} : { lineWidth }),
    ...(typeof spans === "number" ? {} : { gaps: spans === true ? "bridged" : "shown" }),
  };
}

const values: ReadonlyMap<unknown, string> = new Map([
  ["lastNotNull", "last"],
  ["last", "last"],
  ["max", "highest"],
  ["min", "lowest"],
  ["mean", "mean"],
  ["sum", "sum"],
]);

function legendSaid(json: Json): { readonly options: SaidOptions; readonly lost: readonly string[] } {
  const legend = dataAt(json, "options", "legend");
  if (legend === undefined) return { options: {}, lost: [] };
  if (dataAt(legend, "showLegend") === false || textAt(legend, "displayMode") === "hidden")
    return { options: { legend: { as: "none" } }, lost: [] };
  const calcs = itemsAt(legend, "calcs");
  const isTable = textAt(legend, "displayMode") === "table";
  return {
    options: {
      legend: {
        as: isTable ? "table" : "list",
        ...(textAt(legend, "placement") === "right" && { at: "right" }),
        values: calcs.flatMap((one) => values.get(one) ?? []),
      },
    },
    lost: calcs.flatMap((one) => (values.has(one) ? [] : [`${String(one)} in the legend`])),
  };
}

function tooltipSaid(json: Json): SaidOptions {
  const mode = textAt(json, "options", "tooltip", "mode");
  if (mode === "single" || mode === undefined) return { tooltip: "one series" };
  return mode === "none" ? { tooltip: "none" } : {};
}
