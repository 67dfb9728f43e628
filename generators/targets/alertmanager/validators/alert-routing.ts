import type { PlatformModel } from "../../../model/routing-model.ts";
import type { AlertModel } from "../../../model/rule-model.ts";
import { inherited, routesOf } from "../../../routing/routes-of.ts";
import type { FileFinding } from "../../validation/finding.ts";
import type { ProgramAnswer, ProgramCall, LabelSet, ProgramValidator } from "../../validation/program.ts";
import { counted } from "../../validation/subject.ts";
import { matcherText } from "../matcher-text.ts";
import { allKnown, sampleLabels } from "../samples/sample-labels.ts";
import { configPath } from "./alertmanager-config.ts";

/** Whether Alertmanager sends every alert to the receivers that the definitions mean, in their order and no others. */
export const alertRouting: ProgramValidator = {
  id: "alert-routing",
  what: "routing of every alert",
  by: "program",
  program: "amtool",
  covers: (path) => path === configPath,
  *validate({ model: { alerts, platform } }) {
    const answers = yield alerts.map((alert) => routeTest(alert, platform));
    return {
      checked: counted(alerts.length, "alert"),
      findings: alerts.flatMap((alert, index) => findingsIn(alert, answers[index], platform)),
    };
  },
};

function routeTest(alert: AlertModel, platform: PlatformModel): ProgramCall {
  const labels = sampleLabels(alert, platform);
  const meant = receiversMeant(labels, platform).join(",");
  const args = ["config", "routes", "test", `--config.file=${configPath}`, `--verify.receivers=${meant}`];
  const matchers = Object.entries(labels).map(([label, value]) => matcherText({ label, op: "=", value }));
  return { args: [...args, ...matchers] };
}

function findingsIn(
  alert: AlertModel,
  answer: ProgramAnswer | undefined,
  platform: PlatformModel,
): FileFinding[] {
  if (answer === undefined || answer.code === 0) return [];
  const { stdout, stderr } = answer;
  const mismatch = `${stdout}${stderr}`.includes("Expected receivers did not match");
  const meant = receiversMeant(sampleLabels(alert, platform), platform).join(",");
  const message = mismatch
    ? `alert "${alert.name}" goes to ${stdout.split("\n")[0]}, but the definitions send it to ${meant}`
    : `amtool cannot say where alert "${alert.name}" goes: ${stderr.trim()}`;
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
