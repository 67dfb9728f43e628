import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished, expect, test } from "vitest";
import { alertmanagerConfig } from "../../generators/targets/alertmanager/config.ts";
import { matcherText } from "../../generators/targets/alertmanager/matcher-text.ts";
import { findTool } from "../../scripts/tools/find-tool.ts";
import { runTool } from "../../scripts/tools/run-tool.ts";
import { startAlertmanager } from "../../scripts/tools/serve.ts";
import { askAlertmanager, quietConfig } from "../../scripts/validate/runners/alertmanager.ts";
import { smallModel, smallPlatform } from "../targets/small-model.ts";
import { randomRouting } from "./random-routing.ts";

const { platform, pairs } = randomRouting(20_261_130, { trees: 6, pairs: 40 });

test("amtool, asked about one alert after the other, names the receivers that one running Alertmanager names", async () => {
  const folder = mkdtempSync(join(tmpdir(), "signalbox-amtool-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const files = alertmanagerConfig(smallModel({ platform: smallPlatform(platform) }));
  const configFile = join(folder, "alertmanager.yml");
  writeFileSync(configFile, quietConfig(files["alertmanager/alertmanager.yml"] ?? ""));
  const server = await startAlertmanager({ configFile, dataDir: join(folder, "data") });
  onTestFinished(() => server.stop());
  const labels = pairs.map(([one]) => one);
  const answers = await askAlertmanager(
    server.url,
    labels.map((one) => [one, one]),
  );
  const amtool = await findTool("amtool");
  const found: string[] = [];
  for (const one of labels) {
    const matchers = Object.entries(one).map(([label, value]) => matcherText({ label, op: "=", value }));
    const args = ["config", "routes", "test", `--config.file=${configFile}`, ...matchers];
    const { code, stdout } = await runTool(amtool, args);
    expect(code).toBe(0);
    found.push(stdout.trim());
  }
  expect(new Set(found).size).toBeGreaterThan(3);
  expect(answers.map(([answer]) => answer.receivers.join(","))).toEqual(found);
});
