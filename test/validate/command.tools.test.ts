import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { projectWith, runSignalbox } from "../project/make-project.ts";
import { validators } from "../../generators/targets/index.ts";

const shopProject = () => projectWith("test/validate/shop");

// Five runs, each of which starts all the tools, on a machine that may be busy with other tests.
const fiveRuns = { timeout: 220_000 };

test(
  "build and validate; then out/ is edited, cannot be read, and then a file of it is gone",
  fiveRuns,
  async () => {
    const folder = shopProject();
    expect(await runSignalbox(["build"], { folder })).toMatchObject({ exitCode: 0 });

    const fresh = await runSignalbox(["validate"], { folder, env: { CI: "true" } });
    expect(fresh.exitCode).toBe(0);
    // A log shows how far it is in a few plain lines, and nothing else.
    expect(fresh.stderr).toMatch(/^(?:\d+ of \d+ validators done\n){4}$/);
    const results = fresh.stdout
      .split("\n")
      .slice(1, -2)
      .map((line) => line.split(/ {2,}/).at(-1));
    expect(new Set(results)).toEqual(new Set(["ok"]));
    // That out/ is fresh, that every file has a validator, and that nothing holds a secret is checked too.
    expect(results).toHaveLength(validators.length + 3);
    const counted = /\nout\/ is valid: \d+ files, (\d+) validators, \d+\.\d s\n$/.exec(fresh.stdout);
    expect(counted?.[1]).toBe(String(results.length));

    const rules = join(folder, "out/prometheus/alerts.yml");
    writeFileSync(rules, readFileSync(rules, "utf8").replace('up{job="shop-api"} == 0', "up{ == 0"));
    const edited = await runSignalbox(["validate"], { folder });
    expect(edited.exitCode).toBe(1);
    expect(edited.stdout).toMatch(/^out\/ against the definitions .* 1 problem$/m);
    const atOnce = edited.stderr.split("\n").filter((line) => line.startsWith("failed: "));
    expect(atOnce.map((line) => line.replace(/ \d+\.\d+\.\d+: .*/, "")).sort()).toEqual([
      "failed: alert and recording rules, by promtool",
      "failed: out/ against the definitions, by signalbox",
      "failed: rule tests, by promtool",
    ]);
    const list = edited.stderr.replace(/^(?:failed: |\d+ of ).*\n/gm, "");
    expect(list).toMatch(
      /^definitions\/rules\.ts:15: out\/prometheus\/alerts\.yml:7: rule "ShopDown": .*parse error.* \(prometheus-rules\)\n {2}fix: .*\ndefinitions\/rules\.ts:15: out\/prometheus\/tests\/rules\/ShopDown\.yml: the tested rule "ShopDown" differs from the deployed one \(rule-tests\)\n {2}fix: .*\nout\/prometheus\/alerts\.yml:1: out\/ is stale: out\/prometheus\/alerts\.yml does not match the definitions \(out-is-fresh\)\n {2}fix: signalbox build\n\n3 problems; out\/ is not valid\n$/,
    );

    // As a merge leaves it: nothing crashes on a file that cannot be read, and to build is the way out.
    writeFileSync(rules, `${readFileSync(rules, "utf8")}<<<<<<< ours\n`);
    const unreadable = await runSignalbox(["validate"], { folder });
    expect(unreadable.exitCode).toBe(1);
    expect(unreadable.stderr).not.toMatch(/crashed|or the generator/);

    rmSync(rules);
    const incomplete = await runSignalbox(["validate"], { folder });
    expect(incomplete.exitCode).toBe(1);
    expect(incomplete.stdout.trim().split("\n")).toHaveLength(2);
    expect(incomplete.stderr)
      .toBe(`out/prometheus/alerts.yml:1: out/ is stale: out/prometheus/alerts.yml is missing (out-is-fresh)
  fix: signalbox build

1 problem; out/ is not valid
`);
  },
);

test("definitions that do not compile are reported as the build reports them", async () => {
  const folder = shopProject();
  const rules = join(folder, "definitions/rules.ts");
  writeFileSync(
    rules,
    readFileSync(rules, "utf8").replace(
      "summary: ({ labels }) => `The shop",
      "summary: ({ labels }) => `{{ The shop",
    ),
  );
  const { exitCode, stdout, stderr } = await runSignalbox(["validate"], { folder });
  expect([exitCode, stdout]).toEqual([1, ""]);
  expect(stderr).toMatch(/^definitions\/rules\.ts:15: [^]*problems?; nothing was validated\n$/);
});

describe("use", () => {
  test("--help", async () => {
    expect(await runSignalbox(["validate", "--help"])).toEqual({
      exitCode: 0,
      stderr: "",
      stdout: `Validates out/ with the real tools and strict schemas; changes nothing.

Usage: signalbox validate [options]

Options:
      --allow-missing  skip what needs a tool that is not available; not in CI
      --rule NAME      only this alert or recording: its rule file and its rule test
      --fresh          ask every tool anew, whatever it said of the same files before
      --json           say what came of it as JSON, for a program
  -h, --help           show this help

Exit codes: 0 done, 1 a problem to fix, 2 wrong use.
`,
    });
  });

  test("an option that does not exist", async () => {
    expect(await runSignalbox(["validate", "--quick"])).toEqual({
      exitCode: 2,
      stdout: "",
      stderr: `Unknown option '--quick'.\n"signalbox validate --help" lists the options.\n`,
    });
  });

  test("in CI nothing is skipped", async () => {
    expect(await runSignalbox(["validate", "--allow-missing"], { env: { CI: "true" } })).toEqual({
      exitCode: 2,
      stdout: "",
      stderr: `Option '--allow-missing' is not accepted in CI, where nothing may be skipped.\n"signalbox validate --help" lists the options.\n`,
    });
  });
});
