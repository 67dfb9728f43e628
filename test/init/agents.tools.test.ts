import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { initCommand } from "../../scripts/init.ts";
import { makeFolder, readTree } from "../build/out-fixture.ts";
import { root } from "../layout/source-files.ts";
import { stepsOf } from "../package/steps-of-page.ts";
import { walk } from "../package/walk.ts";
import { makeProject, runSignalbox } from "../project/make-project.ts";

const page = readFileSync(join(root, "examples/starter/AGENTS.md"), "utf8");

/** A new project that is built, and committed as somebody's own. */
async function committedProject(): Promise<string> {
  const started = join(makeFolder(), "monitoring");
  const ways = ["--on-call", "slack:#on-call", "--team", "slack:#team", "--dead-mans-switch", "no"];
  const of = ["--organisation", "Acme", "--time-zone", "Europe/Berlin", "--ci", "none"];
  const docs = ["--docs-url", "https://docs.acme.io/monitoring"];
  expect(await initCommand.run([started, ...of, ...ways, ...docs])).toBe(0);
  const { "tsconfig.json": _config, ...files } = readTree(started);
  expect(files["AGENTS.md"]).toBe(page);
  const folder = makeProject(files);
  expect(await runSignalbox(["build"], { folder })).toMatchObject({ exitCode: 0 });
  const who = ["-c", "user.name=Somebody", "-c", "user.email=somebody@example.com"];
  for (const args of [
    ["init", "--quiet"],
    ["add", "."],
    [...who, "commit", "--quiet", "--message", "all"],
  ])
    execFileSync("git", args, { cwd: folder });
  return folder;
}

test("what a coding agent is told works: each command runs, and each of the usual mistakes is found in these words", async () => {
  const folder = await committedProject();
  const before = readTree(folder);
  const steps = stepsOf(page);
  expect(steps.filter(({ kind }) => kind === "refused")).toHaveLength(5);
  await walk(steps, folder, async (line) => {
    const [, args = ""] = /^npx signalbox (.+)$/.exec(line) ?? [];
    const { exitCode, stdout, stderr } = await runSignalbox(args.split(" "), { folder });
    return { exitCode, printed: stdout + stderr };
  });
  expect(Object.keys(readTree(folder)).filter((path) => !path.startsWith("reports/"))).toEqual(
    Object.keys(before),
  );
});
