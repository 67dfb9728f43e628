import { describe, expect, test } from "vitest";
import { mutationProblems } from "../../generators/mutation/problems.ts";
import type { MutantResult } from "../../generators/mutation/results.ts";
import { jsonMutation } from "../../scripts/mutate/json-report.ts";
import { markdownReport } from "../../scripts/mutate/markdown-report.ts";
import { progressOn } from "../../scripts/mutate/progress.ts";
import { statusLine } from "../../scripts/tools/status-line.ts";
import { reportMutation } from "../../scripts/mutate/report.ts";
import { jsonReport } from "../../scripts/mutate/write-reports.ts";
import { runSignalbox } from "../project/make-project.ts";
import { alertOf, mutants } from "./mutant-rules.ts";

/** The mutants of an alert: the first survived, the second is waived, the others were killed. */
const results = mutants(alertOf("kiosk_fps < 45")).map((mutant, index): MutantResult => {
  if (index === 1) return { mutant, outcome: "waived", reason: "Nobody sees it." };
  return { mutant, outcome: index === 0 ? "survived" : "killed", reason: undefined };
});
const scope = { what: "all rules", milliseconds: 12_345, untested: ["Untested"] };

test("the terminal has a line for each service, the counts, and what must be fixed", () => {
  const { stdout, stderr, exitCode } = reportMutation(
    { results, problems: mutationProblems(results.slice(0, 1)), untried: 0 },
    scope,
  );
  expect(stdout).toBe(
    "  shop  87.5 % of 8 killed\n" +
      "without a test, as allowed: Untested\n" +
      "all rules: 1 rule, 9 mutants: 7 killed, 1 survived, 1 waived (11.1 %), 12.3 s\n",
  );
  expect(stderr).toContain("its tests still pass with threshold 45 fps → 49.5 fps");
  expect(stderr).toContain("1 problem; the tests do not notice every mistake");
  expect(exitCode).toBe(1);
});

test("for a program: the same counts, of each service too, and the problems with their places", () => {
  const problems = mutationProblems(results.slice(0, 1));
  const { stdout, stderr, exitCode } = jsonMutation({ results, problems, untried: 2 }, scope);
  const counts = { mutants: 9, killed: 7, survived: 1, waived: 1 };
  const [{ check: id, place: { file, line }, message, fix } = never()] = problems;
  expect(JSON.parse(stdout)).toEqual({
    ...{ what: "all rules", rules: 1, ...counts, untried: 2, untested: ["Untested"] },
    services: [{ service: "shop", ...counts }],
    problems: [{ id, file, line, message, fix }],
  });
  expect([stderr, exitCode]).toEqual(["", 1]);
  expect(jsonMutation({ results: [], problems: [], untried: 0 }, scope).exitCode).toBe(0);
});

function never(): never {
  throw new Error("there is a problem");
}

test("without a problem the exit code is 0, also where there was nothing to try", () => {
  const { stdout, stderr, exitCode } = reportMutation(
    { results: [], problems: [], untried: 0 },
    { ...scope, untested: [] },
  );
  expect(stdout).toBe("all rules: 0 rules, 0 mutants: 0 killed, 0 survived, 0 waived, 12.3 s\n");
  expect([stderr, exitCode]).toEqual(["", 0]);
});

test("what was stopped early has a report of what is known, and fails", () => {
  const { stdout, stderr, exitCode } = reportMutation(
    { results: results.slice(1), problems: [], untried: 1 },
    { ...scope, untested: [] },
  );
  expect(stdout).toBe(
    "  shop  100 % of 7 killed\n" +
      "all rules: 1 rule, 8 mutants: 7 killed, 0 survived, 1 waived (12.5 %), 12.3 s\n" +
      "stopped early: 1 mutant not tried\n",
  );
  expect([stderr, exitCode]).toEqual(["", 1]);
  expect(markdownReport(results, 3, scope)).toContain("It was stopped early: 3 more mutants were not tried.");
  expect(JSON.parse(jsonReport(results, 3, scope))).toMatchObject({ untried: 3 });
});

