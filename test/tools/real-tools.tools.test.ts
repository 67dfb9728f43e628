import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findTool, lookForTool } from "../../scripts/tools/find-tool.ts";
import { knownTools, toolNames } from "../../scripts/tools/known-tools.ts";
import { runTool } from "../../scripts/tools/run-tool.ts";
import { isAtLeast } from "../../scripts/tools/version.ts";
import { temporaryFolder } from "./temporary-folder.ts";

// An empty cache is filled here: a minute or two where the network is slow.
const fetchTimeoutMs = 300_000;

// The JSON exporter is in no Debian package: a machine without GitHub and without Go has none.
const everywhere = toolNames.filter((name) => name !== "json_exporter");

test.each(everywhere)(
  "%s is found, prints the version it was found with, and is new enough",
  { timeout: fetchTimeoutMs },
  async (name) => {
    const tool = await findTool(name);
    const { code, stdout } = await runTool(tool, knownTools[name].versionArguments);
    expect(code).toBe(0);
    expect(stdout).toContain(tool.version);
    expect(isAtLeast(tool.version, knownTools[name].minimum)).toBe(true);
  },
);

test("json_exporter is found, or it is said why not", { timeout: fetchTimeoutMs }, async () => {
  const search = await lookForTool("json_exporter");
  if (search.found) expect(isAtLeast(search.tool.version, knownTools.json_exporter.minimum)).toBe(true);
  else
    expect(search.missing.message).toContain(
      "source 0.7.0 of github.com/prometheus-community/json_exporter: ",
    );
});

test("promtool checks rules that it is given on its input", async () => {
  const tool = await findTool("promtool");
  const rules = (expr: string): string =>
    JSON.stringify({ groups: [{ name: "g", rules: [{ record: "a:b", expr }] }] });
  expect(await runTool(tool, ["check", "rules"], { input: rules("sum(up)") })).toMatchObject({ code: 0 });
  expect(await runTool(tool, ["check", "rules"], { input: rules("sum(up") })).toMatchObject({ code: 1 });
});

test("amtool renders Alertmanager's own templates", async () => {
  const tool = await findTool("amtool");
  const folder = await temporaryFolder();
  const data = join(folder, "data.json");
  const own = join(folder, "own.tmpl");
  await writeFile(data, JSON.stringify({ receiver: "chat", status: "firing", alerts: [], groupLabels: {} }));
  // Upstream's amtool carries them; Debian's is given the file, which must be there to read.
  const templates = tool.defaultTemplates === undefined ? "" : await readFile(tool.defaultTemplates, "utf8");
  await writeFile(own, `${templates}{{ define "own" }}own{{ end }}`);
  const text = '{{ template "own" . }} {{ template "slack.default.title" . }}';
  const args = [
    "template",
    "render",
    `--template.glob=${own}`,
    `--template.data=${data}`,
    `--template.text=${text}`,
  ];
  expect(await runTool(tool, args)).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^own \[FIRING/),
  });
});
