import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { writeReports } from "../../scripts/mutate/write-reports.ts";
import { temporaryFolder } from "../tools/temporary-folder.ts";

test("both reports are written and named, and git does not see them", async () => {
  const folder = await temporaryFolder();
  execFileSync("git", ["init", "--quiet"], { cwd: folder });
  const scope = { what: "all rules", milliseconds: 1000, untested: [] };
  expect(writeReports({ results: [], untried: 0 }, scope, folder)).toBe(
    "reports: reports/mutation.md, reports/mutation.json\n",
  );
  expect(readdirSync(join(folder, "reports")).sort()).toEqual([".gitignore", "mutation.json", "mutation.md"]);
  expect(execFileSync("git", ["status", "--porcelain"], { cwd: folder, encoding: "utf8" })).toBe("");
});