test("how the rules can be tried that were left out stands at the end", () => {
  const { stdout } = reportMutation(
    { results: [], problems: [], untried: 0 },
    {
      ...scope,
      untested: [],
      what: "the rules that differ from main",
      others: "all rules: npx signalbox mutate --all",
    },
  );
  expect(stdout).toBe(
    "the rules that differ from main: 0 rules, 0 mutants: 0 killed, 0 survived, 0 waived, 12.3 s\n" +
      "all rules: npx signalbox mutate --all\n",
  );
});

test("the Markdown has the survivors with what to add, the waived with their reasons, and the scores", () => {
  expect(markdownReport(results, 0, scope)).toBe(`# Mutations

Of all rules: 9 mutants, 7 killed, 1 survived, 1 waived (11.1 %), in 12.3 s.

## Survivors

- \`definitions/services/shop/shop.ts:1\` \`ShopDown\`: threshold 45 fps → 49.5 fps (\`threshold +10%\`)
  give the scenario a level between the two thresholds, on the side where the alert behaves differently

## Waived

- \`ShopDown\` \`threshold -10%\`: Nobody sees it.

## Without a test, as allowed

- \`Untested\`

## Services

| Service | Mutants | Killed | Survived | Waived | Score |
| --- | --- | --- | --- | --- | --- |
| \`shop\` | 9 | 7 | 1 | 1 | 87.5 % |

## Rules

| Rule | Mutants | Killed | Survived | Waived | Score |
| --- | --- | --- | --- | --- | --- |
| \`ShopDown\` | 9 | 7 | 1 | 1 | 87.5 % |
`);
});

test("the JSON has every mutant", () => {
  const report: unknown = JSON.parse(jsonReport(results, 0, scope));
  const score = { mutants: 9, killed: 7, survived: 1, waived: 1 };
  expect(report).toMatchObject({
    scope: "all rules",
    seconds: 12.3,
    ...score,
    untested: ["Untested"],
    services: { shop: score },
    rules: { ShopDown: score },
  });
  expect(report).toHaveProperty("results.length", 9);
  expect(report).toHaveProperty("results.0", {
    rule: "ShopDown",
    place: "definitions/services/shop/shop.ts:1",
    operator: "threshold",
    id: "threshold +10%",
    what: "threshold 45 fps → 49.5 fps",
    outcome: "survived",
    toAdd:
      "give the scenario a level between the two thresholds, on the side where the alert behaves differently",
  });
  expect(report).toHaveProperty("results.1.reason", "Nobody sees it.");
});

describe("progress", () => {
  function shownOn(isTTY: boolean): string[] {
    const lines: string[] = [];
    const show = progressOn(statusLine({ isTTY, write: (text) => lines.push(text) }));
    for (const tried of [16, 32, 33, 90, 100]) show(tried, 100);
    return lines;
  }

  test("is one line that changes on a terminal, and goes in the end", () => {
    expect(shownOn(true)).toEqual([
      "\r\u001b[2K16 of 100 mutants tried",
      "\r\u001b[2K32 of 100 mutants tried",
      "\r\u001b[2K33 of 100 mutants tried",
      "\r\u001b[2K90 of 100 mutants tried",
      "\r\u001b[2K100 of 100 mutants tried",
      "\r\u001b[2K",
    ]);
  });

  test("is at most a line for each tenth in a log", () => {
    expect(shownOn(false)).toEqual([
      "16 of 100 mutants tried\n",
      "32 of 100 mutants tried\n",
      "90 of 100 mutants tried\n",
      "100 of 100 mutants tried\n",
    ]);
  });
});

describe("wrong use of the command is reported, with exit code 2", () => {
  test.each([
    [["--base", "main"], "Option '--base' needs '--changed'.\n"],
    [["--changed", "--rule", "X"], "Options '--changed' and '--rule' cannot be used together.\n"],
    [["--all", "--changed"], "Options '--all' and '--changed' cannot be used together.\n"],
    [["--all", "--rule", "X"], "Options '--all' and '--rule' cannot be used together.\n"],
    [["--chanced"], "Unknown option '--chanced' (did you mean '--changed'?).\n"],
  ])("%j", async (args, message) => {
    const { exitCode, stderr } = await runSignalbox(["mutate", ...args]);
    expect({ exitCode, stderr }).toEqual({
      exitCode: 2,
      stderr: `${message}"signalbox mutate --help" lists the options.\n`,
    });
  });
});
