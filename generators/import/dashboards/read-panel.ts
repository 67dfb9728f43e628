import type { Place } from "../../language/place.ts";
import { refIdsOf } from "../../panels/ref-id.ts";
import { dataAt, entriesAt, itemsAt, textAt } from "../../targets/validation/untyped-data.ts";
import type { InputPanel, InputQuery, Json } from "./input-dashboard.ts";

/** What has a word of its own in the plain form, or says only where the panel stood. */
const known = ["type", "title", "description", "gridPos", "id", "targets", "repeat", "span", "height"];

/** A panel of a classic dashboard. */
export function readPanel(panel: unknown, place: Place, position: InputPanel["position"]): InputPanel {
  return {
    // Before Grafana 8 lines were drawn by another plugin, as numbers were; Grafana itself takes these for them.
    type: renamed(textAt(panel, "type") ?? ""),
    title: textAt(panel, "title") ?? "",
    description: textAt(panel, "description") ?? "",
    position,
    queries: readQueries(panel),
    repeat: textAt(panel, "repeat") || undefined,
    libraryPanel: textAt(panel, "libraryPanel", "uid"),
    json: without(panel, known),
    place,
  };
}

const newNames: ReadonlyMap<string, string> = new Map([
  ["graph", "timeseries"],
  ["singlestat", "stat"],
  ["table-old", "table"],
  ["grafana-piechart-panel", "piechart"],
]);

function renamed(type: string): string {
  return newNames.get(type) ?? type;
}

function readQueries(panel: unknown): InputQuery[] {
  const targets = itemsAt(panel, "targets");
  const refIds = refIdsOf(targets.map((target) => textAt(target, "refId")));
  const ofPanel = dataAt(panel, "datasource");
  return targets.map((target, index) => ({
    refId: refIds[index] ?? "",
    expr: asksPrometheus(dataAt(target, "datasource") ?? ofPanel)
      ? textAt(target, "expr")?.trim()
      : undefined,
    json: without(target, ["refId", "expr"]),
  }));
}

/** Where a name alone is said, only what is asked tells; only Prometheus and Loki call it `expr`. */
function asksPrometheus(datasource: unknown): boolean {
  const type = textAt(datasource, "type");
  if (type !== undefined) return type === "prometheus" || textAt(datasource, "uid") === "-- Mixed --";
  const name = typeof datasource === "string" ? datasource : (textAt(datasource, "uid") ?? "");
  return !/loki/i.test(name);
}

function without(data: unknown, keys: readonly string[]): Json {
  return Object.fromEntries(entriesAt(data).filter(([key]) => !keys.includes(key)));
}
