import type { Scenario } from "../../generators/language/scenario.ts";
import type { Model } from "../../generators/model/model.ts";
import { suggestion } from "../../generators/text/suggestion.ts";
import { unplayable, completedSeries } from "./complete-series.ts";
import type { SimulatedSeries } from "./series.ts";
import { seriesOfModel } from "./series-of-model.ts";

/** A scenario that can be played, or why there is none. */
export type ScenarioSearch = { readonly scenario: Scenario } | { readonly complaint: string };

/** `HostDiskFilling` is the first scenario of that alert, `HostDiskFilling:2` the second; counted from 0. */
export function readScenarioName(text: string): { readonly alert: string; readonly index: number } {
  const [, alert = text, number = "1"] = /^(.*?)(?::(\d+))?$/.exec(text) ?? [];
  return { alert, index: Number(number) - 1 };
}

/** The scenario of an alert by its name, as `readScenarioName` reads it. */
export function knownScenario(
  name: string,
  { alerts }: Pick<Model, "alerts">,
  series: readonly SimulatedSeries[],
): ScenarioSearch {
  const { alert: alertName, index } = readScenarioName(name);
  const alert = alerts.find((one) => one.name === alertName);
  if (!alert) {
    const known = alerts.map((one) => one.name);
    return { complaint: `there is no alert "${alertName}"${suggestion(alertName, known)}` };
  }
  const scenario = alert.scenarios[index];
  if (!scenario) {
    const count = alert.scenarios.length;
    return { complaint: `${name}: ${alertName} has ${count} ${count === 1 ? "scenario" : "scenarios"}` };
  }
  const lacking = unplayable(scenario, series);
  if (lacking.length > 0)
    return { complaint: `${name} cannot be simulated: no target has ${lacking.join(", ")}` };
  if (scenario.given.length === 0) return { complaint: `${name} always fires: its scenario gives no series` };
  return { scenario };
}

/** The names in `--fire A,B`. */
export function namesIn(text: string | undefined): string[] {
  return (text ?? "")
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
}

/** Why some of these alerts cannot be made to fire; none: all can. */
export function complaintsAbout(names: readonly string[], model: Model): string[] {
  if (names.length === 0) return [];
  const series = completedSeries(seriesOfModel(model), model.alerts);
  return names.flatMap((name) => {
    const search = knownScenario(name, model, series);
    return "complaint" in search ? [search.complaint] : [];
  });
}
