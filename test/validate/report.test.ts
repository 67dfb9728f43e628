import { describe, expect, test } from "vitest";
import type { MissingTool } from "../../scripts/tools/find-tool.ts";
import { freshness } from "../../scripts/validate/freshness.ts";
import { jsonValidation } from "../../scripts/validate/json-report.ts";
import { reportValidation } from "../../scripts/validate/report.ts";
import type { Validation } from "../../scripts/validate/validation.ts";

const missing: MissingTool = {
  name: "amtool",
  reasons: ["AMTOOL is not set"],
  message: "amtool 0.33 or newer is not available:\n  AMTOOL is not set\n  fix: do one of these",
};
const fine: Validation = {
  what: "rules",
  by: "promtool 3.5.3",
  result: { checked: "36 rules", problems: [] },
};
const wrong: Validation = {
  what: "alert routing",
  by: "amtool 0.33.1",
  result: {
    checked: "1 alert",
    problems: [
      {
        check: "alert-routing",
        place: { file: "definitions/a.ts", line: 3 },
        message: "wrong",
        fix: "fix it",
      },
    ],
  },
};
const absent: Validation[] = ["alert routing", "texts"].map((what) => ({
  what,
  by: "amtool",
  result: { missing },
}));

function report(validations: readonly Validation[], allowMissing = false) {
  return reportValidation({ kind: "validated", fileCount: 12, validations }, { allowMissing, time: 2_345 });
}

describe("what is printed", () => {
  test("all is well", () => {
    expect(report([fine])).toEqual({
      exitCode: 0,
      stderr: "",
      stdout: `what   checked   by              result
rules  36 rules  promtool 3.5.3  ok
out/ is valid: 12 files, 1 validator, 2.3 s
`,
    });
  });

  test("a problem", () => {
    expect(report([fine, wrong])).toEqual({
      exitCode: 1,
      stdout: `what           checked   by              result
rules          36 rules  promtool 3.5.3  ok
alert routing  1 alert   amtool 0.33.1   1 problem

`,
      stderr: `definitions/a.ts:3: wrong (alert-routing)
  fix: fix it

1 problem; out/ is not valid
`,
    });
  });

  test("a tool that is not available fails the run, and is reported once", () => {
    expect(report([fine, ...absent])).toEqual({
      exitCode: 1,
      stdout: `what           checked   by              result
rules          36 rules  promtool 3.5.3  ok
alert routing  nothing   amtool          missing
texts          nothing   amtool          missing

`,
      stderr: `${missing.message}
1 tool is missing; --allow-missing skips what needs it
`,
    });
  });

  test("with --allow-missing it is skipped aloud", () => {
    expect(report([fine, ...absent], true)).toEqual({
      exitCode: 0,
      stdout: `what           checked   by              result
rules          36 rules  promtool 3.5.3  ok
alert routing  nothing   amtool          skipped
texts          nothing   amtool          skipped
out/ is valid: 12 files, 3 validators, without amtool, 2.3 s
`,
      stderr: `${missing.message}\n`,
    });
  });

  test("--allow-missing allows no problem", () => {
    expect(report([wrong, ...absent], true)).toMatchObject({
      exitCode: 1,
      stderr: expect.stringMatching(/1 problem; out\/ is not valid\namtool 0\.33 or newer is not available/),
    });
  });

  test("definitions that do not compile", () => {
    const { problems } = "problems" in wrong.result ? wrong.result : { problems: [] };
    expect(reportValidation({ kind: "refused", problems }, { allowMissing: false, time: 1 })).toEqual({
      exitCode: 1,
      stdout: "",
      stderr:
        "definitions/a.ts:3: wrong (alert-routing)\n  fix: fix it\n\n1 problem; nothing was validated\n",
    });
  });
});

