import type { PlatformModel } from "../../../model/routing-model.ts";
import type { AlertModel } from "../../../model/rule-model.ts";
import { inherited, routesOf } from "../../../routing/routes-of.ts";
import type { FileFinding } from "../../validation/finding.ts";
import type { AlertPairAnswer, AlertsValidator, LabelSet } from "../../validation/program.ts";
import { counted } from "../../validation/subject.ts";
import { routingFacts } from "../samples/routing-facts.ts";
import { allKnown, sampleLabels } from "../samples/sample-labels.ts";
import { configPath } from "./alertmanager-config.ts";

/** Whether Alertmanager sends every alert to the receivers that the definitions mean, in their order and no others. */
export const alertRouting: AlertsValidator = {
  id: "alert-routing",
  what: "routing of every alert",
  by: "alertmanager",
  covers: (path) => path === configPath,
  decidedBy: ({ model }) => routingFacts(model),
  // Two of the same: what one of them inhibits changes nothing about where it goes.
  pairs: ({ model: { alerts, platform } }) =>
    alerts.map((alert) => {
      const labels = sampleLabels(alert, platform);
      return [labels, labels];
    }),
  findings: (_pairs, answers, { model: { alerts, platform } }) => ({
    checked: counted(alerts.length, "alert"),
    findings: alerts.flatMap((alert, index) => findingsIn(alert, answers[index], platform)),
  }),
};

function findingsIn(
  alert: AlertModel,
  answer: AlertPairAnswer | undefined,
  platform: PlatformModel,
): FileFinding[] {
  const found = (answer?.[0].receivers ?? []).join(",");
  const meant = receiversMeant(sampleLabels(alert, platform), platform).join(",");
  if (found === meant) return [];
  const message = `alert "${alert.name}" goes to ${found}, but the definitions send it to ${meant}`;
  const fix =
    'build again; if the difference remains, Alertmanager and "generators/routing" disagree: fix the route or the generator';
  return [{ path: configPath, place: alert.place, message, fix }];
}

/** The receivers of the routes that take an alert with these labels, as the definitions say it. */
export function receiversMeant(labels: LabelSet, { routing }: PlatformModel): string[] {
  return routesOf(routing, allKnown(labels)).map(
    (reached) => inherited(reached, "receiver")?.name ?? routing.receiver.name,
  );
}
