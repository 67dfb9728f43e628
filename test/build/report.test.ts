import { describe, expect, test } from "vitest";
import type { BuildOutcome } from "../../scripts/build/build.ts";
import { reportOutcome } from "../../scripts/build/report.ts";

const problem = {
  check: "has-summary",
  place: { file: "definitions/services/x/alerts.ts", line: 30 },
  message: 'alert "X" has no summary',
  fix: "write one",
};
const earlier = { ...problem, place: { ...problem.place, line: 4 }, message: 'alert "W" has no summary' };
const changes = [
  { path: "a.yml", kind: "new" },
  { path: "b.yml", kind: "changed" },
  { path: "c.yml", kind: "deleted" },
  { path: "d.yml", kind: "changed" },
] as const;
const checked = {
  kind: "checked",
  paths: Array.from({ length: 31 }, (_, index) => `${index}.yml`),
  problems: [],
  changes: [],
  leftovers: [],
  emptyFolders: [],
};
const formatted = `definitions/services/x/alerts.ts:4: alert "W" has no summary (has-summary)
  fix: write one
definitions/services/x/alerts.ts:30: alert "X" has no summary (has-summary)
  fix: write one
`;

const cases: readonly [string, BuildOutcome, "stdout" | "stderr", number, string][] = [
  [
    "written",
    { kind: "written", fileCount: 31, changes },
    "stdout",
    0,
    `  new      out/a.yml
  changed  out/b.yml
  deleted  out/c.yml
  changed  out/d.yml
out/: 31 files, 1 new, 2 changed, 1 deleted, 412 ms
`,
  ],
  [
    "written, and nothing changed",
    { kind: "written", fileCount: 31, changes: [] },
    "stdout",
    0,
    "out/: 31 files, nothing changed, 412 ms\n",
  ],
  [
    "problems, sorted by place",
    { kind: "refused", problems: [problem, earlier] },
    "stderr",
    1,
    `${formatted}\n2 problems; out/ is untouched\n"signalbox explain has-summary" says why it matters, with an example\n`,
  ],
  [
    "a problem that is there twice, and counts once",
    { kind: "refused", problems: [problem, earlier, { ...problem }] },
    "stderr",
    1,
    `${formatted}\n2 problems; out/ is untouched\n"signalbox explain has-summary" says why it matters, with an example\n`,
  ],
  [
    "half-written",
    { kind: "half-written", problems: [earlier, problem] },
    "stderr",
    1,
    `${formatted}\n2 problems; out/ is half written: build again\n`,
  ],
  ["fresh", { ...checked, kind: "checked" }, "stdout", 0, "out/ is fresh: 31 files, 412 ms\n"],
  [
    "stale",
    { ...checked, kind: "checked", changes, leftovers: [".e.yml.1.signalbox-new"] },
    "stderr",
    1,
    `  missing  out/a.yml
  stale    out/b.yml
  surplus  out/c.yml
  stale    out/d.yml
  surplus  out/.e.yml.1.signalbox-new
out/ is stale: 1 missing, 2 stale, 2 surplus, 412 ms; "signalbox build" fixes it
`,
  ],
  [
    "stale, with a foreign file",
    { ...checked, kind: "checked", changes: changes.slice(0, 1), problems: [problem] },
    "stderr",
    1,
    `definitions/services/x/alerts.ts:30: alert "X" has no summary (has-summary)
  fix: write one

1 problem; nothing was written
  missing  out/a.yml
out/ is stale: 1 missing, 412 ms; "signalbox build" fixes it
`,
  ],
];

describe("what a person is reported", () => {
  test.each(cases)("%s", (_what, outcome, stream, exitCode, text) => {
    expect(reportOutcome(outcome, 412)).toEqual({ stream, exitCode, text });
  });
});