test("a stale out/ is one problem for each way to be stale, which names the files", () => {
  const foreign = { check: "out-is-generated", place: { file: "out/z", line: 1 }, message: "x", fix: "y" };
  const { checked, problems } = freshness({
    kind: "checked",
    paths: ["a.yml", "b.yml", "c.yml"],
    changes: [
      { path: "a.yml", kind: "changed" },
      { path: "b.yml", kind: "new" },
      { path: "c.yml", kind: "changed" },
      { path: "d.yml", kind: "deleted" },
    ],
    leftovers: [".e.yml.1.signalbox-new"],
    emptyFolders: [],
    problems: [foreign],
  });
  expect(checked).toBe("3 files");
  expect(problems.map(({ place, message, fix }) => [place.file, message, fix])).toEqual([
    ["out/a.yml", "out/ is stale: out/a.yml, out/c.yml do not match the definitions", "signalbox build"],
    ["out/b.yml", "out/ is stale: out/b.yml is missing", "signalbox build"],
    [
      "out/d.yml",
      "out/ is stale: out/d.yml, out/.e.yml.1.signalbox-new are no longer generated",
      "signalbox build",
    ],
    ["out/z", "x", "y"],
  ]);
});

test("of many stale files some are named", () => {
  const changes = Array.from({ length: 12 }, (_, index) => ({
    path: `${index + 1}.yml`,
    kind: "new" as const,
  }));
  const outcome = { kind: "checked", paths: [], leftovers: [], emptyFolders: [], problems: [] } as const;
  const [problem] = freshness({ ...outcome, changes }).problems;
  expect(problem?.message).toMatch(/^out\/ is stale: out\/1\.yml, .*, out\/10\.yml, 2 more are missing$/);
});

describe("the same for a program", () => {
  const said = (validations: readonly Validation[], allowMissing = false) => {
    const outcome = { kind: "validated", fileCount: 12, validations } as const;
    const { stdout, stderr, exitCode } = jsonValidation(outcome, { allowMissing });
    expect(stderr).toBe("");
    const answer: unknown = JSON.parse(stdout);
    return { answer, exitCode };
  };
  const ok = { what: "rules", by: "promtool 3.5.3", checked: "36 rules", result: "ok", problems: 0 };

  test("all is well", () => {
    const answer = { outcome: "valid", files: 12, validations: [ok], missing: [], problems: [] };
    expect(said([fine])).toEqual({ answer, exitCode: 0 });
  });

  test("a problem, with its id, its place and its fix", () => {
    expect(said([fine, wrong])).toMatchObject({
      exitCode: 1,
      answer: {
        outcome: "not valid",
        validations: [ok, { what: "alert routing", result: "problems", problems: 1 }],
        problems: [
          { id: "alert-routing", file: "definitions/a.ts", line: 3, message: "wrong", fix: "fix it" },
        ],
      },
    });
  });

  test("a tool that is missing is said once, and is a failure where it may not be", () => {
    const tool = { tool: "amtool", message: missing.message };
    const validations = absent.map(({ what }) => ({ what, by: "amtool", problems: 0 }));
    const with_ = (result: string) => validations.map((one) => ({ ...one, result }));
    expect(said(absent)).toMatchObject({
      exitCode: 1,
      answer: { outcome: "not valid", missing: [tool], validations: with_("missing") },
    });
    expect(said(absent, true)).toMatchObject({
      exitCode: 0,
      answer: { outcome: "valid", missing: [tool], validations: with_("skipped") },
    });
  });

  test("definitions that do not compile", () => {
    const problem = { check: "types", place: { file: "a.ts", line: 1 }, message: "m", fix: "f" };
    const { stdout, exitCode } = jsonValidation(
      { kind: "refused", problems: [problem] },
      { allowMissing: false },
    );
    expect({ answer: JSON.parse(stdout) as unknown, exitCode }).toEqual({
      answer: {
        outcome: "refused",
        problems: [{ id: "types", file: "a.ts", line: 1, message: "m", fix: "f" }],
      },
      exitCode: 1,
    });
  });
});
