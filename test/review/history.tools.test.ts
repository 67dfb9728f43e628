// A history of plain rules, each moment of which is compared with the one before.
import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { makeFolder, put } from "../build/out-fixture.ts";
import { root } from "../layout/source-files.ts";

/** Each moment has one alert with this expression. */
function replayed(...moments: readonly string[]) {
  const folder = makeFolder();
  for (const [index, expr] of moments.entries()) {
    const groups = [{ name: "g", rules: [{ alert: "A", expr }] }];
    put(folder, `moments/00${index}/rules.json`, JSON.stringify({ groups }));
  }
  const args = ["scripts/run.cjs", "scripts/history.ts", `${folder}/moments`, "--list"];
  return spawnSync(process.execPath, args, { cwd: root, encoding: "utf8" });
}

test("what is said is counted, and what the rest would need", () => {
  const { stdout, stderr, status } = replayed(
    "queue > 100",
    "100 < queue",
    "queue > 200",
    "max by (job) (queue) > 200",
    "avg by (job) (queue) > 200",
    "avg by (job) (queue and on (job) open) > 200",
  );
  expect(stderr).toBe("");
  expect(status).toBe(0);
  expect(stdout).toContain("002 A: less\n  above 200, was 100: it fires less: with queue at");
  expect(stdout).toContain(`6 moments, 4 changed expressions, 50 % of them stated:
     2   50 %  undecided
     1   25 %  fires less
     1   25 %  other labels
of those that are not:
     2   50 %  a case is known in which it fires less: that it never fires more follows from no rule
`);
});

test("without a folder it is wrong use", () => {
  const args = ["scripts/run.cjs", "scripts/history.ts", "nowhere"];
  const { stderr, status } = spawnSync(process.execPath, args, { cwd: root, encoding: "utf8" });
  expect(stderr).toMatch(/^There is no folder nowhere\.\n/);
  expect(status).toBe(2);
});
