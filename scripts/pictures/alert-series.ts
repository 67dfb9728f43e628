import type { Model } from "../../generators/model/model.ts";
import type { AlertModel } from "../../generators/model/rule-model.ts";
import { evaluate } from "../../generators/promql/evaluate/evaluate.ts";
import type { EvaluatedSeries, EvaluationWorld } from "../../generators/promql/evaluate/world.ts";
import { expectedAlert } from "../../generators/rule-tests/expected-alert.ts";
import type { ExpectedAlert } from "../../generators/rule-tests/test-file.ts";
import { watchedRules } from "../simulate/health/watched-rules.ts";
import type { PlayedWorld } from "./played-world.ts";

/** The series `ALERTS`, which Prometheus makes of the alerts that are pending or firing. */
export function alertSeries(model: Model, world: PlayedWorld, elapsedMs: number): EvaluatedSeries[] {
  const watched = new Map(watchedRules(model).alerts.map((one) => [one.model, one.windows]));
  return model.alerts.flatMap((alert) => {
    // What holds already at the start has held for long; what does not begins when its windows show what has changed.
    const isOld = firingOf(alert, world.at(0)).length > 0;
    const longestMs = 1000 * Math.max(0, ...(watched.get(alert) ?? []));
    const heldMs = isOld ? Infinity : elapsedMs - world.badMs - longestMs;
    if (heldMs < 0) return [];
    return firingOf(alert, world.at(elapsedMs)).map(({ exp_labels: labels }) => {
      const alertstate = heldMs >= alert.forMs ? "firing" : "pending";
      const own = { ...labels, alertname: alert.alertname, alertstate };
      return { metric: "ALERTS", labels: own, level: 1, growth: 0, everyMs: 15_000 };
    });
  });
}

/** What Prometheus sends of each series for which the condition of an alert holds. */
export function firingOf(alert: AlertModel, world: EvaluationWorld): ExpectedAlert[] {
  const value = evaluate(alert.node, world);
  if (value === undefined || typeof value === "number") return [];
  return value.flatMap((element) => {
    const expected = expectedAlert(alert, element.labels, element.value);
    return "alert" in expected ? [expected.alert] : [];
  });
}
