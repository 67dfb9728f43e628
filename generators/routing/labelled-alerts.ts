import type { Platform } from "../language/platform.ts";
import type { Model } from "../model/model.ts";
import type { AlertModel } from "../model/rule-model.ts";
import { remembered } from "../remembered.ts";
import type { KnownLabels } from "./alert-matcher.ts";
import { knownLabels } from "./known-labels.ts";
import { byValues, type ByValues } from "./possible-values.ts";

/** An alert with what is known of its labels before it fires. */
export interface LabelledAlert {
  readonly alert: AlertModel;
  readonly labels: KnownLabels;
}

/** All alerts with their labels, found by these. */
export function labelledAlerts({
  alerts,
  platform,
}: Pick<Model, "alerts" | "platform">): ByValues<LabelledAlert> {
  return labelledBy(platform.prometheus)(alerts);
}

const labelledBy = remembered((prometheus: Platform["prometheus"]) =>
  remembered((alerts: Model["alerts"]) =>
    byValues(alerts.map((alert) => ({ alert, labels: knownLabels(alert, { prometheus }) }))),
  ),
);
