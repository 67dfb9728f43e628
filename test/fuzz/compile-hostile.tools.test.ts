// Prometheus, Alertmanager, their exporters and Docker Compose are written in Go: what compile() prints of hostile shops is read by Go
// as it was meant. Of each file Docker Compose gives back what it has read.
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { findTool } from "../../scripts/tools/find-tool.ts";
import { runTool } from "../../scripts/tools/run-tool.ts";
import { temporaryFolder } from "../tools/temporary-folder.ts";
import { shopsWithOtherWords } from "./random-shops.ts";
import { watchedCompiler, type Printed } from "./watched-compiler.ts";

const { compiledWith, printedSince } = await watchedCompiler();

const cpuSeconds = Number(process.env["FUZZ_CPU_SECONDS"] ?? 0);
const seed = Number(process.env["FUZZ_SEED"] ?? (cpuSeconds > 0 ? Date.now() % 2 ** 31 : 20_267));
/** As many as take some seconds; a shop takes up to a fifth of one. */
const numRuns = Math.max(20, cpuSeconds * 5);

test("Go reads what was printed", { timeout: 0 }, async () => {
  for (const changes of fc.sample(shopsWithOtherWords, { seed, numRuns })) compiledWith(changes);
  const files = each(printedSince());
  // Each shop that is not refused prints some of its own.
  expect(files.length).toBeGreaterThan(numRuns);
  const folder = await temporaryFolder();
  await writeFile(join(folder, "docker-compose.yml"), together(files));
  const args = ["config", "--no-interpolate", "--format", "json"];
  const { code, stdout, stderr } = await runTool(await findTool("docker-compose"), args, { cwd: folder });
  expect([code, stderr]).toEqual([0, ""]);
  const read: unknown = JSON.parse(stdout);
  for (const [index, { text, meant }] of files.entries()) {
    expect([text, read]).toHaveProperty(["1", "x-files", `file-${index}`], inJson(meant));
  }
});

/** As Docker Compose says it: JSON has no -0, and of an empty list it says null. */
function inJson(meant: unknown): unknown {
  const text = JSON.stringify(meant, (_key, value: unknown) =>
    Array.isArray(value) && value.length === 0 ? null : value,
  );
  return JSON.parse(text);
}

/** Each text once. */
function each(printed: readonly Printed[]): readonly Printed[] {
  return [...new Map(printed.map((one) => [one.text, one])).values()];
}

/** All of them in one file, as parts of it: to be started for each would take Docker Compose an hour. */
function together(files: readonly Printed[]): string {
  const parts = files.map(({ text }, index) => `  file-${index}:\n${text.replace(/^(?=.)/gm, "    ")}`);
  return `services:\n  a:\n    image: a\nx-files:\n${parts.join("")}`;
}
