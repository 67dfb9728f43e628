import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { put, readTree } from "./out-fixture.ts";
import { runSignalbox } from "../project/make-project.ts";
import { makeProject, runBuild } from "./project.ts";

interface Case {
  readonly what: string;
  /** The author's alerts.ts. */
  readonly text: string;
  readonly message: string;
}

const cases: readonly Case[] = [
  {
    what: "a word of the language refuses a value",
    text: 'import { everyJob } from "signalbox";\n\nexport const none = everyJob.up.where(\n  { job: [] },\n);\n',
    message: "definitions/services/alerts.ts:3: job: an empty list matches nothing; add a value",
  },
  {
    what: "the author's own code throws",
    text: "interface Limits {\n  low: number;\n}\nconst limits: Limits[] = [];\nexport const low = (limits[0] as Limits).low;\n",
    message: "definitions/services/alerts.ts:5: Cannot read properties of undefined (reading 'low')",
  },
  {
    what: "the author throws what is no error",
    text: 'throw "later";\n',
    message: 'definitions/services/alerts.ts:1: a definition threw "later"',
  },
];

describe("a definition that throws is a problem at the author's line, without a stack", () => {
  test.each(cases)("$what", async ({ text, message }) => {
    const folder = makeProject({
      "index.ts": 'export * as alerts from "./services/alerts.ts";\n',
      "services/alerts.ts": text,
    });
    put(folder, "out/a.yml", "as it was\n");
    const { exitCode, stdout, stderr } = await runBuild(folder);
    const fix = "correct this line; the build stopped here, so there may be more problems";
    expect(stderr).toBe(`${message} (definitions-load)\n  fix: ${fix}\n\n1 problem; out/ is untouched\n`);
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: "" });
    expect(readTree(join(folder, "out"))).toEqual({ "a.yml": "as it was\n" });
  });
});

test("two files that import each other are told so, where the first of them uses the other too early", async () => {
  const folder = makeProject({
    "index.ts": 'export * as alerts from "./alerts.ts";\n',
    "alerts.ts": 'import { limit } from "./limits.ts";\nexport const low = 1;\nexport const all = [limit];\n',
    "limits.ts": 'import { low } from "./alerts.ts";\n\nexport const limit = low + 1;\n',
  });
  const { exitCode, stderr } = await runBuild(folder);
  expect(stderr)
    .toBe(`definitions/limits.ts:3: low is used before it is defined: it stands further down, or its file and this one import each other (definitions-load)
  fix: move low up, or what both files need into a third one that imports neither

1 problem; out/ is untouched
`);
  expect(exitCode).toBe(1);
});

test("a mistake in signalbox itself is not passed off as the author's: it keeps its stack", async () => {
  const folder = makeProject({ "index.ts": "export const definitions = {};\n" });
  const program = join(import.meta.dirname, "broken-build.ts");
  const { exitCode, stderr } = await runSignalbox(["build"], { folder, program });
  expect(exitCode).toBe(1);
  expect(stderr).toContain("Error: broken");
  expect(stderr).toContain("broken-build.ts:8");
});
