import type { PlatformModel } from "../../../generators/model/routing-model.ts";
import { matcherText } from "../../../generators/targets/alertmanager/matcher-text.ts";
import { inherited, routesOf } from "../../../generators/routing/routes-of.ts";
import type { AlertModel } from "../../../generators/model/rule-model.ts";
import type { Tool } from "../../tools/find-tool.ts";
import { runTool } from "../../tools/run-tool.ts";
import { aFewAtATime } from "../a-few-at-a-time.ts";
import { configPath } from "../alertmanager/config-complaints.ts";
import { allKnown, sampleLabels, type SampleLabels } from "../alertmanager/sample-labels.ts";
import { counted, type ToolJudge } from "../judge.ts";
import { problemsAt, type Finding } from "../../../generators/targets/validation/finding.ts";

/** Whether Alertmanager sends every alert to the receivers that the definitions mean, in their order and no others. */
export const alertRouting: ToolJudge = {
  id: "alert-routing",
  what: "routing of every alert",
  tool: "amtool",
  isAbout: (path) => path === configPath,
  async judge({ files, model, outFolder }, tool) {
    const { alerts, platform } = model;
    const complaints = await aFewAtATime(alerts, (alert) => testRoute(alert, platform, outFolder, tool));
    return {
      judged: counted(alerts.length, "alert"),
      problems: problemsAt(alertRouting.id, complaints.flat(), files),
    };
  },
};

async function testRoute(
  alert: AlertModel,
  platform: PlatformModel,
  outFolder: string,
  tool: Tool,
): Promise<Finding[]> {
  const labels = sampleLabels(alert, platform);
  const wanted = receiversMeant(labels, platform).join(",");
  const args = ["config", "routes", "test", `--config.file=${configPath}`, `--verify.receivers=${wanted}`];
  const matchers = Object.entries(labels).map(([label, value]) => matcherText({ label, op: "=", value }));
  const { code, stdout, stderr } = await runTool(tool, [...args, ...matchers], { cwd: outFolder });
  if (code === 0) return [];
  const mismatch = `${stdout}${stderr}`.includes("Expected receivers did not match");
  const message = mismatch
    ? `alert "${alert.name}" goes to ${stdout.split("\n")[0]}, and the definitions mean ${wanted}`
    : `where alert "${alert.name}" goes cannot be told: ${stderr.trim()}`;
  const fix =
    'build again; if it stays, Alertmanager and "generators/routing" differ: fix the route or the generator';
  return [{ path: configPath, place: alert.place, message, fix }];
}

/** The receivers of the routes that take an alert with these labels, as the definitions say it. */
export function receiversMeant(labels: SampleLabels, { routing }: PlatformModel): string[] {
  return routesOf(routing, allKnown(labels)).map(
    (reached) => inherited(reached, "receiver")?.name ?? routing.receiver.name,
  );
}
