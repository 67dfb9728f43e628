import type { Model } from "../../generators/model/model.ts";
import { completedSeries } from "./complete-series.ts";
import { knownScenario } from "./known-scenario.ts";
import { seriesOfModel } from "./series-of-model.ts";

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
