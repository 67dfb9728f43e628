import { itemsAt, textAt, dataAt } from "../../../generators/targets/validation/untyped-data.ts";
import type { DashboardFile } from "../../../generators/targets/grafana/validation/dashboard-file.ts";
import { scale } from "../live-stack.ts";
import { askLabelValues } from "./ask-prometheus.ts";
import { shownRangeMs } from "./asked-queries.ts";
import { asPattern, fillIn, type Chosen } from "./fill-in.ts";
import { grafanaTimes } from "./grafana-times.ts";

/** A variable of a dashboard with the values that Grafana offers. */
export interface OfferedVariable {
  readonly name: string;
  readonly label: string;
  readonly values: readonly string[];
  /** Whether several may be chosen at once. */
  readonly isMultiple: boolean;
  /** What stands for all of them; undefined: one must be chosen. */
  readonly all: string | undefined;
}

/** What somebody may choose at the top of a dashboard. */
export interface Choice {
  readonly chosen: Chosen;
  /** The one variable that is not as when the dashboard is opened, with its value. */
  readonly single: { readonly name: string; readonly value: string } | undefined;
}

/** The variables of a dashboard; each is offered what is left by those before it, as when the dashboard is opened. */
export async function offeredVariables(prometheus: string, file: DashboardFile): Promise<OfferedVariable[]> {
  const offered: OfferedVariable[] = [];
  const toMs = Date.now();
  const rangeMs = shownRangeMs(file);
  const times = grafanaTimes({ rangeMs, columns: 1, minIntervalMs: undefined, scrapeMs: 1 });
  for (const variable of itemsAt(file.data, "templating", "list")) {
    // Which Prometheus is asked is no question to Prometheus.
    if (textAt(variable, "type") === "datasource") continue;
    const name = textAt(variable, "name") ?? "";
    const [, written = "", label = ""] =
      /^label_values\((.+),\s*(\w+)\)$/s.exec(textAt(variable, "query", "query") ?? "") ?? [];
    const selector = fillIn(written, times, opened(offered));
    const span = { fromMs: toMs - rangeMs / scale.speed, toMs };
    const values = await askLabelValues(prometheus, { selector, label }, span);
    const isMultiple = dataAt(variable, "multi") === true;
    const all = dataAt(variable, "includeAll") === true ? textAt(variable, "allValue") : undefined;
    offered.push({ name, label, values, isMultiple, all });
  }
  return offered;
}

/** As the dashboard is opened, then each value of each variable by itself. */
export function choicesOf(variables: readonly OfferedVariable[]): Choice[] {
  const first = opened(variables);
  const singles = variables.flatMap((variable) =>
    variable.values.map((value) => ({
      chosen: new Map([...first, [variable.name, written(variable, value)]]),
      single: { name: variable.name, value },
    })),
  );
  return [{ chosen: first, single: undefined }, ...singles];
}

/** All of each variable; of one that has no All the first, as Grafana does. */
function opened(variables: readonly OfferedVariable[]): Chosen {
  return new Map(
    variables.map((variable) => [variable.name, variable.all ?? written(variable, variable.values[0] ?? "")]),
  );
}

function written({ isMultiple }: OfferedVariable, value: string): string {
  return isMultiple ? asPattern(value) : value;
}
