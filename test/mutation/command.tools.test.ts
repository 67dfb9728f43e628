// The command as people run it: what an earlier run has found out is not found out again, and makes no difference.
import { chmodSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findTool } from "../../scripts/tools/find-tool.ts";
import { projectWith, runSignalbox, startSignalbox } from "../project/make-project.ts";
import { temporaryFolder } from "../tools/temporary-folder.ts";

const promtool = await findTool("promtool");

/** A project with a cache of its own, and a promtool that notes each call that tests rules. */
async function watchedProject(shell = "") {
  const folder = projectWith("test/validate/shop");
  const own = await temporaryFolder();
  const [program, notes] = [join(own, "promtool"), join(own, "calls")];
  const note = `[ "$1" = test ] && { echo "$*" >> "${notes}"; ${shell} }`;
  writeFileSync(program, `#!/bin/sh\n${note}\nexec "${promtool.path}" "$@"\n`);
  chmodSync(program, 0o755);
  const env = { PROMTOOL: program, XDG_CACHE_HOME: join(own, "cache") };
  return {
    rules: join(folder, "definitions/rules.ts"),
    start: (...args: readonly string[]) => startSignalbox(["mutate", ...args], { folder, env }),
    /** What a run says, and how many test files promtool was given. */
    async run(...args: readonly string[]) {
      rmSync(notes, { force: true });
      const { exitCode, stdout, stderr } = await runSignalbox(["mutate", ...args], { folder, env });
      const calls = existsSync(notes) ? readFileSync(notes, "utf8") : "";
      const report: unknown = JSON.parse(readFileSync(join(folder, "reports/mutation.json"), "utf8"));
      const said = stdout.replace(/[\d.]+ s$/m, "… s");
      return {
        stderr,
        outcome: { exitCode, said, report: { ...Object(report), seconds: undefined } },
        tried: calls.match(/trial\.test\.yml/g)?.length ?? 0,
      };
    },
  };
}

// Five runs, on a machine that may be busy with other tests.
const fiveRuns = { timeout: 220_000 };

test(
  "nothing is tried again, and only what changed is tried: the report is that of a run from nothing",
  fiveRuns,
  async () => {
    const { rules, run } = await watchedProject();
    const first = await run();
    expect(first.outcome.exitCode, first.outcome.said + first.stderr).toBe(0);
    expect(first.outcome.said).toContain("all rules: ");
    const again = await run();
    expect(again.outcome).toEqual(first.outcome);
    expect([first.tried > 0, again.tried]).toEqual([true, 0]);

    const text = readFileSync(rules, "utf8");
    writeFileSync(rules, text.replace('for: "10m"', 'for: "20m"'));
    const changed = await run();
    const fresh = await run("--fresh");
    expect(changed.outcome).toEqual(fresh.outcome);
    expect(changed.outcome.report).not.toEqual(first.outcome.report);
    expect(changed.tried).toBeGreaterThan(0);
    expect(changed.tried).toBeLessThan(fresh.tried / 2);

    // A restored backup, with the times of its own: what counts is what stands in it.
    writeFileSync(rules, text);
    const back = await run();
    expect([back.outcome, back.tried]).toEqual([first.outcome, 0]);
  },
);

test("Ctrl-C ends it with a report of what is known by then", fiveRuns, async () => {
  // On a terminal it reaches all that run, and once.
  const once = join(await temporaryFolder(), "once");
  const { start } = await watchedProject(`mkdir "${once}" 2>/dev/null && kill -INT "$PPID"; exit 130;`);
  const child = start();
  child.stdin.end();
  const printed = { stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => (printed.stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (printed.stderr += text));
  const exitCode = await new Promise((resolve) => child.once("close", resolve));
  expect(exitCode, printed.stderr).toBe(1);
  expect(printed.stderr).toContain("stopping: the mutants that are being tried come to their end\n");
  expect(printed.stdout).toMatch(
    /^all rules: .* killed, .*\nstopped early: \d+ mutants not tried\nreports: /m,
  );
});
