// The package with its definitions loaded by tsx: what is built at each save is loaded so too, and not by the bundle's own loader.
import { spawn } from "node:child_process";
import { appendFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, inject, onTestFinished, test, vi } from "vitest";
import { newProject } from "./installed-project.ts";

// Minutes on a busy machine: packages are installed.
const patience = { timeout: 600_000 };
const soon = { timeout: 120_000, interval: 100 };

test("build --plain --watch builds at each save, by tsx, and ends with Ctrl-C", patience, async () => {
  const { folder, program, install, remove } = newProject();
  onTestFinished(remove);
  install(inject("tarballs").now);
  const loads = countLoadsOfTsx(folder);

  const child = spawn(process.execPath, [program, "build", "--plain", "--watch"], { cwd: folder });
  onTestFinished(() => void child.kill("SIGKILL"));
  let printed = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => (printed += text));
  const ended = new Promise((resolve) => child.once("close", resolve));
  const built = () => printed.match(/^out\/: .* ms$/gm) ?? [];

  await vi.waitFor(() => expect(built(), printed).toHaveLength(1), soon);
  expect(printed).toMatch(/^watching definitions\/ and what else a build reads; press Ctrl-C to stop$/m);
  const first = loads();
  expect(first).toBeGreaterThan(0);
  const alerts = readFileSync(join(folder, "out/prometheus/alerts.yml"), "utf8");

  const file = join(folder, "definitions/services/ticket-shop/service.ts");
  const text = readFileSync(file, "utf8");
  writeFileSync(file, text.replace('owner: "Shop team"', 'owner: "Another team"'));
  await vi.waitFor(() => expect(built(), printed).toHaveLength(2), soon);
  expect(built()[1]).toContain("changed");
  expect(readFileSync(join(folder, "out/docs/MONITORING.md"), "utf8")).toContain("Another team");
  expect(loads()).toBeGreaterThan(first);

  writeFileSync(file, `${text}not TypeScript\n`);
  await vi.waitFor(() => expect(printed).toContain("1 problem; out/ is untouched"), soon);
  writeFileSync(file, text);
  await vi.waitFor(() => expect(built(), printed).toHaveLength(3), soon);
  expect(readFileSync(join(folder, "out/prometheus/alerts.yml"), "utf8")).toBe(alerts);

  child.kill("SIGINT");
  expect(await ended, printed).toBe(0);
});

/** How often tsx was loaded by a process so far. */
function countLoadsOfTsx(folder: string): () => number {
  const note = join(folder, "loads-of-tsx");
  const installed = join(folder, "node_modules/tsx/dist/esm/api/index.mjs");
  appendFileSync(installed, `\n(await import("node:fs")).appendFileSync(${JSON.stringify(note)}, "1");\n`);
  return () => (existsSync(note) ? readFileSync(note, "utf8").length : 0);
}
