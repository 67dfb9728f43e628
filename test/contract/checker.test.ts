import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { checkerFile, checkerLines } from "../../scripts/contract/checker.ts";
import { makeFolder, put } from "../build/out-fixture.ts";
import { changedShop, changedShops } from "../drift/changed-simulator.ts";
import { exampleCompiled } from "../example-model.ts";
import { root } from "../layout/source-files.ts";

/** Runs the checker as a service does that has nothing installed: in a folder with the two files alone. */
async function checked(args: readonly string[], files: Readonly<Record<string, string>> = {}) {
  const folder = makeFolder();
  for (const name of ["check.mjs", "ticket-shop.json"])
    put(folder, name, exampleCompiled().files[`contract/${name}`] ?? "");
  for (const [path, text] of Object.entries(files)) put(folder, path, text);
  const child = spawn(process.execPath, ["check.mjs", ...args], { cwd: folder });
  const said = { stdout: "", stderr: "" };
  child.stdout.on("data", (data) => (said.stdout += String(data)));
  child.stderr.on("data", (data) => (said.stderr += String(data)));
  const exitCode = await new Promise<number | null>((ended) => child.on("close", ended));
  return { exitCode, ...said };
}

test('it is made of the sources as they are: else "npm run contract:checker"', () => {
  const kept: unknown = JSON.parse(readFileSync(join(root, checkerFile), "utf8"));
  expect(kept).toEqual({ lines: checkerLines() });
});

describe("it says what drift says, and only of what harms somebody", () => {
  let snapshots = "";
  beforeAll(() => {
    snapshots = readFileSync(join(root, "test/drift/__snapshots__/simulated.test.ts.snap"), "utf8");
  });
  test.each(Object.entries(changedShops))("%s", async (_, changed) => {
    const url = await changedShop(changed);
    const { exitCode, stdout, stderr } = await checked(["ticket-shop.json", url, "--job", "ticket-shop"]);
    expect(exitCode).toBe(10);
    expect(stderr).toMatch(/^\d differences?, 1 with victims\n$/);
    // The example is compiled where it stands, and drift was asked in its own folder.
    const said = stdout.replaceAll("examples/ticket-shop/", "");
    expect(said).toMatch(/^definitions\/\S+:\d+: \w+ of job ticket-shop /);
    expect(snapshots).toContain(said.trimEnd().replaceAll("\\", "\\\\"));
  });
  test("a program that is as it was declared: nothing", async () => {
    const url = await changedShop();
    expect(await checked(["ticket-shop.json", url, "--job", "ticket-shop"])).toEqual({
      ...{ exitCode: 0, stdout: "", stderr: "no differences\n" },
    });
  });
});

describe("what harms nobody", () => {
  const exposition = `# HELP shop_tickets_total Other words.
# TYPE shop_tickets_total counter
shop_tickets_total 5
shop_mails_total{result="delivered"} 1
shop_mails_total{result="bounced"} 0
shop_queued_tickets{printer="1"} 1
process_start_time_seconds 1
`;
  const args = ["ticket-shop.json", "metrics.txt", "--job", "ticket-shop-worker"];
  test("is counted, and said with --all", async () => {
    const some = await checked(args, { "metrics.txt": exposition });
    expect(some).toEqual({ exitCode: 0, stdout: "", stderr: "1 difference, none with victims\n" });
    const all = await checked([...args, "--all"], { "metrics.txt": exposition });
    expect(all).toMatchObject({ exitCode: 0, stdout: expect.stringContaining("(help-changed)") });
  });
  test("as JSON", async () => {
    const { stdout } = await checked([...args, "--all", "--json"], { "metrics.txt": exposition });
    expect(JSON.parse(stdout)).toMatchObject({ differences: [{ kind: "help-changed", victims: [] }] });
  });
});

test.each([
  [[], 2, "Name a contract and an exposition."],
  [["ticket-shop.json", "a", "b"], 2, "Name a contract and an exposition."],
  [["ticket-shop.json", "a", "--often"], 2, "'--often'"],
  [["ticket-shop.json", "metrics.txt"], 2, "Say with --job whose exposition it is: ticket-shop, "],
  [["ticket-shop.json", "none.txt", "--job", "ticket-shop"], 1, "none.txt cannot be read: ENOENT."],
  [
    ["ticket-shop.json", "odd.txt", "--job", "ticket-shop"],
    1,
    "Line 1 is none of an exposition: up has no value.",
  ],
  [["none.json", "metrics.txt"], 1, "none.json cannot be read"],
  [["odd.json", "metrics.txt"], 1, "odd.json is no contract that this checker can read"],
])("%j is refused", async (args, code, text) => {
  const { exitCode, stdout, stderr } = await checked(args, {
    "odd.txt": "up\n",
    "odd.json": '{ "format": 2 }',
  });
  expect({ exitCode, stdout }).toEqual({ exitCode: code, stdout: "" });
  expect(stderr).toContain(text);
});

test("--help says how it is used", async () => {
  const { exitCode, stdout } = await checked(["--help"]);
  expect(exitCode).toBe(0);
  expect(stdout).toContain("Usage: node check.mjs CONTRACT EXPOSITION");
});
