import { rawPanelLooks } from "../../panels/raw.ts";
import type { JsonValue } from "../../language/panel-json.ts";
import { entriesAt, textAt } from "../../targets/validation/untyped-data.ts";
import type { InputPanel } from "./input-dashboard.ts";
import { jsonValue } from "./json-value.ts";
import { sayLines } from "./say-lines.ts";
import { NoWord, type SaidPanel } from "./said-panel.ts";
import { sayStat } from "./say-stat.ts";
import { sayTable } from "./say-table.ts";

/** A panel in the word of the language that draws it, or as Grafana's JSON with the reason. */
export function sayPanel(panel: InputPanel): SaidPanel {
  try {
    return inWord(panel);
  } catch (error) {
    if (!(error instanceof NoWord)) throw error;
    return asJson(panel, error.message);
  }
}

function inWord(panel: InputPanel): SaidPanel {
  if (panel.libraryPanel !== undefined) throw new NoWord("its contents stand in a library panel");
  for (const key of ["timeFrom", "timeShift"])
    if (panel.json[key]) throw new NoWord(`no word moves a panel in time (${key})`);
  switch (panel.type) {
    case "timeseries":
      return sayLines(panel);
    case "stat":
      return sayStat(panel, "stat");
    case "gauge":
      return sayStat(panel, "gaugePanel");
    case "bargauge":
      return sayStat(panel, "barGauge");
    case "table":
      return sayTable(panel);
    case "text":
      return sayText(panel);
    default:
      throw new NoWord(`an import has no word for a panel of ${panel.type || "no type"}`);
  }
}

function sayText({ json }: InputPanel): SaidPanel {
  const options = json["options"];
  const mode = textAt(options, "mode") ?? textAt(json, "mode") ?? "markdown";
  if (mode !== "markdown") throw new NoWord(`a text in ${mode}`);
  const markdown = textAt(options, "content") ?? textAt(json, "content") ?? "";
  return { word: "text", options: { markdown }, queries: [], lost: [] };
}

/** The others say where the panel stood, or stand beside it. */
const kept: ReadonlySet<string> = new Set(rawPanelLooks);

/** A panel as Grafana keeps it. */
export function asJson({ type, json, queries }: InputPanel, reason: string): SaidPanel {
  const own = entriesAt(json).flatMap(([key, value]) =>
    kept.has(key) && value !== null ? [[key, jsonValue(value)] as const] : [],
  );
  const targets = queries.map((one): JsonValue => ({
    refId: one.refId,
    ...(one.expr !== undefined && { expr: inOneLine(one.expr) }),
    ...Object.fromEntries(entriesAt(one.json).map(([key, value]) => [key, jsonValue(value)])),
  }));
  const inJson = { type, ...Object.fromEntries(own), ...(targets.length > 0 && { targets }) };
  return { word: "rawPanel", options: { reason, json: inJson }, queries: [], lost: [] };
}

/** Texts of definitions have no line breaks; one inside of PromQL is a blank, unless a comment ends there. */
function inOneLine(expr: string): string {
  return expr.includes("#") ? expr : expr.replace(/\s*\n\s*/g, " ");
}
