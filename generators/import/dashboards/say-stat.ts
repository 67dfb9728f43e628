import { dataAt, itemsAt, textAt } from "../../targets/validation/untyped-data.ts";
import type { InputPanel } from "./input-dashboard.ts";
import { sayFields } from "./say-fields.ts";
import { sayQueries, stepOf } from "./say-queries.ts";
import { NoWord, type SaidPanel } from "./said-panel.ts";

/** Of a series one number: the last one. */
const last: readonly unknown[] = ["lastNotNull", "last", "current"];

/** A panel of single numbers. */
export function sayStat(panel: InputPanel, word: "stat" | "gaugePanel" | "barGauge"): SaidPanel {
  const { json } = panel;
  const calcs = itemsAt(json, "options", "reduceOptions", "calcs");
  const isInstant = panel.queries.every((query) => dataAt(query.json, "instant") === true);
  if (!isInstant && calcs.some((one) => !last.includes(one)))
    throw new NoWord(`its number is the ${calcs.join(", ")} of the shown time`);
  if (itemsAt(json, "transformations").length > 0) throw new NoWord("its answers are transformed");
  if (itemsAt(json, "fieldConfig", "overrides").length > 0)
    throw new NoWord("some of its values look otherwise");
  const colours = textAt(json, "options", "colorMode") !== "none";
  return {
    word,
    options: { ...sayFields(json, { colours }), ...stepOf(panel) },
    queries: sayQueries(panel, word === "stat" ? "history or now" : "now"),
    // Where its series has ended, Grafana went on showing the last number of the shown time.
    lost: isInstant || word === "stat" ? [] : ["the last number of a series that has ended"],
  };
}
