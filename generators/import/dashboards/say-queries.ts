import { durationInMs } from "../../language/duration.ts";
import { dataAt, textAt } from "../../targets/validation/untyped-data.ts";
import type { InputPanel, InputQuery } from "./input-dashboard.ts";
import { NoWord, type SaidOptions, type SaidQuery } from "./said-panel.ts";

/** Whether a panel shows what was, or what is: the word says it by itself. */
export type Time = "history" | "history or now" | "now";

/** The queries of a panel; throws where one of them is something else than a shown query of Prometheus. */
export function sayQueries({ queries }: InputPanel, time: Time): SaidQuery[] {
  if (queries.length === 0) throw new NoWord("it asks nothing");
  return queries.map((query) => {
    if (query.expr === undefined) throw new NoWord("it asks something else than Prometheus");
    if (dataAt(query.json, "hide") === true) throw new NoWord("one of its queries is hidden");
    if (textAt(query.json, "format") === "heatmap") throw new NoWord("its query has the form of a heatmap");
    return { expr: query.expr, options: { ...legendOf(query), ...instantOf(query, time) } };
  });
}

/** As Grafana names series by itself where nothing is said. */
export function legendOf({ json }: InputQuery): { readonly legend?: string } {
  const legend = textAt(json, "legendFormat")?.trim() ?? "";
  return legend === "" || legend === "__auto" ? {} : { legend };
}

function instantOf({ json }: InputQuery, time: Time): SaidOptions {
  const instant = dataAt(json, "instant") === true;
  if (time === "history") return instant ? { instant } : {};
  if (time === "history or now") return instant ? {} : { instant };
  return {};
}

/** The least time between two points: that of the panel, or the one that all of its queries have. */
export function stepOf({ json, queries }: InputPanel): { readonly step?: string } {
  const own = [...new Set(queries.map((query) => textAt(query.json, "interval") ?? ""))];
  const [only = "", ...others] = own;
  if (others.length > 0) throw new NoWord("its queries have several intervals");
  const step = only || (textAt(json, "interval") ?? "");
  return durationInMs(step) === undefined ? {} : { step };
}
