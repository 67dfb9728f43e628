import { expect, test } from "vitest";
import type { BuildOutcome } from "../../scripts/build/build.ts";
import { jsonOutcome } from "../../scripts/build/json-report.ts";
import { makeProject, runSignalbox } from "../project/make-project.ts";
import { put } from "./out-fixture.ts";

const problem = {
  check: "has-summary",
  place: { file: "definitions/services/x/alerts.ts", line: 30 },
  message: 'alert "X" has no summary',
  fix: "write one",
};
const told = {
  id: "has-summary",
  file: problem.place.file,
  line: 30,
  message: problem.message,
  fix: problem.fix,
};
const checked = {
  kind: "checked",
  paths: ["a.yml", "b.yml"],
  problems: [],
  changes: [],
  leftovers: [],
  emptyFolders: [],
};

const cases: readonly [string, BuildOutcome, number, object][] = [
  [
    "written",
    { kind: "written", fileCount: 31, changes: [{ path: "b.yml", kind: "changed" }] },
    0,
    { outcome: "written", files: 31, changes: [{ kind: "changed", path: "out/b.yml" }], problems: [] },
  ],
  ["refused", { kind: "refused", problems: [problem] }, 1, { outcome: "refused", problems: [told] }],
  [
    "half written",
    { kind: "half-written", problems: [problem] },
    1,
    { outcome: "half-written", problems: [told] },
  ],
  ["fresh", { ...checked, kind: "checked" }, 0, { outcome: "fresh", files: 2, changes: [], problems: [] }],
  [
    "stale",
    { ...checked, kind: "checked", changes: [{ path: "b.yml", kind: "new" }], leftovers: ["c.yml"] },
    1,
    {
      outcome: "stale",
      files: 2,
      changes: [
        { kind: "new", path: "out/b.yml" },
        { kind: "surplus", path: "out/c.yml" },
      ],
      problems: [],
    },
  ],
];

test.each(cases)("%s: all on stdout, with the exit code of the text", (_name, outcome, exitCode, answer) => {
  const report = jsonOutcome(outcome);
  expect({ ...report, text: JSON.parse(report.text) as unknown }).toEqual({
    stream: "stdout",
    text: answer,
    exitCode,
  });
});

test("the command, also where nothing has changed since the last build", async () => {
  const folder = makeProject({
    "definitions/index.ts": "throw new Error('no');\nexport const definitions = {};\n",
  });
  put(folder, "out/alerts.yml", "as somebody else left it\n");
  for (const args of [["build"], ["build", "--check"], ["mutate"]]) {
    const { exitCode, stdout, stderr } = await runSignalbox([...args, "--json"], { folder });
    expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: "" });
    const { problems } = JSON.parse(stdout) as { readonly problems: unknown };
    expect(problems).toEqual([
      {
        id: "definitions-load",
        file: "definitions/index.ts",
        line: 1,
        message: "no",
        fix: expect.any(String),
      },
    ]);
  }
});

test("a table and JSON are not asked for together", async () => {
  const { exitCode, stderr } = await runSignalbox(["build", "--json", "--timings"], {
    folder: makeProject(),
  });
  expect(exitCode).toBe(2);
  expect(stderr).toContain("Options '--timings' and '--json' cannot be used together.\n");
});
