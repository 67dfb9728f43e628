import type { Check, Finding } from "../../check.ts";
import { formatDuration } from "../../language/duration.ts";
import { conditionToGoOn } from "../../model/deployed.ts";
import { groupOf } from "../../model/lookups.ts";
import type { Model } from "../../model/model.ts";
import { isMilder, type Resolution } from "../../model/resolution.ts";
import type { AlertModel } from "../../model/rule-model.ts";
import { lookbackMs } from "../../promql/lookback.ts";
import { comparisons } from "../../promql/operators.ts";
import { brokenRules } from "../reading/expressions-of.ts";

/** An alert that ends elsewhere than it begins ends where its value is better. */
export const resolvesAtIsMilder: Check = {
  id: "resolves-at-is-milder",
  why: "An alert whose value lingers around the threshold is sent again and again. With `resolvesAt` it goes on until the value is clearly back; a number on the wrong side of the threshold, or none to compare it with, leaves it as it was, and nobody notices.",
  source:
    "https://prometheus.io/docs/prometheus/latest/configuration/alerting_rules/#inspecting-alerts-during-runtime",
  wrong: `
export const ManyOrders = alert({
  ...rest,
  expr: orderRate.gt(5),
  resolvesAt: 6,
});
`,
  right: `
export const ManyOrders = alert({
  ...rest,
  expr: orderRate.gt(5),
  resolvesAt: 4,
  scenario: {
    given: [runs(orders.where({ channel: "web" }), { ok: 3, limit: 5, firing: 6 })],
    ending: [runs(orders.where({ channel: "web" }), { ok: 4, firing: 4.5 })],
  },
});
`,
  *find(model: Model): Iterable<Finding> {
    const broken = brokenRules(model);
    for (const alert of model.alerts) {
      if (alert.resolution === undefined || broken.has(alert)) continue;
      const wrong = wrongWith(alert, alert.resolution) ?? tooRarely(alert, model);
      if (!wrong) continue;
      const { message, ...how } = wrong;
      yield { definition: alert, message: `alert "${alert.name}" ${message}`, ...how, texts: ["resolvesAt"] };
    }
  },
};

type Wrong = Pick<Finding, "message" | "fix">;

function wrongWith(alert: AlertModel, { value, text, firing }: Resolution): Wrong | undefined {
  const { threshold } = alert;
  if (!threshold || conditionToGoOn(alert) === undefined) {
    return {
      message: `is to end at ${text}, but its expression does not compare the value with exactly one number`,
      fix: "compare the value with one number, or remove resolvesAt",
    };
  }
  const { op, value: begins, text: beginsAt } = threshold;
  if (op === "==" || op === "!=") {
    return {
      message: `is to end at ${text}, but begins where its value is ${op === "==" ? "exactly" : "anything but"} ${beginsAt}`,
      fix: "compare with >, >=, < or <=, or remove resolvesAt",
    };
  }
  if (!isMilder({ value }, threshold)) {
    const isAbove = comparisons[op].holds(1, 0);
    return {
      message: `begins ${isAbove ? "above" : "below"} ${beginsAt} and is to end at ${text}, which is ${value === begins ? "the same" : "worse"}`,
      fix: `give resolvesAt a number ${isAbove ? "below" : "above"} ${beginsAt}, or remove it`,
    };
  }
  if (firing !== undefined) return undefined;
  return {
    message: `is to end at ${text}, but the labels of its expression cannot be told, by which it would know that it fires`,
    fix: "aggregate by the labels that it shall have, or remove resolvesAt",
  };
}

/** Between two evaluations that are so far apart it is forgotten that it fires. */
function tooRarely(alert: AlertModel, model: Model): Wrong | undefined {
  const { everyMs = 0, every = "" } = groupOf(model, alert) ?? {};
  if (everyMs < lookbackMs) return undefined;
  return {
    message: `has resolvesAt, but is evaluated every ${every}, and Prometheus forgets after ${formatDuration(lookbackMs)} that it fires`,
    fix: `put it into a rule group that is evaluated more often than every ${formatDuration(lookbackMs)}`,
  };
}
