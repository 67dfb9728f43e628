import { dataAt, entriesAt, textAt } from "../../targets/validation/untyped-data.ts";
import type { Json } from "./input-dashboard.ts";

const types: ReadonlyMap<string, string> = new Map([
  ["QueryVariable", "query"],
  ["DatasourceVariable", "datasource"],
  ["CustomVariable", "custom"],
  ["IntervalVariable", "interval"],
  ["TextVariable", "textbox"],
  ["ConstantVariable", "constant"],
  ["AdhocVariable", "adhoc"],
  ["GroupByVariable", "groupby"],
  ["SwitchVariable", "switch"],
]);

/** A variable of a `v2` resource as one of a classic dashboard. */
export function variableOfResource(variable: unknown): Json {
  const kind = textAt(variable, "kind") ?? "";
  const spec = dataAt(variable, "spec");
  return {
    ...Object.fromEntries(entriesAt(spec)),
    type: types.get(kind) ?? kind,
    query: queryOf(spec),
  };
}

function queryOf(spec: unknown): string | undefined {
  const inner = dataAt(spec, "query", "spec");
  return (
    textAt(spec, "query") ??
    textAt(inner, "query") ??
    textAt(inner, "__legacyStringValue") ??
    textAt(spec, "pluginId")
  );
}
